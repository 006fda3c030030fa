"""Records <-> SQLite or PostgreSQL: migrations, writes, questions."""

from dateline.store.opening import DEFAULT, upgrade
from dateline.store.store import Store, open_store

__all__ = ["DEFAULT", "Store", "open_store", "upgrade"]
