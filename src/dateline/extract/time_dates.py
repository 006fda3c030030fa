"""Named days, months, years, decades and feasts -> their values. Pure."""

from datetime import date, timedelta

from dateline.extract.time_calendar import easter, nth_weekday
from dateline.extract.time_numbers import ordinal
from dateline.extract.time_scene import NO_ANCHOR, Reading, Scene, dated, unknown
from dateline.extract.time_tense import Way
from dateline.extract.time_words import Hit
from dateline.records import TimexType

# A day or month that lies so many days ahead is meant rather than the one a year before; set on the training parts.
DAY_AHEAD = {Way.BACK: 30, Way.LEANS_BACK: 75, Way.NAMES: 90, Way.UNKNOWN: 120, Way.LEANS_AHEAD: 300, Way.AHEAD: 350}
MONTH_AHEAD = {Way.BACK: 0, Way.LEANS_BACK: 35, Way.NAMES: 45, Way.UNKNOWN: 150, Way.LEANS_AHEAD: 300, Way.AHEAD: 400}
# So many days ahead the day may lie although its verb is in the past: datelines run ahead of the day of publication.
SLACK = 1


def calendar(hit: Hit, scene: Scene) -> Reading:
    """A month, perhaps with day and year, or a year."""
    year = year_of(hit, scene)
    mod = part_of(hit, scene)
    bound = hit.first("bound")
    if bound:
        mod = "BEFORE" if bound == "pre" else "AFTER"
    name = hit.first("month")
    if name is None:
        return dated(f"{year:04}", mod) if year else unknown(NO_ANCHOR)
    month, day = scene.vocabulary.months[name], day_number(hit, "day", scene)
    if year is None:
        year = nearest_year(month, day, hit, scene)
    if year is None:
        return unknown(NO_ANCHOR)
    return month_value(year, month, day, mod)


def month_value(year: int, month: int, day: int | None, mod: str | None = None) -> Reading:
    """Return the reading of a month, or of a day in it; unknown if the calendar has no such day."""
    if day is None:
        return dated(f"{year:04}-{month:02}", mod)
    try:
        return dated(date(year, month, day).isoformat(), mod)
    except ValueError:
        return unknown("the calendar has no such day")


def year_of(hit: Hit, scene: Scene) -> int | None:
    """Return the year that the expression names or reckons from that of publication; None if it does neither."""
    year = hit.first("year")
    if year:
        return int(year)
    if hit.groups.get("words"):
        return int(year_words(hit, scene).value or 0)
    relation = hit.first("rel")
    if relation is None:
        return shared_year(hit, scene)
    if scene.anchor is None:
        return None
    if hit.groups.get("month") and hit.rule.id == "month.relative":
        return _relative_year(hit, scene.anchor, relation, scene)
    if relation == "same":
        told = scene.told_value(hit, longest=400)
        return told[1][0].year if told else None
    return scene.anchor.year + scene.vocabulary.relations[relation].step


def shared_year(hit: Hit, scene: Scene) -> int | None:
    """Return the year that a second date gives for both: "August and December last year", "March 3 and May 5, 1994"."""
    if not hit.groups.get("month"):
        return None
    words, months = hit.words.lowers[hit.end : hit.end + 8], scene.vocabulary.months
    if len(words) < 3 or words[0] not in ("and", "or", "to", "-", "through", "until"):
        return None
    rest = [w for w in words[1:] if w not in (".", ",", "of")]
    if rest[0].isdecimal() and len(rest[0]) < 3:
        rest.pop(0)
    if not rest or rest.pop(0) not in months or not rest:
        return None
    if rest[0].isdecimal() and len(rest[0]) < 3:
        rest.pop(0)
    if rest and rest[0].isdecimal() and len(rest[0]) == 4:
        return int(rest[0])
    relative = rest[:2] in (["last", "year"], ["next", "year"], ["this", "year"])
    return scene.anchor.year + scene.vocabulary.relations[rest[0]].step if relative and scene.anchor else None


def day_number(hit: Hit, name: str, scene: Scene) -> int | None:
    """Return the day of the month that is kept under the name."""
    words = hit.groups.get(name)
    return ordinal(words, scene.vocabulary) if words else None


def part_of(hit: Hit, scene: Scene) -> str | None:
    """Return the part of the period that the words mean (TIMEX3's mod)."""
    return next((scene.vocabulary.parts[w] for w in hit.groups.get("part", ()) if w in scene.vocabulary.parts), None)


def nearest_year(month: int, day: int | None, hit: Hit, scene: Scene) -> int | None:
    """Return the year of a day or month without one: by the tense around it, and by which is near."""
    if scene.anchor is None:
        return None
    anchor = scene.anchor
    last, following = _years_around(anchor, month, day)
    weekday = hit.first("weekday")
    if weekday and day:
        number = scene.vocabulary.weekdays[weekday]
        fitting = [y for y in (last, following) if _day(y, month, day).isoweekday() == number]
        if len(fitting) == 1:
            return fitting[0]
    gap = (_day(following, month, day) - anchor).days
    return following if gap < (DAY_AHEAD if day else MONTH_AHEAD)[scene.way(hit)] else last


def _years_around(anchor: date, month: int, day: int | None) -> tuple[int, int]:
    """Return the year of the last such day or month up to the anchor, and of the next from it on."""
    if day is None:
        this = anchor.year
        return this if month <= anchor.month else this - 1, this if month >= anchor.month else this + 1
    here = _day(anchor.year, month, day)
    last = anchor.year if here <= anchor + timedelta(days=SLACK) else anchor.year - 1
    return last, anchor.year if here >= anchor else anchor.year + 1


def _day(year: int, month: int, day: int | None) -> date:
    """Return the day, or the last one before it that the calendar has."""
    for number in range(day or 1, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, 1)


def _relative_year(hit: Hit, anchor: date, relation: str, scene: Scene) -> int:
    """Return the year of "last October", "next May": the nearest that is not the month, or the day, of publication."""
    month, day = scene.vocabulary.months[hit.groups["month"][0]], day_number(hit, "day", scene)
    if day is not None and relation != "this":
        here = _day(anchor.year, month, day)
        return anchor.year - (here >= anchor) if relation == "last" else anchor.year + (here <= anchor)
    if relation == "last":  # the month that has just ended would be called "last month"
        return anchor.year if month < anchor.month - 1 else anchor.year - 1
    if relation == "next":
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def iso(hit: Hit, scene: Scene) -> Reading:
    """A day as ISO 8601 writes it."""
    text = hit.joined("iso").upper()
    try:
        day = date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return unknown("the calendar has no such day")
    if len(text) > 10:
        return Reading(type=TimexType.TIME, value=f"{day}{text[10:16]}")
    return dated(day)


def slashes(hit: Hit, scene: Scene) -> Reading:
    """A day as numbers between slashes: read only where there is one reading."""
    first, second, year = (int(n) for n in hit.joined("slashes").split("/"))
    if year < 100:
        return unknown("the century is not given")
    if first > 12 >= second:
        return month_value(year, second, first)
    if second > 12 >= first or first == second:
        return month_value(year, first, second) if first <= 12 else unknown("the calendar has no such day")
    return unknown("either number may be the month")


def day_range(hit: Hit, scene: Scene) -> Reading:
    """Days of one month with a hyphen between: one expression, as it has one name of a month."""
    month = scene.vocabulary.months[hit.groups["month"][0]]
    first, last = day_number(hit, "from", scene), day_number(hit, "to", scene)
    year = year_of(hit, scene) or nearest_year(month, last, hit, scene)
    if year is None:
        return unknown(NO_ANCHOR)
    start, end = month_value(year, month, first).value, month_value(year, month, last).value
    if start is None or end is None or start >= end:
        return unknown("the calendar has no such days")
    return Reading(type=TimexType.DATE, value=f"{start}/{end}", interval=f"{start}/{end}")


def year_range(hit: Hit, scene: Scene) -> Reading:
    """Years with a hyphen between."""
    first, last = hit.joined("from"), hit.joined("to")
    last = last if len(last) == 4 else first[:2] + last
    if last <= first:
        return unknown("the years run backwards")
    return Reading(type=TimexType.DURATION, value=f"{first}/{last}", interval=f"{first}/{last}")


def year_words(hit: Hit, scene: Scene) -> Reading:
    """A year in words: "nineteen ninety-four"."""
    words = [w for w in hit.groups["words"] if w != "-"]
    if "thousand" in words:
        return dated("2000")
    numbers = scene.vocabulary.numbers
    return dated(f"{numbers[words[0]] * 100 + sum(numbers[w] for w in words[1:]):04}", part_of(hit, scene))


def decade(hit: Hit, scene: Scene) -> Reading:
    """A decade: "the 1990s", "the '90s"."""
    name = hit.joined("decade")
    if name in scene.vocabulary.decades:
        return dated(scene.vocabulary.decades[name], part_of(hit, scene))
    digits = "".join(c for c in name if c.isdecimal())
    return dated(f"19{digits[0]}" if len(digits) == 2 else digits[:3], part_of(hit, scene))


def century(hit: Hit, scene: Scene) -> Reading:
    """A century, by its number."""
    number = ordinal(hit.groups["ord"], scene.vocabulary)
    if not number or number > 99:
        return unknown("no such century")
    return dated(f"{number - 1:02}", part_of(hit, scene))


def holiday(hit: Hit, scene: Scene) -> Reading:
    """A feast or named day: the one nearest to the day of publication that its verb allows."""
    rule = scene.vocabulary.holidays[hit.joined("holiday").replace(" '", "'").replace(" - ", "-")]
    if not rule:
        return unknown("its day differs from year to year or place to place")
    year = hit.first("year")
    if year:
        return dated(_feast(rule, int(year)).isoformat())
    if scene.anchor is None:
        return unknown(NO_ANCHOR)
    days = [_feast(rule, scene.anchor.year + n) for n in (-1, 0, 1)]
    return dated(_pick(days, hit, scene, scene.anchor).isoformat())


def _pick(days: list[date], hit: Hit, scene: Scene, anchor: date) -> date:
    relation, way = hit.first("rel"), scene.way(hit)
    before = [d for d in days if d <= anchor]
    after = [d for d in days if d >= anchor]
    if relation == "last" or (way is Way.BACK and relation is None):
        return before[-1]
    if relation == "next" or way.ahead:
        return after[0]
    return min(days, key=lambda d: abs((d - anchor).days))


def _feast(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, day, *rest = rule.split("-", 2)
    if not rest:
        return date(year, int(month), int(day))
    weekday = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}[day]
    return nth_weekday(year, int(month), weekday, int(rest[0]))
