from hypothesis import given
from hypothesis import strategies as st

from booth_app.meeting.desk import EMPTY_DESK, MOST_LOOK_UPS, MOST_PINS, Desk, Pin, desk_of


def pin(name: str, term: str = "GLR") -> Pin:
    return Pin("g", name, "", "fr", term)


def test_pinning_again_takes_the_pin_away_however_it_was_found() -> None:
    desk = EMPTY_DESK.pinned(pin("lrg")).pinned(pin("gcm"))
    assert [each.concept for each in desk.pins] == ["lrg", "gcm"]
    assert [each.concept for each in desk.pinned(pin("lrg", "LRGs")).pins] == ["gcm"]


def test_the_oldest_pin_makes_room_for_the_twenty_first() -> None:
    desk = EMPTY_DESK
    for number in range(MOST_PINS + 1):
        desk = desk.pinned(pin(str(number)))
    assert len(desk.pins) == MOST_PINS
    assert desk.pins[0].concept == "1"


def test_a_query_is_remembered_once_where_it_was_last() -> None:
    desk = EMPTY_DESK
    for query in ("imrf", "gcm", "imrf"):
        desk = desk.after_look_up(query)
    assert desk.looked_up == ("gcm", "imrf")
    for number in range(60):
        desk = desk.after_look_up(str(number))
    assert len(desk.looked_up) == MOST_LOOK_UPS
    assert desk.looked_up[-1] == "59"


def test_one_line_is_parked_until_another_is() -> None:
    desk = EMPTY_DESK.parked("  A/RES/73/195\n")
    assert desk.scratch == "A/RES/73/195"
    assert desk.parked("2,5 Mrd").scratch == "2,5 Mrd"
    assert desk.parked("").scratch == ""


def test_it_comes_back_as_it_was_written() -> None:
    desk = EMPTY_DESK.pinned(pin("lrg")).parked("12 400").after_look_up("gcm").after_look_up("x")
    assert desk_of(desk.plain()) == desk


def test_what_is_not_as_it_was_written_is_left_out() -> None:
    assert desk_of(None) == EMPTY_DESK
    damaged = {
        "pins": [["g", "lrg", "", "fr", "GLR"], ["g", "x", "", "de", "y"], ["g"], 5, None],
        "scratch": 3,
        "looked_up": ["gcm", 4],
    }
    assert desk_of(damaged) == Desk(pins=(pin("lrg"),))


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.fixed_dictionaries({"pins": _plain, "scratch": _plain, "looked_up": _plain}))
def test_nothing_stored_breaks_it(plain: dict[str, object]) -> None:
    desk = desk_of(plain)
    assert desk_of(desk.plain()) == desk
