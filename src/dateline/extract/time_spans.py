"""Durations, sets, quarters, halves and seasons -> values. Pure."""

from fractions import Fraction

from dateline.extract.time_calendar import period, step
from dateline.extract.time_dates import part_of, year_of
from dateline.extract.time_numbers import VAGUE, count, length, ordinal
from dateline.extract.time_scene import NO_ANCHOR, Reading, Scene, dated, reference, unknown
from dateline.extract.time_steps import MONTHS_REACH, approximation, year_before
from dateline.extract.time_words import Hit
from dateline.records import TimexType


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


def year_ended(hit: Hit, scene: Scene) -> Reading:
    """A year that words after it bound: "the year ended March 31"."""
    return Reading(type=TimexType.DURATION, value="P1Y", told=False)


def recent(hit: Hit, scene: Scene) -> Reading:
    """A stretch that ends or begins now: "the past two years", "recent months"; its bounds where they can be counted."""
    unit = scene.vocabulary.units[hit.groups["unit"][-1]]
    given = hit.groups.get("num")
    plural = hit.groups["unit"][-1].endswith("s")
    number = count(given, scene.vocabulary) if given else (VAGUE if plural else Fraction(1))
    if hit.groups.get("half") and isinstance(number, Fraction):
        number += Fraction(1, 2)
    relation = hit.first("rel")
    if number == VAGUE and not given and relation in ("coming", "previous", "future"):
        return reference("PAST_REF" if relation == "previous" else "FUTURE_REF")
    return Reading(
        type=TimexType.DURATION,
        value=length(number, unit),
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


def every_day(hit: Hit, scene: Scene) -> Reading:
    """A part of every day."""
    return Reading(type=TimexType.SET, value="P1D", told=False)


def month_set(hit: Hit, scene: Scene) -> Reading:
    """Every year in that month."""
    return Reading(type=TimexType.SET, value=f"XXXX-{scene.vocabulary.months[hit.groups['month'][0]]:02}", told=False)


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
        last = 4 if letter == "q" else 2
        number = last if hit.groups.get("last") else ordinal(hit.groups["ord"], scene.vocabulary) or 0
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
    if number <= now:  # figures of a quarter come out in the next ones; only from the year's end is the first one ahead
        ahead = number == 1 and now == (4 if letter == "q" else 2) and scene.way(hit).ahead
        return scene.anchor.year - back + ahead
    return scene.anchor.year - back - (not scene.way(hit).ahead)


def quarter_told(hit: Hit, scene: Scene) -> Reading:
    """The quarter that the text speaks of, else the last that is over."""
    words = hit.words.lowers[hit.start : hit.end]
    if hit.groups.get("back"):
        told = year_before(hit, scene, reach=3000)
        if told:
            return dated(told)
        return dated(f"{scene.anchor.year - 1:04}") if scene.anchor else unknown(NO_ANCHOR)
    if hit.first("year") and scene.told_months(hit, MONTHS_REACH):
        return dated(hit.joined("year"))
    told = _ended(hit, scene) or (None if "this" in words else scene.told_quarter(hit, 3000))
    if told is None:
        if scene.anchor is None:
            return unknown(NO_ANCHOR)
        told = period(step(scene.anchor, "Q", 0 if "this" in words else -1) or scene.anchor, "Q")
    return dated((hit.first("year") or told[:4]) + told[4:])


def _ended(hit: Hit, scene: Scene) -> str | None:
    """Return the quarter that "the quarter ended Sept. 30" names, None where no such words follow."""
    month = scene.vocabulary.months.get(hit.beside(2))
    if hit.beside(1) not in ("ended", "ending") or month is None or scene.anchor is None:
        return None
    year = scene.anchor.year - (month > scene.anchor.month and hit.beside(1) == "ended")
    return f"{year:04}-Q{(month + 2) // 3}"


def season(hit: Hit, scene: Scene) -> Reading:
    """A season; without a year the last that had begun, or the next if the verb looks ahead."""
    code = scene.vocabulary.seasons[hit.groups["season"][0]]
    year = hit.first("year")
    relation = hit.first("rel")
    if year or hit.groups.get("words"):
        return dated(f"{year_of(hit, scene):04}-{code}", part_of(hit, scene))
    if scene.anchor is None:
        return unknown(NO_ANCHOR)
    anchor = scene.anchor
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    last_begun = anchor.year if anchor.month >= first else anchor.year - 1
    if relation and "year" in hit.words.lowers[hit.start : hit.end]:
        number = anchor.year + scene.vocabulary.relations[relation].step
    elif relation == "next" or (relation is None and scene.way(hit).ahead):
        number = anchor.year if anchor.month < first + (relation != "next") * 3 else anchor.year + 1
    elif relation == "this" and code != "WI":
        number = anchor.year
    else:
        over = anchor.month >= first + 3 or anchor.month < first
        number = last_begun if relation != "last" or over or last_begun < anchor.year else last_begun - 1
    return dated(f"{number:04}-{code}", part_of(hit, scene))
