"""The tables, as the newest migration leaves them.

A concept's identity is (glossary, id) in every table. History keeps of each change the document
*before* it: the state after a change is the next change's `before`, else the concept's row, so
nothing is stored twice and a first import costs one lean row.
"""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _stamp() -> list[Column[Any]]:
    """Return the columns every stored change carries."""
    return [
        Column("operation", Text, nullable=False, unique=True),
        Column("batch", Text, ForeignKey("batch.id"), nullable=False),
        Column("person", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("origin", Text, nullable=False),
    ]


meta: Final = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

glossary: Final = Table(
    "glossary",
    metadata,
    Column("name", Text, primary_key=True),
    Column("source_hash", Text, nullable=False, server_default=""),
    Column("read_only", Boolean, nullable=False, server_default="0"),
    Column("title", Text, nullable=False, server_default=""),
    Column("style", Text, nullable=False, server_default=""),
)

batch: Final = Table(
    "batch",
    metadata,
    Column("id", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("visible", Boolean, nullable=False, server_default="0"),
)

concept: Final = Table(
    "concept",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("glossary", Text, ForeignKey("glossary.name"), nullable=False),
    Column("id", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("parent_rev", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False, server_default="0"),
    Column("origin", Text, nullable=False),
    Column("batch", Text, ForeignKey("batch.id"), nullable=False),
    Column("document", Text, nullable=False),
    UniqueConstraint("glossary", "id"),
    Index(None, "batch"),
)

change: Final = Table(
    "change",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("glossary", Text, nullable=False),
    Column("concept", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("parent_rev", Integer, nullable=False),
    *_stamp(),
    Column("before", Text),
    ForeignKeyConstraint(["glossary", "concept"], ["concept.glossary", "concept.id"]),
    Index(None, "glossary", "concept", "seq"),
    Index(None, "batch"),
    sqlite_autoincrement=True,
)

meeting: Final = Table(
    "meeting",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source_hash", Text, nullable=False, server_default=""),
    Column("origin", Text, nullable=False),
    Column("document", Text, nullable=False),
)

meeting_person: Final = Table(
    "meeting_person",
    metadata,
    Column("meeting", Text, ForeignKey("meeting.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("document", Text, nullable=False),
)

meeting_change: Final = Table(
    "meeting_change",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("meeting", Text, ForeignKey("meeting.id"), nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    *_stamp(),
    Column("before", Text),
    sqlite_autoincrement=True,
)

standing: Final = Table(
    "standing",
    metadata,
    Column("meeting", Text, ForeignKey("meeting.id"), primary_key=True),
    Column("person", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("document", Text, nullable=False),
)

prepared: Final = Table(
    "prepared",
    metadata,
    Column("meeting", Text, ForeignKey("meeting.id"), primary_key=True),
    Column("item", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("glossary", Text),
    Column("concept", Text),
    Column("person", Text),
    Column("own", Boolean, nullable=False),
)

review: Final = Table(
    "review",
    metadata,
    Column("id", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("glossary", "file", "format")),
    *(Column(name, Text, nullable=False) for name in ("person", "at")),
    Column("source", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("document", Text, nullable=False, server_default=""),
)

review_row: Final = Table(
    "review_row",
    metadata,
    Column("review", Text, ForeignKey("review.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("line", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    *(Column(name, Text, nullable=False, server_default="") for name in ("kind", "concept")),
    Column("base_rev", Integer, nullable=False, server_default="0"),
    Column("document", Text),
    Column("base", Text),
    *(
        Column(name, Text, nullable=False, server_default="")
        for name in ("tells", "decision", "chosen", "question", "person", "at")
    ),
    Column("done", Boolean, nullable=False, server_default="0"),
    Column("seen", Integer),
    Index(None, "review", "verdict", "kind", "decision", "position"),
)

said: Final = Table(
    "said",
    metadata,
    Column("pk", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("glossary", "concept")),
    Column("rev", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("batch", "origin", "note", "mark")),
    Column("document", Text, nullable=False),
    Index(None, "glossary", "concept"),
    Index(None, "batch"),
)
"""What files said of concepts that became another state than that: see `store/said.py`."""

missed: Final = Table(
    "missed",
    metadata,
    Column("text", Text, primary_key=True),
    Column("meeting", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("lang", "at")),
    *(
        Column(name, Integer, nullable=False, server_default="0")
        for name in ("count", "released", "dismissed")
    ),
)

release: Final = Table(
    "release",
    metadata,
    Column("glossary", Text, ForeignKey("glossary.name"), primary_key=True),
    Column("version", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("person", "at", "checksum")),
    Column("seq", Integer, nullable=False),
    Column("approved_only", Boolean, nullable=False, server_default="0"),
    Column("document", Text, nullable=False, server_default=""),
)

column_map: Final = Table(
    "column_map",
    metadata,
    Column("header", Text, primary_key=True),
    Column("document", Text, nullable=False),
)
