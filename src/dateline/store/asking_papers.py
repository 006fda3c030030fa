"""The archive's answers about papers: those that reports speak of, and everything about one."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from dateline.records import InstrumentKind, InstrumentStatus
from dateline.records.answers import (
    Named,
    PaperFile,
    PaperSummary,
    Report,
    ToldProvision,
    ToldRelation,
    ToldStage,
)
from dateline.records.terms import parse_terms
from dateline.store import schema
from dateline.store.asking_actors import spells
from dateline.store.batches import newest_first
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, find_papers, find_who, no_aliases
from dateline.store.selecting import NO_DAY
from dateline.store.sources import holding
from dateline.store.telling import report_columns, report_of, told_events

OF_ONE = 300  # reports of one paper that are looked at, the newest
NEWEST = 20  # events
LONGEST = 600  # characters of a provision's words


def papers(
    connection: Connection, filters: Filters, limit: int | None, aliases: Aliases = no_aliases
) -> Iterator[PaperSummary]:
    """Yield the papers that reports speak of, the last spoken of first.

    Of the filters: actor (who proposes it or is a party), about, since, until and source hold; those are of the reports.
    """
    query = _told_of(connection, filters, aliases)
    seen: set[int] = set()
    for paper in islice(_each_once(connection, query, seen), limit):
        yield _summary(_instruments(connection, [paper]), paper_row(connection, paper), _parties(connection, paper))


def paper_file(connection: Connection, name: str, aliases: Aliases = no_aliases) -> PaperFile:
    """Return what the archive knows of a paper. Raises StoreError where there is none of this name, symbol or id."""
    keys = find_papers(connection, name, aliases)
    told = _instruments(connection, keys)
    proposers, parties = _parties(connection, *keys)
    return PaperFile(
        paper=_summary(told, paper_row(connection, keys[0]), (proposers, parties)),
        names=spells((row.name, row.day) for row in told),
        parties=parties,
        relations=tuple(_relations(connection, told)),
        provisions=tuple(_provisions(connection, keys)),
        documents=tuple(_documents(connection, keys)),
        events=told_events(connection, _events(connection, told)),
    )


def paper_row(connection: Connection, pk: int) -> Any:
    """Return a paper's row."""
    return connection.execute(select(schema.papers).where(schema.papers.c.pk == pk)).one()


def _told_of(connection: Connection, filters: Filters, aliases: Aliases) -> Select[int, str, int]:
    of, papers, articles = schema.instruments, schema.papers, schema.articles
    query = (
        select(of.c.pk, of.c.day, papers.c.canonical_pk)
        .join(papers, papers.c.pk == of.c.paper_pk)
        .where(of.c.day >= (filters.since or ""), of.c.day <= (filters.until or NO_DAY))
    )
    if not filters.gone:
        query = query.where(of.c.current)
    if filters.actor:
        who, links, actors = find_who(connection, filters.actor, aliases), schema.instrument_parties, schema.actors
        one = links.c.actor_pk.in_(who.pks or select(actors.c.pk).where(actors.c.country == who.country))
        query = query.where(exists().where(links.c.instrument_pk == of.c.pk, one))
    if filters.about:
        query = query.where(*holding(of.c.name, parse_terms(filters.about)))
    if filters.source:
        named_by = or_(*(func.lower(c) == filters.source.lower() for c in (articles.c.outlet, articles.c.agency)))
        query = query.where(exists().where(articles.c.pk == of.c.article_pk, named_by))
    return query


def _each_once(connection: Connection, query: Select[int, str, int], seen: set[int]) -> Iterator[int]:
    """Each paper once, where it is met first."""
    for row in newest_first(connection, query, schema.instruments):
        if row.canonical_pk not in seen:
            seen.add(row.canonical_pk)
            yield row.canonical_pk


def _joined(keys: Sequence[int]) -> Select[int]:
    """The papers that were judged to be one of these, and these."""
    return select(schema.papers.c.pk).where(schema.papers.c.canonical_pk.in_(keys))


def _instruments(connection: Connection, keys: Sequence[int]) -> Sequence[Any]:
    """What the newest reports tell of a paper."""
    of = schema.instruments
    query = (
        select(of, *report_columns())
        .join(schema.articles, schema.articles.c.pk == of.c.article_pk)
        .where(of.c.paper_pk.in_(_joined(keys)), of.c.current)
        .order_by(of.c.day.desc(), of.c.pk.desc())
    )
    return connection.execute(query.limit(OF_ONE)).all()


def _summary(told: Sequence[Any], paper: Any, parties: tuple[tuple[Named, ...], tuple[Named, ...]]) -> PaperSummary:
    return PaperSummary(
        uid=paper.uid,
        name=paper.name,
        kind=InstrumentKind(paper.kind),
        symbol=paper.symbol,
        body=paper.body,
        status=InstrumentStatus(told[0].status) if told else None,
        proposers=parties[0],
        stages=tuple(_stages(told)),
        first=min((row.day for row in told), default=""),
        last=max((row.day for row in told), default=""),
        reports=len({row.article_pk for row in told}),
    )


def _stages(told: Sequence[Any]) -> Iterator[ToldStage]:
    """Each stage and date once, from the first report that gives it, in the order of the dates."""
    found: dict[tuple[str, str], Report] = {}
    for row in reversed(told):
        for stage, value in json.loads(row.dates):
            found.setdefault((stage, value), report_of(row))
    for (stage, value), report in sorted(found.items(), key=lambda item: item[0][1]):
        yield ToldStage(stage=stage, value=value, report=report)


def _parties(connection: Connection, *keys: int) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Who proposes a paper, and who its parties are, as its newest reports have it."""
    links, actors, of = schema.instrument_parties, schema.actors, schema.instruments
    newest = select(of.c.pk).where(of.c.paper_pk.in_(_joined(keys)), of.c.current)
    newest = newest.order_by(of.c.day.desc(), of.c.pk.desc()).limit(OF_ONE)
    query = (
        select(links.c.role, actors.c.name, actors.c.uid)
        .join(actors, actors.c.pk == links.c.actor_pk)
        .where(links.c.instrument_pk.in_(list(connection.execute(newest).scalars())))
        .order_by(links.c.instrument_pk.desc(), links.c.appearance_pk)
    )
    roles: dict[str, dict[str, Named]] = {"proposer": {}, "party": {}}
    for row in connection.execute(query):
        roles[row.role].setdefault(row.name, Named(name=row.name, uid=row.uid))
    return tuple(roles["proposer"].values()), tuple(roles["party"].values())


def _relations(connection: Connection, told: Sequence[Any]) -> Iterator[ToldRelation]:
    of, papers = schema.instruments, schema.papers
    seen: set[tuple[str, str]] = set()
    for row in told:
        for kind, target, part in json.loads(row.relations):
            query = (
                select(papers.c.name, papers.c.uid)
                .join(of, of.c.paper_pk == papers.c.pk)
                .where(of.c.article_pk == row.article_pk, of.c.local == target)
            )
            other = connection.execute(query).first()
            if other is not None and (kind, other.name) not in seen:
                seen.add((kind, other.name))
                named = Named(name=other.name, uid=other.uid)
                yield ToldRelation(type=kind, other=named, part=part, report=report_of(row))


def _provisions(connection: Connection, keys: Sequence[int]) -> Iterator[ToldProvision]:
    """The paper's own first, then as reports tell them."""
    of, articles, documents = schema.provisions, schema.articles, schema.documents
    text = func.coalesce(documents.c.text, articles.c.text)
    query = (
        select(
            of,
            func.substr(text, of.c.start + 1, of.c.end - of.c.start).label("words"),
            func.coalesce(documents.c.name, articles.c.outlet, articles.c.title, articles.c.uid).label("told_by"),
        )
        .outerjoin_from(of, articles, articles.c.pk == of.c.article_pk)
        .outerjoin(documents, documents.c.pk == of.c.document_pk)
        .where(of.c.paper_pk.in_(_joined(keys)), of.c.current)
        .order_by(of.c.document_pk.is_(None), of.c.pk)
    )
    for row in connection.execute(query.limit(OF_ONE)):
        yield ToldProvision(
            type=row.type,
            bearer=row.bearer,
            action=row.action,
            deadline=row.deadline,
            expires=row.expires,
            quote=row.words[:LONGEST],
            source=row.told_by,
        )


def _documents(connection: Connection, keys: Sequence[int]) -> Iterator[Report]:
    of = schema.documents
    query = select(of).where(of.c.paper_pk.in_(_joined(keys)), of.c.current).order_by(of.c.adopted, of.c.pk)
    for row in connection.execute(query.limit(OF_ONE)):
        yield Report(
            uid=row.uid,
            title=row.name,
            outlet=None,
            agency=None,
            published=row.adopted,
            url=row.locator,
            locator=row.locator,
            version=row.version,
        )


def _events(connection: Connection, told: Sequence[Any]) -> list[int]:
    """What was done with it, in the order of days."""
    of = schema.events.c
    pairs = {(row.article_pk, row.local) for row in told}
    query = select(of.pk, of.day, of.article_pk, of.instrument).where(
        of.article_pk.in_({article for article, _ in pairs}), of.instrument.is_not(None), of.current
    )
    rows = [row for row in connection.execute(query) if (row.article_pk, row.instrument) in pairs]
    return [row.pk for row in sorted(rows, key=lambda row: (row.day, row.pk))][-NEWEST:]
