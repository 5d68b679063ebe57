from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from booth_app.meeting.clock import Reading
from booth_app.meeting.meeting import Meeting
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meetings import Standing
from booth_app.paths import bundled
from booth_app.ui.booth.sitting import Sitting

LATER = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def reading(seconds: float = 0) -> Reading:
    return Reading(LATER + timedelta(seconds=seconds), 1000 + seconds)


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return read_meeting(Path(bundled("resources")) / "meetings" / "gfmd-mayors-2021")


@pytest.fixture
def sitting(meeting: Meeting) -> Sitting:
    return Sitting.resumed(meeting, Standing(), 30, reading())


def test_a_past_meeting_opens_as_a_rehearsal_at_its_start(sitting: Sitting) -> None:
    assert sitting.clock.rehearsal
    agenda = sitting.agenda(reading())
    assert f"{agenda.minute:%H:%M}" == "16:00"
    assert sitting.item is not None
    assert sitting.item.id == "s1"


def test_next_sets_the_delay_from_the_clock(sitting: Sitting) -> None:
    late = sitting.clock_moved(timedelta(minutes=17), reading()).at_next(reading())
    assert late.progress.item == "s2"
    assert late.progress.delay == 12
    assert late.agenda(reading()).minutes_left == 5


def test_the_item_does_not_change_with_the_clock(sitting: Sitting) -> None:
    late = sitting.clock_moved(timedelta(minutes=90), reading())
    assert late.progress == sitting.progress
    assert late.agenda(reading()).minutes_left < 0


def test_we_are_here_goes_anywhere_and_forgets_the_speaker(sitting: Sitting) -> None:
    there = sitting.confirming("Sophie van Haasen").at("s5", reading())
    assert there.progress.item == "s5"
    assert there.confirmed is None
    assert there.at("no such item", reading()) == there


def test_after_the_last_item_next_stays(sitting: Sitting) -> None:
    for _ in sitting.meeting.items:
        sitting = sitting.at_next(reading())
    assert sitting.item == sitting.meeting.items[-1]
    assert sitting.at_next(reading()) == sitting


def test_closing_and_opening_finds_it_as_it_was(sitting: Sitting, meeting: Meeting) -> None:
    left = sitting.clock_moved(timedelta(minutes=33), reading()).at("s4", reading())
    left = left.confirming("Ahmed Skim")
    kept = left.standing(reading(5))
    found = Sitting.resumed(meeting, kept, 20, reading(86_400))
    assert found.progress == left.progress
    assert found.confirmed == left.confirmed
    assert f"{found.agenda(reading(86_400)).minute:%H:%M}" == "16:33"
    assert found.turn.minutes == 20


def test_a_speaker_the_meeting_does_not_know_is_forgotten(meeting: Meeting) -> None:
    kept = Standing(item="s2", speaker="Nobody At All")
    assert Sitting.resumed(meeting, kept, 30, reading()).confirmed is None


def test_the_rehearsal_begins_anew(sitting: Sitting) -> None:
    far = sitting.clock_moved(timedelta(minutes=50), reading()).at("s6", reading())
    anew = far.clock_at_start(reading())
    assert anew.progress == sitting.progress
    assert f"{anew.agenda(reading()).minute:%H:%M}" == "16:00"


def test_the_turn_is_begun_handed_over_and_stopped(sitting: Sitting) -> None:
    mine = sitting.handed_over(100)
    assert mine.turn.seconds_left(160) == 29 * 60
    assert mine.turn.mine
    assert not mine.handed_over(200).turn.mine
    assert mine.turn_stopped().turn.seconds_left(300) is None


def test_a_rehearsal_runs_from_the_first_key_until_an_hour_after_its_end(sitting: Sitting) -> None:
    assert not sitting.is_running(reading())
    assert not sitting.clock_moved(timedelta(minutes=5), reading()).is_running(reading())
    begun = sitting.at_next(reading())
    assert begun.is_running(reading(3600))
    delay = timedelta(minutes=begun.progress.delay)
    left = (sitting.meeting.end - sitting.meeting.start + delay).total_seconds()
    assert begun.is_running(reading(left + 3500))
    assert not begun.is_running(reading(left + 3700))
    assert not begun.clock_at_start(reading()).is_running(reading())


def test_a_turn_is_part_of_a_meeting_that_runs(sitting: Sitting) -> None:
    turn = sitting.handed_over(1000.0)
    assert turn.is_running(reading(30 * 60))
    alone = replace(turn, begun=False)
    assert alone.is_running(reading(30 * 60 + 3500))
    assert not alone.is_running(reading(30 * 60 + 3700))
    assert not replace(turn.turn_stopped(), begun=False).is_running(reading())


def test_a_live_meeting_runs_from_its_start_without_any_key(meeting: Meeting) -> None:
    before = Reading(meeting.start - timedelta(minutes=10), 0.0)
    live = Sitting.resumed(meeting, Standing(), 30, before)
    assert not live.clock.rehearsal
    assert not live.is_running(before)
    assert live.is_running(Reading(meeting.start + timedelta(minutes=1), 660.0))


def test_relay_is_kept_and_ends_with_the_speaker(sitting: Sitting) -> None:
    heard = sitting.confirming("Sophie van Haasen").relayed("es")
    standing = heard.standing(reading())
    again = Sitting.resumed(sitting.meeting, standing, 30, reading())
    assert (again.relay, again.speaker) == ("es", "Sophie van Haasen")
    assert again.confirming("Sophie van Haasen").relay == "es"
    assert again.confirming("").relay == ""
    assert again.at("s5", reading()).relay == ""


def test_people_are_confirmed_one_after_the_other(sitting: Sitting) -> None:
    sitting = sitting.at("s3", reading())
    names = [person.name for person, _ in sitting.people]
    assert len(names) > 2
    for name in (*names, names[-1]):  # after the last comes nobody new
        person = sitting.person_beside(1)
        assert person is not None
        assert person.name == name
        sitting = sitting.confirming(person.name)
    before = sitting.person_beside(-1)
    assert before is not None
    assert before.name == names[-2]
    assert sitting.confirming(names[0]).person_beside(-1) is None
    assert sitting.confirming("").person_beside(-1) is None
    assert sitting.confirming("somebody of another item").person_beside(1) == sitting.people[0][0]


def test_a_turn_under_way_goes_on_after_a_restart(sitting: Sitting) -> None:
    partner_s = sitting.handed_over(1000.0).handed_over(1000.0)
    kept = partner_s.standing(reading(60))
    restarted = Reading(LATER + timedelta(minutes=10), 5.0)  # the ticks begin anew
    turn = Sitting.resumed(sitting.meeting, kept, 30, restarted).turn
    assert turn.seconds_left(5.0) == 20 * 60
    assert not turn.mine


@pytest.mark.parametrize("minutes", [-1, 91])
def test_a_turn_of_another_day_is_over(sitting: Sitting, minutes: int) -> None:
    kept = sitting.handed_over(1000.0).standing(reading())
    later = Reading(LATER + timedelta(minutes=minutes), 5.0)
    assert Sitting.resumed(sitting.meeting, kept, 30, later).turn.seconds_left(5.0) is None
