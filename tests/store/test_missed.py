from booth_app.store import missed
from booth_app.store.store import Store


def test_what_was_missed_is_counted_and_leaves_the_meeting_when_released(store: Store) -> None:
    with store.writing() as connection:
        for text in ("caravana", " caravana ", "PMR", "", "x" * 500):
            missed.count(connection, text, "es", "gfmd")
        missed.count(connection, "caravana", "es", "other")
    assert missed.private(store.reader, "gfmd") == 3
    assert missed.waiting(store.reader) == []
    with store.writing() as connection:
        assert missed.release(connection, "gfmd") == 3
    first, *rest = missed.waiting(store.reader)
    assert (first.text, first.times, first.meeting) == ("caravana", 2, "gfmd")
    assert {len(one.text) for one in rest} == {3, missed.LONGEST}
    assert (missed.private(store.reader, "gfmd"), missed.private(store.reader, "other")) == (0, 1)


def test_what_is_dismissed_waits_no_more_until_it_is_missed_again(store: Store) -> None:
    with store.writing() as connection:
        missed.count(connection, "PMR", "fr", "m")
        missed.release(connection, "m")
        missed.dismiss(connection, "PMR")
    assert missed.waiting(store.reader) == []
    with store.writing() as connection:
        missed.count(connection, "PMR", "fr", "m")
    assert missed.waiting(store.reader) == []
    with store.writing() as connection:
        missed.release(connection, "m")
    [again] = missed.waiting(store.reader)
    assert again.times == 2
