import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.concept_yaml import BadYamlError, YamlDocument, emit
from tests.generated_concepts import ALPHABET, concepts


@given(concepts())
def test_what_is_written_is_read_as_it_was(concept: Concept) -> None:
    document = to_document(concept)
    assert YamlDocument(emit(document)).document == document


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "~",
        "null",
        "010",
        "1e5",
        "2022-05-20",
        "12:30",
        "- a",
        "a: b",
        "a #b",
        "'",
        "=",
    ],
)
def test_text_that_readers_take_for_something_else_is_quoted(text: str) -> None:
    written = emit({"id": text})
    assert YamlDocument(written).document == {"id": text}
    assert f'id: "{text}"' in written


def test_scalars_are_read_as_text() -> None:
    document = YamlDocument("id: 010\nsince: 2022-05-20\nnote: no\nsubject: ~\n").document
    assert document == {"id": "010", "since": "2022-05-20", "note": "no", "subject": "~"}


def test_prose_stands_in_a_block_of_its_own() -> None:
    assert "note: >-\n  It's: here.\n" in emit({"note": "It's: here."})
    assert "note: |-\n  one\n\n  two\n" in emit({"note": "one\n\ntwo"})
    assert 'note: " led by a space"' in emit({"note": " led by a space"})


def test_the_first_line_names_the_schema() -> None:
    assert emit({"id": "a"}).startswith("# yaml-language-server: $schema=")


def test_every_value_knows_its_line() -> None:
    parsed = YamlDocument("id: a\nlanguages:\n  en:\n    terms:\n      - id: x\n        term: y\n")
    assert parsed.line(("id",)) == 1
    assert parsed.line(("languages", "en", "terms", 0)) == 5
    assert parsed.line(("languages", "en", "terms", 0, "term")) == 6
    assert parsed.line(("languages", "en", "terms", 0, "status")) == 5
    assert parsed.line(("nowhere", "at", "all")) == 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "empty"),
        ("# nothing\n", 1, "empty"),
        ("id: a\nlanguages: {en: [\n", 3, "did not find"),
        ("id: a\nid: b\n", 2, "stands twice"),
        ("id: &x a\nnote: *x\n", 1, "alias"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "alias"),
        ("a: &a [*a]\n", 1, "alias"),
        ("id: a\nnote: b\0c\n", 2, "does not allow"),
        ("id: a\n---\nid: b\n", 2, "another document"),
        ("? [a]\n: b\n", 1, "not text"),
        ("[" * 100_000, 1, "nesting"),
        ("id: a\n\tnote: b\n", 2, ""),
    ],
)
def test_bad_yaml_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(BadYamlError) as caught:
        YamlDocument(text)
    assert caught.value.at_line == line
    assert said in str(caught.value)


@given(st.text(ALPHABET))
def test_any_text_is_read_or_refused(text: str) -> None:
    lines = len(text.splitlines()) + 2
    assert _fault_line(text) in range(lines)


def _fault_line(text: str) -> int:
    """Return the line that is named, 0 where the text is read."""
    try:
        YamlDocument(text)
    except BadYamlError as fault:
        return fault.at_line
    return 0
