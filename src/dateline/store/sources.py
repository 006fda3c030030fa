"""An outlet, agency or speaker, or words -> the articles that come into question, and what must hold of an event in them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, true, union

from dateline.errors import StoreError
from dateline.records.folding import fold
from dateline.records.terms import Terms, parse_terms
from dateline.store import schema
from dateline.store.naming import Aliases, Who, find_who
from dateline.store.searching import matching

FEW = 2000  # articles that are sooner named one by one than walked by
MOST_NAMES = 50_000  # of outlets or places


@dataclass(frozen=True, slots=True)
class Articles:
    """few: the articles, where they are few; else among: the query for them. condition: what must hold of an event."""

    condition: ColumnElement[bool]
    few: tuple[int, ...] | None
    among: Select[int]


def about_articles(connection: Connection, terms: Terms) -> Articles:
    """Return the articles that hold the words; of an event, its own clause, topics or place must hold them."""
    events, articles = schema.events, schema.articles
    clause = func.substr(articles.c.text, events.c.start + 1, events.c.end - events.c.start)
    words = events.c.topics + " " + func.coalesce(events.c.place, "") + " " + clause
    here = exists().where(articles.c.pk == events.c.article_pk, *holding(words, terms))
    return _found(connection, matching(connection, Terms(terms.wanted)), here)


def source_articles(connection: Connection, name: str, aliases: Aliases) -> Articles:
    """Return the articles of an outlet or agency, and those that name who says what an event stands in.

    Raises StoreError where nothing of that name is there.
    """
    articles, events, attributions = schema.articles, schema.events, schema.attributions
    printed = printed_by(connection, name)
    said = [func.lower(attributions.c.chain).contains(f'["{name.lower()}"', autoescape=True)]
    if (who := _speaker(connection, name, aliases)) is not None:
        said.append(_said_by(who))
    told = [exists().where(attributions.c.pk == events.c.attribution_pk, or_(*said))]
    told += [exists().where(articles.c.pk == events.c.article_pk, or_(*printed))] if printed else []
    among = [matching(connection, parse_terms(f'"{name}"'))]
    among += [select(articles.c.pk).where(condition) for condition in printed]
    if who is not None:
        spoken = select(attributions.c.article_pk).where(_said_by(who))
        among.append(spoken)
    found = _found(connection, select(union(*among).subquery().c.pk), or_(*told))
    if found.few == ():
        raise StoreError(f"{name!r}: no outlet, agency or speaker of the archive has this name")
    return found


def holding(words: ColumnElement[Any], terms: Terms) -> list[ColumnElement[bool]]:
    """Return the conditions that a text holds each wanted word and none that is unwanted, in any case."""
    lower = func.lower(words)
    held = [lower.contains(word.lower(), autoescape=True) for phrase in terms.wanted for word in phrase]
    return held + [~lower.contains(word.lower(), autoescape=True) for phrase in terms.unwanted for word in phrase]


def printed_by(connection: Connection, name: str) -> list[ColumnElement[bool]]:
    """Return the conditions of which one holds of an article that an outlet or agency of this name printed; none: none did."""
    columns = (schema.articles.c.outlet, schema.articles.c.agency)
    named = {c: [value for value in values_of(connection, c) if fold(value) == fold(name)] for c in columns}
    return [column.in_(values) for column, values in named.items() if values]


def values_of(connection: Connection, value: ColumnElement[Any], where: ColumnElement[bool] | None = None) -> list[str]:
    """Return every value of an indexed column, with one look into the index for each.

    where: the condition of an index that holds a part of the rows.
    """
    there = true() if where is None else where
    first = select(func.min(value).label("value")).where(there).cte("held", recursive=True)
    following = select(func.min(value)).where(there, value > first.c.value).scalar_subquery()
    walk = first.union_all(select(following).where(first.c.value.is_not(None)))
    query = select(walk.c.value).where(walk.c.value.is_not(None)).limit(MOST_NAMES)
    return list(connection.execute(query).scalars())


def _speaker(connection: Connection, name: str, aliases: Aliases) -> Who | None:
    try:
        return find_who(connection, name, aliases)
    except StoreError:
        return None


def _said_by(who: Who) -> ColumnElement[bool]:
    attributions, appearances = schema.attributions, schema.appearances
    if who.pks:
        return attributions.c.actor_pk.in_(who.pks)
    return exists().where(appearances.c.pk == attributions.c.speaker_pk, appearances.c.country == who.country)


def _found(connection: Connection, among: Select[int], condition: ColumnElement[bool]) -> Articles:
    few = tuple(connection.execute(among.limit(FEW + 1)).scalars())
    return Articles(condition, few if len(few) <= FEW else None, among)
