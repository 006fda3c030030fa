"""Records and resolutions -> what falls due, in the order of its days. Pure: today is a parameter."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.records import Event, EventStatus, EventType, Instrument, ProvisionType, Record, Span, Stage
from dateline.records.days import later
from dateline.records.due import Certainty, Due, DueKind, due_uid
from dateline.records.folding import fold
from dateline.records.resolution import Duty, PaperKind, Resolution
from dateline.records.terms import WORDS, parse_terms

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STAGES = {Stage.VOTE: DueKind.VOTE, Stage.IN_FORCE: DueKind.IN_FORCE, Stage.EXPIRES: DueKind.EXPIRY}
_VERBS = {DueKind.EXPIRY: "ends", DueKind.IN_FORCE: "begins"}
_AHEAD = {EventStatus.PLANNED, EventStatus.PROPOSED, EventStatus.CANCELLED}


def select_due(items: Iterable[Due], *, since: date, within: timedelta | None = None) -> list[Due]:
    """Return what falls due on or after a day, at most `within` later, by day; what was read twice stands once."""
    last = (since + within).isoformat() if within is not None else "9999-12-31"
    coming = (_next(d, since.isoformat()) for d in items)
    chosen = {d.uid: d for d in coming if d.latest >= since.isoformat() and d.earliest <= last}
    return sorted(chosen.values(), key=lambda d: (d.latest, d.earliest, d.kind, d.what))


def names(item: Due, actor: str | None) -> bool:
    """Does it name somebody: as who is to act, or in its words?"""
    return actor is None or _spaced(actor) in _spaced(f"{item.by or ''} {item.what} {item.quote}")


def holds(item: Due, typed: str | None) -> bool:
    """Does it hold all words that somebody typed, "quoted ones" together, and none that has a minus before it?"""
    if typed is None:
        return True
    terms = parse_terms(typed)
    words = _spaced(f"{item.by or ''} {item.what} {item.quote} {item.basis}")
    wanted = all(_spaced(" ".join(phrase)) in words for phrase in terms.wanted)
    return wanted and not any(_spaced(" ".join(phrase)) in words for phrase in terms.unwanted)


def _spaced(words: str) -> str:
    return f" {' '.join(WORDS.findall(fold(words)))} "


def _next(item: Due, since: str) -> Due:
    """Return what recurs with the first of its days that is not past; the last one where it has ended."""
    while item.rhythm and item.latest < since:
        day = later(item.rhythm, item.latest)
        if day > (item.until or "9999") or day <= item.latest:
            break
        item = replace(item, earliest=day, latest=day)
    return item


def due_in_record(record: Record) -> Iterator[Due]:
    """Yield what an article says is still to come: dates of papers, planned acts, duties with a day."""
    for instrument in record.instruments:
        yield from _of_instrument(record, instrument)
    for event in record.events:
        if event.status in _AHEAD and event.date.latest:
            yield _of_event(record, event)
    papers = {i.id: i.name for i in record.instruments}
    for provision in record.provisions:
        paper = papers.get(provision.instrument, "article") if provision.instrument else "article"
        for day, kind in ((provision.deadline, DueKind.OBLIGATION), (provision.expires, DueKind.EXPIRY)):
            if bounds := _bounds(day):
                what = provision.action if kind is DueKind.OBLIGATION else f"ends: {provision.action}"
                yield _due(record, kind, bounds, what, paper, provision.evidence[0], by=provision.bearer)


def due_in_resolution(resolution: Resolution) -> Iterator[Due]:
    """Yield the duties and ends of mandates that a resolution gives a day to."""
    for duty in resolution.provisions:
        kind = DueKind.REPORT if duty.report else DueKind.OBLIGATION
        first = duty.deadline or _first_of_rhythm(duty, resolution)
        begins = DueKind.EXPIRY if duty.type is ProvisionType.TERMINATION else DueKind.IN_FORCE
        for day, of_kind in ((first, kind), (_end(duty), DueKind.EXPIRY), (duty.starts, begins)):
            if bounds := _bounds(day):
                yield _of_duty(resolution, duty, of_kind, bounds)


def _first_of_rhythm(duty: Duty, resolution: Resolution) -> str | None:
    """Return the first day of a duty that recurs from adoption on ("every 90 days"); None where none can be told."""
    return later(duty.rhythm, resolution.adopted) if duty.rhythm and resolution.adopted else None


def _end(duty: Duty) -> str | None:
    """Return the day on which a mandate ends, as far as the text says from which day a length is counted.

    A report that recurs does not end: its last day is the series' `until`.
    """
    if duty.rhythm:
        return None
    if duty.expires and duty.expires.startswith("P") and duty.starts:
        return later(duty.expires, duty.starts)
    return duty.expires


def _of_instrument(record: Record, instrument: Instrument) -> Iterator[Due]:
    for dated in instrument.dates:
        kind, bounds = _STAGES.get(dated.stage), _bounds(dated.value)
        if kind is not None and bounds:
            what = f"{kind.value.replace('_', ' ')}: {instrument.name}"
            certainty = Certainty.TENTATIVE if kind is DueKind.VOTE else Certainty.CONFIRMED
            body = instrument.body
            yield _due(
                record, kind, bounds, what, instrument.name, instrument.evidence[0], by=body, certainty=certainty
            )


def _of_event(record: Record, event: Event) -> Due:
    kind = DueKind.MEETING if event.type is EventType.CONSULT else DueKind.ACT
    called_off = event.status is EventStatus.CANCELLED
    parties = ", ".join(record.actor(a).name for a in (*event.actors, *event.recipients))
    last = event.date.latest or ""
    bounds = (event.date.earliest or last, last)  # "by 15 April" has no first day
    certainty = Certainty.CANCELLED if called_off else Certainty.TENTATIVE
    words = record.quote(event.evidence[0] if event.evidence else event.trigger)
    what = f"{event.type.value.lower()}: {' '.join(words.split())}"
    return _due(record, kind, bounds, what, "article", event.trigger, by=parties or None, certainty=certainty)


def _due(
    record: Record,
    kind: DueKind,
    bounds: tuple[str, str],
    what: str,
    basis: str,
    span: Span,
    *,
    by: str | None = None,
    certainty: Certainty = Certainty.CONFIRMED,
) -> Due:
    article = record.article
    named = article.title or article.url or article.id
    return Due(
        uid=due_uid(article.id, kind, span),
        kind=kind,
        earliest=bounds[0],
        latest=bounds[1],
        what=what,
        basis=named if basis == "article" else f"{basis} ({named})",
        quote=" ".join(record.quote(span).split()),
        by=by,
        certainty=certainty,
    )


def _of_duty(resolution: Resolution, duty: Duty, kind: DueKind, bounds: tuple[str, str]) -> Due:
    start, end = duty.span
    name = resolution.name
    known = resolution.number is not None or resolution.symbol is not None
    paper = name if known else hashlib.sha256(" ".join(resolution.text.split()).encode()).hexdigest()
    draft = resolution.kind is PaperKind.DRAFT
    return Due(
        uid=due_uid(paper, kind.value, duty.paragraph, duty.sub, duty.type.value, " ".join(duty.action.split())),
        kind=kind,
        earliest=bounds[0],
        latest=bounds[1],
        what=f"{_VERBS[kind]}: {duty.bearer or duty.action}" if kind in _VERBS else duty.action,
        basis=f"{name}, paragraph {duty.paragraph}" + (f" {duty.sub}" if duty.sub else ""),
        quote=" ".join(resolution.text[start:end].split()),
        by=duty.bearer,
        certainty=Certainty.TENTATIVE if draft else Certainty.CONFIRMED,
        rhythm=duty.rhythm,
        until=duty.expires if duty.rhythm and _bounds(duty.expires) else None,
    )


def _bounds(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day of an ISO day, month or year; None where the value is no date."""
    if value is None:
        return None
    if _DAY.fullmatch(value):
        return value, value
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = map(int, value.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        return f"{value}-01", (following - timedelta(days=1)).isoformat()
    return (f"{value}-01-01", f"{value}-12-31") if re.fullmatch(r"\d{4}", value) else None
