"""Many concepts are approved, and that is taken back of what nobody touched since."""

from dataclasses import replace

from booth_app.editing.approving import Approving, Waiting
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from tests.editing.made_glossaries import CONCEPTS

KEYS = [each.key for each in CONCEPTS]


def all_of(termbase: Termbase) -> list[Concept]:
    found = termbase.concepts(KEYS)
    return [found[key] for key in KEYS]


def test_all_terms_are_approved_by_the_person(desk_termbase: Termbase) -> None:
    approving = Approving(desk_termbase, lambda: KEYS, "Ana")
    assert approving.waiting() == Waiting(4, 13)
    told: list[tuple[int, int]] = []
    assert approving.run(lambda *done: told.append(done)) == Waiting(4, 13)
    assert told == [(4, 4)]
    for concept in all_of(desk_termbase):
        assert {(t.approval, t.approved_by) for _, t in concept.terms()} == {("approved", "Ana")}
        assert all(term.approved_at for _, term in concept.terms())
    assert Approving(desk_termbase, lambda: KEYS, "Ana").waiting() == Waiting(0, 0)
    assert desk_termbase.history(KEYS[0])[-1].origin == "typed"


def test_it_is_taken_back_but_for_what_changed_since(desk_termbase: Termbase) -> None:
    before = all_of(desk_termbase)
    approving = Approving(desk_termbase, lambda: KEYS, "Ana")
    approving.run()
    note = replace(all_of(desk_termbase)[0], note="later")
    desk_termbase.save(note, "typed")
    assert approving.undo() == 4
    assert all_of(desk_termbase) == [replace(before[0], note="later"), *before[1:]]


def test_a_later_approval_of_somebody_else_stays(desk_termbase: Termbase) -> None:
    approving = Approving(desk_termbase, lambda: KEYS[:1], "Ana")
    approving.run()
    [concept, *_] = all_of(desk_termbase)
    section = concept.section("en")
    other = replace(section.terms[0], approved_by="Ben")
    changed = replace(section, terms=(other,))
    desk_termbase.save(replace(concept, languages={**concept.languages, "en": changed}), "typed")
    approving.undo()
    [concept, *_] = all_of(desk_termbase)
    assert concept.section("en").terms[0].approval == "approved"
    assert concept.section("fr").terms[0].approval == "draft"


def test_cancelled_before_it_began_it_approves_nothing(desk_termbase: Termbase) -> None:
    approving = Approving(desk_termbase, lambda: KEYS, "Ana")
    approving.cancel()
    assert approving.run() == Waiting(0, 0)
    assert approving.undo() == 0


def test_what_is_not_there_is_passed_over(desk_termbase: Termbase) -> None:
    approving = Approving(desk_termbase, lambda: [ConceptKey("desk", "gone")], "Ana")
    assert approving.run() == Waiting(0, 0)
