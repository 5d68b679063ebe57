import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.meeting.meeting import (
    ROLES,
    Appearance,
    Document,
    Item,
    Meeting,
    Note,
    Person,
    Wording,
)
from booth_app.meeting.meeting_document import MeetingInvalid, from_document, to_document

CALENDAR = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
WORDS = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)
TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), st.builds(Wording, WORDS, st.booleans()))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    zone = ZoneInfo(draw(st.sampled_from(["Europe/Brussels", "America/New_York", "UTC"])))
    first, second = sorted(draw(st.tuples(CALENDAR, CALENDAR)))
    start, end = first.astimezone(zone), second.astimezone(zone)
    people = tuple(
        Person(name=name, names=draw(TEXTS), bio=draw(TEXTS), verified=draw(st.booleans()))
        for name in draw(st.lists(WORDS, unique=True, max_size=3))
    )
    appearances = tuple(Appearance(p.name, draw(st.sampled_from(ROLES))) for p in people)
    item = Item(id="s1", start=start, end=end, title=draw(TEXTS), people=appearances)
    note = Note(id="n1", kind="slip", text=draw(WORDS), items=("s1",))
    return Meeting(
        id="m",
        title=draw(TEXTS),
        zone=zone.key,
        zone_label=draw(WORDS),
        start=start,
        end=end,
        items=(item,),
        people=people,
        notes=(note,),
        documents=(Document("note.txt", "fr"),),
    )


@given(meetings())
def test_a_meeting_survives_json(meeting: Meeting) -> None:
    document = json.loads(json.dumps(to_document(meeting)))
    assert from_document(document) == meeting
    assert to_document(from_document(document)) == to_document(meeting)


def small() -> dict[str, Any]:
    return {
        "id": "m",
        "title": {"en": {"text": "A meeting", "verified": True}},
        "zone": "Europe/Brussels",
        "start": "2021-01-22T16:00:00+01:00",
        "end": "2021-01-22T18:00:00+01:00",
        "people": [{"name": "Ana"}],
        "items": [
            {
                "id": "s1",
                "start": "2021-01-22T16:00:00+01:00",
                "end": "2021-01-22T17:00:00+01:00",
                "title": {"en": {"text": "Opening", "verified": "false"}},
                "people": [{"person": "Ana", "role": "speaker"}],
            }
        ],
        "notes": [{"id": "n1", "kind": "trap", "text": "Mind this.", "items": ["s1"]}],
        "documents": [{"file": "note.txt", "lang": "fr"}],
    }


def test_times_stand_in_the_meetings_zone() -> None:
    document = small() | {"start": "2021-01-22T15:00:00+00:00"}
    assert from_document(document).start.isoformat() == "2021-01-22T16:00:00+01:00"


def test_the_text_of_documents_is_left_out() -> None:
    document = small()
    meeting = from_document(document)
    with_text = Document("note.txt", "fr", "Bonjour")
    assert to_document(meeting)["documents"] == document["documents"]
    assert "Bonjour" not in json.dumps(to_document(replace(meeting, documents=(with_text,))))


def test_an_end_in_the_repeated_hour_is_after_its_start() -> None:
    document = small() | {
        "start": "2021-10-31T02:50:00+02:00",
        "end": "2021-10-31T02:10:00+01:00",
        "items": [],
        "notes": [],
    }
    assert from_document(document).end.isoformat() == "2021-10-31T02:10:00+01:00"


@pytest.mark.parametrize(
    ("path", "value", "where", "says"),
    [
        (["zone"], "Mars/Base", "zone", "time zone"),
        (["zone"], "Europe", "zone", "time zone"),
        (["zone"], "../etc", "zone", "time zone"),
        (["zone"], "", "", "'zone' is missing"),
        (["start"], "2021-01-22T16:00", "start", "offset"),
        (["start"], "four o'clock", "start", "offset"),
        (["start"], "0001-01-01T00:00:00+14:00", "start", "offset"),
        (["end"], "2021-01-22T15:00:00+01:00", "end", "ends before it starts"),
        (["title"], {"de": {}}, "title", "unknown key 'de'"),
        (["title", "en"], {"words": "x"}, "title.en", "unknown key 'words'"),
        (["title", "en", "verified"], "perhaps", "title.en.verified", "true or false"),
        (["title", "en", "verified"], [], "title.en.verified", "true or false"),
        (["items"], {}, "items", "a list"),
        (["items", 0], "s1", "items.0", "keys with values"),
        (["items", 0, "end"], "2021-01-22T15:00:00+01:00", "items.0.end", "ends before"),
        (["items", 0, "people", 0, "role"], "star", "items.0.people.0.role", "none of"),
        (["items", 0, "people", 0, "person"], "Bob", "items.0.people.0.person", "not among"),
        (["notes", 0, "items", 0], "s9", "notes.0.items.0", "no item"),
        (["notes", 0, "items", 0], 9, "notes.0.items.0", "text"),
        (["notes", 0, "kind"], "joke", "notes.0.kind", "none of"),
        (["people", 0, "gender"], "x", "people.0.gender", "none of"),
        (["documents", 0, "lang"], "de", "documents.0.lang", "none of"),
        (["colour"], "red", "", "unknown key 'colour'"),
        (["id"], 7, "id", "text"),
    ],
)
def test_a_fault_says_what_and_where(
    path: list[str | int], value: object, where: str, says: str
) -> None:
    document: Any = small()
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(MeetingInvalid) as caught:
        from_document(document)
    assert ".".join(str(step) for step in caught.value.where) == where
    assert says in caught.value.message


@pytest.mark.parametrize("key", ["items", "people", "notes"])
def test_nothing_stands_twice(key: str) -> None:
    document = small()
    document[key] *= 2
    with pytest.raises(MeetingInvalid, match="second time"):
        from_document(document)


@pytest.mark.parametrize("document", [None, [], "meeting", 3, {}])
def test_what_is_no_meeting_is_refused(document: object) -> None:
    with pytest.raises(MeetingInvalid):
        from_document(document)
