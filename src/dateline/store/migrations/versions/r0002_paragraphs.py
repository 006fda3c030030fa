"""Provisions tell their paragraph of a paper's own text, and are found by it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; what was kept before came from articles, and has none."""
    op.add_column("provisions", sa.Column("paragraph", sa.Text()))
    op.create_index("provisions_of_document", "provisions", ["document_pk"])
    op.create_index("documents_of_paper", "documents", ["paper_pk"])
