"""The words of a clause -> when it is due, when it ends, when it starts, how often it recurs."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from dateline.lexicons.loading import read_toml
from dateline.lexicons.resolutions import load_resolutions
from dateline.lexicons.times import Vocabulary
from dateline.records.days import later
from dateline.resolutions.header import DAY, MONTH, MONTHS, read_day

_NUMBERS = {word: n for word, n in read_toml("times.toml", Vocabulary).numbers.items() if word.isalpha()}
_COUNTS = {
    **_NUMBERS,
    **{
        f"{t}-{o}": ten + one for t, ten in _NUMBERS.items() if ten >= 20 for o, one in _NUMBERS.items() if 0 < one < 10
    },
    "a": 1,
    "an": 1,
}
_UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})(?:\s*\(\d+\))?[\s-]+(?:calendar\s+|working\s+)?(?P<unit>hour|day|week|month|year)s?"
_DATE = rf"(?P<date>(?:the\s+)?(?:end\s+of\s+)?(?:\d{{1,2}}\s+)?(?:{MONTH})(?:\s+\d{{4}})?|\d{{1,2}}\s+(?:{MONTH}))"
_BY = r"(?:by|before|(?:not|no)\s+later\s+than|on\s+or\s+before|prior\s+to|at\s+the\s+latest\s+by)"
_DEADLINE = re.compile(rf"\b{_BY}\s+{_DATE}", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\b(?:within|(?:not|no)\s+later\s+than|in)\s+(?:a\s+period\s+of\s+|the\s+next\s+)?{_COUNT}\b(?P<anchor>[^,;.]{{0,60}})",
    re.IGNORECASE,
)
_ON = re.compile(rf"\bon\s+{_DATE}", re.IGNORECASE)  # a day still to come: "to meet in Geneva on 1 February"
_FROM_ADOPTION = re.compile(
    r"\s+(?:from|after|following|of)\s+(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?adoption", re.IGNORECASE
)
_AFTER = re.compile(
    rf"\b{_COUNT}\s+(?:after|from|following)\s+the\s+(?:date\s+of\s+)?(?:the\s+)?adoption", re.IGNORECASE
)
_AT_END = re.compile(
    r"\b(?:at|by|before|prior\s+to)\s+the\s+(?:end|expiration|expiry)\s+of\s+(?:this|that|the(?:\s+(?:current|present|said))?)\s+(?:mandate\s+)?(?:period|mandate)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"\b(?:until|till|up\s+to(?:\s+and\s+including)?|(?:ending|expiring|terminating|lasting)(?:\s+on|\s+until)?|through|to\s+expire\s+on)\s+{_DATE}",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b(?:extended|renewed|prolonged)\s+to\s+{_DATE.replace('<date>', '<last>')}|\bfrom\s+.{{0,12}}(?:{MONTH}).{{0,10}}?\s+to\s+{_DATE}",
    re.IGNORECASE,
)
_THROUGH_YEAR = re.compile(r"\b(?:until\s+the\s+end\s+of|through)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_FOR = re.compile(
    rf"\bfor\s+(?:(?:a|an|another|the|one)\s+)?(?:(?:further|additional|interim|initial|new|final|limited|last|single)\s+)*(?:period\s+(?:of\s+)?(?:up\s+to\s+|not\s+exceeding\s+)?)?(?:(?:another|a\s+further|an\s+additional|up\s+to)\s+)?{_COUNT}\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:from|as\s+of|effective(?:\s+from|\s+on)?|beginning(?:\s+on|\s+at)?|commencing(?:\s+on)?|with\s+effect\s+from|as\s+from)\s+(?:.{{0,45}}?on\s+)?{_DATE}",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:every|each|at\s+intervals\s+of)\s+{_COUNT}|\bat\s+{_COUNT.replace('count', 'many').replace('unit', 'each')}\s+intervals|\bevery\s+(?P<single>day|week|month|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a clause says of time: ISO dates or durations, None where it is silent."""

    deadline: str | None = None
    expires: str | None = None
    starts: str | None = None
    rhythm: str | None = None


def read_terms(words: str, adopted: str | None, period_end: str | None) -> Terms:
    """Return the clause's terms. period_end: when the mandate ends that the text has spoken of before."""
    deadline, starts = _deadline(words, adopted, period_end), _starts(words, adopted)
    return Terms(
        deadline=None if deadline == starts else deadline,
        expires=_expires(words, adopted),
        starts=starts,
        rhythm=_rhythm(words),
    )


def _deadline(words: str, adopted: str | None, period_end: str | None) -> str | None:
    latest = [day for found in _DEADLINE.finditer(words) if (day := _day(found["date"], adopted))]
    if latest:
        return max(latest) if re.search(r"\bbut\s+no\s+later", words) else latest[0]
    if coming := [
        day for found in _ON.finditer(words) if (day := _day(found["date"], adopted)) and day > (adopted or "9999")
    ]:
        return coming[0]
    lasting = _FOR.search(words)
    after = _AFTER.search(words)
    if lasting and after and after.start() < lasting.end():
        after = None  # "for a period of twelve months from the date of adoption" is how long, not by when
    if found := after or _WITHIN.search(words):
        duration = _duration(found["count"], found["unit"])
        anchor = (found.groupdict().get("anchor") or "").strip()
        of_adoption = not anchor or re.match(
            r"(?:of|after|from|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?adoption|to\s|on\s|a\s|the\s", anchor
        )
        return _counted(duration, adopted) if of_adoption else duration
    return period_end if _AT_END.search(words) else None


def _expires(words: str, adopted: str | None) -> str | None:
    for pattern in (_UNTIL, _TO):
        if found := pattern.search(words):
            return _day(found["date"] or found[0], adopted)
    if found := _THROUGH_YEAR.search(words):
        return f"{found['year']}-12-31"
    found = _FOR.search(words)
    if not found:
        return None
    duration = _duration(found["count"], found["unit"])
    return _counted(duration, adopted) if _FROM_ADOPTION.match(words, found.end()) else duration


def _starts(words: str, adopted: str | None) -> str | None:
    found = _FROM.search(words)
    return _day(found["date"], adopted) if found else None


def _rhythm(words: str) -> str | None:
    found = _EVERY.search(words)
    if not found:
        named = load_resolutions().rhythm.search(words)
        return load_resolutions().rhythms[named[1].lower()] if named else None
    if found["single"]:
        return _duration("one", found["single"])
    return _duration(found["count"] or found["many"], found["unit"] or found["each"])


def _duration(count: str, unit: str) -> str:
    number = int(count) if count.isdigit() else _COUNTS[count.lower()]
    code = _UNITS[unit.lower()]
    return f"PT{number}H" if code == "H" else f"P{number}{code}"


def _counted(duration: str, adopted: str | None) -> str:
    """Return the day that lies the duration after adoption; the duration itself where that day is not known."""
    return duration if adopted is None else later(duration, adopted)


def _day(words: str, adopted: str | None) -> str | None:
    """Return the last day of a date as the text has it; a day without a year is the next one after adoption."""
    if DAY.search(words):
        return read_day(words)
    found = re.search(rf"(?:(\d{{1,2}})\s+)?({MONTH})(?:\s+(\d{{4}}))?", words, re.IGNORECASE)
    if not found or (not found[3] and not adopted):
        return None
    month = MONTHS[found[2].lower()]
    year = int(found[3]) if found[3] else _next_year(month, int(found[1] or 31), adopted)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(found[1] or last), last)).isoformat()


def _next_year(month: int, day: int, adopted: str | None) -> int:
    """Return the year in which the day comes next after adoption."""
    start = date.fromisoformat(adopted or "")
    return start.year + ((month, day) < (start.month, start.day))
