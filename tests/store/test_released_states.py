from dataclasses import replace
from itertools import count

import pytest
from sqlalchemy import insert

from booth_app.store.glossary_states import ConceptStates, concept_states
from booth_app.store.history import history
from booth_app.store.released_states import RELEASED, ReleasedStates
from booth_app.store.releases import Recorded, record
from booth_app.store.said import Said
from booth_app.store.store import Store
from booth_app.store.tables import glossary
from booth_app.terminology.approval import approved
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import mark
from tests.store.samples import concept, saved

DRAFT = concept("one")
APPROVED = approved(DRAFT, "Ana", "2026-11-24", ["one.en.1", "one.ar.1"])
KEY = ConceptKey("g", "one")
_versions = count(1)


def in_review(text: str) -> Concept:
    """Return the approved concept with a new English text that waits for its approval."""
    english = APPROVED.section("en")
    term = replace(english.terms[0], text=text, approval="in_review")
    term = replace(term, approved_by="", approved_at="")
    return replace(
        APPROVED, languages={**APPROVED.languages, "en": replace(english, terms=(term,))}
    )


def released(store: Store, *, approved_only: bool = False) -> Recorded:
    """Record a release of what is stored now."""
    made = Recorded(
        glossary="g",
        version=str(next(_versions)),
        person="Ana",
        at="t",
        checksum="",
        seq=store.reader.last_change(),
        approved_only=approved_only,
    )
    with store.writing() as connection:
        connection.execute(insert(glossary).prefix_with("OR IGNORE").values(name="g"))
        record(connection, made)
    return made


def of(store: Store, release: Recorded) -> Said | None:
    return ReleasedStates(store.reader, "g").of("one", release, RELEASED)


def now(store: Store) -> ConceptStates:
    [states] = concept_states(store.data.database, "g")
    return states


def test_a_release_said_what_was_stored_then(store: Store) -> None:
    before = released(store)
    saved(store, DRAFT)
    first = released(store)
    saved(store, replace(DRAFT, note="later"))
    assert of(store, before) is None
    assert of(store, first) == Said("one", 1, RELEASED, "", to_json(DRAFT))


def test_it_said_the_last_approved_text_of_what_was_in_review(store: Store) -> None:
    saved(store, APPROVED, in_review("mobility"))
    said = of(store, released(store))
    assert said is not None
    assert said.document == to_json(APPROVED)
    assert said.rev == 2


@pytest.mark.parametrize("approved_only", [False, True])
def test_it_said_nothing_of_what_it_held_back(store: Store, approved_only: bool) -> None:
    saved(store, DRAFT)
    assert (of(store, released(store, approved_only=approved_only)) is None) == approved_only


def test_it_said_nothing_of_what_was_deleted(store: Store) -> None:
    from booth_app.store.concepts import delete

    saved(store, DRAFT)
    with store.writing() as connection:
        delete(connection, KEY, store.stamp("typed"))
    assert of(store, released(store)) is None


def test_what_is_released_as_it_is_descends_from_all_it_was(store: Store) -> None:
    saved(store, DRAFT, replace(DRAFT, note="later"))
    states = now(store)
    made = ReleasedStates(store.reader, "g")
    assert made.line(states.current, states) == (states.current, states.revision)
    assert made.unlike == []


def test_what_is_held_back_in_part_descends_from_what_was_released_alone(store: Store) -> None:
    saved(store, APPROVED)
    released(store)
    later = replace(in_review("mobility"), note="later")
    saved(store, in_review("mobility"), later)
    made, states = ReleasedStates(store.reader, "g"), now(store)
    shipped = replace(APPROVED, note="later")
    concept, revision = made.line(shipped, states)
    assert concept == shipped
    assert revision.marks.split() == [mark(to_json(each)) for each in (shipped, APPROVED)]
    assert made.unlike == [Said("one", 3, RELEASED, "", to_json(shipped))]
    again = ReleasedStates(store.reader, "g")
    assert again.line(APPROVED, states)[1].marks == mark(to_json(APPROVED))
    assert again.unlike == [], "that it said before"


def test_the_marks_of_a_concept_are_of_all_its_states(store: Store) -> None:
    states = [DRAFT, APPROVED, in_review("mobility")]
    saved(store, *states)
    marks = ReleasedStates(store.reader, "g").marks("one").split()
    assert marks == [mark(to_json(each)) for each in reversed(states)]
    assert len(history(store.reader, KEY)) == len(states)
