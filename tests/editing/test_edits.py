"""What an editor did is undone step by step, as new changes, and never what others did since."""

from dataclasses import replace

import pytest

from booth_app.editing.edits import Edits
from booth_app.editing.joining_two import made_one
from booth_app.store.faults import StoreFault
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Approval, Concept, ConceptKey
from tests.editing.made_glossaries import NAME, concept

KEY = ConceptKey(NAME, "c1")


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 10.0
        return self.now


def stored(termbase: Termbase, key: ConceptKey = KEY) -> Concept:
    found = termbase.concept(key)
    assert found is not None
    return found


def approvals(found: Concept) -> set[Approval]:
    return {term.approval for _, term in found.terms()}


def with_text(found: Concept, text: str) -> Concept:
    section = found.section("en")
    term = replace(section.terms[0], text=text)
    return replace(found, languages={**found.languages, "en": replace(section, terms=(term,))})


@pytest.fixture
def edits(desk_termbase: Termbase) -> Edits:
    return Edits(desk_termbase, Ticks())


def test_undo_and_redo_go_through_every_state(desk_termbase: Termbase, edits: Edits) -> None:
    first = stored(desk_termbase)
    states = [first] + [edits.save(replace(first, note=f"note {n}")) for n in range(3)]
    for state in reversed(states[:-1]):
        assert edits.undo() is not None
        assert stored(desk_termbase) == state
    assert edits.undo() is None
    for state in states[1:]:
        assert edits.redo() is not None
        assert stored(desk_termbase) == state
    assert edits.redo() is None
    assert len(desk_termbase.history(KEY)) == 10  # one that made it, nine changes
    assert edits.undoable == "typing"


def test_typing_on_in_one_field_is_one_step(desk_termbase: Termbase) -> None:
    edits = Edits(desk_termbase, lambda: 1.0)
    first = stored(desk_termbase)
    for text in ("s", "say", "say it"):
        edits.save(replace(first, note=text))
    edits.save(replace(first, note="say it", subject="other"))
    edits.undo()
    assert stored(desk_termbase) == replace(first, note="say it")
    edits.undo()
    assert stored(desk_termbase) == first


def test_a_new_step_ends_what_could_be_done_again(desk_termbase: Termbase, edits: Edits) -> None:
    first = stored(desk_termbase)
    edits.save(replace(first, note="one"))
    edits.undo()
    edits.save(replace(first, note="two"))
    assert edits.redo() is None


def test_what_others_did_since_stays(desk_termbase: Termbase, edits: Edits) -> None:
    first = stored(desk_termbase)
    edits.save(replace(first, note="mine"))
    desk_termbase.save(replace(stored(desk_termbase), subject="theirs"), "import")
    edits.undo()
    assert stored(desk_termbase) == replace(first, subject="theirs")


def test_a_new_concept_is_undone_and_done_again(desk_termbase: Termbase, edits: Edits) -> None:
    new = edits.save(concept("c9", en="new one"))
    edits.undo()
    assert desk_termbase.concept(new.key) is None
    assert not [h for h in desk_termbase.look_up("new one") if h.concept == new]
    edits.redo()
    assert desk_termbase.concept(new.key) == new
    assert desk_termbase.look_up("new one")[0].concept == new


def test_undoing_a_new_concept_leaves_it_where_somebody_worked_on_it_since(
    desk_termbase: Termbase, edits: Edits
) -> None:
    made = edits.save(concept("c9", en="zorb"))
    theirs = desk_termbase.save(replace(made, note="theirs"), "typed")
    edits.undo()
    assert stored(desk_termbase, made.key) == theirs


def test_a_deleted_concept_comes_back(desk_termbase: Termbase, edits: Edits) -> None:
    first = stored(desk_termbase)
    assert edits.delete(KEY)
    assert not edits.delete(KEY)
    assert desk_termbase.concept(KEY) is None
    edits.undo()
    assert stored(desk_termbase) == first


def test_a_change_takes_an_approved_term_back_and_undo_gives_it_again(
    desk_termbase: Termbase, edits: Edits
) -> None:
    approved = edits.approve(stored(desk_termbase), "Ana")
    assert approved is not None
    assert approvals(approved) == {"approved"}
    assert edits.approve(approved, "Ana") is None
    changed = edits.save(with_text(approved, "caravan of migrants"))
    assert changed.section("en").terms[0].approval == "in_review"
    assert changed.section("fr").terms[0].approval == "approved"
    edits.undo()
    assert stored(desk_termbase) == approved


def test_nothing_is_stored_or_remembered_where_nothing_changed(
    desk_termbase: Termbase, edits: Edits
) -> None:
    edits.save(stored(desk_termbase))
    assert edits.undoable == ""
    assert len(desk_termbase.history(KEY)) == 1


def test_what_cannot_be_stored_is_not_remembered(
    desk_termbase: Termbase, edits: Edits, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = stored(desk_termbase)
    edits.save(replace(first, note="kept"))

    def full(*_: object) -> None:
        raise StoreFault("The disk is full.")

    monkeypatch.setattr(Termbase, "save", full)
    with pytest.raises(StoreFault):
        edits.save(replace(first, note="lost"))
    with pytest.raises(StoreFault):
        edits.undo()
    monkeypatch.undo()
    edits.undo()
    assert stored(desk_termbase) == first


def test_what_is_typed_after_a_parting_is_a_step_of_its_own(desk_termbase: Termbase) -> None:
    edits = Edits(desk_termbase, lambda: 0.0)
    first = edits.save(with_text(stored(desk_termbase), "one"))
    edits.part()
    known = edits.last
    edits.save(with_text(first, "two"))
    edits.save(with_text(first, "three"))
    assert edits.last is not known
    edits.undo()
    assert edits.last is known
    assert stored(desk_termbase) == first


def test_two_concepts_made_one_are_parted_again_in_one_step(
    desk_termbase: Termbase, edits: Edits
) -> None:
    other = ConceptKey(NAME, "c2")
    first, second = stored(desk_termbase), stored(desk_termbase, other)
    one = edits.together("merging", lambda: made_one(desk_termbase, KEY, other, {}), KEY, other)
    assert one is not None
    assert desk_termbase.concept(other) is None
    step = edits.undo()
    assert step is not None
    assert (step.key, step.says) == (KEY, "merging")
    assert (stored(desk_termbase), stored(desk_termbase, other)) == (first, second)
    edits.redo()
    assert (stored(desk_termbase), desk_termbase.concept(other)) == (one, None)


def test_a_concept_that_was_made_by_an_act_is_no_more_once_it_is_undone(
    desk_termbase: Termbase, edits: Edits
) -> None:
    made = concept("c9", en="new")
    edits.together("taking in", lambda: desk_termbase.save(made, "booth"))
    edits.undo()
    assert desk_termbase.concept(made.key) is None
    assert edits.together("taking in", lambda: None, KEY) is None
    assert edits.undo() is None
