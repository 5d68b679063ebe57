"""Rows of concepts and of their history, always written together."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from booth_app.store import tables
from booth_app.store.history import Stamp
from booth_app.terminology.concept import ConceptKey


class Row(NamedTuple):
    """A concept as it stands in its table. `batch` tells who sees it."""

    pk: int
    id: str
    rev: int
    deleted: bool
    origin: str
    batch: str
    document: str

    @property
    def state(self) -> str | None:
        """The document, None for a deleted concept."""
        return None if self.deleted else self.document


Change = tuple[Row, str | None]
"""A row and its new document; None deletes the concept."""

_columns = tables.concept.c
_ROWS: Final = select(*(_columns[name] for name in Row._fields))
_UPDATE: Final = update(tables.concept).where(_columns.pk == bindparam("row"))


def row_of(connection: Connection, key: ConceptKey) -> Row | None:
    """Return the row of the concept `key`, None where there never was one."""
    return next(iter(rows_of(connection, key.glossary, [key.id])), None)


def rows_of(connection: Connection, glossary: str, ids: Sequence[str] | None = None) -> list[Row]:
    """Return the rows of a glossary, of its concepts `ids` alone where they are given."""
    chosen = _ROWS.where(_columns.glossary == glossary)
    if ids is not None:
        chosen = chosen.where(_columns.id.in_(ids))
    return [Row(*found) for found in connection.execute(chosen)]


def add(
    connection: Connection, glossary: str, documents: Sequence[tuple[str, str]], stamp: Stamp
) -> None:
    """Add new concepts, each an id and its document."""
    if not documents:
        return
    revision = {"glossary": glossary, "rev": 1, "parent_rev": 0}
    row = {**revision, "origin": stamp.origin, "batch": stamp.batch}
    connection.execute(
        insert(tables.concept), [{**row, "id": id_, "document": text} for id_, text in documents]
    )
    connection.execute(
        insert(tables.change),
        [{**revision, "concept": id_, "before": None, **stamp.columns()} for id_, _ in documents],
    )


def change(connection: Connection, glossary: str, changes: Sequence[Change], stamp: Stamp) -> None:
    """Give each row its new document; a concept that is deleted keeps its last one in the row."""
    if not changes:
        return
    connection.execute(_UPDATE, [_changed(row, document, stamp) for row, document in changes])
    connection.execute(
        insert(tables.change),
        [
            {
                "glossary": glossary,
                "concept": row.id,
                "rev": row.rev + 1,
                "parent_rev": row.rev,
                "before": row.state,
                **stamp.columns(),
            }
            for row, _ in changes
        ],
    )


def _changed(row: Row, document: str | None, stamp: Stamp) -> dict[str, object]:
    return {
        "row": row.pk,
        "rev": row.rev + 1,
        "parent_rev": row.rev,
        "origin": stamp.origin,
        "batch": stamp.batch,
        "deleted": document is None,
        "document": row.document if document is None else document,
    }
