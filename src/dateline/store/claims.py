"""What a record claims -> the rows of each table. Pure: no database here."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.records import Actor, Attribution, Event, Instrument, Provision, Span
from dateline.records.due import DueKind, due_uid
from dateline.records.entry import Entry
from dateline.records.joining import Sighting
from dateline.store.rows import EMPTY_DAY, Counter, Row, Rows, actor_row, due_row, paper_row, published
from dateline.store.uids import Uids


@dataclass(slots=True, kw_only=True)
class Making:
    """The rows that one report comes to, while they are made."""

    entry: Entry
    article_pk: int
    counter: Counter
    rows: Rows
    uids: Uids
    appearances: dict[str, Row] = field(default_factory=dict)  # by the actor's id in the record
    attributions: dict[str, int] = field(default_factory=dict)
    instruments: dict[str, int] = field(default_factory=dict)  # its paper's key
    events: list[Row] = field(default_factory=list)

    @property
    def published(self) -> str:
        """The day of publication, "" where it is not known."""
        return published(self.entry)

    def add(self, table: str, row: Row) -> Row:
        """Keep a row."""
        self.rows.setdefault(table, []).append(row)
        return row


def claim_rows(uids: Uids, article_pk: int, counter: Counter, rows: Rows) -> None:
    """Add the rows of everything that a report claims to `rows`."""
    entry = uids.entry
    making = Making(entry=entry, article_pk=article_pk, counter=counter, rows=rows, uids=uids)
    for actor in entry.record.actors:
        _appearance(actor, making)
    for attribution in entry.record.attributions:
        _attribution(attribution, making)
    for instrument in entry.record.instruments:
        _instrument(instrument, making)
    for event in entry.record.events:
        _event(event, making)
    for provision in entry.record.provisions:
        _provision(provision, making)
    planned = dict(_planned(making)) if entry.dues else {}
    for due in entry.dues:
        making.add("dues", due_row(due, counter, article_pk=article_pk, event_pk=planned.get(due.uid)))


def _appearance(actor: Actor, making: Making) -> None:
    uid = making.uids.actors[actor.id]
    counter = making.counter
    if uid not in counter.actors:
        _new_actor(actor, uid, making)
    making.appearances[actor.id] = making.add(
        "appearances",
        {
            "pk": counter.take("appearances"),
            "article_pk": making.article_pk,
            "local": actor.id,
            "actor_pk": counter.actors[uid],
            "name": actor.name,
            "office": actor.office,
            "country": actor.country,
            "sector": actor.sector.value if actor.sector else None,
            "day": making.published,
            "current": True,
        },
    )


def _new_actor(actor: Actor, uid: str, making: Making) -> None:
    counter = making.counter
    pk = counter.actors[uid] = counter.take("actors")
    canonical = pk
    if counter.joiner:
        seen = Sighting(
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            office=actor.office,
            first=making.published,
            last=making.published,
            listed=not uid.startswith("name:"),
        )
        canonical = counter.canonical[pk] = counter.joiner.place(pk, uid, seen)
    making.add("actors", actor_row(actor, uid, pk, canonical))


def _attribution(attribution: Attribution, making: Making) -> None:
    start, end = hull(attribution.content or attribution.cue)
    speaker = making.appearances.get(attribution.speaker or "")
    said = attribution.date if attribution.date and _is_day(attribution.date) else EMPTY_DAY
    row = making.add(
        "attributions",
        {
            "pk": making.counter.take("attributions"),
            "uid": making.uids.attributions[attribution.id],
            "article_pk": making.article_pk,
            "local": attribution.id,
            "kind": attribution.kind.value,
            "speaker_pk": speaker["pk"] if speaker else None,
            "actor_pk": making.counter.judged(speaker["actor_pk"]) if speaker else None,
            "source": " ".join(making.entry.record.quote(span) for span in attribution.source) or None,
            "start": start,
            "end": end,
            "chain": json.dumps([[link.name, link.role.value] for link in attribution.chain], ensure_ascii=False),
            "said": said,
            "day": said or making.published,
            "current": True,
        },
    )
    making.attributions[attribution.id] = row["pk"]


def _instrument(instrument: Instrument, making: Making) -> None:
    counter = making.counter
    uid = making.uids.papers[instrument.id]
    if uid not in counter.papers:
        counter.papers[uid] = counter.take("papers")
        known = {"symbol": instrument.symbol, "body": instrument.body}
        making.add("papers", paper_row(uid, counter.papers[uid], instrument.name, instrument.kind.value, **known))
    start, end = instrument.evidence[0] if instrument.evidence else (0, 0)
    relations = [[r.type.value, r.target, r.part] for r in instrument.relations]
    dates = [[d.stage.value, d.value] for d in instrument.dates]
    parties = [("proposer", instrument.proposers), ("party", instrument.parties)]
    row = making.add(
        "instruments",
        {
            "pk": counter.take("instruments"),
            "uid": making.uids.instruments[instrument.id],
            "article_pk": making.article_pk,
            "local": instrument.id,
            "paper_pk": counter.papers[uid],
            "kind": instrument.kind.value,
            "name": instrument.name,
            "status": instrument.status.value,
            "dates": json.dumps(dates),
            "relations": json.dumps(relations),
            "start": start,
            "end": end,
            "day": making.published,
            "current": True,
        },
    )
    making.instruments[instrument.id] = counter.papers[uid]
    for role, ids in parties:
        for appearance in _those(making, ids):
            link = {"instrument_pk": row["pk"], "role": role, "appearance_pk": appearance["pk"]}
            making.add("instrument_parties", {**link, "actor_pk": counter.judged(appearance["actor_pk"])})


def event_fields(event: Event, published: str) -> Row:
    """Return what a person can correct of an event, and what follows from it, as it was read."""
    earliest, place = event.date.earliest or EMPTY_DAY, event.location
    return {
        "type": event.type.value,
        "mode": event.mode,
        "status": event.status.value,
        "quad": event.quad,
        "date": event.date.value,
        "earliest": earliest,
        "latest": event.date.latest or EMPTY_DAY,
        "day": earliest or published,
        "place": event.place,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _event(event: Event, making: Making) -> None:
    pk = making.counter.take("events")
    start, end = event.evidence[0] if event.evidence else event.trigger
    row = {
        "pk": pk,
        "uid": making.uids.events[event.id],
        "article_pk": making.article_pk,
        "local": event.id,
        "group_pk": pk,
        **event_fields(event, making.published),
        "attribution_pk": making.attributions.get(event.attribution or ""),
        "instrument": event.instrument,
        "topics": "; ".join(event.topics),
        "start": start,
        "end": end,
        "trigger_start": event.trigger[0],
        "trigger_end": event.trigger[1],
        "rule": event.rule,
        "followed_by": None,
        "current": True,
    }
    making.events.append(making.add("events", row))
    for role, ids in (("actor", event.actors), ("recipient", event.recipients), ("mediator", event.mediators)):
        _party(making, row, role, ids)
    _members(making, row, (*event.actors, *event.recipients, *event.mediators))


def _party(making: Making, event: Row, role: str, ids: Iterable[str]) -> None:
    for appearance in _those(making, ids):
        who = {"actor_pk": making.counter.judged(appearance["actor_pk"]), "country": appearance["country"]}
        party = {"event_pk": event["pk"], "role": role, "appearance_pk": appearance["pk"], "day": event["day"]}
        making.add("parties", {**party, **who})


def _members(making: Making, event: Row, ids: Iterable[str]) -> None:
    """Those of whom a group consists take part in what it does."""
    _party(making, event, "member", [m for i in ids for m in making.entry.record.actor(i).members])


def _provision(provision: Provision, making: Making) -> None:
    start, end = provision.evidence[0] if provision.evidence else (0, 0)
    making.add(
        "provisions",
        {
            "pk": making.counter.take("provisions"),
            "uid": making.uids.provisions[provision.id],
            "article_pk": making.article_pk,
            "document_pk": None,
            "paper_pk": making.instruments.get(provision.instrument or ""),
            "type": provision.type.value,
            "bearer": provision.bearer,
            "action": provision.action,
            "deadline": provision.deadline,
            "expires": provision.expires,
            "paragraph": None,
            "start": start,
            "end": end,
            "current": True,
        },
    )


def hull(spans: Iterable[Span]) -> Span:
    """Return the first and last character of several spans; (0, 0) of none."""
    spans = tuple(spans)
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else (0, 0)


def _those(making: Making, ids: Iterable[str]) -> Iterator[Row]:
    """The appearances with these ids in the record, each once."""
    for i in dict.fromkeys(ids):
        if i in making.appearances:
            yield making.appearances[i]


def _planned(making: Making) -> Iterator[tuple[str, int]]:
    """By the id of what falls due, the key of the event that it is."""
    article = making.entry.record.article.id
    for row in making.events:
        trigger = (row["trigger_start"], row["trigger_end"])
        for kind in (DueKind.MEETING, DueKind.ACT):
            yield due_uid(article, kind, trigger), row["pk"]


def _is_day(value: str) -> bool:
    return len(value) == 10 and value[4] == value[7] == "-"
