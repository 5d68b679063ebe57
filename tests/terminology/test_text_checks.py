import pytest
from hypothesis import given

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology import text_checks
from booth_app.terminology.findings import TextCheck
from booth_app.terminology.text_checks import (
    control,
    invisible,
    latin_comma,
    presentation_form,
    stray_space,
    tatweel,
)
from tests.generated_concepts import TEXTS

CHECKS = (control, invisible, presentation_form, tatweel, latin_comma, stray_space)


@pytest.mark.parametrize(
    ("check", "lang", "text", "mended"),
    [
        (control, "en", "wo\u202erd", "word"),
        (control, "en", "wo\u2066rd", "word"),
        (control, "en", "wo\x07rd", "word"),
        (control, "en", "two\rwords", "two words"),
        (control, "en", "caf\ufffd", None),
        (control, "en", "a \udcff", None),
        (control, "en", "\x00", None),
        (invisible, "ar", "\u200fهجرة", "هجرة"),
        (invisible, "en", "wo\u200brd", "word"),
        (invisible, "fr", "co\u00adopération", "coopération"),
        (presentation_form, "ar", "ﻫﺠﺮﺓ", "هجرة"),
        (presentation_form, "fr", "ﬁnance", "finance"),
        (presentation_form, "en", "ＩＯＭ", "IOM"),
        (tatweel, "ar", "هجـــرة", "هجرة"),
        (latin_comma, "ar", "هجرة, لجوء", "هجرة، لجوء"),
        (latin_comma, "ar", "هجرة ,لجوء", "هجرة ،لجوء"),
        (latin_comma, "ar", "ما الهجرة?", "ما الهجرة؟"),
        (latin_comma, "ar", "هجرة; لجوء", "هجرة؛ لجوء"),
        (latin_comma, "ar", "أولاً, ثانياً", "أولاً، ثانياً"),
        (stray_space, "en", "two  words", "two words"),
        (stray_space, "en", "word ", "word"),
        (stray_space, "en", "\u00a0word", "word"),
        (stray_space, "en", "two\twords", "two words"),
        (stray_space, "en", "two\n words", "two words"),
        (stray_space, "en", "one , two", "one, two"),
        (stray_space, "ar", "هجرة ، لجوء", "هجرة، لجوء"),
        (stray_space, "en", "a ( word )", "a (word)"),
        (stray_space, "fr", "objectif \u00a0: un", "objectif\u00a0: un"),
    ],
)
def test_a_fault_and_the_text_without_it(
    check: TextCheck, lang: Lang, text: str, mended: str | None
) -> None:
    slip = check(text, lang)
    assert slip is not None
    assert slip.mended == mended


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "أعطي الكلمة لـ"),
        ("ar", "الهجرة، اللجوء"),
        ("ar", "ما هي الهجرة؟ وما هو اللجوء؛"),
        ("ar", "عام 1442 هـ"),
        ("ar", "﴿الهجرة﴾"),
        ("ar", "محمد ﷺ"),
        ("ar", "1,000 مهاجر"),
        ("ar", "IOM, GFMD"),
        ("ar", "دوليًّا"),
        ("fr", "« mot »"),
        ("fr", "«\u00a0mot\u00a0»"),
        ("fr", "qui\u00a0? (mot)"),
        ("fr", "qui\u202f?"),
        ("fr", "Objectif 1 : données ; chiffres !"),
        ("fr", "2\u202f400 réfugié(e)s"),
        ("es", "¿Quién? ¡Ahora!"),
        ("en", "1,000 [words]"),
        ("en", "word, word; word?"),
    ],
)
def test_right_texts_are_left_alone(lang: Lang, text: str) -> None:
    assert [check(text, lang) for check in CHECKS] == [None] * len(CHECKS)


def test_the_place_is_told() -> None:
    slip = stray_space("a  b", "en")
    assert slip is not None
    assert slip.span == (1, 3)
    comma = latin_comma("هجرة, لجوء", "ar")
    assert comma is not None
    assert comma.span == (4, 5)


@given(TEXTS)
def test_a_mend_removes_its_fault_once_for_all(text: str) -> None:
    for check in CHECKS:
        for lang in LANGUAGES:
            slip = check(text, lang)
            if slip and slip.mended is not None:
                assert slip.mended.strip()
                assert check(slip.mended, lang) is None


@given(TEXTS)
def test_letters_stay_as_they_are(text: str) -> None:
    slip = text_checks.stray_space(text, "en")
    if slip and slip.mended is not None:
        assert "".join(slip.mended.split()) == "".join(text.split())
