"""Schema and loader of lexicons/origins.toml: words that show where a report comes from, and lines of many reports."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import Field

from dateline.lexicons.loading import Entry, check_unique, read_toml


class SignKind(StrEnum):
    """What a sign says: the report is another's (line), partly (shared), tells what another reported (cited), ..."""

    LINE = "line"
    SHARED = "shared"
    CITED = "cited"
    TOLD = "told"
    OWN = "own"
    STATEMENT = "statement"


class Where(StrEnum):
    """Where in a report a sign counts."""

    START = "start"
    LEAD = "lead"
    END = "end"
    TEXT = "text"


class SignRule(Entry):
    """One wording, with a text where it fires and a near miss. why: the reason shown; {source} is the outlet's name."""

    id: str
    kind: SignKind = Field(strict=False)
    where: Where = Field(strict=False)
    pattern: str
    why: str
    fires: str
    silent: str


class StockRule(Entry):
    """A line that stands in many reports and makes none a copy of another."""

    id: str
    pattern: str
    fires: str
    silent: str


class _File(Entry):
    sign: list[SignRule]
    stock: list[StockRule]


@dataclass(frozen=True, slots=True)
class OriginLexicon:
    """The rules with their expressions; groups of a sign: name (must be in the table), outlet (or so called)."""

    signs: tuple[tuple[SignRule, re.Pattern[str]], ...]
    stock: tuple[tuple[StockRule, re.Pattern[str]], ...]


_WORD = r"[^\W\d_a-z][\w'’.&+/-]*(?<![.'’/-])"
_NAME = rf"(?:{_WORD}(?:\s+(?:(?:of|de|du|la|le|and|&|der|el)\s+)?{_WORD}){{0,5}}|dpa|taz|epd)"
_PARTS = {
    "name": rf"(?:[Tt]he\s+)?(?P<name>{_NAME})",
    "outlet": (
        rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:[a-z][\w-]*\s+){{0,2}}(?P<outlet>{_NAME})"
        r"(?P<noun>\s+(?:(?:state|official|semi-official|private|independent|state-run|local)\s+)?"
        r"(?:news\s+agency|agency|newspaper|daily|weekly|news\s+site|news\s+website|television|radio|TV|broadcaster|magazine))?"
    ),
}


@cache
def load_origins() -> OriginLexicon:
    """Return the checked lexicon. Raises LexiconError."""
    file = read_toml("origins.toml", _File)
    check_unique("origins.toml", [r.id for r in file.sign] + [r.id for r in file.stock])
    return OriginLexicon(
        signs=tuple((rule, re.compile(_filled(rule.pattern), re.MULTILINE)) for rule in file.sign),
        stock=tuple((rule, re.compile(rule.pattern)) for rule in file.stock),
    )


def _filled(pattern: str) -> str:
    """Return a pattern with its {name} or {outlet} put in: no format strings, as braces count repetitions."""
    for part, expression in _PARTS.items():
        first, *rest = pattern.split("{" + part + "}")
        # A group has one place in an expression: a second one is numbered.
        pieces = [expression.replace(f"<{part}>", f"<{part}{n or ''}>") + piece for n, piece in enumerate(rest)]
        pattern = first + "".join(pieces)
    return pattern
