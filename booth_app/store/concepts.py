"""Writing concepts: each change in one transaction with the row of history that tells of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from booth_app.store import tables
from booth_app.store.documents import document_of
from booth_app.store.history import BUNDLED, Stamp
from booth_app.terminology.concept import Concept, ConceptKey


class _Row(NamedTuple):
    pk: int
    id: str
    rev: int
    deleted: bool
    origin: str
    document: str

    @property
    def state(self) -> str | None:
        """The document people see, None for a deleted concept."""
        return None if self.deleted else self.document


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking in a glossary did. `kept` are concepts the person's own edits hold back."""

    new: int = 0
    changed: int = 0
    deleted: int = 0
    kept: int = 0


def save(connection: Connection, concept: Concept, stamp: Stamp) -> str:
    """Store `concept` as its next revision and return its document.

    Nothing happens where it stands there already.
    """
    begin(connection, stamp, concept.glossary)
    row = _row(connection, concept.key)
    document = document_of(concept)
    if row is None:
        _insert(connection, concept.glossary, [(concept.id, document)], stamp)
    elif row.state != document:
        _update(connection, concept.glossary, [(row, document)], stamp)
    return document


def delete(connection: Connection, key: ConceptKey, stamp: Stamp) -> None:
    """Delete the concept `key`, where it is there; its history stays."""
    begin(connection, stamp)
    row = _row(connection, key)
    if row is not None and not row.deleted:
        _update(connection, key.glossary, [(row, None)], stamp)


def begin(connection: Connection, stamp: Stamp, glossary: str | None = None) -> None:
    """Make the stamp's batch, visible, and the row of `glossary`, where they are missing."""
    batch = sqlite_insert(tables.batch).values(**stamp.batch_columns(), visible=True)
    connection.execute(batch.on_conflict_do_nothing())
    if glossary is not None:
        named = sqlite_insert(tables.glossary).values(name=glossary)
        connection.execute(named.on_conflict_do_nothing())


def take_in(
    connection: Connection,
    name: str,
    concepts: Iterable[Concept],
    source: str,
    stamp: Stamp,
    unread: Collection[str] = (),
) -> TakenIn:
    """Take a bundled glossary in, whose content hash is `source`.

    What nobody edited becomes what the source says, deletions included; what a person edited or
    deleted stays as they left it, and so do the concepts whose files could not be read, `unread`.
    """
    begin(connection, stamp, name)
    rows = {row.id: row for row in _rows(connection, name)}
    documents = {concept.id: document_of(concept) for concept in concepts}
    new = [(id_, document) for id_, document in documents.items() if id_ not in rows]
    other = [
        row for row in rows.values() if row.id not in unread and row.state != documents.get(row.id)
    ]
    changes = [(row, documents.get(row.id)) for row in other if row.origin == BUNDLED]
    _insert(connection, name, new, stamp)
    _update(connection, name, changes, stamp)
    source_of = update(tables.glossary).where(tables.glossary.c.name == name)
    connection.execute(source_of.values(source_hash=source, read_only=True))
    gone = sum(document is None for _, document in changes)
    kept = sum(row.origin != BUNDLED and row.id in documents for row in other)
    return TakenIn(len(new), len(changes) - gone, gone, kept)


_columns = tables.concept.c
_ROWS: Final = select(*(_columns[name] for name in _Row._fields))


def _row(connection: Connection, key: ConceptKey) -> _Row | None:
    where = (_columns.glossary == key.glossary, _columns.id == key.id)
    found = connection.execute(_ROWS.where(*where)).first()
    return _Row(*found) if found else None


def _rows(connection: Connection, glossary: str) -> list[_Row]:
    found = connection.execute(_ROWS.where(_columns.glossary == glossary))
    return [_Row(*row) for row in found]


def _insert(
    connection: Connection, glossary: str, documents: list[tuple[str, str]], stamp: Stamp
) -> None:
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


def _update(
    connection: Connection, glossary: str, changes: list[tuple[_Row, str | None]], stamp: Stamp
) -> None:
    """Give each row its new document; None deletes and leaves the last document in its row."""
    for row, document in changes:
        revision = {"rev": row.rev + 1, "parent_rev": row.rev}
        connection.execute(
            update(tables.concept)
            .where(_columns.pk == row.pk)
            .values(
                **revision,
                origin=stamp.origin,
                batch=stamp.batch,
                deleted=document is None,
                document=row.document if document is None else document,
            )
        )
        change = {"glossary": glossary, "concept": row.id, "before": row.state}
        connection.execute(insert(tables.change).values(**change, **revision, **stamp.columns()))
