"""Text -> Dateline: where, when and through which agency an article was filed, as its first lines say. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.lexicons.datelines import DatelineLexicon

# A dateline stands before the story: headline, byline and a date line may come first, more seldom does.
FIRST_LINES = 8
LONGEST_START = 160  # characters; the longest dateline we met, with two places, weekday, year and agency, has 90

_ABBREVIATIONS = frozenset({"UN", "U.N.", "US", "U.S.", "UK", "U.K.", "EU", "UAE", "DC", "D.C.", "NY"})
_SMALL = frozenset(
    {
        "au",
        "aux",
        "de",
        "del",
        "des",
        "der",
        "do",
        "da",
        "dos",
        "di",
        "du",
        "en",
        "es",
        "of",
        "and",
        "on",
        "sur",
        "upon",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What an article's first lines say of its filing; None for what they do not say.

    published: only where the lines name the year too. month, day: the dateline's own, with or without one.
    """

    place: str | None = None
    agency: str | None = None
    published: date | None = None
    month: int | None = None
    day: int | None = None


def find_dateline(text: str, lexicon: DatelineLexicon) -> Dateline:
    """Return the dateline of a text, empty where it has none."""
    lines = _first_lines(text)
    alone = next((day for line in lines if (day := _date_line(line, lexicon)) is not None), None)
    for line in lines:
        form = matching_form(line, lexicon)
        if form is not None:
            found = _read(form[1], lexicon.months)
            return replace(found, published=alone or found.published)
    return Dateline(published=alone)


def matching_form(line: str, lexicon: DatelineLexicon) -> tuple[str, re.Match[str]] | None:
    """Return the id of the form that a line begins in, with its match; None if it begins in none."""
    for form, expression in lexicon.starts:
        match = expression.match(line)
        if match and match.groupdict().get("place") not in lexicon.not_places:
            return form, match
    return None


def _first_lines(text: str) -> list[str]:
    lines = []
    for line in text[: FIRST_LINES * 600].splitlines():
        if line.strip():
            lines.append(line.strip()[:LONGEST_START])
        if len(lines) == FIRST_LINES:
            break
    return lines


def _date_line(line: str, lexicon: DatelineLexicon) -> date | None:
    for expression in lexicon.lines:
        match = expression.fullmatch(line)
        if match and match["year"]:
            return _day(match["year"], match["month"], match["day"], lexicon.months)
    return None


def _read(match: re.Match[str], months: Mapping[str, int]) -> Dateline:
    groups = match.groupdict()
    month, day, year = groups.get("month"), groups.get("day"), groups.get("year")
    return Dateline(
        place=_written(place) if (place := groups.get("place")) else None,
        agency=groups.get("agency") or groups.get("agency2"),
        published=_day(year, month, day, months) if year and month and day else None,
        month=months[month.lower()] if month else None,
        day=int(day) if day else None,
    )


def _written(place: str) -> str:
    """Return a place as running text writes it: "PORT-AU-PRINCE" is Port-au-Prince; "UN" stays."""
    if not place.isupper():
        return place
    words = re.split(r"([\s-]+)", place)
    return "".join(word if word in _ABBREVIATIONS else _capitalised(word, first=not i) for i, word in enumerate(words))


def _capitalised(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _SMALL and not first:
        return lower
    return re.sub(r"^(\w['’])?\w", lambda start: start[0].upper(), lower)


def _day(year: str, month: str, day: str, months: Mapping[str, int]) -> date | None:
    """Return the day, None if the calendar has no such one."""
    try:
        return date(int(year), int(month) if month.isdecimal() else months[month.lower()], int(day))
    except ValueError:
        return None
