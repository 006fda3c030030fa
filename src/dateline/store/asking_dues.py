"""The archive's answer to what falls due: votes, meetings, ends of mandates, duties, by their days."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
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

PAGE = 200
OPEN = {EventStatus.PLANNED, EventStatus.PROPOSED, EventStatus.CONDITIONAL, EventStatus.ONGOING}


def dues(
    connection: Connection,
    filters: Filters,
    limit: int | None = None,
    aliases: Aliases = no_aliases,
    *,
    papers_only: bool = False,
) -> Iterator[ToldDue]:
    """Yield every series that may fall due between `filters.since` and `filters.until`, then the first `limit` others by day.

    A planned act stands as judgements have corrected it, and not at all once it has happened or is denied. Of the
    filters, actor and about count too. papers_only: leave out the acts that are events.
    """
    table, since = schema.dues, filters.since or ""
    asked = _Asked(connection, filters, aliases)
    query = _query(filters, papers_only=papers_only).where(*asked.conditions())
    ahead = query.where(table.c.latest >= since, table.c.earliest <= (filters.until or NO_DAY))
    yield from asked.told(ahead.where(table.c.document_pk.is_not(None)))
    yield from islice(asked.told(ahead.where(table.c.document_pk.is_(None))), limit)


def _query(filters: Filters, *, papers_only: bool) -> Select[*tuple[Any, ...]]:
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
    if not filters.gone:
        query = query.where(table.c.current)
    return query.where(table.c.event_pk.is_(None)) if papers_only else query


@dataclass(slots=True)
class _Asked:
    """Who and what is asked about, held against what falls due."""

    connection: Connection
    filters: Filters
    aliases: Aliases
    who: Who | None = None
    terms: Terms | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """What the database can tell: in which articles to look."""
        table = schema.dues
        if name := self.filters.actor or self.filters.party:
            self.who = find_who(self.connection, name, self.aliases)
            there = schema.appearances
            seen = exists().where(there.c.article_pk == table.c.article_pk, self.who.is_in(there))
            yield or_(seen, table.c.document_pk.is_not(None))
        if self.filters.about:
            self.terms = parse_terms(self.filters.about)
            for word in (word for phrase in self.terms.wanted for word in phrase):
                yield func.lower(table.c.due).contains(word.lower(), autoescape=True)

    def told(self, query: Select[*tuple[Any, ...]]) -> Iterator[ToldDue]:
        """All rows by their days, a page at a time: who needs the first ones reads no more."""
        order = (schema.dues.c.latest, schema.dues.c.earliest, schema.dues.c.pk)
        page = query
        while True:
            rows = self.connection.execute(page.order_by(*order).limit(PAGE)).all()
            names = self._names({row.article_pk for row in rows})
            for row in rows:
                if (told := _told(row)) and self._is_asked(told.due, names.get(row.article_pk, self._own_names)):
                    yield told
            if len(rows) < PAGE:
                return
            last = rows[-1]
            page = query.where(tuple_(*order) > tuple_(*map(literal, (last.latest, last.earliest, last.pk))))

    def _names(self, articles: Collection[int]) -> dict[int, set[str]]:
        """What each article calls those who are asked about."""
        if self.who is None:
            return {}
        there = schema.appearances
        query = select(there.c.article_pk, there.c.name).where(there.c.article_pk.in_(articles), self.who.is_in(there))
        names: dict[int, set[str]] = {}
        for article, name in self.connection.execute(query):
            names.setdefault(article, set()).add(fold(name))
        return names

    @property
    def _own_names(self) -> set[str]:
        """What papers call them: their names in the archive."""
        if self.who is None:
            return set()
        actors = schema.actors
        one = actors.c.pk.in_(self.who.pks) if self.who.pks else actors.c.uid == f"country:{self.who.country}"
        return set(self.connection.execute(select(actors.c.folded).where(one)).scalars())

    def _is_asked(self, due: Due, names: Collection[str]) -> bool:
        words = fold(f"{due.by or ''} {due.what} {due.quote}")
        if self.who is not None and not any(name in words for name in names):
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
    if not (row.first and row.last):
        return None
    due = replace(due, earliest=row.first, latest=row.last)
    return ToldDue(due=due, event=row.event[:SHORT], published=published)
