"""Steps of so many units from the day of publication, a named day or the date told last -> values. Pure."""

from datetime import date
from fractions import Fraction

from dateline.extract.time_calendar import Days, period, precision, step
from dateline.extract.time_near import named_day
from dateline.extract.time_numbers import count, length
from dateline.extract.time_scene import (
    FARTHEST_TOLD,
    NO_ANCHOR,
    NOTHING_TOLD,
    Reading,
    Scene,
    dated,
    reference,
    unknown,
)
from dateline.extract.time_words import Hit
from dateline.records import TimexType

# So near, figures of "the first nine months" are what "a year earlier" is compared with; characters, about a sentence.
MONTHS_REACH = 200


def ago(hit: Hit, scene: Scene) -> Reading:
    """A count of units back from the day of publication; of a quarter's figures, to the same one a year before."""
    if hit.groups.get("num", ("",))[0] in ("a", "one") and hit.groups["unit"] == ("year",):
        told = year_before(hit, scene)
        if told:
            return dated(told)
    return _stepped(scene.anchor, -1, hit, scene)


def ago_days(mod: str, days: Days, hit: Hit, scene: Scene) -> tuple[date | None, date | None]:
    """Return the days that "more than" or "less than a year ago" leaves open; `days` are those of the value."""
    number, unit = count(hit.groups.get("num", ()), scene.vocabulary), scene.vocabulary.units[hit.groups["unit"][0]]
    if scene.anchor is None or not isinstance(number, Fraction):
        return days
    whole, unit = _whole(number, unit)
    exact = step(scene.anchor, unit, -whole)
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return None, min(days[1], exact) if exact and unit == "Y" else days[1]
    if mod == "LESS_THAN" and hit.groups["approx"][0] in ("less", "fewer", "under"):
        return exact, scene.anchor
    return days


def in_time(hit: Hit, scene: Scene) -> Reading:
    """A count of units on from the day of publication."""
    return _stepped(scene.anchor, 1, hit, scene)


def step_told(hit: Hit, scene: Scene) -> Reading:
    """A count of units from the date told last: "two days later", "a year earlier"."""
    words = hit.groups["way"]
    sign = -1 if words[0] in ("earlier", "previously") else 1
    if words[0] in ("from", "hence"):
        return _stepped(scene.anchor, 1, hit, scene)
    if scene.vocabulary.units[hit.groups["unit"][0]].startswith("T") or _is_vague(hit, scene):
        return _only_length(hit, scene)
    unit = scene.vocabulary.units[hit.groups["unit"][0]]
    if sign < 0 and unit == "Y" and hit.groups["num"] in (("a",), ("one",)):
        told = year_before(hit, scene)
        if told:
            return dated(told)
    found = scene.told_value(hit, longest={"Y": 400, "M": 31}.get(unit, 7))
    if found:
        return _stepped(found[1][0], sign, hit, scene)
    return _stepped(scene.anchor, -1, hit, scene) if sign < 0 and scene.anchor else _only_length(hit, scene)


def _only_length(hit: Hit, scene: Scene) -> Reading:
    """Return how far the step is, where nothing tells what it starts from."""
    number, unit = count(hit.groups["num"], scene.vocabulary), scene.vocabulary.units[hit.groups["unit"][0]]
    return Reading(type=TimexType.DURATION, value=length(number, unit), mod=approximation(hit, scene), told=False)


def year_before(hit: Hit, scene: Scene, reach: int = 2 * FARTHEST_TOLD) -> str | None:
    """Return the quarter a year before the one that the text speaks of, None if it speaks of none.

    Where it has gone on to figures of "the first nine months", only the year is sure.
    """
    quarter = scene.told_quarter(hit, reach)
    if quarter is None:
        return None
    part = "" if scene.told_months(hit, MONTHS_REACH) else quarter[4:]
    return f"{int(quarter[:4]) - 1:04}{part}"


def same_period(hit: Hit, scene: Scene) -> Reading:
    """The period or day that the text speaks of, a year before; the year alone where it speaks of none."""
    told = scene.told_value(hit, longest=200) if hit.first("what") == "time" else None
    moved = step(told[1][0], "Y", -1) if told else None
    if told and moved:
        unit = {"day": "D", "week": "W", "month": "M", "quarter": "Q"}.get(precision(told[0]) or "", "Y")
        return dated(period(moved, unit))
    value = year_before(hit, scene, reach=3000)
    if value:
        return dated(value)
    return dated(f"{scene.anchor.year - 1:04}") if scene.anchor else unknown(NO_ANCHOR)


def _is_vague(hit: Hit, scene: Scene) -> bool:
    return not isinstance(count(hit.groups["num"], scene.vocabulary), Fraction)


def _stepped(start: date | None, sign: int, hit: Hit, scene: Scene) -> Reading:
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    unit = scene.vocabulary.units[hit.groups["unit"][0]]
    number = count(hit.groups.get("num", ("several",)), scene.vocabulary)
    if not isinstance(number, Fraction) or hit.groups.get("or"):
        return reference(vague)
    if sign < 0 and "or" in hit.groups.get("num", ()):  # "four or five years ago" may reach back to the second
        number += 1
    if start is None:
        return unknown(NO_ANCHOR)
    if unit.startswith("T"):
        return unknown("the hour that it starts from is not known")
    whole, unit = _whole(number, unit)
    if unit == "W" and whole == 1:  # "a week ago" is a day, "two weeks ago" the week
        whole, unit = 7, "D"
    day = step(start, unit, sign * whole)
    if day is None:
        return unknown("past the calendar")
    return Reading(
        type=TimexType.DATE,
        value=period(day, {"E": "Y", "C": "Y", "L": "Y", "F": "W"}.get(unit, unit)),
        mod=approximation(hit, scene),
    )


def _whole(number: Fraction, unit: str) -> tuple[int, str]:
    """Return a number of units as a whole one, of the next smaller unit where need be: 2.5 years are 30 months."""
    if number.denominator == 1:
        return int(number), unit
    times, finer = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit))
    return int(number * times), finer


def approximation(hit: Hit, scene: Scene) -> str | None:
    """Return what the words around a number make of it (TIMEX3's mod)."""
    words = hit.joined("approx")
    return scene.vocabulary.approximations.get(words) if words else None


def step_from(hit: Hit, scene: Scene) -> Reading:
    """The day before yesterday, the day after tomorrow."""
    days = -2 if hit.first("way") == "before" else 2
    day = step(scene.anchor, "D", days) if scene.anchor else None
    return dated(day.isoformat()) if day else unknown(NO_ANCHOR)


def eve(hit: Hit, scene: Scene) -> Reading:
    """The day before a named one, or after it."""
    day = named_day(hit, scene)
    beside = step(day, "D", 1 if hit.first("way") else -1) if day else None
    return dated(beside.isoformat()) if beside else unknown(NO_ANCHOR)


def then(hit: Hit, scene: Scene) -> Reading:
    """The date told last."""
    found = scene.told_value(hit, longest=400)
    if found is None:
        return unknown(NOTHING_TOLD) if hit.first("rel") else reference("PAST_REF")
    return dated(found[0])
