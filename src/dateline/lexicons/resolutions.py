"""Schema and loader of lexicons/resolutions.toml: how resolutions are worded."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.lexicons.loading import Entry, check_unique, read_toml

Makes = Literal[
    "",
    "obligation",
    "authorization",
    "establishment",
    "request",
    "extension",
    "demand",
    "termination",
    "approval",
    "repeats",
    "declaration",
]


class OperativeVerb(Entry):
    """A verb of the body. strength: 1 polite to 5 binding. makes: the type of provision, or what to look into."""

    verb: str
    strength: int
    makes: Makes
    fires: str
    silent: str


class _File(Entry):
    openers: list[str]
    adverbs: list[str]
    reports: list[str]
    plain_verbs: list[str]
    function_words: list[str]
    first_only: list[str]
    decides_to: dict[str, list[str]]
    rhythms: dict[str, str]
    verb: list[OperativeVerb]


@dataclass(frozen=True, slots=True)
class ResolutionLexicon:
    """Openers, verbs and the patterns made of them."""

    verbs: dict[str, OperativeVerb]
    opening: re.Pattern[str]
    operative: re.Pattern[str]
    coordinated: re.Pattern[str]
    reporting: re.Pattern[str]
    plain: re.Pattern[str]
    decides_to: dict[str, re.Pattern[str]]
    function_words: frozenset[str]
    rhythms: dict[str, str]
    rhythm: re.Pattern[str]


@cache
def load_resolutions() -> ResolutionLexicon:
    """Return the checked lexicon, its patterns compiled. Raises LexiconError."""
    file = read_toml("resolutions.toml", _File)
    check_unique("resolutions.toml", [v.verb for v in file.verb])
    adverb = rf"(?:{_either(file.adverbs)}|[a-z]+ly)"
    verb = rf"(?:{_spelt(_either([v.verb for v in file.verb]))})(?:,?\s+{adverb}(?!\s*,))*"
    later = verb.replace("(?:", rf"(?!(?:{_either(file.first_only)})\b)(?:", 1)
    reports = _either(file.reports).replace(r"\s+informed", rf"\s+(?:{adverb}\s+)*informed")
    return ResolutionLexicon(
        reporting=re.compile(rf"(?:{adverb}\s+)*(?:{reports})\b", re.IGNORECASE),
        # after "to" it is an infinitive, before a hyphen a noun ("cease-fire")
        plain=re.compile(
            rf"(?<!\bto)(?<!\bnot)\s(?:{adverb}\s+)*(?:(?P<be>be)\s+\w+|{_either(file.plain_verbs)})\b(?!-)"
        ),
        decides_to={
            name: re.compile(rf"to\s+(?:{adverb}\s+)*(?:{_either(verbs)})\b", re.IGNORECASE)
            for name, verbs in file.decides_to.items()
        },
        function_words=frozenset(file.function_words),
        rhythms=file.rhythms,
        # "on a monthly basis", "quarterly reports", "report annually", but no "annual conference"
        rhythm=re.compile(
            rf"\b({_either(list(file.rhythms))})\b(?=\s+(?:basis|reports?|briefings?|updates?|reviews?|written|oral|progress)"
            r"|\s+(?:on|to|thereafter|until|and)\b|\s*[,;.]|\s*$)",
            re.IGNORECASE,
        ),
        verbs={v.verb: v for v in file.verb},
        opening=re.compile(
            rf"(?:{adverb}\s+(?:and\s+)?)*(?:having\s+\w+|{_either(file.openers)}|(?:re-?)?[a-z]+ing)\b",
            re.IGNORECASE,
        ),
        operative=re.compile(rf"(?:{adverb}\s+,?\s*)*(?P<verb>{verb})\b", re.IGNORECASE),
        coordinated=re.compile(rf"(?:\band,?|[,;])\s+(?P<whole>(?:{adverb},?\s+)*(?P<verb>{later}))\b"),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _spelt(pattern: str) -> str:
    """Let 'authorises' be read as 'authorizes' is."""
    return re.sub(r"izes\b", "i[sz]es", pattern)
