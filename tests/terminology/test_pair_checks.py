import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.pair_checks import unbalanced


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "a (word", 2),
        ("en", "a word)", 6),
        ("fr", "« mot", 0),
        ("fr", "mot »", 4),
        ("en", "a (wo]rd", 5),
        ("en", 'a "word', 2),
        ("en", "“word", 0),
        ("en", "word”", 4),
        ("ar", "“كلمة", 0),
        ("en", '“a "word”', 8),
    ],
)
def test_what_has_no_partner(lang: Lang, text: str, place: int) -> None:
    slip = unbalanced(text, lang)
    assert slip is not None
    assert slip.span == (place, place + 1)
    assert slip.mended is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "« mot »"),
        ("fr", "« il dit “mot” »"),
        ("fr", "réfugié(e)"),
        ("en", 'a "word"'),
        ("en", 'a 5" pipe'),
        ("en", "a) first; b) second; iii) third"),
        ("en", "the refugee’s ‘right’"),
        ("ar", "”كلمة“"),
        ("ar", "“كلمة”"),
        ("ar", "(كلمة) «كلمة»"),
        ("es", "¿qué? [sic]"),
        ("en", "„word“"),
        ("en", '“a "small" word”'),
        ("ar", '”كلمة "صغيرة" هنا“'),
    ],
)
def test_what_is_paired(lang: Lang, text: str) -> None:
    assert unbalanced(text, lang) is None


@given(st.text(st.sampled_from('ab ()[]«»“”"„')), st.sampled_from(LANGUAGES))
def test_any_text_is_told_of(text: str, lang: Lang) -> None:
    slip = unbalanced(text, lang)
    if slip:
        assert text[slip.span[0]] in '()[]«»“”"„'
