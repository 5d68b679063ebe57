import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import Lang
from booth_app.lookup.acronyms import explanation, is_of
from booth_app.lookup.spotting import Spotter
from booth_app.lookup.terms import Searchable

SPOTTER = Spotter(
    Searchable("one", concept, lang, text)
    for concept, lang, text in (
        ("mmc", "en", "Mayors Migration Council"),
        ("mmc", "en", "MMC"),
        ("gcr", "fr", "Pacte mondial sur les réfugiés"),
        ("gcr", "fr", "PMR"),
        ("hcr", "fr", "Haut-Commissariat des Nations Unies pour les réfugiés"),
        ("hcr", "fr", "HCR"),
        ("imrf", "en", "International Migration Review Forum"),
        ("imrf", "es", "IMRF"),
        ("pep", "es", "Permiso Especial de Permanencia"),
        ("pep", "es", "PEP"),
    )
)


@pytest.mark.parametrize(
    ("lang", "text", "spotted"),
    [
        ("en", "The MMC and the MMC (Mayors Migration Council)", 3),
        ("en", "The Mixed Migration Centre (MMC) counts; the MMC knows.", 0),
        ("en", "MMC (today in Geneva)", 1),
        ("fr", "PMR (personnes à mobilité réduite) : l'accès PMR", 0),
        ("fr", "le Haut-Commissariat aux réfugiés (HCR)", 1),
        ("es", "el IMRF (International Migration Review Forum)", 1),
        ("es", "¿alguien es PEP, persona expuesta políticamente?", 0),
        ("es", "los PEP, por ejemplo, valen", 1),
    ],
)
def test_an_acronym_is_what_the_text_says_it_is(lang: Lang, text: str, spotted: int) -> None:
    assert len(SPOTTER.spot(text, lang)) == spotted


@pytest.mark.parametrize(
    ("text", "code", "explained"),
    [
        ("World Health Organization (WHO)", "WHO", "world health organization"),
        ("the WHO (World Health Organization)", "WHO", "world health organization"),
        ("Objectifs de développement durable (ODD)", "ODD", "objectifs de developpement durable"),
        ("SG, so good", "SG", ""),
        ("WHO knows", "WHO", ""),
        ("", "WHO", ""),
    ],
)
def test_initials_explain(text: str, code: str, explained: str) -> None:
    assert " ".join(explanation(text, code)) == explained


@given(st.lists(st.from_regex(r"[A-Z][a-z]{4,9}", fullmatch=True), min_size=2, max_size=6))
def test_any_name_explains_its_initials(name: list[str]) -> None:
    code = "".join(word[0] for word in name)
    for text in (f"{' '.join(name)} ({code})", f"{code} ({' '.join(name)})"):
        assert is_of(explanation(text, code), [" ".join(name)])
        assert explanation(text, code)
