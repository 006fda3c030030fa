"""A matched rule -> its reading, by the rule's kind; and the days of a part of a period. Pure."""

from collections.abc import Callable
from datetime import date, timedelta

from dateline.extract import time_clock, time_dates, time_near, time_spans, time_steps
from dateline.extract.time_calendar import days_of, month_end
from dateline.extract.time_scene import NO_ANCHOR, Reading, Scene, reference, unknown
from dateline.extract.time_words import Hit

Resolver = Callable[[Hit, Scene], Reading]


def _present(hit: Hit, scene: Scene) -> Reading:
    return reference("PRESENT_REF")


def _past(hit: Hit, scene: Scene) -> Reading:
    return reference("PAST_REF")


def _future(hit: Hit, scene: Scene) -> Reading:
    return reference("FUTURE_REF")


def _first_of_range(hit: Hit, scene: Scene) -> Reading:
    """The first of two days before one month's name: its month and year are those of the second."""
    words, months = hit.words.lowers, scene.vocabulary.months
    at = next(i for i in range(hit.end, len(words)) if words[i] in months)
    month, day = months[words[at]], time_dates.day_number(hit, "day", scene)
    following = [w for w in words[at + 1 : at + 3] if w not in (",", ".")]
    if following and following[0].isdecimal() and len(following[0]) == 4:
        return time_dates.month_value(int(following[0]), month, day)
    year = time_dates.nearest_year(month, day, hit, scene)
    return time_dates.month_value(year, month, day) if year else unknown(NO_ANCHOR)


def _next_of_range(hit: Hit, scene: Scene) -> Reading:
    """A further day of the month that was just named."""
    first = scene.told[-1][2][0]
    year, day = time_dates.year_of(hit, scene), time_dates.day_number(hit, "day", scene)
    return time_dates.month_value(year or first.year, first.month, day)


RESOLVERS: dict[str, Resolver] = {
    "calendar": time_dates.calendar,
    "iso": time_dates.iso,
    "slashes": time_dates.slashes,
    "day_range": time_dates.day_range,
    "first_of_range": _first_of_range,
    "next_of_range": _next_of_range,
    "year_range": time_dates.year_range,
    "year_words": time_dates.year_words,
    "decade": time_dates.decade,
    "century": time_dates.century,
    "holiday": time_dates.holiday,
    "weekday": time_near.weekday,
    "weekday_set": time_near.weekday_set,
    "day_word": time_near.day_word,
    "daypart": time_near.daypart,
    "weekend": time_near.weekend,
    "period": time_near.period_value,
    "nth_week": time_near.nth_week,
    "week_of": time_near.week_of,
    "ago": time_steps.ago,
    "in_time": time_steps.in_time,
    "step": time_steps.step_told,
    "step_from": time_steps.step_from,
    "eve": time_steps.eve,
    "same_period": time_steps.same_period,
    "then": time_steps.then,
    "duration": time_spans.duration,
    "recent": time_spans.recent,
    "year_ended": time_spans.year_ended,
    "month_set": time_spans.month_set,
    "every_day": time_spans.every_day,
    "every": time_spans.every,
    "set_word": time_spans.set_word,
    "quarter": time_spans.quarter,
    "quarter_told": time_spans.quarter_told,
    "season": time_spans.season,
    "clock": time_clock.clock,
    "present": _present,
    "past": _past,
    "future": _future,
}


def read_hit(hit: Hit, scene: Scene) -> Reading:
    """Return what a matched rule stands for."""
    return RESOLVERS[hit.rule.kind](hit, scene)


def reading_days(reading: Reading, hit: Hit, scene: Scene) -> tuple[date | None, date | None]:
    """Return the first and last day that a reading leaves open; None, None where it names no days."""
    if reading.days:
        return reading.days
    found = days_of(reading.value) if reading.value else None
    if found is None:
        return None, None
    if hit.rule.kind == "ago" and reading.mod:
        return time_steps.ago_days(reading.mod, found, hit, scene)
    if reading.mod == "BEFORE":
        return None, found[0] - timedelta(days=1)
    if reading.mod == "AFTER":
        return found[0], None
    words = hit.groups.get("part", ())
    return _part_days(reading, words, found, scene.anchor) if words else found


def _part_days(
    reading: Reading, words: tuple[str, ...], days: tuple[date, date], anchor: date | None
) -> tuple[date, date]:
    """Return the days of a period's part: thirds of a month; up to or from now for "earlier" and "later"."""
    first, last = days
    value = reading.value or ""
    if anchor is not None and first <= anchor <= last and {"earlier", "later"} & set(words):
        return (first, anchor) if "earlier" in words else (anchor, last)
    if len(value) == 7 and value[5:].isdecimal():
        return _third(first, reading.mod)
    if len(value) == 4 and reading.mod == "END" and "end" in words:
        return date(last.year, 12, 1), last
    return first, last


def _third(first: date, mod: str | None) -> tuple[date, date]:
    if mod == "START":
        return first, first.replace(day=10)
    if mod == "MID":
        return first.replace(day=11), first.replace(day=20)
    return first.replace(day=21), month_end(first.year, first.month)
