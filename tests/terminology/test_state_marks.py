import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.state_marks import (
    Revision,
    last_common,
    mark,
    mark_of_terms,
    marks_like,
)
from tests.generated_concepts import concepts


@given(concepts(), concepts())
def test_a_mark_tells_two_states_apart_and_knows_one_again(one: Concept, other: Concept) -> None:
    first, second = to_json(one), to_json(other)
    assert (mark(first) == mark(second)) == (first == second)
    assert mark(first).isalnum()
    assert mark_of_terms(first) != mark(first)


@given(concepts())
def test_a_mark_of_terms_is_blind_to_all_else(concept: Concept) -> None:
    noted = with_field(concept, Field("concept", name="note"), "another note")
    defined = with_field(concept, Field("section", "fr", "", "definition"), "another definition")
    added = with_field(concept, Field("term", "fr", "t_new", "term"), "another term")
    own = mark_of_terms(to_json(concept))
    assert {mark_of_terms(to_json(each)) for each in (noted, defined)} == {own}
    assert mark_of_terms(to_json(added)) != own


def test_the_same_terms_of_another_concept_have_another_mark() -> None:
    assert mark_of_terms('{"id":"a"}') != mark_of_terms('{"id":"b"}')


def test_odd_text_has_a_mark() -> None:
    assert mark(json.dumps("\ud800", ensure_ascii=False))


def test_a_revision_has_the_marks_of_its_newest_states_first_and_not_of_all() -> None:
    documents = [json.dumps({"id": "a", "note": str(number)}) for number in range(30)]
    marks = Revision(30, documents).marks.split()
    assert marks == [mark(each) for each in documents[:20]]
    of_terms = Revision(30, documents).marks_of_terms.split()
    assert of_terms == [mark_of_terms(documents[0])] * 20
    assert marks_like(of_terms, documents[:2]) == of_terms[:2]
    assert marks_like(marks, documents[:2]) == marks[:2]
    assert (Revision().marks, marks_like((), documents[:1])) == ("", marks[:1])


@pytest.mark.parametrize(
    ("ours", "theirs", "last"),
    [
        ("abc", "abcd", "c"),
        ("abcd", "abcx", "c"),
        ("ab", "cd", None),
        ("", "ab", None),
        ("aba", "ab", "b"),  # undone here: theirs does not know of it
        ("ab", "aba", "b"),
        ("abac", "abad", "a"),
        ("ab", "ba", None),  # either could be
        ("xab", "yab", "b"),
        ("axb", "ayb", "b"),  # both came to the same
    ],
)
def test_the_last_common_state(ours: str, theirs: str, last: str | None) -> None:
    assert last_common(list(ours), list(theirs)) == last


HISTORIES = st.text("abcd", max_size=8).map(
    lambda states: [one for one, other in pairwise(states + " ") if one != other]
)


@given(HISTORIES, HISTORIES)
def test_the_last_common_state_is_the_same_from_both_sides(
    ours: list[str], theirs: list[str]
) -> None:
    found = last_common(ours, theirs)
    assert found == last_common(theirs, ours)
    assert found is None or (found in ours and found in theirs)


@given(HISTORIES.filter(bool), st.lists(st.sampled_from("wxyz"), max_size=4))
def test_who_only_went_on_has_the_other_s_last_state(known: list[str], more: list[str]) -> None:
    assert last_common(known, known + more) == known[-1]
