"""Filters -> the keys of events, newest or earliest first, a page at a time, along an index.

However large the archive, a page reads about as many rows as it shows: the walk goes along the index of days, or of
the days of one party. What is rare (a name in few reports) is looked up first, and what is left is sorted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal, or_, select, tuple_

from dateline.records.terms import parse_terms
from dateline.store import schema
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, Who, find_who, no_aliases
from dateline.store.sources import Articles, about_articles, source_articles, values_of

FEW = 2000  # rows that are sooner sorted than walked by
ACTING = ("actor", "mediator", "member")
UPON = ("recipient",)
ANY_SIDE = (*ACTING, *UPON)
NO_DAY = "9999-99-99"  # after all days


@dataclass(frozen=True, slots=True)
class Key:
    """Where an event stands in the order of days."""

    day: str
    pk: int
    group: int


@dataclass(frozen=True, slots=True)
class _Side:
    """Somebody who must take part, in one of these roles."""

    who: Who
    roles: tuple[str, ...]


@dataclass(slots=True)
class Selection:
    """What filters ask for, with its names looked up: conditions on an event, on its parties, on its article."""

    conditions: list[ColumnElement[bool]] = field(default_factory=list)
    sides: list[_Side] = field(default_factory=list)
    few: tuple[int, ...] | None = None  # articles: the only ones, where they are few
    driver: _Side | None = None
    named: bool = False  # only events in which somebody is named to take part

    def page(self, connection: Connection, *, since: str, until: str, newest: bool, size: int) -> Iterator[Key]:
        """Yield the keys of all events between two days, both included, `size` of them at a time."""
        last: Key | None = None
        while True:
            rows = connection.execute(self._query(since, until, newest=newest, last=last).limit(size)).all()
            seen = last
            for row in rows:
                key = Key(row.day, row.pk, row.group_pk)
                if key != seen:  # in two roles: next to one another
                    yield key
                seen = key
            if len(rows) < size or seen is None:
                return
            last = seen

    def _query(self, since: str, until: str, *, newest: bool, last: Key | None) -> Select[int, str, int]:
        events, parties = schema.events, schema.parties
        day: ColumnElement[str] = events.c.day
        pk: ColumnElement[int] = events.c.pk
        if self.driver:
            day, pk = parties.c.day, parties.c.event_pk
        if self.few is not None and not self.driver:
            day = events.c.day.concat("")  # so no index of days is walked along
        query = select(pk.label("pk"), day.label("day"), events.c.group_pk)
        conditions = [*self.conditions, day >= since, day <= until]
        if self.driver:
            query = query.select_from(parties.join(events, events.c.pk == parties.c.event_pk))
            conditions += [self.driver.who.is_in(parties), parties.c.role.in_(self.driver.roles)]
        if self.few is not None:
            conditions.append(events.c.article_pk.in_(self.few))
        conditions += [_takes_part(side) for side in self.sides if side is not self.driver]
        if self.named and not self.sides:
            conditions.append(exists().where(parties.c.event_pk == events.c.pk))
        if last:
            conditions.append(_after(day, pk, last, newest=newest))
        order = (day.desc(), pk.desc()) if newest else (day, pk)
        return query.where(*conditions).order_by(*order)


def select_events(connection: Connection, filters: Filters, aliases: Aliases = no_aliases) -> Selection:
    """Return what the filters select. Raises StoreError for a name that the archive does not have."""
    selection = Selection(conditions=list(_plain(filters)), sides=list(_sides(connection, filters, aliases)))
    narrow: list[Articles] = []
    if filters.source:
        narrow.append(source_articles(connection, filters.source, aliases))
    if filters.about:
        narrow.append(about_articles(connection, parse_terms(filters.about)))
    for articles in narrow:
        selection.conditions.append(articles.condition)
        if articles.few is not None:
            kept = set(articles.few)
            selection.few = articles.few if selection.few is None else tuple(pk for pk in selection.few if pk in kept)
        else:  # "+ 0" so the walk goes by days, and not through all of these articles
            selection.conditions.append((schema.events.c.article_pk + 0).in_(articles.among))
    if filters.place:
        selection.conditions.append(_placed(connection, filters.place))
    if selection.few is None and selection.sides:
        selection.driver = min(selection.sides, key=lambda side: _size(connection, side))
    return selection


def _plain(filters: Filters) -> Iterator[ColumnElement[bool]]:
    events = schema.events.c
    if not filters.gone:
        yield events.current
    for column, values in (
        (events.type, filters.types),
        (events.status, filters.statuses),
        (events.mode, filters.modes),
    ):
        if len(values) == 1:
            yield column == str(values[0])
        elif values:
            yield column.in_([str(value) for value in values])
    if filters.dated:
        yield or_(events.earliest != "", events.latest != "")


def _sides(connection: Connection, filters: Filters, aliases: Aliases) -> Iterator[_Side]:
    asked = [(filters.actor, ACTING), (filters.recipient, UPON), (filters.party, ANY_SIDE)]
    asked += [(name, ANY_SIDE) for name in filters.between or ()]
    for name, roles in asked:
        if name:
            yield _Side(find_who(connection, name, aliases), roles)


def _takes_part(side: _Side) -> ColumnElement[bool]:
    parties = schema.parties.alias()
    of_event = parties.c.event_pk == schema.events.c.pk
    return exists().where(of_event, parties.c.role.in_(side.roles), side.who.is_in(parties, found_by_it=False))


def _size(connection: Connection, side: _Side) -> int:
    """How often somebody takes part in anything, as far as it matters."""
    some = select(literal(1)).where(side.who.is_in(schema.parties)).limit(FEW).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar() or 0


def _after(day: ColumnElement[str], pk: ColumnElement[int], last: Key, *, newest: bool) -> ColumnElement[bool]:
    here = tuple_(day, pk)
    there = tuple_(literal(last.day), literal(last.pk))
    return here < there if newest else here > there


def _placed(connection: Connection, place: str) -> ColumnElement[bool]:
    """By the place's name, whole words of it in any case, or by its country's code."""
    events = schema.events
    name = place.strip().lower()
    if len(name) == 3 and place.isupper():
        coded = select(events.c.pk).where(events.c.country == place).limit(1)
        if connection.execute(coded).first() is not None:
            return events.c.country == place
    lower = func.lower(events.c.place)
    names = [n for n in values_of(connection, lower, events.c.place.is_not(None)) if f" {name} " in f" {n} "]
    return lower == names[0] if len(names) == 1 else lower.in_(names)
