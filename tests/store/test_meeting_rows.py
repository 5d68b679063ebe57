import json
from dataclasses import replace

import pytest

from booth_app.meeting.meeting import Meeting, Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.store.meeting_rows import document_of, meeting_of, person_document


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


def test_a_document_gives_its_meeting_back_with_its_texts(meeting: Meeting) -> None:
    document = document_of(meeting)
    assert meeting_of(document, {}) == meeting
    assert meeting_of(document, {}).documents[0].text == meeting.documents[0].text != ""


def test_what_no_file_can_hold_does_not_stop_anything(meeting: Meeting) -> None:
    odd = replace(meeting, title={"en": Wording("a \ud800 b", True)})
    assert meeting_of(document_of(odd), {}).title["en"].text == "a ? b"


def test_somebody_added_whom_a_newer_source_knows_stays_as_the_source_has_them(
    meeting: Meeting,
) -> None:
    known = meeting.people[0]
    mine = replace(known, bio={}, unplanned=True)
    addition = person_document(meeting, mine, ("s1",))
    assert meeting_of(document_of(meeting), {known.name: addition}) == meeting


def test_how_a_name_is_said_of_somebody_who_is_gone_is_kept_and_not_shown(
    meeting: Meeting,
) -> None:
    addition = person_document(meeting, Person(name="Gone", say_as="GON"), ())
    assert json.loads(addition) == {"say_as": "GON"}
    assert meeting_of(document_of(meeting), {"Gone": addition}) == meeting


def test_of_a_planned_person_only_what_differs_is_kept(meeting: Meeting) -> None:
    known = replace(meeting.people[0], say_as="RYAL-an")
    source = replace(meeting, people=(known, *meeting.people[1:]))
    speaks = replace(known, speaks="fr")
    first = person_document(source, speaks, ())
    assert json.loads(first) == {"speaks": "fr"}
    shown = replace(source, people=(speaks, *meeting.people[1:]))
    mute = replace(speaks, say_as="", address={"fr": Wording("Madame", True)})
    second = person_document(shown, mute, (), first)
    assert json.loads(second) == {
        "speaks": "fr",
        "say_as": "",
        "address": {"fr": {"text": "Madame", "verified": True}},
    }
    assert meeting_of(document_of(source), {known.name: second}).people[0] == mute


def test_items_that_are_gone_are_passed_over(meeting: Meeting) -> None:
    new = Person(name="New", unplanned=True)
    addition = person_document(meeting, new, ("never", "s2"))
    changed = meeting_of(document_of(meeting), {"New": addition})
    assert changed.people == (*meeting.people, new)
    assert [item.id for item in changed.items if any(a.person == "New" for a in item.people)] == [
        "s2"
    ]
