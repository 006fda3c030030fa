"""What a store holds, of whatever version it is."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, func, inspect, select, text

from dateline.errors import StoreError
from dateline.store import schema
from dateline.store.opening import known_engine, shown, version_of

COUNTED = ("articles", "events", "attributions", "instruments", "provisions", "actors", "papers", "documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """A store's address (no password), backend, version, size in bytes, counts, first and last day of publication."""

    address: str
    backend: str
    version: str
    is_new: bool
    size: int
    counts: dict[str, int]
    first: str | None
    last: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return asdict(self)


def store_info(address: str) -> Info:
    """Return what the store at an address holds. Raises StoreError if there is none."""
    where = shown(address)
    with known_engine(address) as engine, engine.begin() as connection:
        version = version_of(connection)
        if version is None:
            raise StoreError(f"{where}: a database, but no store of Dateline's; give another one")
        there = set(inspect(connection).get_table_names())
        counts = {name: _count(connection, name) for name in COUNTED if name in there}
        days = select(func.min(schema.articles.c.published), func.max(schema.articles.c.published))
        first, last = connection.execute(days.where(schema.articles.c.published != "")).one()
        size = _size(connection)
    return Info(
        address=where,
        backend={"sqlite": "SQLite", "postgresql": "PostgreSQL"}[engine.dialect.name],
        version=version,
        is_new=version == schema.VERSION,
        size=size,
        counts=counts,
        first=first,
        last=last,
    )


def _count(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(schema.metadata.tables[name])).scalar() or 0


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages, size = (connection.execute(text(f"PRAGMA {of}")).scalar() or 0 for of in ("page_count", "page_size"))
        return int(pages) * int(size)
    return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar() or 0)
