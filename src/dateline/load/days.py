"""A day as metadata and options write it -> date."""

import re
from datetime import date

# A time after the day is dropped: the day that the publisher printed is the one that counts, in its own time zone.
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")


def parse_day(text: str) -> date:
    """Return the day that an ISO 8601 date or date and time names.

    Raises ValueError, with a message for the user, if there is no such day or it is written otherwise: "03/04/2025"
    is a day in March or in April, so we do not read it.

    >>> parse_day("2025-11-16T23:30:00-05:00")
    datetime.date(2025, 11, 16)
    """
    match = DAY.fullmatch(text.strip())
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise ValueError(f"{text!r} is no date; write it as YYYY-MM-DD, such as 2025-11-16") from None
