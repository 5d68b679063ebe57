from collections.abc import Sequence

import pytest
from sqlalchemy import insert

from booth_app.store import reviews, tables
from booth_app.store.reviews import ReviewRow, Which
from booth_app.store.store import Store
from booth_app.store.waiting_again import Met, clash, meet

R = "01R"


@pytest.fixture
def kept(store: Store) -> Store:
    """A review of three rows, all of them decided about and carried out."""
    review = {"id": R, "glossary": "g", "file": "f.csv", "format": "csv", "person": "Ana"}
    row = {"review": R, "document": "{}", "decision": "theirs", "done": True, "kind": ""}
    rows = (
        {"position": 1, "line": 1, "verdict": "new", "concept": "c1", "tells": ""},
        {"position": 2, "line": 2, "verdict": "changed", "concept": "c2", "tells": "one\ntwo"},
        {"position": 3, "line": 3, "verdict": "new", "concept": "c3", "tells": ""},
    )
    with store.writing() as connection:
        connection.execute(insert(tables.review).values(at="t", state="open", **review))
        connection.execute(insert(tables.review_row), [{**row, **each} for each in rows])
    return store


def found(store: Store, *positions: int) -> Sequence[ReviewRow]:
    return reviews.rows(store.reader, R, Which(positions=positions))


def test_what_was_changed_since_becomes_a_conflict_that_waits_and_tells_it_once(
    kept: Store,
) -> None:
    for _ in range(2):
        with kept.writing() as connection:
            clash(connection, R, [1, 2])
    said = "It was changed here after it was decided about: it waits for a decision again."
    rows = found(kept, 1, 2)
    assert [(one.verdict, one.kind) for one in rows] == [("conflict", "text")] * 2
    assert [(one.decision, one.done) for one in rows] == [("", False)] * 2
    assert [one.tells for one in rows] == [(said,), ("one", "two", said)]
    assert found(kept, 3)[0].done, "nobody spoke of that one"


def test_what_may_be_a_concept_that_came_in_is_asked_about(kept: Store) -> None:
    with kept.writing() as connection:
        meet(connection, R, [Met(1, "zorb", "text", says_more=True)])
    [row] = found(kept, 1)
    assert (row.verdict, row.kind, row.concept) == ("probable", "text", "zorb")
    assert (row.decision, row.done) == ("", False)
    assert row.tells == ("This concept came in since the file was read: is it the same?",)
    assert reviews.has_unfinished(kept.reader, R)
    assert found(kept, 3)[0].verdict == "new"
