import pytest
from sqlalchemy import insert

from booth_app.store import reviews, tables
from booth_app.store.batches import Batch
from booth_app.store.judging import Brought
from booth_app.store.reviews import Review, ReviewRow, Which
from booth_app.store.store import Store
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept, saved

R = "01R"


def row(position: int, verdict: str, **more: str | bool) -> dict[str, object]:
    columns = {"review": R, "position": position, "line": position, "verdict": verdict}
    plain = {"kind": "", "concept": f"c{position}", "document": "{}", "tells": ""}
    return {**columns, **plain, "decision": "", "done": False, **more}


ROWS = (
    row(1, "new"),
    row(2, "changed", kind="text"),
    row(3, "changed", kind="spacing"),
    row(4, "conflict", kind="text", tells="one\ntwo"),
    row(5, "emptied", kind="emptied"),
    row(6, "same") | {"document": None},
    row(7, "problem", concept="") | {"document": None},
)


@pytest.fixture
def kept(store: Store) -> Store:
    columns = {"glossary": "g", "file": "f.csv", "format": "csv", "person": "Ana", "at": "t"}
    with store.writing() as connection:
        for id_, state in ((R, "open"), ("01S", "applied"), ("01T", "making")):
            connection.execute(insert(tables.review).values(id=id_, state=state, **columns))
        connection.execute(insert(tables.review_row), list(ROWS))
    return store


def decide(store: Store, which: Which, decision: reviews.Decision, question: str = "") -> int:
    with store.writing() as connection:
        return reviews.decide(
            connection, R, which, decision, person="Ana", question=question, chosen=""
        )


def settle(store: Store, *positions: int) -> None:
    with store.writing() as connection:
        reviews.settle(connection, R, positions, None)


def positions(store: Store, which: Which) -> list[int]:
    return reviews.positions(store.reader, R, which)


def test_nobody_sees_a_review_that_is_being_made(kept: Store) -> None:
    assert [one.id for one in reviews.reviews(kept.reader)] == [R]
    assert [one.id for one in reviews.reviews(kept.reader, None)] == ["01S", R]


def test_a_review_says_what_its_file_holds(kept: Store) -> None:
    said = """{"holds": ["trap", "en"], "problems": [[3, "An empty term."]]}"""
    with kept.writing() as connection:
        connection.execute(tables.review.update().values(document=said))
    [found] = reviews.reviews(kept.reader)
    assert found.holds == {"trap", "en"}
    assert found.problems == ((3, "An empty term."),)
    assert isinstance(found, Review)


def test_rows_are_counted_and_found_by_verdict_kind_and_decision(kept: Store) -> None:
    assert decide(kept, Which(verdict="changed", kind="text"), "mine") == 1
    counts = reviews.counts(kept.reader, R)
    assert counts["changed", "text", "mine"] == counts["changed", "spacing", ""] == 1
    assert sum(counts.values()) == len(ROWS)
    assert positions(kept, Which(verdict="changed")) == [2, 3]
    assert positions(kept, Which(verdict="changed", kind="spacing")) == [3]
    assert positions(kept, Which(decision="mine")) == [2]
    assert positions(kept, Which(positions=(7, 1, 99))) == [1, 7]
    assert [one.position for one in reviews.rows(kept.reader, R, after=2, limit=2)] == [3, 4]
    assert reviews.row(kept.reader, R, 99) is None


def test_rows_are_found_by_what_they_say(kept: Store) -> None:
    said = {
        1: '{"languages":{"en":{"terms":[{"term":"50% of the \\"draft\\"","status":"draft"}]}}}',
        2: '{"note":"Migration, drafted","languages":{}}',
        3: '{"languages":{"en":{"terms":[{"term":"500 people","approval":"draft"}]}}}',
    }
    row = tables.review_row.c
    with kept.writing() as connection:
        for position, document in said.items():
            there = tables.review_row.update().where(row.review == R, row.position == position)
            connection.execute(there.values(document=document))
    for text, found in (
        ("draft", [1, 2]),
        ("50%", [1]),
        ('"draft"', [1]),
        ("MIGRATION", [2]),
        ("two", [4]),
        ("languages", []),
    ):
        assert reviews.positions(kept.reader, R, text=text) == found, text
    assert reviews.positions(kept.reader, R, Which(verdict="new"), text="draft") == [1]


def test_a_row_is_read_as_it_was_decided(kept: Store) -> None:
    decide(kept, Which(positions=(4,)), "parked", "Which \ud800?")
    found = reviews.row(kept.reader, R, 4)
    assert found is not None
    assert (found.tells, found.decision, found.question) == (("one", "two"), "parked", "Which ??")
    assert isinstance(found, ReviewRow)
    decide(kept, Which(positions=(4,)), "")
    assert reviews.row(kept.reader, R, 4) == found._replace(decision="", question="")


def test_counts_and_pages_go_through_an_index(kept: Store) -> None:
    asked = (
        "SELECT verdict, kind, decision, count(*) FROM review_row WHERE review = ?"
        " GROUP BY verdict, kind, decision",
        "SELECT * FROM review_row WHERE review = ? AND position > 5 ORDER BY position LIMIT 200",
    )
    for statement in asked:
        plan = kept.reader.rows(f"EXPLAIN QUERY PLAN {statement}", (R,))
        assert plan[0][-1].startswith("SEARCH review_row USING ")
        assert not [step for step in plan if "TEMP B-TREE" in step[-1]]


def test_what_is_settled_is_done_until_it_is_decided_about_again(kept: Store) -> None:
    settle(kept, 1, 2)
    done = [one.position for one in reviews.rows(kept.reader, R) if one.done]
    assert done == [1, 2]
    decide(kept, Which(positions=(2,)), "theirs")
    assert [one.position for one in reviews.rows(kept.reader, R) if one.done] == [1]


def test_a_review_is_finished_when_nothing_waits_or_is_to_be_carried_out(kept: Store) -> None:
    def is_open() -> bool:
        return reviews.has_unfinished(kept.reader, R)

    assert is_open()
    settle(kept, 1, 2, 3)
    assert is_open(), "conflict and emptied wait"
    decide(kept, Which(verdict="conflict"), "mine")
    decide(kept, Which(verdict="emptied"), "parked")
    assert is_open(), "parked"
    decide(kept, Which(verdict="emptied"), "theirs")
    assert is_open(), "not carried out yet"
    settle(kept, 5)
    assert not is_open()


def test_a_row_knows_what_was_seen_when_it_was_decided_about(kept: Store) -> None:
    assert reviews.rows(kept.reader, R)[0].seen is None
    seen = []
    for _ in range(2):
        saved(kept, concept("a", f"text {len(seen)}"))
        decide(kept, Which(positions=(1,)), "theirs")
        seen += [one.seen for one in reviews.rows(kept.reader, R, Which(positions=(1,)))]
    hidden = Batch(kept, "g", "import")
    hidden.add([Brought("b", to_json(concept("b")))])
    saved(kept, concept("a", "after what nobody sees yet"))
    decide(kept, Which(positions=(1,)), "theirs")
    [one] = reviews.rows(kept.reader, R, Which(positions=(1,)))
    assert (seen, one.seen) == ([1, 2], 2)


def test_parked_rows_meet_their_answers_by_id(kept: Store) -> None:
    decide(kept, reviews.ALL, "parked")
    with kept.writing() as connection:
        for position, concept in enumerate(("c1", f"c_{R}_5", ""), 1):
            answer = row(position, "new", concept=concept) | {"review": "01S"}
            connection.execute(insert(tables.review_row).values(answer))
    assert reviews.parked_in(kept.reader, R, "01S") == [1, 5]
