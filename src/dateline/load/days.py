"""A day as metadata and options write it -> date."""

import re
from datetime import date

# A time after the day is dropped: the day that the publisher printed is the one that counts, in its own time zone.
ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = "january february march april may june july august september october november december sept".split()  # noqa: SIM905
# With the month in letters no day can be taken for another: feeds' "Sun, 16 Nov 2025 23:30:00 GMT" (RFC 5322), and
# what people type.
DAY_MONTH = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?: .*)?", re.IGNORECASE | re.ASCII)
MONTH_DAY = re.compile(r"(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?: .*)?", re.IGNORECASE | re.ASCII)


def parse_day(text: str) -> date:
    """Return the day that an ISO 8601 date or date and time names, or one with its month in English letters.

    Raises ValueError, with a message for the user, if there is no such day or it is written otherwise: "03/04/2025"
    is a day in March or in April, so we do not read it.

    >>> parse_day("2025-11-16T23:30:00-05:00"), parse_day("Sun, 16 Nov 2025 23:30:00 -0500")
    (datetime.date(2025, 11, 16), datetime.date(2025, 11, 16))
    """
    written = " ".join(text.split())
    try:
        return _iso(written) or _lettered(written) or date.fromisoformat("")
    except ValueError:
        raise ValueError(f"{text!r} is no date; write it as YYYY-MM-DD, such as 2025-11-16") from None


def _iso(text: str) -> date | None:
    match = ISO.fullmatch(text)
    return date.fromisoformat(match[1]) if match else None


def _lettered(text: str) -> date | None:
    if match := DAY_MONTH.fullmatch(text):
        day, month, year = match.groups()
    elif match := MONTH_DAY.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    known = month.lower() in (*MONTHS, *NAMES)
    return date(int(year), MONTHS.index(month[:3].lower()) + 1, int(day)) if known else None
