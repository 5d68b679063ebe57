"""Reads a person's own rows out of databases that may be damaged, row by row."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import insert

from booth_app.store import tables
from booth_app.store.faults import is_damage
from booth_app.store.history import BUNDLED
from booth_app.store.reading import read_only
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.document import InvalidDocumentError

_Row = dict[str, Any]

_IDENTITIES: Final[dict[Table, tuple[str, ...]]] = {
    tables.glossary: ("name",),
    tables.batch: ("id",),
    tables.concept: ("glossary", "id"),
    tables.change: ("operation",),
    tables.meeting: ("id",),
    tables.meeting_person: ("meeting", "name"),
    tables.meeting_change: ("operation",),
    tables.standing: ("meeting",),
    tables.review: ("id",),
    tables.review_row: ("review", "position"),
    tables.missed: ("text", "meeting"),
    tables.release: ("glossary", "version"),
    tables.column_map: ("header",),
    tables.said: ("glossary", "concept", "rev", "batch", "document"),
}
"""What is read, in the order in which it can be stored again, and what makes a row itself."""

_NUMBERED: Final = frozenset({"pk", "seq"})
_GAP: Final = 10_000
"""Row numbers tried in vain after which a table counts as read to its end."""
_FARTHEST: Final = 10_000_000
"""What no import leaves free between the numbers of two rows."""


class Rescued:
    """The person's rows out of one or more databases, given oldest first.

    Of two states of a row the later one counts, of two of a concept the higher revision.
    """

    def __init__(self) -> None:
        self._rows: dict[Table, dict[tuple[Any, ...], _Row]] = {t: {} for t in _IDENTITIES}

    @property
    def own_concepts(self) -> int:
        """How many concepts of the person's own there are."""
        return sum(not row["deleted"] for row in self._rows[tables.concept].values())

    def add(self, path: Path) -> None:
        """Read what can be read of the database at `path`."""
        with contextlib.suppress(sqlite3.Error), contextlib.closing(read_only(path)) as found:
            found.execute("PRAGMA writable_schema=ON")  # read also what was cut short
            found.text_factory = lambda raw: raw.decode("utf-8", "replace")
            found.row_factory = sqlite3.Row
            for table, identity in _IDENTITIES.items():
                for row in _rows(found, table):
                    self._add(table, tuple(row.get(name) for name in identity), row)

    def store(self, connection: Connection) -> None:
        """Store all of it in a fresh database, what refers to nothing left out."""
        for name in sorted({glossary for glossary, _ in self._rows[tables.concept]}):
            self._rows[tables.glossary].setdefault((name,), {"name": name})
        self._add_lost_batches()
        for table, rows in self._rows.items():
            for row in sorted(rows.values(), key=lambda row: row.get("seq") or 0):
                if self._belongs(table, row):
                    values = {k: v for k, v in row.items() if k not in _NUMBERED}
                    if table is tables.release:
                        values["seq"] = self._new_number(row["seq"])
                    connection.execute(insert(table).values(values).on_conflict_do_nothing())

    def _add(self, table: Table, identity: tuple[Any, ...], row: _Row) -> None:
        rows = self._rows[table]
        if table is tables.concept and not _is_own_concept(row, rows.get(identity)):
            return
        if table in (tables.glossary, tables.meeting):
            row["source_hash"] = ""  # so that its source is taken in again
        rows[identity] = row

    def _add_lost_batches(self) -> None:
        """Make the batches again that rows name and that could not be read."""
        batches = self._rows[tables.batch]
        for table in (tables.concept, tables.change, tables.meeting_change):
            for row in self._rows[table].values():
                signed = {name: row.get(name, "") for name in ("origin", "person", "at")}
                lost = {"id": row["batch"], **signed, "visible": True}
                batches.setdefault((row["batch"],), lost)

    def _new_number(self, seq: int) -> int:
        """Return the number that the change `seq` has by now: all are counted anew from 1."""
        changes = self._rows[tables.change].values()
        return sum(row["seq"] <= seq and self._belongs(tables.change, row) for row in changes)

    def _belongs(self, table: Table, row: _Row) -> bool:
        """Tell whether what `row` refers to is there."""
        if table in (tables.change, tables.said):
            return (row.get("glossary"), row.get("concept")) in self._rows[tables.concept]
        if table is tables.review_row:
            return (row.get("review"),) in self._rows[tables.review]
        if table is tables.release:
            return (row.get("glossary"),) in self._rows[tables.glossary]
        if "meeting" in table.c and table is not tables.missed:
            return (row.get("meeting"),) in self._rows[tables.meeting]
        return True


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[_Row]:
    """Yield the readable rows of `table`; where a page is damaged, those after it."""
    after, missed = 0, 0
    statement = f"SELECT rowid, * FROM {table.name} WHERE rowid > ? ORDER BY rowid LIMIT 1"
    while missed < _GAP:
        try:
            found = connection.execute(statement, (after,)).fetchone()
        except sqlite3.DatabaseError as error:
            hopeless = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB
            if hopeless or not is_damage(error):  # an older database lacks a table
                return
            after, missed = after + 1, missed + 1
            continue
        if found is None:
            return
        if not after < found[0] <= after + _FARTHEST:  # from a page that is not what it was
            after, missed = after + 1, missed + 1
            continue
        after, missed = found[0], 0
        row = dict(found)
        if all(row.get(column.name) is not None for column in table.c if not column.nullable):
            yield {name: value for name, value in row.items() if name in table.c}


def _is_own_concept(row: _Row, other: _Row | None) -> bool:
    if row["origin"] == BUNDLED or (other is not None and other["rev"] > row["rev"]):
        return False
    try:
        concept = from_document(row["glossary"], json.loads(row["document"]))
        return concept.id == str(row["id"])
    except (ValueError, TypeError, InvalidDocumentError):
        return False
