"""Days and spans of days -> the words in which a timeline shows them, as exact as they are known."""

from calendar import monthrange
from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_QUARTERS = {"Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "last quarter"}
_HALVES = {"H1": "first half", "H2": "second half"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def period_name(period: str) -> str:
    """Return a month or year in words.

    >>> period_name("2025-11"), period_name("2027")
    ('November 2025', '2027')
    """
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def day_name(day: str, period: str | None = None) -> str:
    """Return a day, without the month and year that its period tells already.

    >>> day_name("2025-11-16"), day_name("2025-11-16", "2025-11")
    ('16 Nov 2025', 'Sun 16')
    """
    it = date.fromisoformat(day)
    if period == day[:7]:
        return f"{_WEEKDAYS[it.weekday()]} {it.day}"
    month = MONTHS[it.month - 1][:3]
    return f"{it.day} {month}" if period == day[:4] else f"{it.day} {month} {it.year}"


def span_name(first: str, last: str, value: str | None = None, period: str | None = None) -> str:
    """Return a day or a span of days. value: its TIMEX3 value, which may name a season or a part of a day.

    >>> span_name("2025-11-01", "2025-11-30"), span_name("2027-01-01", "2027-12-31")
    ('Nov 2025', 'in 2027')
    >>> span_name("2025-11-03", "2025-11-09", "2025-W45", "2025-11"), span_name("2006-06-01", "2006-08-31", "2006-SU")
    ('3–9', 'summer 2006')
    """
    if first == last:
        return day_name(first, period) + _part(value or "")
    if named := _named(value or ""):
        return named
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return f"in {start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if start.day == 1 and _ends_month(end):
        return _months(start, end, period)
    if (start.year, start.month) == (end.year, end.month):
        days = f"{start.day}–{end.day}"
        return days if period == first[:7] else f"{days} {MONTHS[start.month - 1][:3]} {start.year}"
    in_year = start.year == end.year
    same = first[:4] if in_year else None
    tail = "" if in_year and period and period[:4] == first[:4] else f" {end.year}"
    return f"{day_name(first, same)} – {day_name(last, last[:4])}{tail}"


def _part(value: str) -> str:
    clock = value.partition("T")[2]
    return f", {_PARTS[clock]}" if clock in _PARTS else f", {clock[:5]}" if clock[2:3] == ":" else ""


def _named(value: str) -> str | None:
    year, _, rest = value.partition("-")
    word = _SEASONS.get(rest) or _QUARTERS.get(rest) or _HALVES.get(rest)
    if word is None:
        return None
    return f"{word} {year}" if rest in _SEASONS else f"{word} of {year}"


def _months(start: date, end: date, period: str | None) -> str:
    one, other = MONTHS[start.month - 1][:3], MONTHS[end.month - 1][:3]
    if (start.year, start.month) == (end.year, end.month):
        return f"in {one}" if period == f"{start:%Y-%m}" else f"{one} {start.year}"
    if start.year == end.year:
        return f"{one}–{other} {start.year}"
    return f"{one} {start.year} – {other} {end.year}"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
