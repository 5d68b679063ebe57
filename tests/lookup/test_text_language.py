import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.lookup.text_language import TextLanguage
from booth_app.terminology.folding import words

TERMS: list[tuple[Lang, str]] = [
    ("en", "migrant"),
    ("fr", "migrant"),
    ("fr", "migrants"),
    ("en", "smuggling"),
    ("es", "tráfico"),
    ("ar", "هجرة"),
]


@pytest.fixture
def language() -> TextLanguage:
    return TextLanguage(_spoken)


def _spoken(word: str) -> set[Lang]:
    return {lang for lang, text in TERMS if word in words(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SMUGGLING", "en"),
        ("trafico", "es"),
        ("de los mayores", "es"),
        ("migrant", None),
        ("migrants d'ici", "fr"),
        ("cœur", "fr"),
        ("señal", "es"),
        ("هجرة", "ar"),
        ("GCM الاتفاق العالمي", "ar"),
        ("plugh", None),
        ("", None),
        ("12 %", None),
    ],
)
def test_script_letters_and_words_tell(
    language: TextLanguage, text: str, expected: Lang | None
) -> None:
    assert language.of(text) == expected


@given(st.text(), st.text(), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_the_sides_of_a_pair_differ_wherever_their_scripts_let_them(
    left: str, right: str, floor: Lang, target: Lang
) -> None:
    one, other = TextLanguage(_spoken).of_pair(left, right, floor, target)
    arabic = [script(text) == "arabic" for text in (left, right)]
    assert (one == other) == all(arabic)
    for side, text in ((one, left), (other, right)):
        written = script(text)
        assert written is None or (written == "arabic") == (side == "ar")


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "é" * 100_000, "\ud800", "\u202e\x00", "ا" * 100_000]
)
def test_no_text_is_too_much(language: TextLanguage, text: str) -> None:
    assert language.of(text) in (None, *LANGUAGES)
