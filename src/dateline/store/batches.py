"""Values in parts that fit into one statement, and rows a page at a time."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, literal, tuple_

CHUNK = 5000  # values in one IN list: SQLite allows 32,766 parameters
PAGE = 100  # rows that are read together
T = TypeVar("T")


def chunks(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Yield the values in parts that fit into one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def newest_first(connection: Connection, query: Select[*tuple[Any, ...]], table: Table) -> Iterator[Row[Any]]:
    """Yield the rows of a query for a table's `day` and `pk`, the newest first; who needs the first ones reads no more."""
    day, pk = table.c.day, table.c.pk
    page = query
    while True:
        rows = connection.execute(page.order_by(day.desc(), pk.desc()).limit(PAGE)).all()
        yield from rows
        if len(rows) < PAGE:
            return
        page = query.where(tuple_(day, pk) < tuple_(literal(rows[-1].day), literal(rows[-1].pk)))
