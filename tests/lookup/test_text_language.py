from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.lookup.terms import Searchable
from booth_app.lookup.text_language import TextLanguage

TERMS = [
    ("en", "migrant"),
    ("fr", "migrant"),
    ("fr", "migrants"),
    ("en", "smuggling"),
    ("es", "tráfico"),
    ("ar", "هجرة"),
]


@pytest.fixture
def language() -> TextLanguage:
    return TextLanguage(_terms)


def _terms() -> Iterator[Searchable]:
    return (Searchable("g", text, lang, text) for lang, text in TERMS)  # type: ignore[arg-type]


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


def test_a_new_term_s_words_are_known_at_once(language: TextLanguage) -> None:
    assert language.of("xyzzy") is None
    language.add([Searchable("g", "c", "es", "xyzzy plugh")])
    assert language.of("plugh") == "es"


def test_terms_are_read_when_somebody_asks_and_once() -> None:
    read: list[int] = []

    def source() -> Iterator[Searchable]:
        read.append(1)
        return _terms()

    language = TextLanguage(source)
    language.add([Searchable("g", "c", "es", "plugh")])  # the source will have it
    assert read == []
    language.learn()
    language.of("plugh")
    assert read == [1]


@given(st.text(), st.text(), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_the_sides_of_a_pair_differ_wherever_their_scripts_let_them(
    left: str, right: str, floor: Lang, target: Lang
) -> None:
    one, other = TextLanguage(_terms).of_pair(left, right, floor, target)
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


def test_nobody_waits_for_what_is_being_read() -> None:
    asked: list[Callable[[], object]] = []
    language = TextLanguage(_terms)
    language.learn_soon(asked.append)
    language.learn_soon(asked.append)
    [learn] = asked
    assert language.of("the") == "en"
    before = language.of("smuggling")
    learn()
    assert (before, language.of("smuggling")) == (None, TextLanguage(_terms).of("smuggling"))
