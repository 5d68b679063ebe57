import pytest
from hypothesis import given

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology import house_checks
from booth_app.terminology.checks import concept_problems
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.house_style import HouseStyle
from tests.generated_concepts import TEXTS

WESTERN = HouseStyle(digits="western")
EASTERN = HouseStyle(digits="arabic")
HAMZA_ABOVE = HouseStyle(africa="أفريقيا")
HAMZA_BELOW = HouseStyle(africa="إفريقيا")
BEFORE = HouseStyle(tanwin="before alef")
ON = HouseStyle(tanwin="on alef")
UNWRITTEN = HouseStyle(tanwin="unwritten")
SMALL = HouseStyle(posts={"en": "lower", "fr": "lower", "es": "lower"})
LARGE = HouseStyle(posts={"en": "upper"})
STYLES = (WESTERN, EASTERN, HAMZA_ABOVE, HAMZA_BELOW, BEFORE, ON, UNWRITTEN, SMALL, LARGE)


@pytest.mark.parametrize(
    ("style", "lang", "text", "mended"),
    [
        (WESTERN, "ar", "عام ٢٠٣٠", "عام 2030"),
        (EASTERN, "ar", "عام 2030", "عام ٢٠٣٠"),
        (HAMZA_ABOVE, "ar", "التعاون الإفريقي", "التعاون الأفريقي"),
        (HAMZA_ABOVE, "ar", "بإفريقيا", "بأفريقيا"),
        (HAMZA_BELOW, "ar", "افريقيا", "إفريقيا"),
        (BEFORE, "ar", "دولياً", "دوليًا"),
        (ON, "ar", "دوليًا", "دولياً"),
        (UNWRITTEN, "ar", "دوليًا", "دوليا"),
        (SMALL, "fr", "Directeur général de l’OIM", "directeur général de l’OIM"),
        (SMALL, "en", "Secretary-General", "secretary-general"),
        (SMALL, "es", "Ministro de Asuntos Exteriores", "ministro de Asuntos Exteriores"),
        (LARGE, "en", "mayor", "Mayor"),
        (LARGE, "en", "minister delegate", None),
    ],
)
def test_departures(style: HouseStyle, lang: Lang, text: str, mended: str | None) -> None:
    [slip] = [slip for check in house_checks.of(style).values() if (slip := check(text, lang))]
    assert slip.mended == mended


@pytest.mark.parametrize(
    ("style", "lang", "text"),
    [
        (WESTERN, "ar", "عام 2030"),
        (WESTERN, "fr", "2030"),
        (EASTERN, "ar", "A/RES/73/195"),
        (HAMZA_ABOVE, "ar", "أفريقيا والاتحاد الأفريقي"),
        (BEFORE, "ar", "هدًى"),
        (SMALL, "en", "Mayors Mechanism"),
        (SMALL, "fr", "Conseil des Maires"),
        (SMALL, "en", "mayor"),
        (LARGE, "en", "Mayor"),
        (LARGE, "fr", "maire"),
        (HouseStyle(), "ar", "دولياً ٢٠٣٠ إفريقيا"),
    ],
)
def test_what_the_house_writes(style: HouseStyle, lang: Lang, text: str) -> None:
    assert [
        check(text, lang) for check in house_checks.of(style).values() if check(text, lang)
    ] == []


def test_forms_and_variants_are_only_found() -> None:
    terms = (
        Term(id="a", text="أفريقيا", status="preferred", forms=("إفريقيا",)),
        Term(id="b", text="إفريقيا", type="variant"),
        Term(id="c", text="افريقيا", status="deprecated"),
    )
    concept = Concept(glossary="g", id="c", languages={"ar": LanguageSection(terms=terms)})
    told = [p for p in concept_problems(concept, HAMZA_ABOVE) if p.check == "house_spelling"]
    assert told == []


@given(TEXTS)
def test_a_mend_removes_its_fault_once_for_all(text: str) -> None:
    for style in STYLES:
        for check in house_checks.of(style).values():
            for lang in LANGUAGES:
                slip = check(text, lang)
                if slip and slip.mended is not None:
                    assert check(slip.mended, lang) is None
