"""Days and periods by their place beside the day of publication or the date told last -> values. Pure."""

from datetime import date, timedelta

from dateline.extract.time_calendar import days_of, period, step, weekday_near
from dateline.extract.time_dates import calendar, day_number, part_of
from dateline.extract.time_numbers import ordinal
from dateline.extract.time_scene import (
    NO_ANCHOR,
    NOTHING_TOLD,
    Reading,
    Scene,
    dated,
    reference,
    unknown,
)
from dateline.extract.time_tense import Way
from dateline.extract.time_words import Hit
from dateline.records import TimexType

# A story goes on with the last day that it told, but not from an anniversary that it mentioned.
RECENT = 31  # days


def weekday_day(hit: Hit, scene: Scene) -> date | None:
    """Return the day that a weekday stands for."""
    anchor = scene.anchor
    if anchor is None:
        return None
    number = scene.vocabulary.weekdays[hit.groups["weekday"][0]]
    relation = hit.first("rel")
    if hit.groups.get("when"):
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        weeks = scene.vocabulary.relations[hit.groups["when"][0]].step
        return step(monday + timedelta(days=number - 1), "W", weeks)
    if relation == "this":
        return anchor + timedelta(days=number - anchor.isoweekday())
    if relation is not None:
        known = scene.vocabulary.relations[relation]
        start = (scene.told_day(hit) if known.told else None) or anchor
        return weekday_near(start, number, 1 if known.step > 0 else -1, same=False)
    return _same_day(hit, scene, number) or weekday_near(anchor, number, 1 if scene.way(hit).ahead else -1)


def _same_day(hit: Hit, scene: Scene, number: int) -> date | None:
    """Return the day told right before in other words: "yesterday (Wednesday)"."""
    if hit.beside(-1) not in ("lpar", ","):
        return None
    day = scene.told_day(hit, reach=2)
    return day if day is not None and day.isoweekday() == number else None


def weekday(hit: Hit, scene: Scene) -> Reading:
    """A weekday, perhaps with a part of the day."""
    day = weekday_day(hit, scene)
    return _on_day(day, hit, scene)


def weekday_set(hit: Hit, scene: Scene) -> Reading:
    """Every week on that day."""
    name = hit.groups["weekday"][0]
    number = scene.vocabulary.weekdays.get(name) or scene.vocabulary.weekdays[name[:-1]]
    return Reading(type=TimexType.SET, value=f"XXXX-WXX-{number}{_daypart(hit, scene)}", told=False)


def day_word(hit: Hit, scene: Scene) -> Reading:
    """Today, yesterday, tomorrow; in somebody's words "today" with a present tense is these days."""
    if hit.groups["today"] == ("today",) and not hit.groups.get("daypart") and scene.spoken_now(hit):
        return reference("PRESENT_REF")
    return _on_day(today(hit, scene), hit, scene)


def today(hit: Hit, scene: Scene) -> date | None:
    """Return the day that "today", "yesterday" or "tomorrow" stands for."""
    return step(scene.anchor, "D", scene.vocabulary.days[hit.groups["today"][0]]) if scene.anchor else None


def _on_day(day: date | None, hit: Hit, scene: Scene) -> Reading:
    if day is None:
        return unknown(NO_ANCHOR)
    part = _daypart(hit, scene)
    kind = TimexType.TIME if part else TimexType.DATE
    return Reading(type=kind, value=day.isoformat() + part, mod=part_of(hit, scene))


def _daypart(hit: Hit, scene: Scene) -> str:
    name = hit.first("daypart")
    return f"T{scene.vocabulary.dayparts[name]}" if name else ""


def daypart(hit: Hit, scene: Scene) -> Reading:
    """A part of a day: of the day that the words name, else of the one told last, else of that of publication."""
    day = _daypart_day(hit, scene)
    if day is None:
        return unknown(NO_ANCHOR, TimexType.TIME)
    fixed = hit.first("fixed")
    if fixed:
        day, part = (day, "TNI") if fixed == "tonight" else (step(day, "D", -1) or day, "TNI")
    else:
        part = _daypart(hit, scene) or "TMO"  # "the early hours of Monday"
    days = (day, step(day, "D", 1)) if fixed == "overnight" else None
    return Reading(
        type=TimexType.TIME, value=day.isoformat() + part, mod=part_of(hit, scene), told=not fixed, days=days
    )


def _daypart_day(hit: Hit, scene: Scene) -> date | None:
    if hit.rule.id in ("daypart.of", "daypart.early-hours"):
        return named_day(hit, scene)
    relation = hit.first("rel")
    if relation is None:
        return scene.told_day(hit) or scene.anchor if not hit.first("fixed") else scene.anchor
    known = scene.vocabulary.relations[relation]
    start = scene.anchor
    if known.told or (relation == "next" and "the" in hit.words.lowers[hit.start : hit.end]):
        start = scene.told_day(hit) or scene.anchor
    return step(start, "D", known.step) if start else None


def named_day(hit: Hit, scene: Scene) -> date | None:
    """Return the day that the expression names by weekday, date or "today"; None if it names none."""
    if hit.groups.get("month"):
        value = calendar(hit, scene).value
        return date.fromisoformat(value) if value and day_number(hit, "day", scene) else None
    if hit.groups.get("weekday"):
        return weekday_day(hit, scene)
    return today(hit, scene) if hit.groups.get("today") else None


def weekend(hit: Hit, scene: Scene) -> Reading:
    """A weekend: by default the last begun, or the next if the verb looks ahead."""
    anchor = scene.anchor
    if anchor is None:
        return unknown(NO_ANCHOR)
    relation = hit.first("rel")
    saturday = weekday_near(anchor, 6, -1) or anchor
    ahead = relation not in ("last", "past") and _weekend_ahead(anchor, relation, hit, scene)
    if relation == "last" and anchor.isoweekday() >= 6:
        saturday -= timedelta(days=7)
    if ahead:
        saturday += timedelta(days=7)
    return dated(f"{period(saturday, 'W')}-WE", part_of(hit, scene))


def _weekend_ahead(anchor: date, relation: str | None, hit: Hit, scene: Scene) -> bool:
    """Is the coming weekend meant? Without a clear tense the nearer one."""
    day = anchor.isoweekday()
    if relation == "next" or day >= 6:
        return relation == "next"
    if relation == "this":
        return day > 2
    way = scene.way(hit)
    return way.ahead or (way not in (Way.BACK, Way.NAMES) and day > 2)


def period_value(hit: Hit, scene: Scene) -> Reading:
    """A day, week, month, year beside another one: "last week", "the following month", "the end of the year"."""
    unit = scene.vocabulary.units[hit.groups["unit"][0]]
    if unit.startswith("T"):
        return reference("PRESENT_REF")
    relation = hit.first("rel") or "this"
    known = scene.vocabulary.relations.get(relation)
    told = (known is not None and known.told) or hit.rule.id == "told.day"
    if relation == "next" and unit == "D" and "the" in hit.words.lowers[hit.start : hit.end]:
        told = True
    start: date | None = scene.anchor
    if told:
        found = scene.told_value(hit, longest={"D": 1, "W": 7, "M": 31, "Y": 400}.get(unit, 400))
        start = found[1][0] if found else _fallback(relation, scene)
    elif unit == "D" and relation == "this" and hit.rule.id in ("period.the", "period.part"):
        start = _day_of_story(hit, scene)
    if start is None:
        return unknown(NOTHING_TOLD if told and scene.anchor else NO_ANCHOR)
    day = step(start, unit, known.step if known else 0)
    return dated(period(day, unit), part_of(hit, scene)) if day else unknown("past the calendar")


def _day_of_story(hit: Hit, scene: Scene) -> date | None:
    """Return what "the day" is: the one told last if it is recent or in the same sentence, else that of publication."""
    told = scene.told_day(hit)
    if told is None or scene.anchor is None:
        return told or scene.anchor
    before = hit.words.text[: hit.span[0]]
    sentence = len(before) - max(before.rfind(". "), before.rfind("\n"))
    recent = abs((scene.anchor - told).days) <= RECENT
    return told if recent or scene.told_day(hit, reach=sentence) is not None else scene.anchor


def _fallback(relation: str, scene: Scene) -> date | None:
    """What a step starts from where no date was told: only the way back from the day of publication is sure."""
    return scene.anchor if relation in ("previous", "preceding", "same") else None


def nth_week(hit: Hit, scene: Scene) -> Reading:
    """A week by its number in a month: the week of its n-th seventh day."""
    anchor = scene.anchor
    month = calendar(hit, scene).value if hit.groups.get("month") else None
    if month is None:
        if anchor is None or not hit.groups.get("rel"):
            return unknown(NO_ANCHOR)
        moved = step(anchor.replace(day=1), "M", scene.vocabulary.relations[hit.groups["rel"][0]].step)
        month = period(moved, "M") if moved else ""
    days = days_of(month[:7])
    if days is None:
        return unknown("the calendar has no such month")
    number = ordinal(hit.groups["ord"], scene.vocabulary)
    day = days[1] if number is None else days[0] + timedelta(days=7 * number - 4)
    return dated(period(day, "W"))


def week_of(hit: Hit, scene: Scene) -> Reading:
    """The week in which a day lies."""
    day = named_day(hit, scene)
    return dated(period(day, "W")) if day else unknown(NO_ANCHOR)
