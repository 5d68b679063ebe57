"""The meetings: what is shown is what is kept."""

import contextlib
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.meeting.document_part import MeetingInvalid
from booth_app.meeting.meeting import Meeting, Person
from booth_app.paths import bundled
from booth_app.store.faults import StoreFault
from booth_app.store.meeting_rows import meeting_of, person_document
from booth_app.store.standing import Standing, standing_of

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.store.store import Store

__all__ = ["Meetings", "Standing"]

_ORIGIN: Final = "booth"
_UNREADABLE: Final = (ValueError, KeyError, TypeError, RecursionError, MeetingInvalid)


class NoMeeting(StoreFault):
    """Something was to be kept with a meeting where none is open."""


class Meetings:
    """The stored meetings, where the booth stood in each, and what the person added to them.

    Opening takes new and changed bundled meetings in and belongs in a worker thread; the rest may
    be called from any. Changes raise `StoreFault`: `NotWritable` where the store is read only.
    """

    def __init__(self, store: "Store", folder: Path | None = None) -> None:
        self._store = store
        self._turn = threading.Lock()
        self._kept: dict[str, Standing] = {}
        self._being_stored: set[str] = set()
        from booth_app.store.bundled import take_in_meetings

        take_in_meetings(store, folder or bundled("resources") / "meetings")

    def ids(self) -> list[str]:
        """Return the ids of all meetings, by id."""
        return [row[0] for row in self._store.reader.rows("SELECT id FROM meeting ORDER BY id")]

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Return the meeting with the person's additions; None where there is none."""
        reader = self._store.reader
        found = reader.rows("SELECT document FROM meeting WHERE id = ?", (meeting_id,))
        if not found:
            return None
        people = reader.rows(
            "SELECT name, document FROM meeting_person WHERE meeting = ? ORDER BY rowid",
            (meeting_id,),
        )
        document = found[0][0]
        try:
            return meeting_of(document, dict(people))
        except _UNREADABLE as error:
            reason = error
        if people:  # one row of them must not take the meeting away
            with contextlib.suppress(*_UNREADABLE):
                meeting = meeting_of(document, {})
                self._store.told(f"What you added to {meeting_id} cannot be read: {reason}.")
                return meeting
        self._store.told(f"The meeting {meeting_id} cannot be read: {reason}.")
        return None

    def last_open(self, meeting_id: str = "") -> Meeting | None:
        """Return the meeting `meeting_id`, else the one the booth stood in last, else the first."""
        stood = self._store.reader.rows("SELECT meeting FROM standing ORDER BY at DESC LIMIT 1")
        candidates = [meeting_id, *(row[0] for row in stood), *self.ids()]
        found = (self.meeting(candidate) for candidate in dict.fromkeys(candidates) if candidate)
        return next((meeting for meeting in found if meeting is not None), None)

    def standing(self, meeting_id: str) -> Standing:
        """Return where the booth stands in the meeting."""
        with self._turn:
            if meeting_id in self._kept:
                return self._kept[meeting_id]
        found = self._store.reader.rows(
            "SELECT document FROM standing WHERE meeting = ?", (meeting_id,)
        )
        return standing_of(found[0][0]) if found else Standing()

    def keep(self, meeting_id: str, standing: Standing) -> None:
        """Remember where the booth stands; returns at once and is stored in the background.

        Of several the last one counts, closing the store waits for it, faults are told. While
        another program writes it is remembered here alone. Without a meeting there is no place.
        """
        if not meeting_id:
            return
        with self._turn:
            self._kept[meeting_id] = standing
            idle = meeting_id not in self._being_stored and self._store.can_write
            if idle:
                self._being_stored.add(meeting_id)
        if idle:
            self._store.later(lambda: self._store_standing(meeting_id))

    def add_person(self, meeting: Meeting, person: Person, items: Sequence[str] = ()) -> Meeting:
        """Add somebody nobody planned, to speak in the items of these ids; return the meeting.

        Whoever the meeting knows by that name already stays as they are.
        """
        if meeting.person(person.name) is not None:
            return meeting
        unplanned = replace(person, unplanned=True)
        return self._kept_person(meeting, unplanned, tuple(items))

    def enter(self, meeting: Meeting, person: Person) -> Meeting:
        """Keep what was entered about somebody of the meeting; return the meeting.

        Of whom a source has, that is how the name is said, the form of address, the language they
        speak and whether their text was received.
        """
        name = person.name
        if meeting.person(name) in (None, person):
            return meeting
        appears = (item for item in meeting.items if any(a.person == name for a in item.people))
        items = tuple(item.id for item in appears) if person.unplanned else ()
        return self._kept_person(meeting, person, items)

    def miss(self, meeting_id: str, text: str, lang: str) -> None:
        """Count a look-up that found nothing; it is the meeting's own until it is released.

        Returns at once and is stored in the background; without a meeting there is no place.
        """
        if meeting_id and self._store.can_write:
            self._store.later(lambda: self._count(meeting_id, text, lang))

    def missed(self, meeting_id: str) -> list[str]:
        """Return what was looked up in vain and not released, the most frequent first."""
        from booth_app.store import missed

        return missed.private(self._store.reader, meeting_id)

    def release_missed(self, meeting_id: str) -> int:
        """Let the editor see what was looked up in vain; return how many texts these are."""
        from booth_app.store import missed

        with self._store.writing() as connection:
            return missed.release(connection, meeting_id)

    def _count(self, meeting_id: str, text: str, lang: str) -> None:
        from booth_app.store import missed

        with self._store.writing() as connection:
            missed.count(connection, text, lang, meeting_id)

    def _kept_person(self, meeting: Meeting, person: Person, items: tuple[str, ...]) -> Meeting:
        from booth_app.store.meetings import keep_person

        if not meeting.id:
            raise NoMeeting("No meeting is open, so nobody can be added to one.")
        earlier = self._store.reader.rows(
            "SELECT document FROM meeting_person WHERE meeting = ? AND name = ?",
            (meeting.id, person.name),
        )
        document = person_document(meeting, person, items, earlier[0][0] if earlier else None)
        with self._store.writing() as connection:
            stamp = self._store.stamp(_ORIGIN)
            keep_person(connection, meeting.id, person.name, document, stamp)
        self._store.back_up_if_due()
        return self.meeting(meeting.id) or meeting

    def _store_standing(self, meeting_id: str) -> None:
        from booth_app.store.meetings import keep_standing

        stored: Standing | None = None
        while True:
            with self._turn:
                standing = self._kept[meeting_id]
                if standing is stored:
                    self._being_stored.discard(meeting_id)
                    return
            try:
                with self._store.writing() as connection:
                    keep_standing(connection, meeting_id, standing.document(), self._store.person)
            except BaseException:
                with self._turn:
                    self._being_stored.discard(meeting_id)
                raise
            stored = standing
