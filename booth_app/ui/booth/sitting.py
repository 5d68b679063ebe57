"""What the booth stands at in a meeting, and how each of the person's keys changes it.

Values only: the computer's clocks are read by the caller, nothing is shown and nothing kept here.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal

from booth_app.languages import Lang
from booth_app.meeting.clock import (
    Agenda,
    MeetingClock,
    Progress,
    Reading,
    agenda_at,
    first_progress,
    next_item,
    opened,
    we_are_here,
)
from booth_app.meeting.desk import EMPTY_DESK, Desk
from booth_app.meeting.meeting import Appearance, Item, Meeting, Person
from booth_app.meeting.turns import Turn
from booth_app.meetings import Standing

_GRACE: Final = timedelta(hours=1)
"""How long after its expected end a meeting is still taken to go on, and a turn after its own."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting under way in this booth.

    `speaker` is the confirmed speaker's name, empty while nobody is confirmed. `relay` is the
    language heard in place of theirs, empty off relay. `begun` is whether a key of agenda or turn
    was pressed since it was opened. `desk` is what the person keeps at hand.
    """

    meeting: Meeting
    clock: MeetingClock
    progress: Progress
    turn: Turn
    speaker: str = ""
    relay: Lang | Literal[""] = ""
    begun: bool = False
    desk: Desk = EMPTY_DESK

    @classmethod
    def resumed(
        cls, meeting: Meeting, standing: Standing, turn_minutes: int, reading: Reading
    ) -> "Sitting":
        """Return the sitting as it was left; a meeting never opened begins at its start."""
        kept = datetime.fromisoformat(standing.clock) if standing.clock else None
        clock = opened(meeting, reading, kept)
        known = any(item.id == standing.item for item in meeting.items)
        progress = (
            Progress(standing.item, standing.delay)
            if known
            else first_progress(meeting, clock.now(reading))
        )
        speaker = standing.speaker if meeting.person(standing.speaker) else ""
        return cls(
            meeting,
            clock,
            progress,
            _resumed_turn(standing, turn_minutes, reading),
            speaker,
            standing.relay,
            desk=standing.desk,
        )

    def standing(self, reading: Reading) -> Standing:
        """Return what is to be remembered of it."""
        left_at = self.clock.now(reading).isoformat() if self.clock.rehearsal else ""
        return Standing(
            item=self.progress.item,
            delay=self.progress.delay,
            clock=left_at,
            speaker=self.speaker,
            relay=self.relay,
            turn=_begun_at(self.turn, reading),
            turn_mine=self.turn.mine,
            desk=self.desk,
        )

    def agenda(self, reading: Reading) -> Agenda:
        """Return the agenda at `reading`."""
        return agenda_at(self.meeting, self.progress, self.clock.now(reading))

    def is_running(self, reading: Reading) -> bool:
        """Whether the meeting is under way, so that the screen must stay as it is.

        A live one is from its start on, a rehearsal from the first key of agenda or turn, both
        until an hour after the expected end; a turn that runs is always part of one.
        """
        left = self.turn.seconds_left(reading.ticks)
        if left is not None and left > -_GRACE.total_seconds():
            return True
        now = self.clock.now(reading)
        has_begun = self.begun or (not self.clock.rehearsal and now >= self.meeting.start)
        end = self.meeting.end + timedelta(minutes=self.progress.delay) + _GRACE
        return has_begun and now <= end

    @property
    def item(self) -> Item | None:
        """The current item, the first where none is known."""
        items = self.meeting.items
        return next((i for i in items if i.id == self.progress.item), items[0] if items else None)

    @property
    def people(self) -> tuple[tuple[Person, Appearance], ...]:
        """The current item's people."""
        return self.meeting.item_people(self.item) if self.item else ()

    @property
    def confirmed(self) -> Person | None:
        """The confirmed speaker."""
        return self.meeting.person(self.speaker) if self.speaker else None

    def person_beside(self, step: int) -> Person | None:
        """Return the item's person `step` after the confirmed speaker; None before the first.

        Nobody, or somebody of another item, stands before the first; after the last comes nobody
        new.
        """
        people = [person for person, _ in self.people]
        names = [person.name for person in people]
        at = names.index(self.speaker) if self.speaker in names else -1
        at = min(at + step, len(people) - 1)
        return people[at] if at >= 0 else None

    def ticked(self, reading: Reading) -> "Sitting":
        """Return the sitting with its clock tied to `reading`; asked for once a second."""
        return replace(self, clock=self.clock.ticked(reading))

    def at_next(self, reading: Reading) -> "Sitting":
        """Return the sitting with the next item begun; itself at the end of the agenda."""
        item = next_item(self.meeting, self.progress)
        return self.at(item.id, reading) if item else self

    def at(self, item_id: str, reading: Reading) -> "Sitting":
        """Return the sitting with the item `item_id` begun now; itself where there is none."""
        progress = we_are_here(self.meeting, item_id, self.clock.now(reading))
        if progress is None:
            return self
        begun = replace(self, progress=progress, begun=True)
        return begun if progress.item == self.progress.item else begun.confirming("")

    def clock_moved(self, by: timedelta, reading: Reading) -> "Sitting":
        """Return the sitting with the rehearsal's clock moved; a live meeting's stays."""
        return replace(self, clock=self.clock.moved(by, reading))

    def clock_at_start(self, reading: Reading) -> "Sitting":
        """Return the rehearsal begun anew: clock, item and delay of the meeting's start."""
        if not self.clock.rehearsal:
            return self
        clock = self.clock.put(self.meeting.start, reading)
        progress = first_progress(self.meeting, self.meeting.start)
        return replace(self, clock=clock, progress=progress, begun=False).confirming("")

    def confirming(self, name: str) -> "Sitting":
        """Return the sitting with `name` confirmed as the speaker; empty: nobody.

        Another speaker is heard directly until the person says otherwise.
        """
        relay = self.relay if name == self.speaker else ""
        return replace(self, speaker=name, relay=relay)

    def relayed(self, lang: Lang | Literal[""]) -> "Sitting":
        """Return the sitting with `lang` heard in place of the speaker's; empty: off relay."""
        return replace(self, relay=lang)

    def with_desk(self, desk: Desk) -> "Sitting":
        """Return the sitting with this at hand."""
        return replace(self, desk=desk)

    def of_meeting(self, meeting: Meeting) -> "Sitting":
        """Return the sitting with `meeting` as it is kept now: somebody added, a name explained."""
        return replace(self, meeting=meeting)

    def handed_over(self, ticks: float) -> "Sitting":
        """Return the sitting with the turn begun, or handed to the partner."""
        return replace(self, turn=self.turn.handed_over(ticks), begun=True)

    def turn_stopped(self) -> "Sitting":
        """Return the sitting with the turn timer at rest."""
        return replace(self, turn=self.turn.stopped())


def _begun_at(turn: Turn, reading: Reading) -> str:
    """Return when a turn began, by the wall clock (ISO); empty where none runs."""
    if turn.began is None:
        return ""
    return (reading.wall - timedelta(seconds=reading.ticks - turn.began)).isoformat()


def _resumed_turn(standing: Standing, minutes: int, reading: Reading) -> Turn:
    """Return the turn that was under way; at rest where none was, or one over for long."""
    if not standing.turn:
        return Turn(minutes)
    gone = reading.wall - datetime.fromisoformat(standing.turn)
    if not timedelta(0) <= gone <= timedelta(minutes=minutes) + _GRACE:
        return Turn(minutes)
    return Turn(minutes, reading.ticks - gone.total_seconds(), standing.turn_mine)
