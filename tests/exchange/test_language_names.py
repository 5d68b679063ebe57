import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.language_names import Spoken, spoken
from booth_app.languages import LANGUAGES

CODES = sorted(code for code in Locale("en").languages if len(code) == 2)
REGIONS = sorted(code for code in Locale("en").territories if len(code) == 2 and code.isalpha())
_CASE = st.sampled_from([str.lower, str.upper, str.title, lambda text: f"  {text} "])
NUMBERS = ("id", "no")
"""Codes that a header rather means as a number."""


@given(st.sampled_from(CODES), _CASE)
def test_a_code_is_its_language_or_nothing(code: str, case: type[str]) -> None:
    found = spoken(case(code))
    assert found == (None if code in NUMBERS else Spoken(code))


@given(st.sampled_from(CODES), st.sampled_from(REGIONS), st.sampled_from(["-", "_"]), _CASE)
def test_a_locale_is_its_language_in_its_region(
    code: str, region: str, joint: str, case: type[str]
) -> None:
    found = spoken(case(f"{code}{joint}{region}"))
    assert found == (None if code in NUMBERS else Spoken(code, region))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(code=st.sampled_from(CODES), case=_CASE)
def test_the_four_languages_name_each_other_language_alike(
    lang: str, code: str, case: type[str]
) -> None:
    """A name of a language is that language, another of the very same name, or nothing."""
    name = Locale(lang).languages.get(code, "")
    found = spoken(case(name)) if name else None
    if found is not None and found.lang != code:
        names = {Locale(each).languages.get(found.lang, "").casefold() for each in LANGUAGES}
        assert name.casefold() in names


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_four_are_known_by_name_in_each_other(lang: str, code: str) -> None:
    name = Locale(lang).languages[code]
    assert spoken(name) == spoken(name.upper()) == Spoken(code)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("English (UK)", Spoken("en", "GB")),
        ("anglais (États-Unis)", Spoken("en", "US")),
        ("French Canada", Spoken("fr", "CA")),
        ("Arabic (draft)", Spoken("ar")),
        ("Français / French", Spoken("fr")),
        ("French / English", None),
        ("French (CA)", Spoken("fr", "CA")),
        ("Portuguese (BR)", Spoken("pt", "BR")),
        ("Spanish (AR)", None),
        ("French (DE)", None),
        ("Español (ES)", Spoken("es")),
        ("en français", Spoken("fr")),
        ("en", Spoken("en")),
        ("Langue : arabe", Spoken("ar")),
        ("بالعربية", Spoken("ar")),
        ("اللغة الفرنسية", Spoken("fr")),
        ("English 2", Spoken("en")),
        ("zh-Hant-TW", Spoken("zh", "TW")),
        ("es-419", Spoken("es", "419")),
        ("Castellano", Spoken("es")),
        ("Deutsch", Spoken("de")),
        ("French (English)", None),
        ("xx", None),
        ("zz-ZZ", None),
        ("Dothraki", None),
        ("maire", None),
        ("", None),
        ("()", None),
        ("12", None),
    ],
)
def test_headers_as_people_write_them(header: str, found: Spoken | None) -> None:
    assert spoken(header) == found


@given(st.text(max_size=30))
def test_whatever_is_named_is_one_language_that_exists_or_none(name: str) -> None:
    found = spoken(name)
    assert found is None or found.lang in Locale("en").languages
