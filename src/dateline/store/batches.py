"""Values in parts that fit into one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

CHUNK = 5000  # values in one IN list: SQLite allows 32,766 parameters
T = TypeVar("T")


def chunks(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Yield the values in parts that fit into one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
