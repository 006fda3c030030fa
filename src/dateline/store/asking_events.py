"""The archive's answer about one event: every report's telling of it, the judgements, and what earlier versions said."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from dateline.records.answers import EventFile, Evidence, ToldEvent
from dateline.records.judgement import Judgement
from dateline.store import schema
from dateline.store.asking import best_of_group
from dateline.store.finding import find_uid
from dateline.store.following import latest, predecessors
from dateline.store.judgement_rows import judgement_of
from dateline.store.telling import told_claims, told_events

MOST = 500  # tellings of one event


def event_file(connection: Connection, given: str) -> EventFile:
    """Return what stands behind the event of an id, or of the beginning of one. Raises StoreError where there is none.

    What newer rules have followed leads to what it has become.
    """
    uid = latest(connection, find_uid(connection, "event", given))
    of = schema.events.c
    group = connection.execute(select(of.group_pk).where(of.uid == uid)).scalar_one()
    rows = connection.execute(select(of.pk, of.uid, of.current).where(of.group_pk == group).limit(MOST)).all()
    current = [row.pk for row in rows if row.current or row.uid == uid]
    told = sorted(told_events(connection, current), key=lambda e: (e.report.published, e.report.uid, e.start))
    uids = [event.uid for event in told]
    older = predecessors(connection, uids)
    return EventFile(
        event=replace(best_of_group(told), reports=len({event.report.uid for event in told})),
        evidence=_evidence(connection, told),
        judgements=_judgements(connection, {*uids, *older}),
        earlier=_earlier(connection, told, older),
    )


def _evidence(connection: Connection, told: Sequence[ToldEvent]) -> tuple[Evidence, ...]:
    events, readings = schema.events.c, schema.readings.c
    uids = [event.uid for event in told]
    query = (
        select(events.uid, events.attribution_pk, readings.reader, readings.generated_by)
        .outerjoin_from(schema.events, schema.readings, readings.article_pk == events.article_pk)
        .where(events.uid.in_(uids))
        .order_by(readings.pk)  # the last reading of each article is the one kept below
    )
    rows = {row.uid: row for row in connection.execute(query)}
    keys = [row.attribution_pk for row in rows.values() if row.attribution_pk]
    claims = dict(zip(keys, told_claims(connection, keys), strict=True))
    return tuple(
        Evidence(
            event=event,
            said=claims.get(rows[event.uid].attribution_pk),
            reader=rows[event.uid].reader or "",
            generated_by=rows[event.uid].generated_by or "",
        )
        for event in told
    )


def _judgements(connection: Connection, uids: Collection[str]) -> tuple[Judgement, ...]:
    judged = schema.judgements
    concerns = or_(judged.c.subject.in_(uids), judged.c.object.in_(uids))
    rows = connection.execute(select(judged).where(concerns).order_by(judged.c.pk))
    return tuple(judgement_of(row._asdict()) for row in rows)


def _earlier(connection: Connection, told: Sequence[ToldEvent], older: Collection[str]) -> tuple[ToldEvent, ...]:
    """What newer readings have followed, and what earlier versions of the same reports told with the same words."""
    events, articles = schema.events, schema.articles
    locators = {event.report.locator for event in told if event.report.locator and event.report.version > 1}
    followed = select(events.c.pk).where(events.c.uid.in_(older))
    keys = list(connection.execute(followed).scalars())
    if locators:
        versions = (
            select(events.c.pk)
            .join(articles, articles.c.pk == events.c.article_pk)
            .where(articles.c.locator.in_(locators), ~articles.c.current)
            .order_by(articles.c.version.desc(), events.c.pk)
        )
        keys += list(connection.execute(versions.limit(MOST)).scalars())
    alike = {(event.type, event.report.locator, event.words[:40]) for event in told}
    alike |= {(event.type, event.report.locator, event.date.value or "") for event in told if event.dated}
    found = told_events(connection, list(dict.fromkeys(keys)))
    return tuple(
        event
        for event in found
        if event.uid in older
        or {(event.type, event.report.locator, part) for part in (event.words[:40], event.date.value or "")} & alike
    )
