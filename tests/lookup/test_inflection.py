import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.inflection import bare, base, bases
from booth_app.terminology.folding import fold


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "migrant", "migrants"),
        ("en", "country", "countries"),
        ("en", "approach", "approaches"),
        ("en", "woman", "women"),
        ("en", "access", "access"),
        ("en", "regularization", "regularisations"),
        ("en", "decentralized", "decentralised"),
        ("en", "labour", "labor"),
        ("fr", "local", "locaux"),
        ("fr", "réfugié", "réfugiées"),
        ("fr", "directeur", "directrices"),
        ("fr", "travailleur", "travailleuses"),
        ("fr", "migrant", "migrante"),
        ("fr", "international", "internationales"),
        ("fr", "régulier", "régulières"),
        ("fr", "maire", "mairesse"),
        ("fr", "ambassadeur", "ambassadrices"),
        ("fr", "feu", "feux"),
        ("fr", "lieu", "lieux"),
        ("es", "nación", "naciones"),
        ("es", "país", "países"),
        ("es", "refugiado", "refugiadas"),
        ("es", "trabajador", "trabajadoras"),
        ("es", "alcalde", "alcaldesas"),
        ("es", "voz", "voces"),
        ("es", "vía", "vías"),
        ("es", "interno", "internas"),
        ("es", "niño", "niñas"),
        ("es", "presidente", "presidentas"),
        ("ar", "هجرة", "الهجرات"),
        ("ar", "مهاجر", "والمهاجرين"),
        ("ar", "مديرة", "مدير"),
        ("ar", "سياسة", "سياساتها"),
        ("ar", "سلطة", "سلطتهم"),
        ("ar", "قرض", "قرضا"),
        ("ar", "وكالة", "وكالات"),
    ],
)
def test_forms_of_a_word_share_their_base(lang: Lang, one: str, other: str) -> None:
    assert base(fold(one), lang) == base(fold(other), lang)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "relation", "relative"),
        ("en", "human", "humanity"),
        ("en", "region", "regional"),
        ("en", "status", "state"),
        ("fr", "traité", "trafic"),
        ("fr", "politique", "politicien"),
        ("fr", "donné", "données"),
        ("fr", "jeune", "jeunesse"),
        ("fr", "trait", "traite"),
        ("es", "política", "político"),
        ("es", "trata", "tratado"),
        ("es", "trabajo", "trabajador"),
        ("es", "caso", "casa"),
        ("es", "gobierno", "gobierna"),
        ("es", "dio", "Dios"),
        ("es", "marco", "marca"),
        ("ar", "اتفاق", "اتفاقية"),
        ("ar", "عمل", "عملية"),
        ("ar", "دولة", "دولي"),
        ("ar", "إيطاليا", "إيطالي"),
    ],
)
def test_other_words_do_not(lang: Lang, one: str, other: str) -> None:
    assert set(bases(fold(one), lang)).isdisjoint(bases(fold(other), lang))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("لاجئة", "لاجئتان"),
        ("نقطة", "ونقطتا"),
        ("بلدية", "بلديتين"),
        ("مؤقت", "مؤقتين"),
        ("بيت", "بيتان"),
    ],
)
def test_two_arabic_things_may_be_read_as_of_the_one(one: str, two: str) -> None:
    assert base(fold(one), "ar") in bases(fold(two), "ar")


def test_an_arabic_word_is_read_with_and_without_particles() -> None:
    assert bare("والهجره") == (("هجره",), ())
    assert set(bare("للاجيين")[0]) == {"اجيين", "لاجيين"}
    assert bare("ومهاجرين") == ((), ("مهاجرين",))
    assert bare("مهاجرين") == ((), ())


@given(st.text(min_size=1, max_size=15), st.sampled_from(LANGUAGES))
def test_every_folded_word_has_a_base(text: str, lang: Lang) -> None:
    for word in fold(text).split():
        assert base(word, lang)
