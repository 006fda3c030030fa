"""What falls due -> an RFC 5545 calendar: votes, meetings and ends as events, duties as to-dos."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from dateline.records.due import Certainty, Due, DueKind

_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
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
        if item.rhythm and (
            rule := _rule(item.rhythm, item.until)
        ):  # a rule starts from DTSTART, and RFC 5545 has no DUE on that same day
            entry.add("dtstart", date.fromisoformat(item.latest))
            entry.add("duration", timedelta(days=1))
            entry.add("rrule", rule)
        else:
            entry.add("due", date.fromisoformat(item.latest))
        entry.add("status", "CANCELLED" if item.certainty is Certainty.CANCELLED else "NEEDS-ACTION")
    else:
        entry.add("dtstart", date.fromisoformat(item.earliest))
        entry.add("dtend", date.fromisoformat(item.latest) + timedelta(days=1))
        entry.add("status", item.certainty.value)
    entry.add("sequence", 0)
    return entry


def _rule(rhythm: str, until: str | None) -> dict[str, object]:
    """Return the recurrence rule of an ISO duration of one unit; empty for less than a day, as entries are all-day."""
    number, unit = int(re.sub(r"\D", "", rhythm)), rhythm[-1]
    if unit == "H":
        number, unit = number // 24, "D"
    if not number:
        return {}
    rule: dict[str, object] = {"freq": _FREQUENCIES[unit], "interval": number}
    return {**rule, "until": date.fromisoformat(until)} if until else rule
