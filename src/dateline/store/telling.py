"""Keys of events or claims -> what they tell, with the words of their articles."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, func, select

from dateline.records import ActorKind, AttributionKind, DateRange, EventStatus, EventType
from dateline.records.answers import Named, Report, ToldClaim, ToldEvent, Voice
from dateline.store import schema

LONGEST = 2000  # characters of a clause or quotation
_REPORT = ("uid", "title", "outlet", "agency", "published", "url", "locator", "version")


def told_events(connection: Connection, pks: Sequence[int]) -> tuple[ToldEvent, ...]:
    """Return the events with these keys, in this order."""
    events, attributions, instruments = schema.events, schema.attributions, schema.instruments
    of_paper = and_(
        instruments.c.article_pk == events.c.article_pk,
        instruments.c.local == events.c.instrument,
        instruments.c.current == events.c.current,
    )
    query = (
        select(
            events,
            _words(events).label("clause"),
            attributions.c.chain,
            instruments.c.name.label("paper"),
            *report_columns(),
        )
        .join(schema.articles, schema.articles.c.pk == events.c.article_pk)
        .outerjoin(attributions, attributions.c.pk == events.c.attribution_pk)
        .outerjoin(instruments, of_paper)
    )
    rows = {row.pk: row for row in _those(connection, query, events, pks)}
    parties = _parties(connection, pks)
    return tuple(_event(rows[pk], parties.get(pk, {})) for pk in pks if pk in rows)


def told_claims(connection: Connection, pks: Sequence[int]) -> tuple[ToldClaim, ...]:
    """Return the claims with these keys, in this order."""
    attributions, actors = schema.attributions, schema.actors
    columns = (actors.c.uid.label("speaker_uid"), actors.c.name.label("speaker"), *report_columns())
    query = (
        select(attributions, _words(attributions).label("clause"), *columns)
        .join(schema.articles, schema.articles.c.pk == attributions.c.article_pk)
        .outerjoin(actors, actors.c.pk == attributions.c.actor_pk)
    )
    rows = {row.pk: row for row in _those(connection, query, attributions, pks)}
    return tuple(_claim(rows[pk]) for pk in pks if pk in rows)


def report_columns() -> tuple[Any, ...]:
    """Return what is told of an article, as "report_..."."""
    return tuple(schema.articles.c[name].label(f"report_{name}") for name in _REPORT)


def report_of(row: Row[Any]) -> Report:
    """Return the report whose columns a row has."""
    return Report(**{name: getattr(row, f"report_{name}") for name in _REPORT})


def voices(chain: str | None) -> tuple[Voice, ...]:
    """Return a chain from the JSON that it is kept in."""
    return tuple(Voice(name=name, role=role) for name, role in json.loads(chain or "[]"))


def _those(
    connection: Connection, query: Select[*tuple[Any, ...]], table: Table, pks: Collection[int]
) -> Iterable[Any]:
    return connection.execute(query.where(table.c.pk.in_(pks))).all() if pks else ()


def _words(table: Table) -> Any:
    """The words that a claim rests on, cut out by the database: texts are long."""
    length = table.c.end - table.c.start
    return func.substr(schema.articles.c.text, table.c.start + 1, length)


def _parties(connection: Connection, pks: Collection[int]) -> dict[int, dict[str, tuple[Named, ...]]]:
    """Who takes part, by event and role, in the order in which the text has them."""
    parties, actors = schema.parties, schema.actors
    query = (
        select(parties.c.event_pk, parties.c.role, actors.c.name, actors.c.uid, actors.c.kind)
        .join(actors, actors.c.pk == parties.c.actor_pk)
        .order_by(parties.c.event_pk, parties.c.role, parties.c.appearance_pk)
    )
    found: dict[int, dict[str, dict[str, Named]]] = {}
    for row in connection.execute(query.where(parties.c.event_pk.in_(pks))) if pks else ():
        named = Named(name=row.name, uid=row.uid, kind=ActorKind(row.kind))
        found.setdefault(row.event_pk, {}).setdefault(row.role, {}).setdefault(row.uid, named)
    return {pk: {role: tuple(who.values()) for role, who in roles.items()} for pk, roles in found.items()}


def _event(row: Any, parties: dict[str, tuple[Named, ...]]) -> ToldEvent:
    trigger = max(row.trigger_start - row.start, 0)
    return ToldEvent(
        uid=row.uid,
        group=row.group_pk,
        type=EventType(row.type),
        mode=row.mode,
        status=EventStatus(row.status),
        quad=row.quad,
        day=row.day,
        date=DateRange(value=row.date, earliest=row.earliest or None, latest=row.latest or None),
        quote=row.clause[:LONGEST],
        words=" ".join(row.clause[trigger:LONGEST].split()),
        start=row.start,
        end=row.end,
        actors=parties.get("actor", ()),
        recipients=parties.get("recipient", ()),
        mediators=parties.get("mediator", ()),
        members=parties.get("member", ()),
        place=row.place,
        country=row.country,
        topics=tuple(filter(None, row.topics.split("; "))),
        instrument=row.paper,
        chain=voices(row.chain),
        rule=row.rule,
        report=report_of(row),
        current=row.current,
    )


def _claim(row: Any) -> ToldClaim:
    return ToldClaim(
        uid=row.uid,
        kind=AttributionKind(row.kind),
        speaker=Named(name=row.speaker, uid=row.speaker_uid) if row.speaker_uid else None,
        source=row.source,
        chain=voices(row.chain),
        words=row.clause,
        start=row.start,
        end=row.end,
        day=row.day,
        report=report_of(row),
        current=row.current,
    )
