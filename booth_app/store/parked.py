"""Rows of a file that wait for a person, written beside a batch and seen with it."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from booth_app.store import reviews, tables
from booth_app.store.documents import storable
from booth_app.store.judging import Brought, Judged
from booth_app.store.reviews import Review

_review, _row = tables.review.c, tables.review_row.c

Problem = tuple[int, str]
"""A line of a file and a sentence about it."""


class Parked:
    """The rows of one review on its way; nothing is stored before the first of them.

    `review` has the id of the hidden batch that it is made beside, which sweeps it where it is
    not shown.
    """

    def __init__(self, review: Review) -> None:
        self.review = replace(review, state="making")
        self.count = 0

    def add(self, connection: Connection, judged: Iterable[tuple[Brought, Judged]]) -> None:
        """Store what these came to as the next rows."""
        self._store(connection, [_columns(*each) for each in judged])

    def add_problems(self, connection: Connection, problems: Iterable[Problem]) -> None:
        """Store what is wrong with the file as the next rows."""
        rows = ({"line": line, "verdict": "problem", "tells": said} for line, said in problems)
        self._store(connection, [{**_NOTHING, **row} for row in rows])

    def show(self, connection: Connection, problems: Iterable[Problem]) -> None:
        """Let everybody see it, where there are any rows; `problems` are the file's."""
        if self.count:
            document: dict[str, Any] = {
                "holds": sorted(self.review.holds),
                "problems": [*problems],
                "seen": self.review.seen,
            }
            told = tables.review.update().where(_review.id == self.review.id)
            connection.execute(told.values(document=storable(json.dumps(document))))
            reviews.end(connection, self.review.id, "open")

    def _store(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        if not self.count:
            self._begin(connection)
        numbered = (
            {**row, "review": self.review.id, "position": position}
            for position, row in enumerate(rows, self.count + 1)
        )
        connection.execute(insert(tables.review_row), [*numbered])
        self.count += len(rows)

    def _begin(self, connection: Connection) -> None:
        names = ("id", "glossary", "file", "format", "source", "person", "at", "state")
        columns = {name: storable(getattr(self.review, name)) for name in names}
        connection.execute(insert(tables.review).values(columns))


def delete_some(connection: Connection, review: str, most: int) -> bool:
    """Delete at most so many rows of a review that was never shown; False: nothing is left."""
    making = select(_review.id).where(_review.id == review, _review.state == "making")
    if connection.execute(making).first() is None:
        return False
    some = select(_row.position).where(_row.review == review).limit(most)
    rows = delete(tables.review_row).where(_row.review == review, _row.position.in_(some))
    if not connection.execute(rows).rowcount:
        connection.execute(delete(tables.review).where(_review.id == review))
    return True


_NOTHING: Final = {"kind": "", "concept": "", "base_rev": 0, "document": None, "base": None}


def _columns(brought: Brought, judged: Judged) -> dict[str, Any]:
    return {
        "line": brought.line,
        "verdict": judged.verdict,
        "kind": judged.kind,
        "concept": brought.id,
        "base_rev": brought.base_rev,
        "document": None if judged.verdict == "same" else brought.document,
        "base": judged.base,
        "tells": storable("\n".join(" ".join(said.split()) for said in brought.tells)),
    }
