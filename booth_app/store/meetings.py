"""Writing meetings, what the person adds to them, where the booth stood, prepared item terms."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from booth_app.store import tables
from booth_app.store.concepts import begin
from booth_app.store.history import Stamp
from booth_app.store.ids import now
from booth_app.terminology.concept import ConceptKey

Prepared = tuple[ConceptKey | None, str | None, bool]
"""A concept or else a person's name, and whether it is the item's own."""


def take_in(connection: Connection, name: str, document: str, source: str, stamp: Stamp) -> None:
    """Store the document of the meeting `name` as its source, of hash `source`, has it."""
    row = {"id": name, "source_hash": source, "origin": stamp.origin, "document": document}
    before = connection.scalar(select(tables.meeting.c.document).where(tables.meeting.c.id == name))
    _put(connection, tables.meeting, row)
    if before != document:
        _note_change(connection, name, "", before, stamp)


def keep_person(
    connection: Connection, meeting: str, name: str, document: str, stamp: Stamp
) -> None:
    """Store what the person added about somebody of `meeting`."""
    c = tables.meeting_person.c
    before = connection.scalar(select(c.document).where(c.meeting == meeting, c.name == name))
    if before != document:
        row = {"meeting": meeting, "name": name, "document": document}
        _put(connection, tables.meeting_person, row)
        _note_change(connection, meeting, name, before, stamp)


def keep_standing(connection: Connection, meeting: str, document: str, person: str) -> None:
    """Store where the booth stands in `meeting`."""
    row = {"meeting": meeting, "document": document, "person": person, "at": now()}
    _put(connection, tables.standing, row)


def keep_prepared(
    connection: Connection, meeting: str, items: Mapping[str, Sequence[Prepared]]
) -> None:
    """Store the prepared terms of each item of `meeting`, for the first paint of a later start.

    Nothing is written where they stand there, or where the meeting itself is not stored.
    """
    table, here = tables.prepared, tables.prepared.c.meeting == meeting
    names = [column.name for column in table.columns]
    rows = {
        (meeting, item, position, key and key.glossary, key and key.id, person, own)
        for item, entries in items.items()
        for position, (key, person, own) in enumerate(entries)
    }
    known = connection.scalar(select(tables.meeting.c.id).where(tables.meeting.c.id == meeting))
    if known is None or rows == {
        tuple(row) for row in connection.execute(select(table).where(here))
    }:
        return
    connection.execute(delete(table).where(here))
    if rows:
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


def _put(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    """Insert `row`, or update the one of the same primary key."""
    statement = sqlite_insert(table).values(**row)
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in row.items() if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))


def _note_change(
    connection: Connection, meeting: str, name: str, before: str | None, stamp: Stamp
) -> None:
    begin(connection, stamp)
    change = {"meeting": meeting, "name": name, "before": before, **stamp.columns()}
    connection.execute(insert(tables.meeting_change).values(**change))
