import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.store.standing import Standing, standing_of

standings = st.builds(
    Standing,
    item=st.text(),
    delay=st.integers(-600, 600),
    clock=st.just("") | st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
    speaker=st.text(),
    relay=st.just("") | st.sampled_from(LANGUAGES),
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


@pytest.mark.parametrize("document", ["", "{", "[]", "null"])
def test_what_cannot_be_read_is_nowhere(document: str) -> None:
    assert standing_of(document) == Standing()


def test_what_another_version_wrote_is_left_out() -> None:
    document = json.dumps({"item": "2", "delay": "late", "clock": "16:20", "relay": "xx", "pi": 3})
    assert standing_of(document) == Standing(item="2")
