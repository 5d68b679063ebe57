import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.meeting.desk import EMPTY_DESK, Pin
from booth_app.store.standing import Standing, standing_of

moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC))
standings = st.builds(
    Standing,
    item=st.text(),
    delay=st.integers(-600, 600),
    clock=st.just("") | moments.map(datetime.isoformat),
    turn=st.just("") | moments.map(datetime.isoformat),
    turn_mine=st.booleans(),
    speaker=st.text(),
    relay=st.just("") | st.sampled_from(LANGUAGES),
    desk=st.builds(
        lambda scratch, query: (
            EMPTY_DESK.parked(scratch).after_look_up(query).pinned(Pin("g", "lrg", "", "fr", query))
        ),
        st.text(),
        st.text(),
    ),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("item", "delay")), inner),
    max_leaves=5,
)


@given(standings)
def test_a_standing_is_read_as_it_was_written(standing: Standing) -> None:
    assert standing_of(standing.document()) == standing


@given(anything)
def test_whatever_is_stored_gives_a_standing(stored: object) -> None:
    assert isinstance(standing_of(json.dumps(stored)), Standing)


@pytest.mark.parametrize(
    "document",
    [
        '{"clock": "9999-12-31T23:59:59+00:00"}',
        '{"clock": "0001-01-01T00:00:00+14:00"}',
        '{"delay": 100000000000000000000}',
        '{"delay": -1e99}',
        '{"turn": "soon", "turn_mine": "yes"}',
    ],
)
def test_times_that_no_clock_can_show_are_left_out(document: str) -> None:
    assert standing_of(document) == Standing()


@pytest.mark.parametrize("document", ["", "{", "[]", "null"])
def test_what_cannot_be_read_is_nowhere(document: str) -> None:
    assert standing_of(document) == Standing()


def test_what_another_version_wrote_is_left_out() -> None:
    document = json.dumps({"item": "2", "delay": "late", "clock": "16:20", "relay": "xx", "pi": 3})
    assert standing_of(document) == Standing(item="2")
