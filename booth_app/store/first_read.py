"""What the first paint of a second start needs, read in milliseconds through sqlite3 alone."""

import contextlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from booth_app.meeting.document_part import MeetingInvalid
from booth_app.meeting.meeting import Meeting, Person
from booth_app.paths import DataFolder
from booth_app.store.documents import concept_of
from booth_app.store.meeting_rows import meeting_of
from booth_app.store.migrating import SCHEMA
from booth_app.store.reading import SHOWN, read_only
from booth_app.store.standing import Standing, standing_of
from booth_app.terminology.concept import Concept


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A line of an item's terms and names: a concept or a person.

    `own`: found in the item itself; otherwise one of the meeting's others, below the thin line.
    """

    concept: Concept | None
    person: Person | None
    own: bool


@dataclass(frozen=True, slots=True)
class ItemTerms:
    """What the idle screen shows of an item, in its order."""

    rows: tuple[ItemRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstRead:
    """A meeting as it was left.

    `terms` leads from an item's id to its prepared terms, of the one item that is painted first:
    the one the booth stands in, else the meeting's first.
    """

    meeting: Meeting
    standing: Standing
    terms: Mapping[str, ItemTerms] = field(default_factory=dict)


_UNREADABLE: Final = (
    *(sqlite3.Error, ValueError, KeyError, TypeError, RecursionError, MeetingInvalid),
)


def first_read(data: DataFolder, meeting: str) -> FirstRead | None:
    """Return what is stored of the meeting `meeting`; an empty id stands for the last one open.

    None where nothing is there yet or anything is in the way: the full opening tells why.
    """
    if not data.database.is_file():
        return None
    try:
        with contextlib.closing(read_only(data.database)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [
                (SCHEMA,)
            ]:
                return None
            return _read(connection, meeting or _last_open(connection))
    except _UNREADABLE:
        return None


def _last_open(connection: sqlite3.Connection) -> str:
    statement = (
        "SELECT m.id FROM meeting m LEFT JOIN standing s ON s.meeting = m.id"
        " ORDER BY s.at IS NULL, s.at DESC, m.id LIMIT 1"
    )
    found = connection.execute(statement).fetchone()
    return str(found[0]) if found else ""


def _read(connection: sqlite3.Connection, meeting_id: str) -> FirstRead | None:
    document = _value(connection, "SELECT document FROM meeting WHERE id = ?", meeting_id)
    if document is None:
        return None
    people = connection.execute(
        "SELECT name, document FROM meeting_person WHERE meeting = ? ORDER BY rowid", (meeting_id,)
    )
    meeting = meeting_of(document, dict(people))
    stood = _value(connection, "SELECT document FROM standing WHERE meeting = ?", meeting_id)
    standing = standing_of(stood) if stood is not None else Standing()
    items = [item.id for item in meeting.items]
    shown = [standing.item] if standing.item in items else items[:1]
    return FirstRead(meeting, standing, _terms(connection, meeting, shown))


def _terms(
    connection: sqlite3.Connection, meeting: Meeting, items: list[str]
) -> dict[str, ItemTerms]:
    found = connection.execute(
        f"SELECT p.item, p.glossary, p.concept, p.person, p.own, {SHOWN} FROM prepared p"
        " LEFT JOIN concept ON concept.glossary = p.glossary AND concept.id = p.concept"
        " WHERE p.meeting = ? AND p.item IN (SELECT value FROM json_each(?))"
        " ORDER BY p.item, p.position",
        (meeting.id, json.dumps(items)),
    )
    people = {person.name: person for person in meeting.people}
    concepts: dict[tuple[str, str], Concept] = {}
    rows: dict[str, list[ItemRow]] = defaultdict(list)
    for item, glossary, concept_id, name, own, document in found:
        key = (glossary, concept_id)
        if document is not None and key not in concepts:
            concepts[key] = concept_of(glossary, document)
        row = ItemRow(concepts.get(key), people.get(name), bool(own))
        if row.concept or row.person:
            rows[item].append(row)
    return {item: ItemTerms(tuple(lines)) for item, lines in rows.items()}


def _value(connection: sqlite3.Connection, statement: str, value: str) -> str | None:
    found = connection.execute(statement, (value,)).fetchone()
    return str(found[0]) if found else None
