"""People added or changed by the person, and item terms prepared for the first paint."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two tables; rows of the older ones stay as they are."""
    op.create_table(
        "meeting_person",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting", "name", name="pk_meeting_person"),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.id"], name="fk_meeting_person_meeting_meeting"
        ),
    )
    op.create_table(
        "prepared",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("glossary", sa.Text),
        sa.Column("concept", sa.Text),
        sa.Column("person", sa.Text),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("meeting", "item", "position", name="pk_prepared"),
        sa.ForeignKeyConstraint(["meeting"], ["meeting.id"], name="fk_prepared_meeting_meeting"),
    )
