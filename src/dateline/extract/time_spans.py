"""Durations, sets, quarters, halves and seasons -> values. Pure."""

from fractions import Fraction

from dateline.extract.time_calendar import period, step
from dateline.extract.time_dates import part_of, year_of
from dateline.extract.time_near import approximation
from dateline.extract.time_numbers import VAGUE, count, ordinal
from dateline.extract.time_scene import NO_ANCHOR, Reading, Scene, dated, unknown
from dateline.extract.time_tense import Way
from dateline.extract.time_words import Hit
from dateline.records import TimexType

# TIMEX3 has no letter for a fortnight, and counts decades and centuries best in years.
_AS_YEARS = {"E": 10, "C": 100, "L": 1000}
_VAGUE_LETTERS = {"E": "DE", "C": "CE", "L": "ML", "F": "W"}


def length(number: Fraction | str | None, unit: str) -> str:
    """Return the TIMEX3 duration of so many units.

    >>> length(Fraction(3, 2), "Y")
    'P18M'
    """
    if number == VAGUE or number is None or isinstance(number, str):
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{_VAGUE_LETTERS.get(unit, unit)}"
    if unit in _AS_YEARS:
        number, unit = number * _AS_YEARS[unit], "Y"
    elif unit == "F":
        number, unit = number * 2, "W"
    if number.denominator != 1:
        return _broken(number, unit)
    return f"P{unit[0]}{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def _broken(number: Fraction, unit: str) -> str:
    finer = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "W": (7, "D"), "M": (30, "D")}
    times, smaller = finer.get(unit, (1, unit))
    if (number * times).denominator == 1 and times > 1:
        return length(number * times, smaller)
    text = f"{float(number):g}"
    return f"P{unit[0]}{text}{unit[1]}" if unit.startswith("T") else f"P{text}{unit}"


def duration(hit: Hit, scene: Scene) -> Reading:
    """So many units of time."""
    words = hit.groups["unit"]
    unit = scene.vocabulary.units[words[-1]]
    given = hit.groups.get("num")
    bare = VAGUE if words[-1].endswith("s") else Fraction(1)  # "weeks of talks", but "a day-long debate"
    number = count(given, scene.vocabulary) if given else bare
    if hit.groups.get("half") and isinstance(number, Fraction):
        number += Fraction(1, 2)
    return Reading(type=TimexType.DURATION, value=length(number, unit), mod=approximation(hit, scene), told=False)


def recent(hit: Hit, scene: Scene) -> Reading:
    """A stretch that ends or begins now: "the past two years", "recent months"; its bounds where they can be counted."""
    unit = scene.vocabulary.units[hit.groups["unit"][-1]]
    given = hit.groups.get("num")
    plural = hit.groups["unit"][-1].endswith("s")
    number = count(given, scene.vocabulary) if given else (VAGUE if plural else Fraction(1))
    value = length(number, unit)
    return Reading(
        type=TimexType.DURATION,
        value=value,
        mod=approximation(hit, scene),
        interval=_bounds(number, unit, hit, scene),
        told=False,
    )


def _bounds(number: Fraction | str | None, unit: str, hit: Hit, scene: Scene) -> str | None:
    sign = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(hit.first("rel") or "", 0)
    if not sign or scene.anchor is None or not isinstance(number, Fraction) or number.denominator != 1:
        return None
    if unit.startswith("T"):
        return None
    other = step(scene.anchor, unit, sign * int(number))
    if other is None:
        return None
    first, last = sorted((other, scene.anchor))
    return f"{first.isoformat()}/{last.isoformat()}"


def every(hit: Hit, scene: Scene) -> Reading:
    """Something that happens once in so many units."""
    unit = scene.vocabulary.units[hit.groups["unit"][-1]]
    number = Fraction(2) if hit.groups.get("other") else count(hit.groups.get("num", ("one",)), scene.vocabulary)
    return Reading(type=TimexType.SET, value=length(number, unit), told=False)


def set_word(hit: Hit, scene: Scene) -> Reading:
    """An adjective or adverb of frequency."""
    return Reading(type=TimexType.SET, value=scene.vocabulary.sets[hit.joined("set")], told=False)


def quarter(hit: Hit, scene: Scene) -> Reading:
    """A quarter or half of a year; without a year the last that had begun, or the next if the verb looks ahead."""
    code = hit.first("code")
    if code:
        letter, number = (code[0], int(code[1])) if code[0] in "qh" else (code[1], int(code[0]))
    else:
        letter = hit.groups["unit"][0][0]
        number = ordinal(hit.groups["ord"], scene.vocabulary) or 0
    if not 1 <= number <= (4 if letter == "q" else 2):
        return unknown("no such part of a year")
    year = year_of(hit, scene)
    if year is None:
        year = _quarter_year(letter, number, hit, scene)
    return dated(f"{year:04}-{letter.upper()}{number}") if year else unknown(NO_ANCHOR)


def _quarter_year(letter: str, number: int, hit: Hit, scene: Scene) -> int | None:
    if scene.anchor is None:
        return None
    now = (scene.anchor.month + 2) // 3 if letter == "q" else (scene.anchor.month + 5) // 6
    back = 1 if hit.groups.get("back") else 0
    if scene.way(hit) is Way.AHEAD:
        return scene.anchor.year - back + (number < now)
    return scene.anchor.year - back - (number > now)


def quarter_told(hit: Hit, scene: Scene) -> Reading:
    """The quarter that the text speaks of, else the last that is over."""
    anchor = scene.anchor
    found = scene.told_value(hit, longest=100, reach=3000)
    year = hit.first("year")
    if found and found[0][5:6] == "Q":
        told, part = int(found[0][:4]), found[0][4:]
    elif anchor is None:
        return unknown(NO_ANCHOR)
    else:
        before = step(anchor, "Q", 0 if "this" in hit.words.lowers[hit.start : hit.end] else -1)
        value = period(before or anchor, "Q")
        told, part = int(value[:4]), value[4:]
    if year:
        told = int(year)
    elif hit.groups.get("back") and anchor is not None:
        told = min(told, anchor.year) - 1 if told >= anchor.year else told
    return dated(f"{told:04}{part}")


def season(hit: Hit, scene: Scene) -> Reading:
    """A season; without a year the last that had begun, or the next if the verb looks ahead."""
    code = scene.vocabulary.seasons[hit.groups["season"][0]]
    year = hit.first("year")
    relation = hit.first("rel")
    if year:
        return dated(f"{year}-{code}", part_of(hit, scene))
    if scene.anchor is None:
        return unknown(NO_ANCHOR)
    anchor = scene.anchor
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    last_begun = anchor.year if anchor.month >= first else anchor.year - 1
    if relation and "year" in hit.words.lowers[hit.start : hit.end]:
        number = anchor.year + scene.vocabulary.relations[relation].step
    elif relation == "next" or (relation is None and scene.way(hit) is Way.AHEAD):
        number = anchor.year if anchor.month < first + (relation != "next") * 3 else anchor.year + 1
    elif relation == "this" and code != "WI":
        number = anchor.year
    else:
        over = anchor.month >= first + 3 or anchor.month < first
        number = last_begun if relation != "last" or over or last_begun < anchor.year else last_begun - 1
    return dated(f"{number:04}-{code}", part_of(hit, scene))
