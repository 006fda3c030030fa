"""An entry -> the rows of each table, keys counted from where the tables end. Pure: no database here."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.records import Actor, Attribution, Event, Instrument, Provision, Record, Span
from dateline.records.due import Due, DueKind, due_uid
from dateline.records.entry import Entry
from dateline.records.folding import fold
from dateline.records.ids import content_id

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # by table
EMPTY_DAY = ""


def actor_uid(actor: Actor, report: str) -> str:
    """Return which actor of the archive this is: the table's or Wikidata's, else one of this report alone.

    Two reports' "John Smith" stay apart until a judgement joins them.
    """
    known = getattr(actor, "known", None)
    if known:
        return str(known)
    return (
        f"wikidata:{actor.wikidata}" if actor.wikidata else f"name:{content_id('actor', report, actor.id, actor.name)}"
    )


def pack(record: Record) -> bytes:
    """Return the record as it is kept: compressed JSON, without the text, which stands beside it."""
    data = record.to_dict()
    data["article"]["text"] = ""
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(packed: bytes, text: str) -> Record:
    """Return the record that `pack` was given, with its text."""
    data = json.loads(zlib.decompress(packed))
    data["article"]["text"] = text
    return Record.from_dict(data)


@dataclass(slots=True)
class Counter:
    """The next key of each table, and the keys of actors and papers by their uid."""

    next_key: dict[str, int]
    actors: dict[str, int] = field(default_factory=dict)
    papers: dict[str, int] = field(default_factory=dict)

    def take(self, table: str) -> int:
        """Return a key that no row has yet."""
        key = self.next_key[table]
        self.next_key[table] = key + 1
        return key


@dataclass(slots=True, kw_only=True)
class Making:
    """The rows that one report comes to, while they are made."""

    entry: Entry
    article_pk: int
    counter: Counter
    rows: Rows
    appearances: dict[str, Row] = field(default_factory=dict)  # by the actor's id in the record
    attributions: dict[str, int] = field(default_factory=dict)
    instruments: dict[str, int] = field(default_factory=dict)  # its paper's key
    uids: set[str] = field(default_factory=set)

    @property
    def published(self) -> str:
        """The day of publication, "" where it is not known."""
        day = self.entry.record.article.published
        return day.isoformat() if day else EMPTY_DAY

    def unique(self, uid: str) -> str:
        """Return the id, or another one where this report has already claimed the same."""
        while uid in self.uids:
            uid = content_id("again", uid)
        self.uids.add(uid)
        return uid

    def add(self, table: str, row: Row) -> Row:
        """Keep a row."""
        self.rows.setdefault(table, []).append(row)
        return row


def article_row(entry: Entry, pk: int, version: int, now: str) -> Row:
    """Return the row of a report."""
    article = entry.record.article
    return {
        "pk": pk,
        "uid": entry.uid,
        "text_id": article.id,
        "locator": entry.locator,
        "version": version,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else EMPTY_DAY,
        "language": article.language,
        "place": article.place,
        "agency": article.agency,
        "text": article.text,
        "added": now,
        "current": True,
    }


def reading_row(entry: Entry, article_pk: int, counter: Counter, now: str) -> Row:
    """Return the row of a reading: the record as it was made."""
    return {
        "pk": counter.take("readings"),
        "article_pk": article_pk,
        "reader": entry.reader,
        "generated_by": entry.record.generated_by,
        "made": now,
        "record": pack(entry.record),
        "current": True,
    }


def claim_rows(entry: Entry, article_pk: int, counter: Counter, rows: Rows) -> None:
    """Add the rows of everything that a record claims to `rows`."""
    making = Making(entry=entry, article_pk=article_pk, counter=counter, rows=rows)
    for actor in entry.record.actors:
        _appearance(actor, making)
    for attribution in entry.record.attributions:
        _attribution(attribution, making)
    papers = dict(entry.papers)
    for instrument in entry.record.instruments:
        _instrument(instrument, papers.get(instrument.id), making)
    for event in entry.record.events:
        _event(event, making)
    for provision in entry.record.provisions:
        _provision(provision, making)
    planned = dict(_planned(making)) if entry.dues else {}
    for due in entry.dues:
        making.add("dues", due_row(due, counter, article_pk=article_pk, event_pk=planned.get(due.uid)))


def due_row(
    due: Due,
    counter: Counter,
    *,
    article_pk: int | None = None,
    document_pk: int | None = None,
    event_pk: int | None = None,
) -> Row:
    """Return the row of something that falls due."""
    return {
        "pk": counter.take("dues"),
        "uid": due.uid,
        "article_pk": article_pk,
        "document_pk": document_pk,
        "event_pk": event_pk,
        "earliest": due.earliest,
        "latest": (due.until or "9999-12-31") if due.rhythm else due.latest,
        "due": due.to_json(),
        "current": True,
    }


def actor_row(actor: Actor, uid: str, pk: int) -> Row:
    """Return the row of an actor that the archive did not have."""
    return {
        "pk": pk,
        "uid": uid,
        "name": actor.name,
        "folded": fold(actor.name),
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector.value if actor.sector else None,
        "wikidata": actor.wikidata,
        "canonical_pk": pk,
    }


def paper_row(uid: str, pk: int, name: str, kind: str, *, symbol: str | None, body: str | None) -> Row:
    """Return the row of a paper that the archive did not have."""
    return {
        "pk": pk,
        "uid": uid,
        "name": name,
        "folded": fold(name),
        "kind": kind,
        "symbol": symbol,
        "body": body,
        "canonical_pk": pk,
    }


def _appearance(actor: Actor, making: Making) -> None:
    uid = actor_uid(actor, making.entry.uid)
    counter = making.counter
    if uid not in counter.actors:
        counter.actors[uid] = counter.take("actors")
        making.add("actors", actor_row(actor, uid, counter.actors[uid]))
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


def _attribution(attribution: Attribution, making: Making) -> None:
    start, end = hull(attribution.content or attribution.cue)
    speaker = making.appearances.get(attribution.speaker or "")
    said = attribution.date if attribution.date and _is_day(attribution.date) else EMPTY_DAY
    row = making.add(
        "attributions",
        {
            "pk": making.counter.take("attributions"),
            "uid": making.unique(_attribution_uid(attribution, making.entry)),
            "article_pk": making.article_pk,
            "local": attribution.id,
            "kind": attribution.kind.value,
            "speaker_pk": speaker["pk"] if speaker else None,
            "actor_pk": speaker["actor_pk"] if speaker else None,
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


def _instrument(instrument: Instrument, paper: str | None, making: Making) -> None:
    counter = making.counter
    uid = paper or f"name:{content_id('paper', making.entry.uid, instrument.id, instrument.name)}"
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
            "uid": making.unique(_instrument_uid(instrument, dates, making.entry)),
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
            making.add("instrument_parties", {**link, "actor_pk": appearance["actor_pk"]})


def _event(event: Event, making: Making) -> None:
    pk = making.counter.take("events")
    start, end = event.evidence[0] if event.evidence else event.trigger
    earliest, latest = event.date.earliest or EMPTY_DAY, event.date.latest or EMPTY_DAY
    place = event.location
    row = {
        "pk": pk,
        "uid": making.unique(event_uid(event, making.entry.record, making.entry.uid)),
        "article_pk": making.article_pk,
        "local": event.id,
        "group_pk": pk,
        "type": event.type.value,
        "mode": event.mode,
        "status": event.status.value,
        "quad": event.quad,
        "date": event.date.value,
        "earliest": earliest,
        "latest": latest,
        "day": earliest or making.published,
        "place": event.place,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
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
    making.add("events", row)
    for role, ids in (("actor", event.actors), ("recipient", event.recipients), ("mediator", event.mediators)):
        _party(making, row, role, ids)
    _members(making, row, (*event.actors, *event.recipients, *event.mediators))


def event_uid(event: Event, record: Record, report: str) -> str:
    """Return the id of an event as this report tells it: all that is claimed, so that what changes is another claim."""
    parties = [_names(record, ids) for ids in (event.actors, event.recipients, event.mediators)]
    when = [event.date.value, event.date.earliest, event.date.latest]
    return content_id(
        "event", report, event.type, event.mode, event.status, parties, when, event.place, list(event.trigger)
    )


def _party(making: Making, event: Row, role: str, ids: Iterable[str]) -> None:
    for appearance in _those(making, ids):
        who = {key: appearance[key] for key in ("actor_pk", "country")}
        party = {"event_pk": event["pk"], "role": role, "appearance_pk": appearance["pk"], "day": event["day"]}
        making.add("parties", {**party, **who})


def _members(making: Making, event: Row, ids: Iterable[str]) -> None:
    """Those of whom a group consists take part in what it does."""
    _party(making, event, "member", [m for i in ids for m in making.entry.record.actor(i).members])


def _names(record: Record, ids: Iterable[str]) -> list[str]:
    """The actors' names: their ids in the record change with every reading."""
    return sorted(record.actor(i).name for i in ids)


def _provision(provision: Provision, making: Making) -> None:
    start, end = provision.evidence[0] if provision.evidence else (0, 0)
    words = (provision.type, provision.bearer, provision.action, provision.deadline, provision.expires, start, end)
    making.add(
        "provisions",
        {
            "pk": making.counter.take("provisions"),
            "uid": making.unique(content_id("provision", making.entry.uid, *words)),
            "article_pk": making.article_pk,
            "document_pk": None,
            "paper_pk": making.instruments.get(provision.instrument or ""),
            "type": provision.type.value,
            "bearer": provision.bearer,
            "action": provision.action,
            "deadline": provision.deadline,
            "expires": provision.expires,
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


def _attribution_uid(attribution: Attribution, entry: Entry) -> str:
    spans = [list(attribution.source), list(attribution.cue), list(attribution.content)]
    speaker = entry.record.actor(attribution.speaker).name if attribution.speaker else None
    return content_id("attribution", entry.uid, *spans, speaker, attribution.date)


def _instrument_uid(instrument: Instrument, dates: list[list[str]], entry: Entry) -> str:
    known = (instrument.kind, instrument.name, instrument.status, list(instrument.evidence), dates)
    parties = [_names(entry.record, ids) for ids in (instrument.proposers, instrument.parties)]
    names = {i.id: i.name for i in entry.record.instruments}
    relations = [[r.type, names[r.target], r.part] for r in instrument.relations]
    return content_id("instrument", entry.uid, *known, parties, relations)


def _planned(making: Making) -> Iterator[tuple[str, int]]:
    """By the id of what falls due, the key of the event that it is."""
    article = making.entry.record.article.id
    for row in making.rows.get("events", ()):
        if row["article_pk"] == making.article_pk:
            trigger = (row["trigger_start"], row["trigger_end"])
            for kind in (DueKind.MEETING, DueKind.ACT):
                yield due_uid(article, kind, trigger), row["pk"]


def _is_day(value: str) -> bool:
    return len(value) == 10 and value[4] == value[7] == "-"
