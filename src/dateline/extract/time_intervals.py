"""Readings in text order -> their bounds: "through 2027" is ../2027, "from 3 to 5 May" has both ends. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.time_calendar import days_of
from dateline.extract.time_scene import Reading
from dateline.extract.time_words import Hit
from dateline.records import TimexType

_UP_TO = frozenset({"through", "until", "till", "by", "before", "til"})
_FROM = frozenset({"since", "from", "starting", "beginning"})
_BETWEEN = frozenset({"to", "-", "through", "until", "till"})
Read = tuple[Hit, Reading]


def bound_all(readings: Sequence[Read], anchor: date | None) -> list[Read]:
    """Return the readings with the intervals that the words around them set.

    anchor: the day of publication, by which a weekday that ends a range is put after the one that begins it.
    """
    out = [(hit, _bounded(hit, reading)) for hit, reading in readings]
    for i in range(len(out) - 1):
        (one, first), (two, second) = out[i], out[i + 1]
        if not _is_range(one, two):
            continue
        first, second = _agreeing(one, first, two, second, anchor)
        out[i], out[i + 1] = (one, first), (two, second)
        if _can_bound(first) and _can_bound(second) and _in_order(first, second):
            both = f"{first.value}/{second.value}"
            out[i], out[i + 1] = (one, replace(first, interval=both)), (two, replace(second, interval=both))
    return out


def _agreeing(one: Hit, first: Reading, two: Hit, second: Reading, anchor: date | None) -> tuple[Reading, Reading]:
    """Return the two ends of a range, read apart, as ends of one: in the same month, or a weekday and the next such one."""
    if first.value is None or second.value is None or anchor is None:
        return first, second
    if one.rule.kind == "first_of_range" and len(second.value) == 10 and first.value[8:] < second.value[8:]:
        return replace(first, value=second.value[:8] + first.value[8:]), second
    if not one.rule.kind == two.rule.kind == "weekday" or second.value >= first.value or len(first.value) != 10:
        return first, second
    if first.value > anchor.isoformat():
        return first, replace(second, value=_moved(second.value, 7))
    return replace(first, value=_moved(first.value, -7)), second


def _moved(value: str, days: int) -> str:
    """Return the value of a day, or of a part of it, so many days later."""
    return (date.fromisoformat(value[:10]) + timedelta(days=days)).isoformat() + value[10:]


def _bounded(hit: Hit, reading: Reading) -> Reading:
    if reading.interval or not _can_bound(reading):
        return reading
    before = hit.beside(-1)
    if (
        before in _UP_TO
        or (before == "to" and hit.beside(-2) == "up")
        or (before == "than" and hit.beside(-2) == "later")
    ):
        return replace(reading, interval=f"../{reading.value}")
    if hit.rule.kind in ("ago", "step", "quarter", "quarter_told"):  # "up from a year earlier"
        return reading
    if (
        before in _FROM
        or (before == "than" and hit.beside(-2) == "earlier")
        or (before == "of" and hit.beside(-2) == "as")
    ):
        return replace(reading, interval=f"{reading.value}/..")
    return reading


def _can_bound(reading: Reading) -> bool:
    value = reading.value
    return (
        value is not None
        and reading.type in (TimexType.DATE, TimexType.TIME)
        and not value.endswith("REF")
        and "/" not in value
    )


def _in_order(first: Reading, second: Reading) -> bool:
    one, two = days_of(first.value or ""), days_of(second.value or "")
    return one is not None and two is not None and one[0] <= two[1]


def _is_range(one: Hit, two: Hit) -> bool:
    """Do the words between two expressions join them to one stretch of time?"""
    between = one.words.lowers[one.end : two.start]
    if len(between) != 1:
        return False
    if between[0] in _BETWEEN:
        return (between[0] in ("-", "to") and one.rule.kind != "period") or one.beside(-1) in _FROM
    return between[0] == "and" and one.beside(-1) == "between"
