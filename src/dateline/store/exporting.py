"""Filters -> events with the whole record that each stands in, for formats that want more than a table shows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from dateline.records import DateRange, Event, EventStatus, EventType, Location
from dateline.records.told import Told
from dateline.store import schema
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, no_aliases
from dateline.store.reports import last_reading
from dateline.store.selecting import NO_DAY, select_events
from dateline.store.uids import Uids

PAGE = 500
KEPT = 256  # records that are held: the events of a report are a few days apart at most


def exported(
    connection: Connection, filters: Filters, limit: int | None = None, aliases: Aliases = no_aliases
) -> Iterator[Told]:
    """Yield every report's telling of the events, the earliest first."""
    selection = select_events(connection, filters, aliases)
    since, until = filters.since or "", filters.until or NO_DAY
    keys = islice(selection.page(connection, since=since, until=until, newest=False, size=PAGE), limit)
    reports = lru_cache(KEPT)(lambda pk: _Report(connection, pk))
    while page := [key.pk for key in islice(keys, PAGE)]:
        rows = {row.pk: row for row in connection.execute(_events().where(schema.events.c.pk.in_(page)))}
        for pk in page:
            if told := _told(rows[pk], reports(rows[pk].article_pk)):
                yield told


def _events() -> Any:
    group = schema.events.alias()
    judged = ("type", "mode", "status", "date", "earliest", "latest", "place", "country", "lat", "lon")
    columns = (schema.events.c[name] for name in ("pk", "uid", "article_pk", *judged))
    return select(*columns, group.c.uid.label("group")).join(group, group.c.pk == schema.events.c.group_pk)


class _Report:
    """One report's record, its events by their ids in the archive, and who its actors are there."""

    def __init__(self, connection: Connection, pk: int) -> None:
        read = last_reading(connection, pk)
        self.record, self.locator = read.record, read.locator
        uids = Uids(read).events
        self.events: dict[str, Event] = {uids[event.id]: event for event in self.record.events}
        self.actors = tuple(self._actors(connection, pk))

    def _actors(self, connection: Connection, pk: int) -> Iterator[tuple[str, str]]:
        """Each actor of the record with the id of whom it was judged to be."""
        seen, actors, judged = schema.appearances, schema.actors, schema.actors.alias()
        query = (
            select(seen.c.local, judged.c.uid)
            .join(actors, actors.c.pk == seen.c.actor_pk)
            .join(judged, judged.c.pk == actors.c.canonical_pk)
            .where(seen.c.article_pk == pk, seen.c.current)
        )
        return ((row.local, row.uid) for row in connection.execute(query))


def _told(row: Any, report: _Report) -> Told | None:
    """The event as judged; None where the last reading no longer has it."""
    read = report.events.get(row.uid)
    if read is None:
        return None
    date = DateRange(value=row.date, earliest=row.earliest or None, latest=row.latest or None)
    event = replace(
        read,
        type=EventType(row.type),
        mode=row.mode,
        status=EventStatus(row.status),
        date=date,
        place=row.place,
        location=read.location if row.place == read.place else _location(row),
    )
    return Told(
        uid=row.uid,
        group=row.group,
        record=report.record,
        event=event,
        locator=report.locator,
        actor_uids=report.actors,
    )


def _location(row: Any) -> Location | None:
    """Where a corrected place lies, as far as it is known: the one that was read lies elsewhere."""
    return Location(country=row.country, lat=row.lat, lon=row.lon) if row.country else None
