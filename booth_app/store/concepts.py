"""Writing concepts: each change in one transaction with the row of history that tells of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, update
from sqlalchemy.dialects.sqlite import insert

from booth_app.store import tables
from booth_app.store.concept_rows import add, change, row_of, rows_of
from booth_app.store.hidden import put_back_concept, put_back_glossary
from booth_app.store.history import BUNDLED, Stamp
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json


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
    put_back_concept(connection, concept.key)  # what a batch on its way did to it is the older
    row = row_of(connection, concept.key)
    document = to_json(concept)
    if row is None:
        add(connection, concept.glossary, [(concept.id, document)], stamp)
    elif row.state != document:
        change(connection, concept.glossary, [(row, document)], stamp)
    return document


def delete(connection: Connection, key: ConceptKey, stamp: Stamp) -> None:
    """Delete the concept `key`, where it is there; its history stays."""
    begin(connection, stamp)
    put_back_concept(connection, key)
    row = row_of(connection, key)
    if row is not None and not row.deleted:
        change(connection, key.glossary, [(row, None)], stamp)


def begin(connection: Connection, stamp: Stamp, glossary: str | None = None) -> None:
    """Make the stamp's batch, visible, and the row of `glossary`, where they are missing."""
    batch = insert(tables.batch).values(**stamp.batch_columns(), visible=True)
    connection.execute(batch.on_conflict_do_nothing())
    if glossary is not None:
        named = insert(tables.glossary).values(name=glossary)
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
    put_back_glossary(connection, name)
    rows = {row.id: row for row in rows_of(connection, name)}
    documents = {concept.id: to_json(concept) for concept in concepts}
    new = [(id_, document) for id_, document in documents.items() if id_ not in rows]
    other = [
        row for row in rows.values() if row.id not in unread and row.state != documents.get(row.id)
    ]
    changes = [(row, documents.get(row.id)) for row in other if row.origin == BUNDLED]
    add(connection, name, new, stamp)
    change(connection, name, changes, stamp)
    source_of = update(tables.glossary).where(tables.glossary.c.name == name)
    connection.execute(source_of.values(source_hash=source, read_only=True))
    gone = sum(document is None for _, document in changes)
    kept = sum(row.origin != BUNDLED and row.id in documents for row in other)
    return TakenIn(len(new), len(changes) - gone, gone, kept)
