"""ISO durations of one unit ("P6M", "PT48H") -> days."""

import calendar
import re
from datetime import date, timedelta


def later(duration: str, day: str) -> str:
    """Return the ISO day that lies an ISO duration of one unit ("P6M", "PT48H") after another."""
    start = date.fromisoformat(day)
    number, unit = int(re.sub(r"\D", "", duration)), duration[-1]
    if unit in "MY":
        return _months_later(start, number * (12 if unit == "Y" else 1)).isoformat()
    days = {"D": number, "W": 7 * number, "H": number // 24}[unit]
    return (start + timedelta(days=days)).isoformat()


def _months_later(start: date, months: int) -> date:
    year, month = divmod(12 * start.year + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
