from booth_app.store import missed
from booth_app.store.store import Store


def miss(store: Store, meeting: str, *texts: str) -> None:
    with store.writing() as connection:
        for text in texts:
            missed.count(connection, text, "es", meeting)


def release(store: Store, meeting: str) -> int:
    with store.writing() as connection:
        return missed.release(connection, meeting)


def test_what_was_missed_is_counted_and_leaves_the_meeting_when_released(store: Store) -> None:
    miss(store, "gfmd", "caravana", " caravana ", "PMR", "", "x" * 500)
    miss(store, "other", "caravana")
    assert missed.private(store.reader, "gfmd") == ["caravana", "PMR", "x" * missed.LONGEST]
    assert missed.waiting(store.reader) == []
    assert release(store, "gfmd") == 3
    first, *rest = missed.waiting(store.reader)
    assert (first.text, first.times, first.meetings) == ("caravana", 2, ("gfmd",))
    assert {len(one.text) for one in rest} == {3, missed.LONGEST}
    assert missed.private(store.reader, "gfmd") == []
    assert missed.private(store.reader, "other") == ["caravana"]
    assert release(store, "other") == 1
    first, *_ = missed.waiting(store.reader)
    assert (first.times, first.meetings) == (3, ("gfmd", "other"))


def test_what_was_released_stays_where_it_is_missed_again(store: Store) -> None:
    miss(store, "m", "PMR", "PMR")
    release(store, "m")
    miss(store, "m", "PMR")
    assert [one.times for one in missed.waiting(store.reader)] == [2]
    assert missed.private(store.reader, "m") == ["PMR"]
    release(store, "m")
    assert [one.times for one in missed.waiting(store.reader)] == [3]


def test_what_is_dismissed_waits_no_more_until_it_is_missed_and_released_again(
    store: Store,
) -> None:
    miss(store, "m", "PMR", "PMR")
    release(store, "m")
    miss(store, "m", "PMR")
    with store.writing() as connection:
        missed.dismiss(connection, "PMR")
    assert missed.waiting(store.reader) == []
    assert missed.private(store.reader, "m") == ["PMR"], "nobody saw that one yet"
    release(store, "m")
    assert [one.times for one in missed.waiting(store.reader)] == [1]
