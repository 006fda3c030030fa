"""Text -> Dateline: where, when and through which agency an article was filed, as its first lines say. Pure."""

import re
from dataclasses import dataclass
from datetime import date

# A dateline stands before the story: headline, byline and a date line may come first, more seldom does.
FIRST_LINES = 8
LONGEST_START = 160  # characters; the longest dateline we met, with two places, weekday, year and agency, has 90

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
            *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH_FIRST = rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?"
_DAY_FIRST = rf"{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"

# A whole line that is a date, after "Published" or the like or nothing, before a time of day or nothing.
_LABEL = r"(?:(?:first\s+)?(?:published|posted|issued|released|dated?|filed)(?:\s+(?:on|at))?\s*:?\s*)?"
_CLOCK = (
    r"(?:\s*(?:,|at|T|\||-|–)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)?)?"
)
_DATE_LINES = tuple(
    re.compile(rf"\s*{_LABEL}(?:{_WEEKDAY},?\s+)?{form}{_CLOCK}\s*\.?\s*", re.IGNORECASE)
    for form in (_MONTH_FIRST, _DAY_FIRST, _ISO)
)

_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-](?=[^\W\d_a-z])|(?<=ST)\.(?=\s))+"
_PLACE_CAPITALS = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:[.'’-][^\W\d_]+)*"
_PLACE_MIXED = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_COUNTRY = rf"(?:\s*\[[^\]\n]{{2,40}}\]|,\s*(?!(?i:{'|'.join(MONTHS)})\b){_WORD}\.?(?: {_WORD}){{0,3}})?"
_FILED = rf"(?:,?\s+(?:(?i:{_WEEKDAY}),?\s+)?(?i:(?:{_MONTH_FIRST}|{_DAY_FIRST.replace('<month>', '<month2>').replace('<day>', '<day2>').replace('<year>', '<year2>')})))"
_AGENCY = r"(?:\s*[.,]?\s*(?:\((?P<agency>[^\W\d_a-z][^()\n]{0,39})\)|/(?P<agency2>[^\W\d_a-z][^/\n]{1,39})/))"
_DASH = r"\s*(?:--+|—|–|-(?=\s)|_|:(?=\s)|\.(?=\s))"
_STRONG_DASH = r"\s*(?:--+|—|–|-(?=\s)|_(?=\s|$))"
# The more a form says of itself, the less it asks of the place's letters: "Moscow - " alone could be any headline.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_COUNTRY}{_FILED}{_AGENCY}{_DASH}",
        rf"(?P<place>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_COUNTRY}{_FILED}\s*(?:--+|—|–|-(?=\s)|_|:(?=\s))",
        rf"(?P<place>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_COUNTRY}{_AGENCY}{_DASH}",
        rf"(?P<place>{_PLACE_CAPITALS}){_COUNTRY}{_STRONG_DASH}",
        rf"{_AGENCY}{_STRONG_DASH}",
    )
)
_NO_PLACES = frozenset(
    {
        *(
            "BREAKING",
            "UPDATE",
            "UPDATED",
            "EXCLUSIVE",
            "WATCH",
            "ANALYSIS",
            "OPINION",
            "NEWS",
            "LIVE",
            "VIDEO",
            "URGENT",
        ),
        *("FACTBOX", "TIMELINE", "CORRECTED", "CORRECTION", "ADVISORY", "FEATURE", "ROUNDUP", "INTERVIEW", "SUMMARY"),
        *(
            "ABSTRACT",
            "NOTE",
            "BREAKING NEWS",
            "NEWS ANALYSIS",
            "PRESS RELEASE",
            "STATEMENT",
            "EDITORIAL",
            "COMMENTARY",
        ),
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


def find_dateline(text: str) -> Dateline:
    """Return the dateline of a text, empty where it has none."""
    lines = _first_lines(text)
    on_its_own = next((day for line in lines if (day := _date_line(line)) is not None), None)
    for line in lines:
        for form in _FORMS:
            match = form.match(line)
            if match and match.groupdict().get("place") not in _NO_PLACES:
                found = _read(match)
                return Dateline(
                    place=found.place,
                    agency=found.agency,
                    published=on_its_own or found.published,
                    month=found.month,
                    day=found.day,
                )
    return Dateline(published=on_its_own)


def _first_lines(text: str) -> list[str]:
    lines = []
    for line in text[: FIRST_LINES * 600].splitlines():
        if line.strip():
            lines.append(line.strip()[:LONGEST_START])
        if len(lines) == FIRST_LINES:
            break
    return lines


def _date_line(line: str) -> date | None:
    for form in _DATE_LINES:
        match = form.fullmatch(line)
        if match and match["year"]:
            return _day(match["year"], match["month"], match["day"])
    return None


def _read(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month2")
    day = groups.get("day") or groups.get("day2")
    year = groups.get("year") or groups.get("year2")
    return Dateline(
        place=groups.get("place"),
        agency=groups.get("agency") or groups.get("agency2"),
        published=_day(year, month, day) if year and month and day else None,
        month=MONTHS[month.lower()] if month else None,
        day=int(day) if day else None,
    )


def _day(year: str, month: str, day: str) -> date | None:
    """Return the day, None if the calendar has no such one."""
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
