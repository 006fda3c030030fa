"""The archive's answer to a search: the reports that hold the words, the newest first, and the passages around them."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, false, func, or_, select

from dateline.records.answers import Hit
from dateline.records.terms import Terms, parse_terms
from dateline.store import schema
from dateline.store.filters import Filters
from dateline.store.passages import passages
from dateline.store.searching import matching
from dateline.store.selecting import NO_DAY
from dateline.store.sources import printed_by
from dateline.store.telling import report_columns, report_of

FEW = 2000  # articles that are sooner sorted than walked through by month
MONTHS = 4  # after which it is worth the while to count


def search(connection: Connection, typed: str, filters: Filters, limit: int | None) -> Iterator[Hit]:
    """Yield the reports that hold the words, the newest first. Of the filters: since, until, source, gone."""
    terms = parse_terms(typed)
    articles = schema.articles
    query = select(articles.c.pk, articles.c.text, *report_columns())
    query = query.where(articles.c.published.between(filters.since or "", filters.until or NO_DAY))
    if not filters.gone:
        query = query.where(articles.c.current)
    if filters.source:
        query = query.where(or_(false(), *printed_by(connection, filters.source)))
    for row in islice(_found(connection, query, terms, filters), limit):
        parts = passages(row.text, terms)
        yield Hit(report=report_of(row), passages=tuple(p.words for p in parts), marks=tuple(p.marks for p in parts))


def _found(connection: Connection, query: Select[*tuple[Any, ...]], terms: Terms, filters: Filters) -> Iterator[Any]:
    """The rows, newest first: month by month, and all that are left at once as soon as they are known to be few.

    A common word has filled the page after a month or two, before all that hold it are even counted.
    """
    articles = schema.articles
    order = (articles.c.published.desc(), articles.c.pk.desc())
    for number, month in enumerate(_months(connection, filters)):
        if number == MONTHS:
            some = list(connection.execute(matching(connection, terms).limit(FEW + 1)).scalars())
            if len(some) <= FEW:
                older = (articles.c.pk.in_(some), articles.c.published < f"{month}~")
                yield from _one_by_one(connection, query, select(articles.c.pk).where(*older).order_by(*order))
                return
        these = select(articles.c.pk).where(articles.c.pk.in_(matching(connection, terms, month)))
        yield from _one_by_one(connection, query, these.order_by(*order))


def _one_by_one(connection: Connection, query: Select[*tuple[Any, ...]], keys: Select[int]) -> Iterator[Any]:
    """The rows of these keys that are asked for: texts are long, and mostly the first few are wanted."""
    for key in connection.execute(keys).scalars().all():
        yield from connection.execute(query.where(schema.articles.c.pk == key))


def _months(connection: Connection, filters: Filters) -> Iterator[str]:
    """The months in which anything was published, the newest first; the last may be "", no month."""
    published = schema.articles.c.published
    before = f"{filters.until or NO_DAY}~"
    while before:
        last = connection.execute(select(func.max(published)).where(published < before)).scalar()
        if last is None or last < (filters.since or "")[:7]:
            return
        yield last[:7]
        before = last[:7]
