"""An article's key -> its readings as they were made: the record with the text, and where the article came from."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from dateline.records.entry import Entry
from dateline.records.packing import unpack
from dateline.store import schema


def readings(connection: Connection, article_pk: int) -> Iterator[Entry]:
    """Yield an article's readings, the last one first."""
    of, articles = schema.readings, schema.articles
    query = (
        select(of.c.record, articles.c.text, articles.c.locator)
        .join(articles, articles.c.pk == of.c.article_pk)
        .where(of.c.article_pk == article_pk)
        .order_by(of.c.pk.desc())
    )
    for row in connection.execute(query):
        yield Entry(record=unpack(row.record, row.text), locator=row.locator)


def last_reading(connection: Connection, article_pk: int) -> Entry:
    """Return an article's last reading. KeyError if there is no such article."""
    entry = next(readings(connection, article_pk), None)
    if entry is None:
        raise KeyError(article_pk)
    return entry
