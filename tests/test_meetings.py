import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from booth_app.meeting.meeting import Appearance, Meeting, Person, Wording
from booth_app.meetings import Meetings, NoMeeting, Standing
from booth_app.paths import DataFolder, bundled
from booth_app.store.faults import NotWritable
from booth_app.store.store import Store

ID = "gfmd-mayors-2021"
SHIPPED = bundled("resources") / "meetings"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    store = Store.open(data, "Ana", write=True)
    yield store
    store.close()


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with a copy of the shipped meeting, to be changed."""
    shutil.copytree(SHIPPED, tmp_path / "meetings")
    return tmp_path / "meetings"


def test_the_shipped_meeting_is_kept_whole(store: Store) -> None:
    from booth_app.meeting.meeting_folder import read_meeting

    meetings = Meetings(store)
    assert meetings.ids() == [ID]
    assert meetings.meeting(ID) == read_meeting(SHIPPED / ID)
    assert meetings.last_open() == meetings.meeting(ID)
    assert meetings.meeting("never") is None


def test_a_meeting_is_taken_in_once_and_again_when_it_changed(store: Store, sources: Path) -> None:
    for _ in range(2):
        Meetings(store, sources)
        assert _changes(store) == [("", None)]
    (sources / ID / "concept-note-fr.txt").write_text("Une autre note.", encoding="utf-8")
    meeting = Meetings(store, sources).meeting(ID)
    assert meeting is not None
    assert meeting.documents[0].text == "Une autre note."
    assert len(_changes(store)) == 2


def test_without_any_meeting_nothing_is_kept_and_that_is_told(
    data: DataFolder, tmp_path: Path
) -> None:
    told: list[str] = []
    store = Store.open(data, "Ana", write=True, told=told.append)
    meetings = Meetings(store, tmp_path / "none")
    assert [sentence for sentence in told if "No meeting was found" in sentence] == told
    assert len(told) == 1
    now = datetime.now(UTC)
    nothing = Meeting(id="", title={}, start=now, end=now)
    meetings.keep("", Standing(speaker="Ana"))
    with pytest.raises(NoMeeting, match="No meeting is open"):
        meetings.add_person(nothing, Person(name="Ben"))
    store.close()
    assert len(told) == 1


def test_an_addition_that_cannot_be_read_does_not_take_the_meeting_away(
    data: DataFolder,
) -> None:
    told: list[str] = []
    store = Store.open(data, "Ana", write=True, told=told.append)
    meetings = Meetings(store)
    whole = meetings.meeting(ID)
    assert whole is not None
    meetings.add_person(whole, Person(name="Ben"))
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE meeting_person SET document = '{'")
    assert meetings.meeting(ID) == whole
    assert len(told) == 1
    store.close()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_folder_whose_name_is_no_text_is_left_out(data: DataFolder, sources: Path) -> None:
    odd = sources / os.fsdecode(b"odd\xff")
    shutil.copytree(sources / ID, odd)
    told: list[str] = []
    store = Store.open(data, "Ana", write=True, told=told.append)
    assert Meetings(store, sources).ids() == [ID]
    assert len(told) == 1
    store.close()


def test_a_meeting_that_cannot_be_read_is_told_and_the_stored_one_stays(
    data: DataFolder, sources: Path
) -> None:
    told: list[str] = []
    store = Store.open(data, "Ana", write=True, told=told.append)
    Meetings(store, sources)
    (sources / ID / "meeting.yaml").write_text("id: [", encoding="utf-8")
    assert Meetings(store, sources).meeting(ID) is not None
    store.close()
    assert len(told) == 1
    assert "meeting.yaml, line" in told[0]


def test_without_a_folder_there_is_no_meeting(store: Store, tmp_path: Path) -> None:
    meetings = Meetings(store, tmp_path / "nothing")
    assert meetings.ids() == []
    assert meetings.last_open("gone") is None


def test_where_the_booth_stood_is_remembered(data: DataFolder, store: Store) -> None:
    meetings = Meetings(store)
    assert meetings.standing(ID) == Standing()
    for delay in range(30):
        meetings.keep(
            ID, Standing(item="3", delay=delay, clock="2021-01-22T16:20:00+01:00", speaker="A")
        )
        assert meetings.standing(ID).delay == delay
    store.close()
    again = Store.open(data, "Ana", write=False)
    assert Meetings(again).standing(ID) == Standing(
        item="3", delay=29, clock="2021-01-22T16:20:00+01:00", speaker="A"
    )
    again.close()


def test_beside_another_writer_it_is_remembered_here_alone(data: DataFolder) -> None:
    Store.open(data, "Ana", write=False).close()
    told: list[str] = []
    store = Store.open(data, "Ana", write=False, told=told.append)
    meetings = Meetings(store)
    meetings.keep(ID, Standing(delay=7))
    assert meetings.standing(ID).delay == 7
    meeting = meetings.meeting(ID)
    assert meeting is not None
    with pytest.raises(NotWritable):
        meetings.enter(meeting, replace(meeting.people[0], say_as="so"))
    store.close()
    assert told == []
    again = Store.open(data, "Ana", write=False)
    assert Meetings(again).standing(ID) == Standing()
    again.close()


def test_a_fault_while_storing_is_told_and_the_next_standing_is_tried_again(
    data: DataFolder,
) -> None:
    told: list[str] = []
    store = Store.open(data, "Ana", write=True, told=told.append)
    meetings = Meetings(store)
    with store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE standing RENAME TO elsewhere")
    meetings.keep(ID, Standing(delay=1))
    _wait(store)
    assert len(told) == 1
    with store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO standing")
    meetings.keep(ID, Standing(delay=2))
    _wait(store)
    assert store.reader.rows("SELECT count(*) FROM standing") == [(1,)]
    store.close()


def test_somebody_nobody_planned_is_added_to_the_items(store: Store, sources: Path) -> None:
    meetings = Meetings(store, sources)
    meeting = meetings.meeting(ID)
    assert meeting is not None
    item = meeting.items[1]
    new = Person(name="Zoë Ünplanned", title={"en": Wording("Mayor of <b>X</b>", False)})
    changed = meetings.add_person(meeting, new, [item.id])
    added = changed.person("Zoë Ünplanned")
    assert added is not None
    assert added.unplanned
    assert added.title["en"].text == "Mayor of <b>X</b>"
    assert changed.items[1].people == (
        *item.people,
        Appearance("Zoë Ünplanned", "speaker"),
    )
    assert meetings.add_person(changed, new, [item.id]) == changed
    said = meetings.enter(changed, replace(added, say_as="zo-ee", speaks="es"))
    assert said.items == changed.items
    (sources / ID / "concept-note-fr.txt").write_text("new", encoding="utf-8")
    again = Meetings(store, sources).meeting(ID)
    assert again is not None
    assert again.people == said.people
    assert [name for name, _ in _changes(store)] == ["", "Zoë Ünplanned", "Zoë Ünplanned", ""]


def test_what_is_entered_about_somebody_is_kept_over_a_new_source(
    store: Store, sources: Path
) -> None:
    meetings = Meetings(store, sources)
    meeting = meetings.meeting(ID)
    assert meeting is not None
    name = meeting.people[0].name
    address = {"fr": Wording("Madame la maire", True)}
    said = meetings.enter(meeting, replace(meeting.people[0], say_as="GUN-ar-son"))
    spoken = replace(said.people[0], speaks="en", speech="received", address=address)
    changed = meetings.enter(said, spoken)
    assert changed.people[0] == spoken
    assert meetings.enter(changed, spoken) == changed
    assert meetings.enter(changed, Person(name="nobody", say_as="x")) == changed
    (sources / ID / "concept-note-fr.txt").write_text("new", encoding="utf-8")
    again = Meetings(store, sources).meeting(ID)
    assert again is not None
    assert again.person(name) == spoken
    cleared = meetings.enter(again, meeting.people[0])
    assert cleared.person(name) == meeting.people[0]


def test_the_meeting_asked_for_comes_before_the_one_last_open(store: Store, sources: Path) -> None:
    other = sources / "another"
    shutil.copytree(sources / ID, other)
    file = other / "meeting.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"id: {ID}", "id: another", 1), encoding="utf-8")
    meetings = Meetings(store, sources)
    assert meetings.ids() == ["another", ID]
    first = meetings.last_open()
    assert first is not None
    assert first.id == "another"
    for id_ in (ID, "another", ID):
        meetings.keep(id_, Standing(delay=1))
        _wait(store)
        last = meetings.last_open()
        assert last is not None
        assert last.id == id_
    asked = meetings.last_open("another")
    assert asked is not None
    assert asked.id == "another"


def _changes(store: Store) -> list[tuple[object, ...]]:
    rows = store.reader.rows("SELECT name, before IS NULL FROM meeting_change ORDER BY seq")
    return [(name, None) if fresh else (name, "before") for name, fresh in rows]


def _wait(store: Store) -> None:
    """Wait until what was asked of the store's own thread is done."""
    import threading

    done = threading.Event()
    store.later(done.set)
    assert done.wait(30)


def test_look_ups_in_vain_are_counted_and_released_by_meeting(data: DataFolder) -> None:
    with_store = Store.open(data, "Ana", write=True)
    meetings = Meetings(with_store)
    for meeting_id, text in ((ID, "PMR"), (ID, "PMR"), (ID, "éxodo"), ("other", "x"), ("", "y")):
        meetings.miss(meeting_id, text, "es")
    with_store.close()  # waits for what is being stored
    again = Store.open(data, "Ana", write=True)
    meetings = Meetings(again)
    assert meetings.missed(ID) == ["PMR", "éxodo"]
    assert meetings.missed("") == []
    assert meetings.release_missed(ID) == 2
    assert meetings.missed(ID) == []
    assert meetings.missed("other") == ["x"]
    again.close()
    reading = Store.open(data, "Ana", write=False)
    read_only = Meetings(reading)
    read_only.miss(ID, "z", "es")  # beside another program nothing is kept, nor told
    with pytest.raises(NotWritable):
        read_only.release_missed(ID)
    reading.close()
