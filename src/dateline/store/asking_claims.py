"""The archive's answers about who says what, the newest first."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import ColumnElement, Connection, exists, false, func, or_, select

from dateline.records.answers import ToldClaim
from dateline.records.terms import Terms, parse_terms
from dateline.store import schema
from dateline.store.batches import newest_first
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, Who, find_who, no_aliases
from dateline.store.searching import matching
from dateline.store.selecting import NO_DAY
from dateline.store.sources import holding, printed_by
from dateline.store.telling import told_claims

PAGE = 100


def claims(
    connection: Connection, filters: Filters, limit: int | None, aliases: Aliases = no_aliases
) -> Iterator[ToldClaim]:
    """Yield what was said, the newest first. Of the filters: actor, source, about, since, until, gone."""
    who = find_who(connection, filters.actor, aliases) if filters.actor else None
    keys = islice(newest_claims(connection, filters, who), limit)
    while page := list(islice(keys, PAGE)):
        yield from told_claims(connection, page)


def newest_claims(connection: Connection, filters: Filters, who: Who | None) -> Iterator[int]:
    """Yield the keys of what was said, by those alone who are given."""
    of = schema.attributions.c
    query = select(of.pk, of.day).where(of.day >= (filters.since or ""), of.day <= (filters.until or NO_DAY))
    if not filters.gone:
        query = query.where(of.current)
    if who is not None:
        query = query.where(_says(who))
    if filters.source:
        query = query.where(_printed_or_passed_on(connection, filters.source))
    if filters.about:
        query = query.where(*_holds(connection, parse_terms(filters.about)))
    yield from (row.pk for row in newest_first(connection, query, schema.attributions))


def _says(who: Who) -> ColumnElement[bool]:
    of, speaks = schema.attributions.c, schema.appearances.c
    if who.pks:
        return of.actor_pk == who.pks[0] if len(who.pks) == 1 else of.actor_pk.in_(who.pks)
    return exists().where(speaks.pk == of.speaker_pk, speaks.country == who.country)


def _holds(connection: Connection, terms: Terms) -> Iterator[ColumnElement[bool]]:
    of, articles = schema.attributions.c, schema.articles.c
    words = func.substr(articles.text, of.start + 1, of.end - of.start)
    yield exists().where(articles.pk == of.article_pk, *holding(words, terms))
    yield (of.article_pk + 0).in_(matching(connection, Terms(terms.wanted)))


def _printed_or_passed_on(connection: Connection, name: str) -> ColumnElement[bool]:
    """By an outlet or agency, or through somebody of the chain."""
    of, articles = schema.attributions, schema.articles
    by = exists().where(articles.c.pk == of.c.article_pk, or_(false(), *printed_by(connection, name)))
    return or_(by, func.lower(of.c.chain).contains(f'["{name.lower()}"', autoescape=True))
