"""Which articles other rules than today's have read."""

from sqlalchemy import Connection, select

from dateline.records.entry import Stale
from dateline.records.packing import unpack
from dateline.store import schema

RULES = "rules"  # the reader whose readings are made again


def stale_articles(
    connection: Connection, generated_by: str, after: int, limit: int, *, since: str, until: str, outlet: str | None
) -> tuple[Stale, ...]:
    """Return articles whose reading is not of these rules, in the order of their keys."""
    articles, readings = schema.articles.c, schema.readings.c
    query = (
        select(articles.pk, articles.locator, articles.text, readings.record)
        .join(schema.readings, readings.article_pk == articles.pk)
        .where(articles.pk > after, articles.current, readings.current)
        .where(readings.reader == RULES, readings.generated_by != generated_by)
        .order_by(articles.pk)
        .limit(limit)
    )
    if since:
        query = query.where(articles.published >= since)
    if until:
        query = query.where(articles.published <= until, articles.published != "")
    if outlet:
        query = query.where(articles.outlet == outlet)
    return tuple(
        Stale(pk=row.pk, article=unpack(row.record, row.text).article, locator=row.locator)
        for row in connection.execute(query)
    )
