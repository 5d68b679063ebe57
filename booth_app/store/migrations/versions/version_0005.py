"""Rows of reviews keep up to which change a person had seen their concepts when deciding."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; what was decided before counts as seen as it is when it is applied."""
    op.add_column("review_row", sa.Column("seen", sa.Integer))
