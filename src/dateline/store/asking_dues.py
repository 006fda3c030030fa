"""The archive's answer to what falls due: votes, meetings, ends of mandates, duties, by their days."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal, or_, select, tuple_

from dateline.records import EventStatus
from dateline.records.answers import SHORT, ToldDue
from dateline.records.due import Certainty, Due, DueKind
from dateline.records.folding import fold
from dateline.records.terms import Terms, parse_terms
from dateline.store import schema
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, Who, find_who, no_aliases
from dateline.store.selecting import NO_DAY

PAGE = 60
FEW, LOOKED_AT = 100, 120  # articles of an actor, and rows that are looked at for a timeline
OPEN = {EventStatus.PLANNED, EventStatus.PROPOSED, EventStatus.CONDITIONAL, EventStatus.ONGOING}


def dues(
    connection: Connection, filters: Filters, limit: int | None = None, aliases: Aliases = no_aliases
) -> Iterator[ToldDue]:
    """Yield every series that may fall due between `filters.since` and `filters.until`, then the first `limit` others by day.

    A planned act stands as judgements have corrected it, and not at all once it has happened or is denied. Of the
    filters, actor or party, about and gone count too.
    """
    table, asked = schema.dues.c, _Asked(connection, filters, aliases)
    since, until = filters.since or "", filters.until or NO_DAY
    query = _query(filters).where(*asked.words(), table.earliest <= until)
    series = query.where(table.document_pk > 0, table.latest.concat("") >= since)
    yield from asked.those(connection.execute(series).all())
    single = query.where((table.document_pk + 0).is_(None), *asked.people(all_of_them=True), asked.latest >= since)
    yield from islice(asked.told(single), limit)


def paper_dues(
    connection: Connection, filters: Filters, today: str, limit: int | None, aliases: Aliases = no_aliases
) -> Iterator[ToldDue]:
    """Yield what papers, not planned acts, set a day for: the newest `limit` before today, and the first from it on.

    Of an actor, the newest reports that name it are looked at, a bounded number.
    """
    table, asked = schema.dues.c, _Asked(connection, filters, aliases)
    since, until = filters.since or "", filters.until or NO_DAY
    query = _query(filters).where(*asked.words(), (table.event_pk + 0).is_(None))
    query = query.where(*asked.people(all_of_them=not limit))
    past = query.where(asked.latest >= since, asked.latest < min(today, until))
    ahead = query.where(asked.latest >= max(today, since), table.earliest <= until)
    yield from islice(asked.told(past, newest=True, most=LOOKED_AT), limit)
    yield from islice(asked.told(ahead, most=LOOKED_AT), limit)


def _query(filters: Filters) -> Select[*tuple[Any, ...]]:
    table, articles, events = schema.dues, schema.articles, schema.events
    joined = table.outerjoin(events, events.c.pk == table.c.event_pk)
    joined = joined.outerjoin(articles, articles.c.pk == table.c.article_pk)
    told = (
        events.c.uid.label("event"),
        events.c.status,
        events.c.earliest.label("first"),
        events.c.latest.label("last"),
    )
    query = select(table, *told, articles.c.published).select_from(joined)
    return query if filters.gone else query.where(table.c.current)


@dataclass
class _Asked:
    """Who and what is asked about, held against what falls due."""

    connection: Connection
    filters: Filters
    aliases: Aliases
    who: Who | None = None
    terms: Terms | None = None
    by_article: bool = False  # rows are found by their articles, which are few

    def words(self) -> Iterator[ColumnElement[bool]]:
        """The words that must be there, as far as the database can tell."""
        if self.filters.about:
            self.terms = parse_terms(self.filters.about)
            for word in (word for phrase in self.terms.wanted for word in phrase):
                yield func.lower(schema.dues.c.due).contains(word.lower(), autoescape=True)

    def people(self, *, all_of_them: bool) -> Iterator[ColumnElement[bool]]:
        """The articles that name who is asked about; where they are many the newest, unless all are to be looked at."""
        table, there = schema.dues.c, schema.appearances
        if not (name := self.filters.actor or self.filters.party):
            return
        self.who = find_who(self.connection, name, self.aliases)
        newest = select(there.c.article_pk).where(self.who.is_in(there)).order_by(there.c.day.desc())
        few = [] if self.who.country else list(self.connection.execute(newest.limit(FEW + 1)).scalars())
        if self.who.country or (all_of_them and len(few) > FEW):
            is_it = self.who.is_in(there, found_by_it=False)
            seen = exists().where(there.c.article_pk == table.article_pk, is_it)
            yield or_(seen, table.document_pk.is_not(None))
            return
        self.by_article = True
        yield or_(table.article_pk.in_(few), table.document_pk > 0)

    @property
    def latest(self) -> ColumnElement[str]:
        """The last day: without an index where rows are found by their articles."""
        return schema.dues.c.latest.concat("") if self.by_article else schema.dues.c.latest

    def told(
        self, query: Select[*tuple[Any, ...]], *, newest: bool = False, most: int | None = None
    ) -> Iterator[ToldDue]:
        """All rows by their days, a page at a time: who needs the first ones reads no more. most: rows to look at."""
        table = schema.dues.c
        columns = (self.latest, table.earliest, table.pk)
        order = tuple(column.desc() for column in columns) if newest else columns
        page, looked_at = query, 0
        while most is None or looked_at < most:
            rows = self.connection.execute(page.order_by(*order).limit(PAGE)).all()
            yield from self.those(rows)
            if len(rows) < PAGE:
                return
            looked_at += PAGE
            last = tuple_(*map(literal, (rows[-1].latest, rows[-1].earliest, rows[-1].pk)))
            page = query.where(tuple_(*columns) < last if newest else tuple_(*columns) > last)

    def those(self, rows: Sequence[Any]) -> Iterator[ToldDue]:
        """Those of the rows that are asked for."""
        names = self._names({row.article_pk for row in rows})
        for row in rows:
            if (told := _told(row)) and self._is_asked(told.due, names.get(row.article_pk)):
                yield told

    def _names(self, articles: Collection[int]) -> dict[int, set[str]]:
        """What each article calls those who are asked about."""
        if self.who is None:
            return {}
        there = schema.appearances
        query = select(there.c.article_pk, there.c.name).where(
            there.c.article_pk.in_(articles), self.who.is_in(there, found_by_it=False)
        )
        names: dict[int, set[str]] = {}
        for article, name in self.connection.execute(query):
            names.setdefault(article, set()).add(fold(name))
        return names

    @cached_property
    def _own_names(self) -> set[str]:
        """What papers call them: their names in the archive."""
        if self.who is None:
            return set()
        actors = schema.actors
        one = actors.c.pk.in_(self.who.pks) if self.who.pks else actors.c.uid == f"country:{self.who.country}"
        return set(self.connection.execute(select(actors.c.folded).where(one)).scalars())

    def _is_asked(self, due: Due, names: Collection[str] | None) -> bool:
        if self.who is None and self.terms is None:
            return True
        words = fold(f"{due.by or ''} {due.what} {due.quote}")
        if self.who is not None and not any(name in words for name in names or self._own_names):
            return False
        if self.terms is None:
            return True
        held = fold(f"{words} {due.basis}")
        wanted = all(fold(word) in held for phrase in self.terms.wanted for word in phrase)
        return wanted and not any(fold(" ".join(phrase)) in held for phrase in self.terms.unwanted)


def _told(row: Any) -> ToldDue | None:
    data = json.loads(row.due)
    due = Due(**{**data, "kind": DueKind(data["kind"]), "certainty": Certainty(data["certainty"])})
    published = row.published or ""
    if row.event is None:
        return ToldDue(due=due, event=None, published=published)
    if row.status == EventStatus.CANCELLED:
        due = replace(due, certainty=Certainty.CANCELLED)
    elif row.status not in OPEN:
        return None
    if not row.last:
        return None
    due = replace(due, earliest=row.first or row.last, latest=row.last)
    return ToldDue(due=due, event=row.event[:SHORT], published=published)
