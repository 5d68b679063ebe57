"""Glossaries, batches, concepts, their history; meetings and where the booth stood."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    _knowledge()
    _meetings()


def _stamp() -> list[sa.Column[Any]]:
    return [
        sa.Column("operation", sa.Text, nullable=False),
        sa.Column("batch", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
    ]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _to(table: str, columns: list[str], other: str, theirs: list[str]) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{'_'.join(columns)}_{other}"
    return sa.ForeignKeyConstraint(columns, [f"{other}.{there}" for there in theirs], name=name)


def _knowledge() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        _key("meta", "key"),
    )
    op.create_table(
        "glossary",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source_hash", sa.Text, nullable=False, server_default=""),
        sa.Column("read_only", sa.Boolean, nullable=False, server_default="0"),
        _key("glossary", "name"),
    )
    op.create_table(
        "batch",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.Column("visible", sa.Boolean, nullable=False, server_default="0"),
        _key("batch", "id"),
    )
    _concepts()
    _history()


def _concepts() -> None:
    op.create_table(
        "concept",
        sa.Column("pk", sa.Integer, nullable=False),
        sa.Column("glossary", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("parent_rev", sa.Integer, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("batch", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        _key("concept", "pk"),
        sa.UniqueConstraint("glossary", "id", name="uq_concept_glossary_id"),
        _to("concept", ["glossary"], "glossary", ["name"]),
        _to("concept", ["batch"], "batch", ["id"]),
    )
    op.create_index("ix_concept_batch", "concept", ["batch"])


def _history() -> None:
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("glossary", sa.Text, nullable=False),
        sa.Column("concept", sa.Text, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("parent_rev", sa.Integer, nullable=False),
        *_stamp(),
        sa.Column("before", sa.Text),
        _key("change", "seq"),
        sa.UniqueConstraint("operation", name="uq_change_operation"),
        _to("change", ["glossary", "concept"], "concept", ["glossary", "id"]),
        _to("change", ["batch"], "batch", ["id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_glossary_concept_seq", "change", ["glossary", "concept", "seq"])
    op.create_index("ix_change_batch", "change", ["batch"])


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("source_hash", sa.Text, nullable=False, server_default=""),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        _key("meeting", "id"),
    )
    op.create_table(
        "meeting_change",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False, server_default=""),
        *_stamp(),
        sa.Column("before", sa.Text),
        _key("meeting_change", "seq"),
        sa.UniqueConstraint("operation", name="uq_meeting_change_operation"),
        _to("meeting_change", ["meeting"], "meeting", ["id"]),
        _to("meeting_change", ["batch"], "batch", ["id"]),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "standing",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        _key("standing", "meeting"),
        _to("standing", ["meeting"], "meeting", ["id"]),
    )
