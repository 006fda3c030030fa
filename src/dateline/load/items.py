"""One of the things that a source holds: an article, a finished record, or why it is neither, with its place."""

from dataclasses import dataclass

from dateline.errors import ReadError
from dateline.records import Article, Record


@dataclass(frozen=True, slots=True)
class Item:
    """An article or a record, or an error in the place of one.

    key: what tells it from the source's others, its id or its number; None where it is all that the source holds.
    """

    what: Article | Record | ReadError
    key: str | None = None
