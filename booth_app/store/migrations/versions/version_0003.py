"""The editor's desk: reviews of files, look-ups that found nothing, releases, column mappings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _text(name: str, *, given: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False, server_default=None if given else "")


def _flag(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean, nullable=False, server_default="0")


def upgrade() -> None:
    """Add the tables, and what a glossary is called and how its house writes."""
    op.add_column("glossary", _text("title"))
    op.add_column("glossary", _text("style"))
    _reviews()
    _missed_and_released()
    op.create_table(
        "column_map",
        _text("header", given=True),
        _text("document", given=True),
        sa.PrimaryKeyConstraint("header", name="pk_column_map"),
    )


def _reviews() -> None:
    op.create_table(
        "review",
        _text("id", given=True),
        *(_text(name, given=True) for name in ("glossary", "file", "format", "person", "at")),
        _text("source"),
        _text("state", given=True),
        _text("document"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
    )
    op.create_table(
        "review_row",
        _text("review", given=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        _text("verdict", given=True),
        *(_text(name) for name in ("kind", "concept")),
        sa.Column("base_rev", sa.Integer, nullable=False, server_default="0"),
        sa.Column("document", sa.Text),
        sa.Column("base", sa.Text),
        *(_text(n) for n in ("tells", "decision", "chosen", "question", "person", "at")),
        _flag("done"),
        sa.PrimaryKeyConstraint("review", "position", name="pk_review_row"),
        sa.ForeignKeyConstraint(["review"], ["review.id"], name="fk_review_row_review_review"),
    )
    told = ["review", "verdict", "kind", "decision", "position"]
    op.create_index(f"ix_review_row_{'_'.join(told)}", "review_row", told)


def _missed_and_released() -> None:
    op.create_table(
        "missed",
        *(_text(name, given=True) for name in ("text", "meeting", "lang", "at")),
        *(
            sa.Column(name, sa.Integer, nullable=False, server_default="0")
            for name in ("count", "released", "dismissed")
        ),
        sa.PrimaryKeyConstraint("text", "meeting", name="pk_missed"),
    )
    op.create_table(
        "release",
        *(_text(n, given=True) for n in ("glossary", "version", "person", "at", "checksum")),
        sa.Column("seq", sa.Integer, nullable=False),
        _flag("approved_only"),
        _text("document"),
        sa.PrimaryKeyConstraint("glossary", "version", name="pk_release"),
        sa.ForeignKeyConstraint(
            ["glossary"], ["glossary.name"], name="fk_release_glossary_glossary"
        ),
    )
