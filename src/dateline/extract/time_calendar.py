"""The calendar: TIMEX3 values -> their first and last day, steps by unit, ISO weeks, movable feasts. Pure."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}  # meteorological, northern: what the agencies mean
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?|(?P<part>Q[1-4]|H[12]|SP|SU|FA|WI)))?"
    r"(?:T.*)?"
)


def days_of(value: str) -> Days | None:
    """Return the first and last day that a TIMEX3 value stands for, None where it has none of its own.

    >>> days_of("2025-W46")
    (datetime.date(2025, 11, 10), datetime.date(2025, 11, 16))
    """
    if "/" in value:
        first, last = (days_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if re.fullmatch(r"\d{2,3}", value):
        span = 10 ** (4 - len(value))
        start = int(value) * span
        return (date(start, 1, 1), date(start + span - 1, 12, 31)) if start else None
    match = _VALUE.fullmatch(value)
    try:
        return _days(match) if match else None
    except ValueError:
        return None


def precision(value: str) -> str | None:
    """Return how exact a calendar value is, None for other values and for stretches of time.

    >>> precision("2024-03")
    'month'
    """
    if re.fullmatch(r"\d{2,3}", value):
        return "century" if len(value) == 2 else "decade"
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    if "T" in value:
        return "hour" if ":" in value else "part of day"
    part = match["part"]
    if part:
        return {"Q": "quarter", "H": "half"}.get(part[0], "season")
    if match["week"]:
        return "weekend" if match["end"] else "week"
    return "day" if match["day"] else "month" if match["month"] else "year"


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), month_end(year, month)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def step(day: date, unit: str, count: int) -> date | None:
    """Return the day so many units after `day`, the month's last day where there is no such day; None past the calendar.

    unit: D, W, F (fortnight), M, Q, Y, E (decade) or C (century).
    """
    if unit in "DWF":
        return _plus(day, count * {"D": 1, "W": 7, "F": 14}[unit])
    months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def period(day: date, unit: str) -> str:
    """Return the value of the period of that unit which the day lies in.

    >>> period(date(2024, 3, 14), "Q")
    '2024-Q1'
    """
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year:04}-W{week:02}",
        "F": f"{year:04}-W{week:02}",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
        "L": f"{day.year // 1000}",
    }[unit]


def easter(year: int) -> date:
    """Return Easter Sunday, Western. Source: the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """Return the count-th such weekday (1 is Monday) of a month, counted from its end where count is negative."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = month_end(year, month)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-count - 1))


def weekday_near(day: date, weekday: int, way: int, *, same: bool = True) -> date | None:
    """Return the nearest such weekday before (way -1) or after (1) the day; the day itself counts if `same`."""
    gap = (weekday - day.isoweekday()) % 7 if way > 0 else -((day.isoweekday() - weekday) % 7)
    if gap == 0 and not same:
        gap = 7 * way
    return _plus(day, gap)


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _days(match: re.Match[str]) -> Days:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return month_days(year, int(match["month"]))
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return monday + timedelta(days=5 if match["end"] else 0), monday + timedelta(days=6)
    return _part_days(year, match["part"])


def _part_days(year: int, part: str | None) -> Days:
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part == "WI":  # "the winter of 2026" may begin in that year or end in it
        return date(year, 1, 1), month_end(year + 1, 2)
    if part[0] == "Q":
        first, last = 3 * int(part[1]) - 2, 3 * int(part[1])
    elif part[0] == "H":
        first, last = 6 * int(part[1]) - 5, 6 * int(part[1])
    else:
        first, last = _SEASONS[part]
    return date(year, first, 1), month_end(year, last)
