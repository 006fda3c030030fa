"""lexicons/datelines.toml -> DatelineLexicon: the forms of datelines and date lines as expressions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.lexicons.loading import Entry, check_unique, read_toml
from dateline.lexicons.times import Vocabulary


class DatelineForm(Entry):
    """One way to write a dateline, with a line that is one and a near miss."""

    id: str
    pattern: str
    fires: str
    silent: str


class DatelineFile(Entry):
    """lexicons/datelines.toml."""

    not_places: list[str]
    labels: list[str]
    form: list[DatelineForm]


@dataclass(frozen=True, slots=True)
class DatelineLexicon:
    """What the finder asks.

    starts: each form's expressions, for the beginning of a line. lines: expressions for a whole line that is a date.
    Groups: place, agency, month, day, year.
    """

    forms: tuple[DatelineForm, ...]
    starts: tuple[tuple[str, re.Pattern[str]], ...]
    lines: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    not_places: frozenset[str]


_UPPER = r"[^\W\d_a-z]"
_LETTER = r"[^\W\d_]"
_YEAR = r"(?P<year>(?:19|20)[0-9][0-9])"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:\s*(?:,|at|T|\||-|–)?\s*[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:[A-Z]{1,4}|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def load_datelines() -> DatelineLexicon:
    """Return the checked lexicon."""
    file = read_toml("datelines.toml", DatelineFile)
    vocabulary = read_toml("times.toml", Vocabulary)
    check_unique("datelines.toml", (form.id for form in file.form))
    days = _days(vocabulary)
    weekday = rf"(?:(?:{_any(vocabulary.weekdays)})\.?,?\s+)?"
    parts = _parts(vocabulary)
    starts = [
        (form.id, re.compile(form.pattern.format(**parts, filed=rf"(?:,?\s+(?i:{weekday}{day}))")))
        for form in file.form
        for day in (days if "{filed}" in form.pattern else days[:1])
    ]
    label = rf"(?:(?:{_any(file.labels)})(?:\s+(?:on|at))?\s*:?\s*)?"
    iso = rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"
    lines = [re.compile(rf"\s*{label}{weekday}{day}{_CLOCK}\s*\.?\s*", re.IGNORECASE) for day in (*days, iso)]
    return DatelineLexicon(
        forms=tuple(file.form),
        starts=tuple(starts),
        lines=tuple(lines),
        months=vocabulary.months,
        not_places=frozenset(file.not_places),
    )


def _days(vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the two orders in which a day is written, with or without its year."""
    month = rf"(?P<month>{_any(vocabulary.months)})\.?"
    return rf"{month}\s+{_DAY}(?:,?\s+{_YEAR})?", rf"{_DAY}\s+{month}(?:,?\s+{_YEAR})?"


def _parts(vocabulary: Vocabulary) -> dict[str, str]:
    capitals = rf"{_UPPER}(?:{_UPPER}|[.'’-](?={_UPPER})|(?<=ST)\.(?=\s))+"
    word = rf"{_UPPER}{_LETTER}*(?:[.'’-]{_LETTER}+)*"
    country = rf"(?!(?i:{_any(vocabulary.months)})\b){word}\.?(?: {word}){{0,3}}"
    agency = rf"\((?P<agency>{_UPPER}[^()\n]{{0,39}})\)|/(?P<agency2>{_UPPER}[^/\n]{{1,39}})/"
    return {
        "capitals": rf"(?P<place>{capitals}(?:[ /]{capitals}){{0,3}})",
        "place": rf"(?P<place>{capitals}(?:[ /]{capitals}){{0,3}}|{word}(?:[ /]{word}){{0,3}})",
        "country": rf"(?:\s*\[[^\]\n]{{2,40}}\]|,\s*{country})?",
        "agency": rf"(?:\s*[.,]?\s*(?:{agency}))",
        "dash": r"\s*(?:--+|—|–|-(?=\s)|_|:(?=\s)|\.(?=\s))",
        "dash_or_colon": r"\s*(?:--+|—|–|-(?=\s)|_|:(?=\s))",
        "clear_dash": r"\s*(?:--+|—|–|-(?=\s)|_(?=\s|$))",
    }


def _any(words: Mapping[str, int] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
