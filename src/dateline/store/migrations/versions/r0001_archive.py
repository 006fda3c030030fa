"""The first archive."""

from alembic import op

from dateline.store.schema import metadata
from dateline.store.searching import create_index

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    metadata.create_all(op.get_bind())
    create_index(op.get_bind())
