"""Writing concepts: each change in one transaction with the row of history that tells of it."""

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from booth_app.store import tables
from booth_app.store.concept_rows import add, change, row_of
from booth_app.store.hidden import put_back_concept
from booth_app.store.history import Stamp
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json


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
