"""Now and next: the meeting's clock, the current item, the delay, the expected times.

Nothing here looks at the computer's clocks: a `Reading` of them is passed in. All arithmetic is
done on instants (UTC), since two times of one zone subtract by their digits and would be an hour
off across a change of summer time; results are in the meeting's zone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, Literal, NamedTuple

from booth_app.meeting.meeting import Item, Meeting

Stage = Literal["past", "now", "next", "later"]

_OVERTIME: Final = timedelta(hours=6)
"""How long after its planned end a meeting is still taken to go on."""
_SLEPT: Final = timedelta(seconds=2)
"""A wall clock that gained more than this on the ticks between two readings: the computer slept,
or the clock was put right."""
_MINUTE: Final = timedelta(minutes=1)


class Reading(NamedTuple):
    """What the computer's clocks said at one moment.

    `wall` is the time of day, aware; `ticks` are seconds of a clock that only runs forward
    (`time.monotonic`).
    """

    wall: datetime
    ticks: float


@dataclass(frozen=True, slots=True)
class MeetingClock:
    """The meeting's time `at` (UTC) the computer's last `reading`.

    From one reading to the next only the ticks count, so that setting the computer's clock back,
    or its zone, moves nothing. Where the wall clock gained on the ticks the computer slept: a
    live meeting went on meanwhile and is put on as far, a rehearsal waited where it was. The
    meeting's time never runs backwards by itself.
    """

    at: datetime
    reading: Reading
    rehearsal: bool

    def ticked(self, reading: Reading) -> "MeetingClock":
        """Return the clock as it stands at a later `reading`; to be kept about once a second."""
        passed = timedelta(seconds=max(0.0, reading.ticks - self.reading.ticks))
        gained = (reading.wall - self.reading.wall) - passed
        if gained > _SLEPT and not self.rehearsal:
            passed += gained
        return replace(self, at=self.at + passed, reading=reading)

    def now(self, reading: Reading) -> datetime:
        """Return the meeting's time (UTC) at a later `reading`."""
        return self.ticked(reading).at

    def moved(self, by: timedelta, reading: Reading) -> "MeetingClock":
        """Return the rehearsal's clock put on by `by`, or back; a live meeting's stays."""
        return self.put(self.now(reading) + by, reading)

    def put(self, to: datetime, reading: Reading) -> "MeetingClock":
        """Return the rehearsal's clock at `to`; a live meeting's stays."""
        return replace(self, at=_utc(to), reading=reading) if self.rehearsal else self


def is_live(meeting: Meeting, wall: datetime) -> bool:
    """Tell whether the meeting is today's: from its first midnight until it is surely over."""
    opening = datetime.combine(meeting.day, datetime.min.time(), meeting.tz)
    return opening.timestamp() <= wall.timestamp() <= (_utc(meeting.end) + _OVERTIME).timestamp()


def opened(meeting: Meeting, reading: Reading, kept: datetime | None = None) -> MeetingClock:
    """Return the clock to open `meeting` with.

    Today's meeting runs on the real clock; any other opens as a rehearsal, at its start or where
    the person left it (`kept`, a meeting time).
    """
    if is_live(meeting, reading.wall):
        return MeetingClock(reading.wall.astimezone(UTC), reading, rehearsal=False)
    return MeetingClock(_utc(kept or meeting.start), reading, rehearsal=True)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the room is in the agenda: an item's id (empty: no items) and the delay in minutes.

    It changes by the person's key alone, never with the clock.
    """

    item: str = ""
    delay: int = 0


def first_progress(meeting: Meeting, now: datetime) -> Progress:
    """Return where to open: at the item planned for `now`, else at the nearest one."""
    begun = [item for item in meeting.items if _utc(item.start) <= now]
    items = begun[-1:] or meeting.items[:1]
    return Progress(items[0].id) if items else Progress()


def we_are_here(meeting: Meeting, item_id: str, now: datetime) -> Progress | None:
    """Return the progress once the person says that `item_id` begins `now`.

    The delay is counted in whole minutes as the two clock faces show them: 16:22:40 against
    16:10 is 12, and an early start is negative. None where there is no such item.
    """
    item = next((item for item in meeting.items if item.id == item_id), None)
    return Progress(item.id, _minutes(_utc(item.start), now)) if item else None


def next_item(meeting: Meeting, progress: Progress) -> Item | None:
    """Return the item after the current one; None at the end."""
    at = _position(meeting, progress)
    later = meeting.items[at + 1 :] if at is not None else ()
    return later[0] if later else None


class Slot(NamedTuple):
    """An item with its stage and the times it is expected at.

    These are the planned ones plus the delay; what comes after an item that is over its time waits
    as long as that lasts.
    """

    item: Item
    stage: Stage
    expected_start: datetime
    expected_end: datetime


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda as it stands at a minute; equal to another as long as nothing shown changes.

    `minutes_left` counts to the current item's expected end, which is its planned end plus the
    delay it began with: 1 or more are left, at 0 the time is up, -3 is over by 3. The programme's
    own lag is `delay`. `begins_in` is above 0 while the current item has not begun yet.
    """

    minute: datetime
    delay: int = 0
    slots: tuple[Slot, ...] = ()
    current: int | None = None
    minutes_left: int = 0
    begins_in: int = 0

    @property
    def now(self) -> Slot | None:
        """The current item."""
        return None if self.current is None else self.slots[self.current]

    @property
    def next(self) -> Slot | None:
        """The item after it."""
        return next((slot for slot in self.slots if slot.stage == "next"), None)


def agenda_at(meeting: Meeting, progress: Progress, now: datetime) -> Agenda:
    """Return the agenda of `meeting` with the room at `progress`, `now` by the meeting's clock.

    Where `progress` names no item of the meeting, the first item is taken.
    """
    minute = _utc(now).replace(second=0, microsecond=0)
    current = _position(meeting, progress)
    delay = progress.delay * _MINUTE
    end = minute if current is None else _utc(meeting.items[current].end) + delay
    lags = {"past": timedelta(), "now": delay}
    waits = delay + max(timedelta(), minute - end)
    slots = tuple(
        _slot(meeting, item, stage, lags.get(stage, waits))
        for item, stage in _staged(meeting.items, current or 0)
    )
    local = minute.astimezone(meeting.tz)
    if current is None:
        return Agenda(local, progress.delay)
    slot = slots[current]
    return Agenda(
        minute=local,
        delay=progress.delay,
        slots=slots,
        current=current,
        minutes_left=_minutes(minute, slot.expected_end),
        begins_in=max(0, _minutes(minute, slot.expected_start)),
    )


def elsewhere(meeting: Meeting, moment: datetime, here: tzinfo | None = None) -> datetime | None:
    """Return `moment` in the person's own zone; None where it does not differ from the meeting's.

    `here` None is the computer's zone as it is set now, by its rules for that date; None too
    where it is set to what is no zone.
    """
    there = moment.astimezone(meeting.tz)
    try:
        own = moment.astimezone(here)
    except (ValueError, OverflowError):
        return None
    return None if own.utcoffset() == there.utcoffset() else own


def _slot(meeting: Meeting, item: Item, stage: Stage, lag: timedelta) -> Slot:
    start, end = (_utc(time) + lag for time in (item.start, item.end))
    return Slot(item, stage, start.astimezone(meeting.tz), end.astimezone(meeting.tz))


def _staged(items: Sequence[Item], current: int) -> Iterator[tuple[Item, Stage]]:
    """Yield each item with its stage, where the room is at the one in place `current`."""
    after: dict[int, Stage] = {0: "now", 1: "next"}
    for at, item in enumerate(items):
        yield item, "past" if at < current else after.get(at - current, "later")


def _position(meeting: Meeting, progress: Progress) -> int | None:
    ids = [item.id for item in meeting.items]
    if progress.item in ids:
        return ids.index(progress.item)
    return 0 if ids else None


def _minutes(start: datetime, end: datetime) -> int:
    """Return the minutes from `start` to `end` as two clock faces without seconds show them."""
    return _whole(end) - _whole(start)


def _whole(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
