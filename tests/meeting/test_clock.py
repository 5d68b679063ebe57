from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.meeting.clock import (
    Agenda,
    MeetingClock,
    Progress,
    Reading,
    agenda_at,
    elsewhere,
    first_progress,
    is_live,
    next_item,
    opened,
    we_are_here,
)
from booth_app.meeting.meeting import Item, Meeting

BRUSSELS = ZoneInfo("Europe/Brussels")
LATER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def meeting_of(*times: str, day: str = "2021-01-22", zone: str = "Europe/Brussels") -> Meeting:
    """A meeting with items from each of `times` to the next; 26:30 is half past two next day."""
    tz = ZoneInfo(zone)
    midnight = datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=tz)
    moments = [wall_time(midnight, time) for time in times]
    items = tuple(
        Item(id=f"s{n}", start=start, end=end, title={})
        for n, (start, end) in enumerate(pairwise(moments), 1)
    )
    return Meeting(
        id="m", title={}, zone=zone, zone_label="L", start=moments[0], end=moments[-1], items=items
    )


def wall_time(midnight: datetime, time: str) -> datetime:
    hour, minute = (int(part) for part in time.split(":"))
    return midnight + timedelta(hours=hour, minutes=minute)  # by the digits of the zone's clock


MEETING = meeting_of("16:00", "16:05", "16:10", "16:30", "16:50", "17:10", "17:55", "18:00")


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2021, 1, 22, hour, minute, second, tzinfo=BRUSSELS)


def faces(agenda: Agenda) -> list[str]:
    return [f"{slot.expected_start:%H:%M}" for slot in agenda.slots]


# The clock


def test_a_past_meeting_opens_as_a_rehearsal_at_its_start() -> None:
    clock = opened(MEETING, Reading(LATER, 5.0))
    assert clock.rehearsal
    assert clock.now(Reading(LATER, 5.0)) == at(16, 0)


def test_a_rehearsal_opens_where_it_was_left() -> None:
    clock = opened(MEETING, Reading(LATER, 5.0), kept=at(16, 42))
    assert clock.now(Reading(LATER, 65.0)) == at(16, 43)


def test_a_meeting_of_today_runs_on_the_real_clock() -> None:
    reading = Reading(at(16, 12, 30).astimezone(UTC), 5.0)
    clock = opened(MEETING, reading, kept=at(17, 0))
    assert not clock.rehearsal
    assert clock.now(reading) == at(16, 12, 30)


@pytest.mark.parametrize(
    ("wall", "live"),
    [
        (at(0, 0), True),
        (at(0, 0) - timedelta(seconds=1), False),
        (at(23, 59), True),
        (at(18, 0) + timedelta(hours=6), True),
        (at(18, 0) + timedelta(hours=6, seconds=1), False),
        (datetime(2021, 1, 21, 23, 30, tzinfo=timezone(timedelta(hours=-1))), True),
    ],
)
def test_live_is_the_meetings_day_in_its_own_zone(wall: datetime, live: bool) -> None:
    assert is_live(MEETING, wall) is live


def test_a_meeting_that_runs_past_midnight_is_live_until_its_end() -> None:
    late = meeting_of("22:00", "24:30", "26:00")
    assert is_live(late, datetime(2021, 1, 23, 1, 59, tzinfo=BRUSSELS))


def test_the_rehearsal_clock_is_put_on_and_back() -> None:
    start = Reading(LATER, 0.0)
    clock = opened(MEETING, start).moved(timedelta(minutes=10), Reading(LATER, 30.0))
    assert clock.now(Reading(LATER, 30.0)) == at(16, 10, 30)
    assert clock.put(MEETING.start, Reading(LATER, 40.0)).now(Reading(LATER, 41.0)) == at(16, 0, 1)


def test_a_live_clock_is_not_put() -> None:
    reading = Reading(at(16, 0), 0.0)
    clock = opened(MEETING, reading)
    assert clock.moved(timedelta(minutes=1), reading) == clock
    assert clock.put(MEETING.end, reading) == clock


@pytest.mark.parametrize("rehearsal", [True, False])
def test_a_wall_clock_stepping_back_moves_nothing(rehearsal: bool) -> None:
    wall = LATER if rehearsal else at(16, 0)
    clock = opened(MEETING, Reading(wall, 100.0))
    stepped = Reading(wall - timedelta(hours=3), 160.0)
    assert clock.now(stepped) == at(16, 1)
    after = clock.ticked(stepped)
    assert after.now(Reading(stepped.wall + timedelta(seconds=1), 161.0)) == at(16, 1, 1)


def test_another_zone_of_the_computer_moves_nothing() -> None:
    reading = Reading(at(16, 0).astimezone(ZoneInfo("America/New_York")), 0.0)
    clock = opened(MEETING, reading)
    later = at(16, 1).astimezone(ZoneInfo("Asia/Tokyo"))
    assert clock.now(Reading(later, 60.0)) == at(16, 1)


def test_a_live_meeting_went_on_while_the_computer_slept() -> None:
    clock = opened(MEETING, Reading(at(16, 0), 0.0))
    assert clock.now(Reading(at(16, 40), 60.0)) == at(16, 40)


def test_a_rehearsal_waited_while_the_computer_slept() -> None:
    clock = opened(MEETING, Reading(LATER, 0.0))
    assert clock.now(Reading(LATER + timedelta(hours=9), 60.0)) == at(16, 1)


@given(st.lists(st.tuples(st.floats(-4000, 4000), st.floats(0, 4000)), max_size=12), st.booleans())
def test_the_meetings_time_never_runs_backwards(
    steps: list[tuple[float, float]], rehearsal: bool
) -> None:
    wall, ticks = at(16, 0).astimezone(UTC), 0.0
    clock = MeetingClock(wall, Reading(wall, ticks), rehearsal)
    for wall_step, tick_step in steps:
        wall, ticks = wall + timedelta(seconds=wall_step), ticks + tick_step
        after = clock.ticked(Reading(wall, ticks))
        assert after.at >= clock.at
        clock = after


# Where the room is


def test_the_agenda_opens_at_the_item_planned_for_now() -> None:
    assert first_progress(MEETING, at(16, 42)) == Progress("s4")
    assert first_progress(MEETING, at(12, 0)) == Progress("s1")
    assert first_progress(MEETING, at(23, 0)) == Progress("s7")


@pytest.mark.parametrize(
    ("now", "delay"),
    [
        (at(16, 22), 12),
        (at(16, 22, 59), 12),
        (at(16, 10), 0),
        (at(16, 9, 59), -1),
        (at(16, 7, 30), -3),
    ],
)
def test_we_are_here_sets_the_delay_from_the_clock(now: datetime, delay: int) -> None:
    assert we_are_here(MEETING, "s3", now) == Progress("s3", delay)


def test_we_are_here_needs_an_item() -> None:
    assert we_are_here(MEETING, "s99", at(16, 0)) is None


def test_next_is_the_item_after_the_current_one() -> None:
    item = next_item(MEETING, Progress("s3"))
    assert item is not None
    assert item.id == "s4"
    assert next_item(MEETING, Progress("s7")) is None


def test_the_current_item_stays_however_late_it_is() -> None:
    agenda = agenda_at(MEETING, Progress("s3"), at(17, 30))
    assert agenda.now is not None
    assert agenda.now.item.id == "s3"
    assert agenda.minutes_left == -60


@pytest.mark.parametrize(
    ("now", "delay", "left"),
    [
        (at(16, 23, 59), 3, 10),
        (at(16, 29, 59), 0, 1),
        (at(16, 30), 0, 0),
        (at(16, 30, 59), 0, 0),
        (at(16, 33, 20), 0, -3),
        (at(16, 33), 3, 0),
        (at(16, 36), 3, -3),
        (at(16, 24), -2, 4),
    ],
)
def test_time_left_counts_to_the_expected_end(now: datetime, delay: int, left: int) -> None:
    assert agenda_at(MEETING, Progress("s3", delay), now).minutes_left == left


def test_the_delay_moves_the_current_item_and_the_later_ones() -> None:
    agenda = agenda_at(MEETING, Progress("s3", 12), at(16, 23))
    assert faces(agenda) == ["16:00", "16:05", "16:22", "16:42", "17:02", "17:22", "18:07"]
    stages = [slot.stage for slot in agenda.slots]
    assert stages == ["past", "past", "now", "next", "later", "later", "later"]
    assert agenda.next is agenda.slots[3]


def test_what_comes_after_an_item_over_its_time_waits_as_long_as_that_lasts() -> None:
    over = agenda_at(MEETING, Progress("s3", 12), at(16, 45))
    assert faces(over) == ["16:00", "16:05", "16:22", "16:45", "17:05", "17:25", "18:10"]
    assert f"{over.slots[2].expected_end:%H:%M}" == "16:42"
    assert over.delay == 12
    on_time = agenda_at(MEETING, Progress("s3"), at(16, 30))
    assert faces(on_time) == ["16:00", "16:05", "16:10", "16:30", "16:50", "17:10", "17:55"]


def test_an_item_that_has_not_begun_says_when() -> None:
    assert agenda_at(MEETING, Progress("s1"), at(15, 40)).begins_in == 20
    assert agenda_at(MEETING, Progress("s1"), at(16, 0)).begins_in == 0


def test_an_agenda_equals_itself_until_the_minute_is_over() -> None:
    early, late = (agenda_at(MEETING, Progress("s3"), at(16, 23, s)) for s in (0, 59))
    assert early == late
    assert early != agenda_at(MEETING, Progress("s3"), at(16, 24))


def test_an_agenda_without_items() -> None:
    empty = replace(MEETING, items=())
    progress = first_progress(empty, at(16, 0))
    agenda = agenda_at(empty, progress, at(16, 0))
    assert progress == Progress()
    assert (agenda.now, agenda.next, agenda.slots) == (None, None, ())
    assert next_item(empty, progress) is None


def test_sixty_items() -> None:
    times = [f"{9 + n // 10}:{n % 10 * 6:02}" for n in range(61)]
    agenda = agenda_at(meeting_of(*times), Progress("s31", 4), at(12, 4))
    assert len(agenda.slots) == 60
    assert agenda.current == 30
    assert agenda.minutes_left == 6


def test_a_progress_that_names_nothing_is_the_first_item() -> None:
    assert agenda_at(MEETING, Progress("gone"), at(16, 0)).current == 0


def test_over_midnight() -> None:
    late = meeting_of("22:00", "24:30", "26:00")
    now = datetime(2021, 1, 23, 0, 10, tzinfo=BRUSSELS)
    agenda = agenda_at(late, Progress("s1", 5), now)
    assert agenda.minutes_left == 25
    assert faces(agenda) == ["22:05", "00:35"]


@pytest.mark.parametrize(
    ("day", "now", "left"),
    [
        ("2021-10-31", datetime(2021, 10, 31, 0, 0, tzinfo=UTC), 150),  # 2:00, twice that night
        ("2021-10-31", datetime(2021, 10, 31, 1, 0, tzinfo=UTC), 90),
        ("2021-03-28", datetime(2021, 3, 28, 1, 0, tzinfo=UTC), 30),  # 3:00, after 1:59
    ],
)
def test_over_the_change_of_summer_time(day: str, now: datetime, left: int) -> None:
    night = meeting_of("1:30", "3:30", "5:00", day=day)
    assert agenda_at(night, Progress("s1"), now).minutes_left == left
    assert agenda_at(night, Progress("s1", 30), now).minutes_left == left + 30


def test_a_delay_across_the_change_of_summer_time_is_of_real_minutes() -> None:
    night = meeting_of("1:30", "3:30", day="2021-10-31")
    now = datetime(2021, 10, 31, 0, 40, tzinfo=UTC)  # 02:40 summer time, after 23:30 UTC + 70 min
    assert we_are_here(night, "s1", now) == Progress("s1", 70)


# Elsewhere


def test_the_persons_own_time_where_it_differs() -> None:
    own = elsewhere(MEETING, at(16, 23), ZoneInfo("America/New_York"))
    assert own is not None
    assert f"{own:%H:%M}" == "10:23"


@pytest.mark.parametrize("zone", ["Europe/Brussels", "Europe/Paris", "Africa/Lagos"])
def test_no_time_of_its_own_where_it_does_not_differ(zone: str) -> None:
    assert elsewhere(MEETING, at(16, 23), ZoneInfo(zone)) is None


def test_the_own_zones_rules_are_those_of_the_meetings_date() -> None:
    summer = at(16, 23).replace(month=7)
    assert elsewhere(MEETING, at(16, 23), ZoneInfo("Africa/Lagos")) is None
    assert elsewhere(MEETING, summer, ZoneInfo("Africa/Lagos")) is not None
