import pytest

from booth_app.meeting.turns import LENGTHS, Turn, minutes_and_seconds


def test_a_timer_at_rest_shows_nothing() -> None:
    assert Turn().seconds_left(99.0) is None
    assert Turn().cue(99.0) == ""
    assert Turn().minutes == 30


def test_one_key_starts_it_and_hands_it_over() -> None:
    mine = Turn().handed_over(100.0)
    theirs = mine.handed_over(700.0)
    again = theirs.handed_over(800.0)
    assert (mine.mine, theirs.mine, again.mine) == (True, False, True)
    assert theirs.seconds_left(700.0) == 30 * 60
    assert theirs.stopped().handed_over(5.0).mine


@pytest.mark.parametrize(
    ("passed", "shown"), [(0.0, "30:00"), (0.5, "30:00"), (1040.0, "12:40"), (1800.0, "0:00")]
)
def test_what_is_left_is_counted_down(passed: float, shown: str) -> None:
    left = Turn().handed_over(1000.0).seconds_left(1000.0 + passed)
    assert left is not None
    assert minutes_and_seconds(left) == shown


@pytest.mark.parametrize(
    ("left", "cue"),
    [
        (121.0, ""),
        (120.0, "two minutes"),
        (60.5, "two minutes"),
        (60.0, "last minute"),
        (0.5, "last minute"),
        (0.0, "over"),
        (-300.0, "over"),
    ],
)
def test_the_last_minutes_give_a_cue(left: float, cue: str) -> None:
    assert Turn(10, began=0.0).cue(600.0 - left) == cue


def test_time_over_is_counted_on() -> None:
    left = Turn(10, began=0.0).seconds_left(635.0)
    assert left == -35
    assert minutes_and_seconds(left) == "0:35"


def test_ticks_before_the_start_do_not_lengthen_a_turn() -> None:
    assert Turn(10, began=50.0).seconds_left(0.0) == 600


def test_the_lengths_follow_each_other_while_it_runs() -> None:
    turn = Turn(LENGTHS[0], began=0.0)
    seen = []
    for _ in LENGTHS:
        seen.append(turn.minutes)
        turn = turn.resized()
    assert tuple(seen) == LENGTHS
    assert turn == Turn(LENGTHS[0], began=0.0)


def test_a_length_of_another_version_finds_the_next() -> None:
    assert Turn(12).resized().minutes == 15
    assert Turn(45).resized().minutes == 10
