"""Builds a database of an older revision, with rows, as the Booth of its time wrote it."""

from pathlib import Path

from sqlalchemy import text

from booth_app.store.database import Database
from booth_app.store.migrating import migrate

_ROWS = (
    "INSERT INTO meta VALUES ('database', '01J00000000000000000000000')",
    "INSERT INTO glossary (name) VALUES ('booth')",
    "INSERT INTO batch (id, origin, person, at, visible) VALUES ('b1', 'import', 'Ana', 't', 1)",
    "INSERT INTO concept (glossary, id, rev, parent_rev, origin, batch, document)"
    " VALUES ('booth', 'c1', 2, 1, 'typed', 'b1',"
    """ '{"id":"c1","languages":{"en":{"terms":[{"id":"t1","term":"caravan"}]}}}')""",
    "INSERT INTO change (glossary, concept, rev, parent_rev, operation, batch, person, at,"
    " origin, before)"
    " VALUES ('booth', 'c1', 1, 0, 'o1', 'b1', 'Ana', 't', 'booth', NULL)",
    "INSERT INTO change (glossary, concept, rev, parent_rev, operation, batch, person, at,"
    " origin, before)"
    " VALUES ('booth', 'c1', 2, 1, 'o2', 'b1', 'Ana', 't', 'typed',"
    """ '{"id":"c1","languages":{"en":{"terms":[{"id":"t1","term":"caravane"}]}}}')""",
    "INSERT INTO meeting (id, origin, document) VALUES ('m', 'bundled', '{}')",
    """INSERT INTO standing VALUES ('m', 'Ana', 't', '{"item": "3", "delay": 12}')""",
)

_ROWS_OF_0002 = (
    "INSERT INTO meeting_person VALUES ('m', 'Zoë', '{}')",
    "INSERT INTO prepared VALUES ('m', '3', 0, 'booth', 'c1', NULL, 1)",
)

_ROWS_OF_0004 = (
    "INSERT INTO review (id, glossary, file, format, person, at, state)"
    " VALUES ('r', 'booth', 'sent.csv', 'csv', 'Ana', 't', 'open')",
    "INSERT INTO review_row (review, position, line, verdict, concept, decision)"
    " VALUES ('r', 1, 7, 'conflict', 'c1', 'theirs')",
)


def build(path: Path, revision: str) -> None:
    """Make the database of `revision` at `path`, with rows in every table it had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path)
    with database.writing() as connection:
        migrate(connection, to=revision)
        later = (("0002", _ROWS_OF_0002), ("0004", _ROWS_OF_0004))
        for row in (*_ROWS, *(row for since, rows in later if since <= revision for row in rows)):
            # A colon in JSON is no parameter.
            connection.execute(text(row.replace(":", r"\:")))
    database.close()
