import re
from datetime import datetime

from booth_app.store.ids import now, ulid


def test_a_ulid_is_26_characters_of_crockford_and_never_the_same() -> None:
    made = {ulid() for _ in range(2_000)}
    assert len(made) == 2_000
    assert all(re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", one) for one in made)


def test_ulids_sort_by_the_time_they_were_made() -> None:
    first = ulid()
    later = ulid()
    while later[:10] == first[:10]:  # until the next millisecond
        later = ulid()
    assert first < later


def test_the_time_is_utc_with_milliseconds() -> None:
    written = now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", written)
    assert datetime.fromisoformat(written).utcoffset() is not None
