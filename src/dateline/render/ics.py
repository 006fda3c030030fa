"""What falls due -> an RFC 5545 calendar: votes, meetings and ends as events, duties as to-dos."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from dateline.records.due import Certainty, Due, DueKind

_DUTIES = {DueKind.OBLIGATION, DueKind.REPORT}


def render_ics(items: Iterable[Due], *, made: datetime) -> bytes:
    """Return the calendar. made: the time stamp of every entry; all-day values, since sources seldom give an hour."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//dateline//EN")
    calendar.add("version", "2.0")
    for item in items:
        calendar.add_component(_entry(item, made.astimezone(UTC)))
    ical: bytes = calendar.to_ical()
    return ical


def _entry(item: Due, made: datetime) -> Event | Todo:
    duty = item.kind in _DUTIES
    entry = Todo() if duty else Event()
    entry.add("uid", item.uid)
    entry.add("dtstamp", made)
    entry.add("summary", f"{item.by}: {item.what}" if item.by and duty else item.what)
    entry.add("description", f"“{item.quote}”\n{item.basis}")
    entry.add("categories", [item.kind.value])
    if duty:
        entry.add("due", date.fromisoformat(item.latest))
        entry.add("status", "CANCELLED" if item.certainty is Certainty.CANCELLED else "NEEDS-ACTION")
    else:
        entry.add("dtstart", date.fromisoformat(item.earliest))
        entry.add("dtend", date.fromisoformat(item.latest) + timedelta(days=1))
        entry.add("status", item.certainty.value)
    entry.add("sequence", 0)
    return entry
