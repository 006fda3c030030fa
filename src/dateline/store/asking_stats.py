"""The archive's answer about itself: how much it holds, by what. Counts everything, so a large archive takes its time."""

from typing import Any

from sqlalchemy import Connection, func, select

from dateline.records.answers import Count, Stats
from dateline.store import schema
from dateline.store.asking_actors import actors
from dateline.store.filters import Filters
from dateline.store.selecting import NO_DAY

SHOWN = 12


def stats(connection: Connection, filters: Filters) -> Stats:
    """Return how much the archive holds between `filters.since` and `filters.until`, both included."""
    events, articles, claims = schema.events.c, schema.articles.c, schema.attributions.c
    since, until = filters.since or "", filters.until or NO_DAY
    happened = (events.day.between(since, until), events.current)
    printed = (articles.published.between(since, until), articles.current)
    said = (claims.day.between(since, until), claims.current)
    first, last = connection.execute(
        select(func.min(articles.published), func.max(articles.published)).where(*printed, articles.published != "")
    ).one()
    return Stats(
        reports=_number(connection, schema.articles, *printed),
        events=_number(connection, schema.events, *happened),
        claims=_number(connection, schema.attributions, *said),
        actors=_number(connection, schema.actors, schema.actors.c.canonical_pk == schema.actors.c.pk),
        papers=_number(connection, schema.papers, schema.papers.c.canonical_pk == schema.papers.c.pk),
        first=first or "",
        last=last or "",
        types=_counts(connection, events.type, *happened),
        statuses=_counts(connection, events.status, *happened),
        months=_months(connection, *printed),
        outlets=_counts(connection, func.coalesce(articles.outlet, "no outlet known"), *printed)[:SHOWN],
        seen=tuple(
            Count(name=actor.name, number=actor.events, uid=actor.uid) for actor in actors(connection, filters, SHOWN)
        ),
    )


def _number(connection: Connection, table: Any, *where: Any) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0


def _counts(connection: Connection, column: Any, *where: Any) -> tuple[Count, ...]:
    number = func.count()
    query = select(column, number).where(*where).group_by(column).order_by(number.desc(), column)
    return tuple(Count(name=str(name), number=found) for name, found in connection.execute(query))


def _months(connection: Connection, *where: Any) -> tuple[Count, ...]:
    """Reports by month of publication, the last ones, in order."""
    month = func.substr(schema.articles.c.published, 1, 7).label("month")
    query = select(month, func.count()).where(*where).group_by(month).order_by(month.desc()).limit(SHOWN)
    return tuple(
        Count(name=name or "no day", number=found) for name, found in reversed(connection.execute(query).all())
    )
