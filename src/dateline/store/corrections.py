"""Corrections of an event's fields ("status=planned") -> the columns that they change. Pure."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline.errors import StoreError
from dateline.records import MODES, QUADS, EventStatus, EventType
from dateline.store.rows import EMPTY_DAY, Row

if TYPE_CHECKING:
    from dateline.lexicons.places import Gazetteer

NOTHING = ("", "none")  # how to say that a field is to be empty


def parse_correction(words: str) -> tuple[str, str]:
    """Return field and value of "field=value". Raises StoreError for what no event can have."""
    name, sign, value = (part.strip() for part in words.partition("="))
    if not sign or name not in FIELDS:
        raise StoreError(f"{words!r}: no correction; write one of {', '.join(FIELDS)} as FIELD=VALUE")
    if name == "type" and value not in list(EventType):
        raise StoreError(f"{value!r}: no PLOVER type; one of {', '.join(EventType)}")
    if name == "status" and value not in list(EventStatus):
        raise StoreError(f"{value!r}: no status; one of {', '.join(EventStatus)}")
    if name == "date" and value not in NOTHING:
        bounds(value)
    return name, "none" if value in NOTHING else value


def check_fits(fields: Row, name: str, value: str) -> None:
    """Raise StoreError if an event of these fields cannot have the value: a mode belongs to its type."""
    if name == "mode" and value != "none" and value not in MODES[EventType(fields["type"])]:
        known = ", ".join(sorted(MODES[EventType(fields["type"])])) or "none"
        raise StoreError(f"{fields['type']} has no mode {value!r}; it has {known}")


def corrected(fields: Row, corrections: Iterable[tuple[str, str]], published: str) -> Row:
    """Return an event's fields with the corrections, in their order.

    A mode that does not belong to the type is none: it was that of another type. An event without a date stands in a
    timeline where it was published.
    """
    made = dict(fields)
    for name, value in corrections:
        FIELDS[name](made, value)
    if made["mode"] not in MODES[EventType(made["type"])]:
        made["mode"] = None
    made["quad"] = QUADS[EventType(made["type"])]
    made["day"] = made["earliest"] or published
    return made


def bounds(value: str) -> tuple[str, str]:
    """Return the first and last day of a year, month, day, or "FIRST/LAST". Raises StoreError for anything else."""
    first, sign, last = value.partition("/")
    days = _days(first, value)
    ends = (days[0], _days(last, value)[1]) if sign else days
    if ends[0] > ends[1]:
        raise StoreError(f"{value!r}: ends before it begins")
    return ends


def _days(value: str, whole: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    try:
        if found:
            year, month, day = (int(part) if part else None for part in found.groups())
            if year:
                last = date(year, month or 12, day or monthrange(year, month or 12)[1])
                return date(year, month or 1, day or 1).isoformat(), last.isoformat()
    except (ValueError, IndexError):
        pass
    raise StoreError(f"{whole!r}: no date; write 2025, 2025-11, 2025-11-17 or 2025-11-17/2025-11-19") from None


def _type(made: Row, value: str) -> None:
    made["type"] = value


def _status(made: Row, value: str) -> None:
    made["status"] = value


def _mode(made: Row, value: str) -> None:
    made["mode"] = None if value == "none" else value


def _date(made: Row, value: str) -> None:
    if value == "none":
        made.update(date=None, earliest=EMPTY_DAY, latest=EMPTY_DAY)
    else:
        earliest, latest = bounds(value)
        made.update(date=value, earliest=earliest, latest=latest)


def _place(made: Row, value: str) -> None:
    place = None if value == "none" else _gazetteer().find(value)
    made["place"] = None if value == "none" else value
    for name in ("country", "lat", "lon"):
        made[name] = getattr(place, name) if place else None


FIELDS: dict[str, Callable[[Row, str], None]] = {
    "type": _type,
    "mode": _mode,
    "status": _status,
    "date": _date,
    "place": _place,
}


@cache
def _gazetteer() -> "Gazetteer":
    from dateline.lexicons.places import Gazetteer  # noqa: PLC0415 - with the schemas of all tables; few need it

    return Gazetteer()
