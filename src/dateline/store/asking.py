"""The archive's answers about events: those of a timeline, a list of them, and everything behind one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from sqlalchemy import Connection, select

from dateline.records import EventStatus
from dateline.records.answers import ToldDue, ToldEvent
from dateline.store import schema
from dateline.store.asking_dues import paper_dues
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, no_aliases
from dateline.store.selecting import NO_DAY, Key, select_events
from dateline.store.telling import told_events

PAGE = 100
SETTLED = {EventStatus.OCCURRED, EventStatus.DENIED, EventStatus.CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a timeline shows: so many events up to a day, the newest, and so many after it, the first ones."""

    events: tuple[ToldEvent, ...]
    more_before: bool = False
    more_after: bool = False

    def note(self, limit: int) -> str:
        """Return what is not shown, in words; nothing where all is."""
        sides = [f"up to today only the newest {limit} are shown"] if self.more_before else []
        sides += [f"ahead only the first {limit}"] if self.more_after else []
        return f"{', '.join(sides)}; --limit 0 shows all" if sides else ""


def timeline(
    connection: Connection, filters: Filters, today: date, limit: int | None, aliases: Aliases = no_aliases
) -> Span:
    """Return the newest `limit` events up to today and the first `limit` after it, by day, one for each group.

    Events in which nobody is named to take part are left out.
    """
    selection = select_events(connection, filters, aliases)
    selection.named = True
    day, since, until = today.isoformat(), filters.since or "", filters.until or NO_DAY
    size = min(limit or PAGE, PAGE) + 1
    past = selection.page(connection, since=since, until=min(until, day), newest=True, size=size)
    tomorrow = (min(today, date.max - timedelta(days=1)) + timedelta(days=1)).isoformat()
    ahead = selection.page(connection, since=max(since, tomorrow), until=until, newest=False, size=size)
    seen: set[int] = set()
    before, after = (_first_of_groups(keys, seen, limit) for keys in (past, ahead))
    chosen = [*reversed(before[:limit]), *after[:limit]]
    events = _of_groups(connection, chosen, gone=filters.gone)
    return Span(
        events=tuple(sorted(events, key=_order)),
        more_before=limit is not None and len(before) > limit,
        more_after=limit is not None and len(after) > limit,
    )


def dues_beside(
    connection: Connection,
    filters: Filters,
    shown: Span,
    today: date,
    limit: int | None,
    aliases: Aliases = no_aliases,
) -> tuple[ToldDue, ...]:
    """Return what papers set a day for, within the days that a timeline shows; nothing where only events are asked for."""
    events_alone = (filters.types, filters.modes, filters.recipient, filters.between, filters.place, filters.source)
    if any(events_alone) or (filters.statuses and EventStatus.PLANNED not in filters.statuses):
        return ()
    first = shown.events[0].day if shown.events and shown.more_before else ""
    window = replace(filters, since=max(filters.since or "", first))
    return tuple(paper_dues(connection, window, today.isoformat(), limit, aliases))


def events(
    connection: Connection, filters: Filters, limit: int | None, aliases: Aliases = no_aliases
) -> Iterator[ToldEvent]:
    """Yield every report's telling of the events, the newest first."""
    selection = select_events(connection, filters, aliases)
    since, until = filters.since or "", filters.until or NO_DAY
    size = min(limit or PAGE, PAGE)
    keys = islice(selection.page(connection, since=since, until=until, newest=True, size=size), limit)
    while page := [key.pk for key in islice(keys, PAGE)]:
        yield from told_events(connection, page)


def best_of_group(told: Iterable[ToldEvent]) -> ToldEvent:
    """Return the telling that stands for all: what happened before what was planned, the most exact date, the newest."""
    return max(told, key=lambda e: (e.current, e.status in SETTLED, e.dated, -_width(e), e.report.published, e.uid))


def _width(event: ToldEvent) -> int:
    if not (event.date.earliest and event.date.latest):
        return 10**6
    return (date.fromisoformat(event.date.latest) - date.fromisoformat(event.date.earliest)).days


def _first_of_groups(keys: Iterator[Key], seen: set[int], limit: int | None) -> list[Key]:
    """One more than `limit`, to tell whether there are more."""
    chosen = []
    for key in keys:
        if key.group not in seen:
            seen.add(key.group)
            chosen.append(key)
            if limit is not None and len(chosen) > limit:
                break
    return chosen


def _of_groups(connection: Connection, keys: list[Key], *, gone: bool) -> Iterator[ToldEvent]:
    """Each group's best telling, with how many tell it."""
    of = schema.events
    for start in range(0, len(keys), PAGE):
        page = [key.group for key in keys[start : start + PAGE]]
        query = select(of.c.pk, of.c.group_pk).where(of.c.group_pk.in_(page))
        pks = [pk for pk, _ in connection.execute(query if gone else query.where(of.c.current))]
        groups: dict[int, list[ToldEvent]] = {}
        for event in told_events(connection, pks):
            groups.setdefault(event.group, []).append(event)
        for told in groups.values():
            yield told[0] if len(told) == 1 else replace(best_of_group(told), reports=len({e.report.uid for e in told}))


def _order(event: ToldEvent) -> tuple[str, bool, int, str, int]:
    """By day; those dated exactly before a span that begins on that day, what is only reported last."""
    return event.day, not event.dated, _width(event), event.report.published, event.start
