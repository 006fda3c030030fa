"""Clock times, with or without their day -> values. A zone is kept apart: the value has the hour as printed. Pure."""

from datetime import date

from dateline.extract.time_near import named_day
from dateline.extract.time_scene import NO_ANCHOR, Reading, Scene, unknown
from dateline.extract.time_steps import approximation
from dateline.extract.time_words import Hit
from dateline.records import TimexType


def clock(hit: Hit, scene: Scene) -> Reading:
    """An hour of the day that the words name, else of the one told last, else of that of publication."""
    named = any(hit.groups.get(name) for name in ("weekday", "month", "today"))
    day: date | None = named_day(hit, scene) if named else scene.told_day(hit, reach=120) or scene.anchor
    hour = _hour(hit, scene)
    if hour is None:
        return unknown("no such hour", TimexType.TIME)
    if day is None:
        return unknown(NO_ANCHOR, TimexType.TIME)
    zone = hit.first("zone")
    return Reading(
        type=TimexType.TIME,
        value=f"{day.isoformat()}T{hour}",
        mod=approximation(hit, scene),
        zone=zone.upper() if zone else None,
    )


def _hour(hit: Hit, scene: Scene) -> str | None:
    """Return the hour as HH:MM."""
    name = hit.first("named")
    if name:
        return scene.vocabulary.hours[name]
    digits = hit.first("mil")
    if digits:
        return f"{digits[:2]}:{digits[2:]}"
    text = hit.first("clock") or hit.first("hour") or ""
    hour, _, minute = text.partition(":")
    number = int(hour) if hour.isdecimal() else scene.vocabulary.numbers.get(hour, 25)
    half = (hit.first("ampm") or "")[:1] or {"afternoon": "p", "evening": "p", "morning": "a"}.get(
        hit.first("daypart") or "", ""
    )
    if half and not 0 <= number <= 12 and not (number < 24 and minute):
        return None
    if half == "p" and number < 12:
        number += 12
    elif half == "a" and number == 12:
        number = 0
    return f"{number:02}:{minute[:2] or '00'}" if number <= 24 else None
