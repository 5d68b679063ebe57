"""Undoes what a batch that nobody sees yet did: nothing of it is left, also in the history."""

from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, delete, false, select, update

from booth_app.store import tables
from booth_app.terminology.concept import ConceptKey

_concept, _change, _batch = tables.concept.c, tables.change.c, tables.batch.c


class Displaced(NamedTuple):
    """What a hidden batch had done to a concept when a person's change went before it."""

    batch: str
    id: str
    before: str | None
    after: str | None


class _Hidden(NamedTuple):
    """A concept that a hidden batch made or changed; `before` is what people see of it."""

    pk: int
    glossary: str
    id: str
    parent_rev: int
    batch: str
    deleted: bool
    document: str
    seq: int
    before: str | None


_ROWS: Final = (
    select(
        _concept.pk,
        _concept.glossary,
        _concept.id,
        _concept.parent_rev,
        _concept.batch,
        _concept.deleted,
        _concept.document,
        _change.seq,
        _change.before,
    )
    .join_from(tables.concept, tables.batch, _batch.id == _concept.batch)
    .join(
        tables.change,
        (_change.glossary == _concept.glossary)
        & (_change.concept == _concept.id)
        & (_change.batch == _concept.batch),
    )
    .where(_batch.visible == false())
)
_DISPLACED: Final = "displaced"
"""Where the writing connection keeps what was displaced."""

_RESTORE: Final = update(tables.concept).where(_concept.pk == bindparam("row"))


def put_back_concept(connection: Connection, key: ConceptKey) -> None:
    """Leave the concept `key` as people see it; its batch can ask what was `displaced`."""
    rows = _put_back(connection, (_concept.glossary == key.glossary) & (_concept.id == key.id), 1)
    connection.info.setdefault(_DISPLACED, []).extend(
        Displaced(row.batch, row.id, row.before, None if row.deleted else row.document)
        for row in rows
    )


def displaced(connection: Connection, batch: str) -> list[Displaced]:
    """Return what people's changes displaced of a batch since this was asked last."""
    noted: list[Displaced] = connection.info.pop(_DISPLACED, [])
    connection.info[_DISPLACED] = [each for each in noted if each.batch != batch]
    return [each for each in noted if each.batch == batch]


def put_back_glossary(connection: Connection, name: str) -> None:
    """Leave a whole glossary as people see it."""
    while _put_back(connection, _concept.glossary == name, 1_000):
        pass


def put_back_some(connection: Connection, batch: str, most: int) -> bool:
    """Leave at most so many concepts of a hidden batch as people see them; False: none are left.

    With the last of them the batch goes, and the glossaries that were made for it.
    """
    if _put_back(connection, _concept.batch == batch, most):
        return True
    connection.execute(delete(tables.batch).where(_batch.id == batch, _batch.visible == false()))
    glossary = tables.glossary.c
    unused = ~select(_concept.pk).where(_concept.glossary == glossary.name).exists()
    bare = (glossary.source_hash == "") & (glossary.title == "") & (glossary.style == "")
    connection.execute(delete(tables.glossary).where(bare, unused))
    return False


def _put_back(connection: Connection, which: ColumnElement[bool], most: int) -> list[_Hidden]:
    found = connection.execute(_ROWS.where(which).limit(most))
    rows = [_Hidden(*row) for row in found]
    if not rows:
        return []
    there_before = [_before(connection, row) for row in rows if row.parent_rev]
    connection.execute(
        delete(tables.change).where(_change.seq == bindparam("number")),
        [{"number": row.seq} for row in rows],
    )
    made = [{"row": row.pk} for row in rows if not row.parent_rev]
    if made:
        connection.execute(delete(tables.concept).where(_concept.pk == bindparam("row")), made)
    if there_before:
        connection.execute(_RESTORE, there_before)
    return rows


def _before(connection: Connection, row: _Hidden) -> dict[str, Any]:
    """Return the columns of the concept before the hidden change, which its history tells."""
    [last] = connection.execute(
        select(_change.rev, _change.parent_rev, _change.origin, _change.batch, _change.before)
        .where(_change.glossary == row.glossary, _change.concept == row.id, _change.seq < row.seq)
        .order_by(_change.seq.desc())
        .limit(1)
    ).mappings()
    deleted = row.before is None  # its row kept the document it had until then
    return {
        "row": row.pk,
        **{name: last[name] for name in ("rev", "parent_rev", "origin", "batch")},
        "deleted": deleted,
        "document": (last["before"] or row.document) if deleted else row.before,
    }
