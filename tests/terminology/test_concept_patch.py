import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.concept_patch import _round_trip, patched
from booth_app.terminology.concept_yaml import YamlDocument, emit
from booth_app.terminology.glossary_folder import read_concept
from booth_app.terminology.glossary_writing import write_concept
from tests.generated_concepts import concepts

BY_HAND = """\
# a word about this file
id:   word      # its name
weight: 010     # not ours
since: 2022-05-20
note: 'in single quotes'
languages:
    en:
        terms:
        # the first term
        - {id: word.en.1, term: "word", status: superseded}
        - id: word.en.2   # the second
          term: words
          colour: red
"""


def read(text: str) -> Concept:
    return from_document("mine", YamlDocument(text).document)


def rewritten(text: str, **changes: object) -> str:
    concept = read(text)
    new = replace(concept, **changes)
    result = patched(text, to_document(concept), to_document(new))
    assert result is not None
    assert to_document(read(result)) == to_document(new)
    return result


def section(text: str) -> LanguageSection:
    return read(text).section("en")


def test_comments_quotes_and_unknown_keys_stay() -> None:
    text = rewritten(BY_HAND, subject="thing")
    for kept in (
        "# a word about this file",
        "# its name",
        "weight: 010",
        "since: 2022-05-20",
        "note: 'in single quotes'",
        "# the first term",
        '{id: word.en.1, term: "word", status: superseded}',
        "id: word.en.2     # the second",
        "colour: red",
    ):
        assert kept in text
    assert "subject: thing\n" in text


def test_a_new_key_stands_in_its_place() -> None:
    lines = rewritten(emit(to_document(read(BY_HAND))), subject="thing").splitlines()
    assert lines.index("id: word") + 1 == lines.index("subject: thing")


def test_an_unknown_key_changes_where_it_stands() -> None:
    text = rewritten(BY_HAND, extra={"weight": "011", "new": "x"})
    assert 'weight: "011"' in text
    assert "extra:\n  new: x" in text


def test_terms_are_added_moved_and_removed() -> None:
    first, second = section(BY_HAND).terms
    new = Term(id="t_1", text="no")
    for terms in (
        (second, new, first),
        (new,),
        (first, new),
        (second, replace(first, region="MA")),
    ):
        languages = {"en": replace(section(BY_HAND), terms=terms)}
        text = rewritten(BY_HAND, languages=languages)
        assert ("# the second" in text) == (second in terms)


def test_relations_are_added_and_removed() -> None:
    text = rewritten(BY_HAND, related=(Relation("a"), Relation("b")))
    assert "related:\n  - to: a\n    type: related\n  - to: b\n    type: related\n" in text
    assert "to: a" not in rewritten(text, related=(Relation("b", "see"), Relation("c")))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(concepts())
def test_canonical_text_passes_through_unchanged(concept: Concept) -> None:
    text = emit(to_document(concept))
    out = io.StringIO()
    yaml = _round_trip()
    yaml.dump(yaml.load(text), out)
    assert out.getvalue() == text


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(old=concepts(name="same"), new=concepts(name="same"))
def test_whatever_changes_the_file_says_it(tmp_path: Path, old: Concept, new: Concept) -> None:
    file = tmp_path / "same.yaml"
    file.unlink(missing_ok=True)
    write_concept(file, old)
    write_concept(file, new)
    assert to_document(read_concept(file, "made")) == to_document(new)


def test_what_ruamel_does_not_understand_is_given_up() -> None:
    assert patched("- a\n", {"id": "a"}, {"id": "b"}) is None
    assert patched("id: [", {"id": "a"}, {"id": "b"}) is None


@pytest.mark.parametrize("length", [100, 5_000])
def test_long_prose_is_never_broken(length: int) -> None:
    text = emit({"id": "a", "note": "word " * length + "end", "subject": "x"})
    assert len(rewritten(text, subject="y").splitlines()) == len(text.splitlines())
