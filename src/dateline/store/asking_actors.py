"""The archive's answers about actors: those of some events, and everything about one."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from dateline.errors import StoreError
from dateline.records import ActorKind, Sector
from dateline.records.answers import ActorFile, ActorSummary, Count, Spell
from dateline.store import schema
from dateline.store.asking_claims import newest_claims
from dateline.store.batches import chunks
from dateline.store.filters import Filters
from dateline.store.naming import Aliases, Who, find_who, no_aliases
from dateline.store.selecting import ACTING, NO_DAY, select_events
from dateline.store.telling import told_claims, told_events

COUNTED = 5000  # events that are looked at, the newest: a tenth of a second's work
OF_ONE = 1000  # events, and as many reports, of one actor
SHOWN = 12  # partners and kinds of acts
NEWEST = 10  # events and claims


def actors(
    connection: Connection, filters: Filters, limit: int | None, aliases: Aliases = no_aliases
) -> tuple[ActorSummary, ...]:
    """Return who takes part most often in the newest COUNTED events that the filters select."""
    selection = select_events(connection, filters, aliases)
    since, until = filters.since or "", filters.until or NO_DAY
    keys = islice(selection.page(connection, since=since, until=until, newest=True, size=1000), COUNTED)
    days = {key.pk: key.day for key in keys}
    seen = _seen(connection, days)
    counts = Counter({actor: len(events) for actor, events in seen.items()}).most_common(limit)
    rows = _rows(connection, [actor for actor, _ in counts])
    return tuple(_summary(rows[actor], [days[event] for event in seen[actor]]) for actor, _ in counts)


def actor_file(connection: Connection, name: str, aliases: Aliases = no_aliases) -> ActorFile:
    """Return what the archive knows of an actor. Raises StoreError where there is none of this name or id."""
    who = find_who(connection, name, aliases)
    if who.country:
        state = find_state(connection, who.country)
        who = Who(pks=(state,))
    parties = schema.parties
    query = (
        select(parties.c.event_pk, parties.c.role, parties.c.day)
        .where(who.is_in(parties))
        .order_by(parties.c.day.desc(), parties.c.event_pk.desc())
    )
    taken = connection.execute(query.limit(OF_ONE)).all()
    current = _current(connection, {row.event_pk for row in taken})
    days = {row.event_pk: row.day for row in taken if row.event_pk in current}
    acted = {row.event_pk for row in taken if row.role in ACTING}
    partners = {actor: events for actor, events in _seen(connection, days).items() if actor not in who.pks}
    named = _appearances(connection, who)
    rows = _rows(connection, who.pks)
    best = min(rows.values(), key=lambda row: (row.uid.startswith("name:"), row.pk))
    return ActorFile(
        actor=_summary(best, list(days.values())),
        names=spells((row.name, row.day) for row in named),
        offices=spells((row.office, row.day) for row in named if row.office),
        acts=_counted(current[pk] for pk in days if pk in acted),
        partners=_partners(connection, partners),
        events=told_events(connection, list(days)[:NEWEST]),
        claims=told_claims(connection, list(islice(newest_claims(connection, Filters(), who), NEWEST))),
        bounded=len(taken) == OF_ONE or len(named) == OF_ONE,
    )


def find_state(connection: Connection, code: str) -> int:
    """Return the state with a country's code. Raises StoreError where only others act for it."""
    of = schema.actors.c
    found = connection.execute(select(of.canonical_pk).where(of.uid == f"country:{code}")).scalar()
    if found is None:
        raise StoreError(f"{code}: several act for this country; `dateline actors --party {code}` lists them")
    return int(found)


def _seen(connection: Connection, events: Collection[int]) -> dict[int, set[int]]:
    """By actor, in which of the events it takes part."""
    parties = schema.parties.c
    seen: dict[int, set[int]] = {}
    for part in chunks(list(events)):
        query = select(parties.actor_pk, parties.event_pk).where(parties.event_pk.in_(part))
        for actor, event in connection.execute(query):
            seen.setdefault(actor, set()).add(event)
    return seen


def _current(connection: Connection, events: Collection[int]) -> dict[int, str]:
    """Of those events that are current, type and mode."""
    of = schema.events.c
    query = select(of.pk, of.type, of.mode).where(of.pk.in_(events), of.current)
    return {row.pk: f"{row.type} {row.mode or ''}".strip() for row in connection.execute(query)}


def _appearances(connection: Connection, who: Who) -> Sequence[Any]:
    """In which reports it is named, the newest first, and how. Joined actors appear as what they were read as."""
    there, of = schema.appearances, schema.actors
    joined = select(of.c.pk).where(of.c.canonical_pk.in_(who.pks))
    query = select(there.c.name, there.c.office, there.c.day).where(there.c.actor_pk.in_(joined), there.c.current)
    return connection.execute(query.order_by(there.c.day.desc()).limit(OF_ONE)).all()


def _rows(connection: Connection, pks: Collection[int]) -> dict[int, Any]:
    query = select(schema.actors).where(schema.actors.c.pk.in_(pks))
    return {row.pk: row for row in connection.execute(query)}


def _summary(row: Any, days: Collection[str]) -> ActorSummary:
    return ActorSummary(
        uid=row.uid,
        name=row.name,
        kind=ActorKind(row.kind),
        country=row.country,
        sector=Sector(row.sector) if row.sector else None,
        wikidata=row.wikidata,
        events=len(days),
        first=min(days, default=""),
        last=max(days, default=""),
    )


def spells(told: Iterable[tuple[str, str]]) -> tuple[Spell, ...]:
    """Return names or offices with the first and last day of their reports, the last used first."""
    days: dict[str, list[str]] = {}
    for words, day in told:
        days.setdefault(" ".join(words.split()), []).append(day)
    spells = [Spell(words=w, first=min(d), last=max(d), reports=len(d)) for w, d in days.items()]
    return tuple(sorted(spells, key=lambda spell: (spell.last, spell.reports), reverse=True))


def _counted(names: Iterable[str]) -> tuple[Count, ...]:
    return tuple(Count(name=name, number=number) for name, number in Counter(names).most_common(SHOWN))


def _partners(connection: Connection, seen: dict[int, set[int]]) -> tuple[Count, ...]:
    counts = Counter({actor: len(events) for actor, events in seen.items()}).most_common(SHOWN)
    rows = _rows(connection, [actor for actor, _ in counts])
    return tuple(Count(name=rows[actor].name, number=number, uid=rows[actor].uid) for actor, number in counts)
