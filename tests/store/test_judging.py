from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.store.judging import (
    Brought,
    FileChange,
    Judged,
    Wanted,
    base_from_files,
    decided,
    judged,
)
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import EVERYTHING
from tests.generated_concepts import concepts
from tests.store.samples import concept

ONE = concept("one")


def doc(made: Concept = ONE, **fields: str) -> str:
    return to_json(replace(made, **fields))  # type: ignore[arg-type]


def verdict(mine: str | None, base: str | None, theirs: str) -> Judged:
    return judged("g", Brought("one", theirs), mine, base)


def test_what_is_not_there_is_new() -> None:
    assert verdict(None, None, doc()) == Judged("new", stores=True, document=doc())


def test_what_says_the_same_is_the_same() -> None:
    assert verdict(doc(), doc(), doc()).verdict == "same"
    assert verdict(doc(note="a  b"), None, doc(note="a b")).verdict == "same"


def test_each_side_s_own_changes_are_merged() -> None:
    found = verdict(doc(note="mine"), doc(), doc(subject="theirs"))
    merged = doc(note="mine", subject="theirs")
    assert found == Judged("changed", "text", True, merged, doc(), said=doc(subject="theirs"))


def test_what_both_changed_waits_and_the_rest_is_taken() -> None:
    found = verdict(doc(note="mine"), doc(), doc(note="theirs", subject="theirs"))
    assert (found.verdict, found.waits, found.stores) == ("conflict", True, True)
    assert found.document == doc(note="mine", subject="theirs")


def test_what_is_emptied_waits() -> None:
    found = verdict(doc(note="both"), doc(note="both"), doc())
    assert (found.verdict, found.kind, found.stores) == ("emptied", "emptied", False)


def test_what_the_file_has_no_room_for_is_not_emptied() -> None:
    holds = EVERYTHING - {"concept.note"}
    brought = Brought("one", doc())
    assert judged("g", brought, doc(note="both"), doc(note="both"), holds).verdict == "same"


@pytest.mark.parametrize(("theirs", "expected"), [(doc(), "same"), (doc(note="x"), "conflict")])
def test_what_a_person_deleted_stays_so(theirs: str, expected: str) -> None:
    found = verdict(None, doc(), theirs)
    assert (found.verdict, found.stores) == (expected, False)


def test_what_may_be_the_one_waits_unless_it_says_nothing_new() -> None:
    told = Brought("one", doc(replace(ONE, id="-")), probable=True)
    assert judged("g", told, doc(), None).verdict == "same"
    found = judged("g", told._replace(document=doc(note="new")), doc(), None)
    assert (found.verdict, found.stores) == ("probable", False)


def test_a_decision_stands_where_nothing_changed_since() -> None:
    found = decided("g", Wanted("one", doc(), doc(note="new")), doc())
    assert (found.verdict, found.document) == ("changed", doc(note="new"))
    gone = decided("g", Wanted("one", doc(), None), doc())
    assert (gone.verdict, gone.stores, gone.document) == ("changed", True, None)


def test_a_decision_never_undoes_what_was_changed_since() -> None:
    wanted = Wanted("one", doc(note="a", subject="s"), doc())
    found = decided("g", wanted, doc(note="mine", subject="s"))
    assert (found.verdict, found.document) == ("conflict", doc(note="mine"))
    deleted = decided("g", Wanted("one", doc(), None), doc(note="mine"))
    assert (deleted.verdict, deleted.stores) == ("conflict", False)
    assert decided("g", Wanted("one", doc(), doc(note="a")), None).verdict == "conflict"


def test_a_file_does_not_take_back_what_it_does_not_know_of() -> None:
    """A person's change stays one, however many files have come in over it."""
    first = doc()
    typed = doc(note="mine")
    second = verdict(typed, first, doc(subject="second"))
    assert second.document is not None
    changes = [FileChange(None, True), FileChange(first, False), FileChange(typed, True)]
    base = base_from_files("g", changes, second.document)
    assert base == doc(subject="second")
    third = verdict(second.document, base, doc(subject="third"))
    assert third.document == doc(note="mine", subject="third")


def test_what_a_person_made_has_no_base() -> None:
    assert base_from_files("g", [FileChange(None, False)], doc()) is None


def test_a_file_that_added_to_what_a_person_made_is_the_base_of_that_alone() -> None:
    changes = [FileChange(None, False), FileChange(doc(note="mine"), True)]
    base = base_from_files("g", changes, doc(note="mine", subject="theirs"))
    assert base == to_json(Concept(glossary="g", id="one", subject="theirs"))


def test_what_a_file_deleted_is_no_base() -> None:
    changes = [FileChange(None, True), FileChange(doc(), True)]
    assert base_from_files("g", changes, None) is None


def test_a_new_variant_leaves_an_approved_term_alone_and_a_new_text_does_not() -> None:
    term = Term(id="t", text="a", approval="approved", approved_by="Ana", approved_at="2021")
    approved = replace(ONE, languages={"en": LanguageSection(terms=(term,))})
    more = (term, Term(id="u", text="b"))
    added = replace(ONE, languages={"en": LanguageSection(terms=more)})
    assert verdict(doc(approved), doc(approved), doc(added)).document == doc(added)
    other = replace(ONE, languages={"en": LanguageSection(terms=(replace(term, text="c"),))})
    found = verdict(doc(approved), doc(approved), doc(other)).document
    assert found is not None
    assert '"approval":"in_review"' in found


@given(st.lists(concepts("one"), min_size=1, max_size=4), concepts("one"))
def test_of_files_alone_the_base_is_the_last_of_them(states: list[Concept], mine: Concept) -> None:
    documents = [to_json(state) for state in states]
    changes = [FileChange(before, True) for before in [None, *documents[:-1]]]
    assert base_from_files("g", changes, documents[-1]) == documents[-1]
    typed = [*changes, FileChange(documents[-1], False)]
    assert base_from_files("g", typed, to_json(mine)) == documents[-1]
