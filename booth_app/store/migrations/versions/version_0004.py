"""What files said of concepts where these became another state: bases of the next merge."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table; what files said before is known from the history of the concepts."""
    op.create_table(
        "said",
        sa.Column("pk", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("glossary", "concept")),
        sa.Column("rev", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("batch", "origin", "note", "mark", "document")
        ),
        sa.PrimaryKeyConstraint("pk", name="pk_said"),
    )
    op.create_index("ix_said_glossary_concept", "said", ["glossary", "concept"])
    op.create_index("ix_said_batch", "said", ["batch"])
