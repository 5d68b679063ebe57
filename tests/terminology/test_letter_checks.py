import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.letter_checks import in_digits, look_alike, mixed_digits

LETTERS = st.text(st.sampled_from("aо οсpA΄Αرکیھ۱١1ىعلی-\u0301")).filter(str.strip)


@pytest.mark.parametrize(
    ("lang", "text", "mended"),
    [
        ("en", "migr\u0430tion", "migration"),  # a Cyrillic а
        ("en", "\u041e\u041c\u0421 report", "OMC report"),  # wholly Cyrillic, looks Latin
        ("fr", "il y \u0430 un mot", "il y a un mot"),
        ("es", "f\u03bfro", "foro"),  # a Greek omicron
        ("en", "\u039d\u0391\u03a4\u039f", "NATO"),  # wholly Greek
        ("ar", "\u06a9\u062a\u0627\u0628", "كتاب"),
        ("ar", "عرب\u06cc", "عربي"),
        ("ar", "ه\u06ccئة", "هيئة"),
        ("ar", "عل\u06cc الهجرة", "على الهجرة"),
        ("ar", "المستو\u06cc", "المستوى"),
        ("ar", "عام ۲۰۳۰", "عام ٢٠٣٠"),
        ("ar", "I\u041eM", "IOM"),
    ],
)
def test_look_alikes(lang: Lang, text: str, mended: str) -> None:
    slip = look_alike(text, lang)
    assert slip is not None
    assert slip.mended == mended
    assert "U+0" in slip.said


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "5 μm"),
        ("en", "TNFα"),
        ("en", "α-particle"),
        ("en", "Χ"),
        ("en", "Москва"),
        ("fr", "œuvre à l’été"),
        ("ar", "على مستوى الهجرة"),
        ("ar", "منظمة IOM الدولية"),
        ("ar", "ڤيينا"),
    ],
)
def test_letters_that_are_meant(lang: Lang, text: str) -> None:
    assert look_alike(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "arabic", "mended"),
    [
        ("ar", "من 2015 إلى ٢٠٣٠", "", None),
        ("ar", "من 2015 إلى ٢٠٣٠", "western", "من 2015 إلى 2030"),
        ("ar", "من 2015 إلى ٢٠٣٠", "arabic", "من ٢٠١٥ إلى ٢٠٣٠"),
        ("fr", "de 2015 à ٢٠٣٠", "", "de 2015 à 2030"),
    ],
)
def test_two_systems_of_digits(lang: Lang, text: str, arabic: str, mended: str | None) -> None:
    slip = mixed_digits(text, lang, arabic)
    assert slip is not None
    assert slip.mended == mended


@pytest.mark.parametrize("text", ["عام 2030", "عام ٢٠٣٠", "G20 لعام ٢٠٣٠", "كوفيد-19"])
def test_one_system_of_digits(text: str) -> None:
    assert mixed_digits(text, "ar") is None


def test_digits_of_latin_names_stay() -> None:
    assert in_digits("A/RES/73/195 (2018)", "arabic") == "A/RES/73/195 (٢٠١٨)"


@given(LETTERS)
@example("AA\u0301\u0391\u06a9")  # its accent is written apart
def test_a_mend_removes_its_fault_once_for_all(text: str) -> None:
    for lang in LANGUAGES:
        for slip, check in ((look_alike(text, lang), look_alike),):
            if slip:
                assert slip.mended is not None
                assert check(slip.mended, lang) is None
        mixed = mixed_digits(text, lang, "western")
        if mixed:
            assert mixed.mended is not None
            assert mixed_digits(mixed.mended, lang, "western") is None
