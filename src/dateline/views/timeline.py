"""Told events and what falls due -> a timeline: periods in order, what is behind a day and what is ahead of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from dateline.records import EventStatus
from dateline.records.answers import ToldDue, ToldEvent
from dateline.records.due import Certainty, DueKind


class Standing(StrEnum):
    """How a reader must take an entry."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CANCELLED = "cancelled"
    PAST = "was planned"  # its day is over, and no report tells what became of it
    DUE = "due"
    WAS_DUE = "was due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, or something that falls due by a paper, with its place in time.

    first, last: its first and last day; the same for one day; the day of the report where `dated` is false.
    period: the month ("2025-11") or year ("2027") under which it stands. reports: how many tell it.
    """

    item: ToldEvent | ToldDue
    standing: Standing
    ahead: bool
    first: str
    last: str
    dated: bool
    period: str
    reports: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A month or year and its entries in order."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What has been, and what is ahead of `today`."""

    today: str
    past: tuple[Period, ...]
    ahead: tuple[Period, ...]

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order."""
        return tuple(e for period in (*self.past, *self.ahead) for e in period.entries)


_STANDINGS = {
    EventStatus.OCCURRED: Standing.DONE,
    EventStatus.ONGOING: Standing.ONGOING,
    EventStatus.PLANNED: Standing.PLANNED,
    EventStatus.PROPOSED: Standing.PROPOSED,
    EventStatus.CONDITIONAL: Standing.CONDITIONAL,
    EventStatus.DENIED: Standing.DENIED,
    EventStatus.CANCELLED: Standing.CANCELLED,
}
_OPEN = {EventStatus.PLANNED, EventStatus.PROPOSED}


def timeline(events: Iterable[ToldEvent], dues: Iterable[ToldDue], *, today: date) -> Timeline:
    """Return events and dues in the order of their days; what was read of one due in several reports stands once."""
    day = today.isoformat()
    entries = [*(_of_event(event, day) for event in events), *_of_dues(dues, day)]
    entries.sort(key=_order)
    return Timeline(
        today=day,
        past=_periods(e for e in entries if not e.ahead),
        ahead=_periods(e for e in entries if e.ahead),
    )


def _of_event(event: ToldEvent, today: str) -> Entry:
    first = event.date.earliest or event.date.latest or event.day
    last = event.date.latest or event.date.earliest or event.day
    standing = _STANDINGS[event.status]
    coming = event.dated and event.status in _OPEN and last >= today
    if event.dated and event.status is EventStatus.PLANNED and last < today:
        standing = Standing.PAST
    return Entry(
        item=event,
        standing=standing,
        ahead=coming or first > today,
        first=first,
        last=last,
        dated=event.dated,
        period=_period(first, last),
        reports=event.reports,
    )


def _of_dues(dues: Iterable[ToldDue], today: str) -> Iterable[Entry]:
    told: dict[tuple[str, ...], list[ToldDue]] = {}
    for due in dues:
        it = due.due
        told.setdefault((it.kind, it.earliest, it.latest, (it.by or "").lower(), it.what.lower()), []).append(due)
    for same in told.values():
        newest = max(same, key=lambda d: d.published)
        first, last = newest.due.earliest, newest.due.latest
        ahead = last >= today
        if not ahead and newest.due.kind is DueKind.IN_FORCE:
            continue  # an event by then
        yield Entry(
            item=newest,
            standing=_standing(newest, ahead=ahead),
            ahead=ahead,
            first=first,
            last=last,
            dated=True,
            period=_period(first, last),
            reports=len(same),
        )


def _standing(told: ToldDue, *, ahead: bool) -> Standing:
    if told.due.certainty is Certainty.CANCELLED:
        return Standing.CANCELLED
    return Standing.DUE if ahead else Standing.WAS_DUE


def _period(first: str, last: str) -> str:
    """The year of what is no more exact than that, else the month of its first day."""
    whole_years = first.endswith("-01-01") and last.endswith("-12-31")
    return first[:4] if whole_years else first[:7]


def _order(entry: Entry) -> tuple[str, bool, str, int, str]:
    """By day; what is dated before what is only reported on that day, one day before a span that begins on it."""
    item = entry.item
    place = item.start if isinstance(item, ToldEvent) else 0
    told = item.report.published if isinstance(item, ToldEvent) else item.published
    exact = entry.period if len(entry.period) == 4 else entry.first
    return exact, not entry.dated, entry.last, place, told


def _periods(entries: Iterable[Entry]) -> tuple[Period, ...]:
    return tuple(Period(name=name, entries=tuple(group)) for name, group in groupby(entries, key=lambda e: e.period))
