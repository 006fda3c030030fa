"""Text -> words with their symbols, the rows of words that rules match, and what of them matched. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dateline.lexicons.times import SPECIAL_CLASSES, CompiledRule, TimeLexicon, TimeRule, number_classes
from dateline.records import Span

_BRACKETS = {"(": "lpar", ")": "rpar"}
UNKNOWN = " "  # the symbol of a word that no pattern names: no expression goes across it
_TOKEN = re.compile(
    r"""(?P<iso>\b(?:1[0-9]|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?)?(?![\w-]))
    |(?P<slashes>\b[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])\b)
    |(?P<clock>\b(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![\w:]))
    |(?P<decade>\b(?:1[0-9]|20)[0-9]0\ ?['’]?s\b|['’][0-9]0s\b)
    |(?P<decimal>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)
    |(?P<dayord>\b(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)\b)
    |(?P<ordnum>\b[0-9]+(?:st|nd|rd|th)\b)
    |(?P<quartercode>\b(?:[QH][1-4]|[1-4]Q)\b)
    |(?P<mixed>[^\W\d_]+[0-9]\w*)
    |(?P<number>[0-9]+)
    |(?P<ampm>\b[AaPp]\.\s?[Mm]\b\.?|(?<=[0-9])\s?[AaPp][Mm]\b|\b[AP]M\b)
    |(?P<oclock>\bo['’]clock\b)
    |(?P<possessive>['’]s?(?!\w))
    |(?P<word>[^\W\d_]+)
    |(?P<dash>[-‐‑‒–—])
    |(?P<other>\n\s*\n|\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where each starts and ends, its small letters, and its symbol (one string for all)."""

    starts: list[int]
    ends: list[int]
    lowers: list[str]
    symbols: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched words [start, end), and the words that it keeps by name."""

    rule: TimeRule
    words: Words
    start: int
    end: int
    groups: Mapping[str, tuple[str, ...]]

    @property
    def span(self) -> Span:
        """Return the characters of the words."""
        return self.words.starts[self.start], self.words.ends[self.end - 1]

    def first(self, name: str) -> str | None:
        """Return the first word kept under the name."""
        words = self.groups.get(name)
        return words[0] if words else None

    def joined(self, name: str) -> str:
        """Return the words kept under the name with blanks between them, empty where there are none."""
        return " ".join(self.groups.get(name, ()))

    def beside(self, step: int) -> str:
        """Return the word so many steps before (-1) or after (1) the expression, empty at the text's ends."""
        at = self.start + step if step < 0 else self.end + step - 1
        return self.words.lowers[at] if 0 <= at < len(self.words.lowers) else ""


# The finder's say on a match: the tests that need more than the words of the rule.
Accept = Callable[[Hit], bool]


def split_words(text: str, lexicon: TimeLexicon) -> Words:
    """Return the text's words with their symbols."""
    starts, ends, lowers, symbols = [], [], [], []
    small, capital = lexicon.lower, lexicon.capital
    for match in _TOKEN.finditer(text):
        kind, exact = match.lastgroup, match[0]
        low = exact.lower()
        if kind == "word":
            symbol = (small if exact[0] == low[0] else capital).get(low, UNKNOWN)
        else:
            low, symbol = _other(kind or "", low, lexicon)
        start, end = match.span()
        starts.append(start + len(exact) - len(exact.lstrip()) if kind == "ampm" else start)
        ends.append(end)
        lowers.append(low)
        symbols.append(symbol)
    return Words(starts, ends, lowers, "".join(symbols), text)


def _other(kind: str, low: str, lexicon: TimeLexicon) -> tuple[str, str]:
    if kind == "number":
        return low, lexicon.numbers.get(number_classes(low[:5]), UNKNOWN)
    if kind in SPECIAL_CLASSES:
        return low.strip(), lexicon.numbers[SPECIAL_CLASSES[kind]]
    word = {"possessive": "'s", "dash": "-", "oclock": "o'clock"}.get(kind) or _BRACKETS.get(low, low)
    return word, lexicon.lower.get(word, UNKNOWN)


def find_hits(words: Words, lexicon: TimeLexicon, accept: Accept) -> Iterator[Hit]:
    """Yield the longest rule that matches and is accepted at each place, from left to right, none within another."""
    symbols, triggers = words.symbols, lexicon.triggers
    for run in _RUN.finditer(symbols):
        if not triggers.isdisjoint(run[0]):
            yield from _hits_in(words, run.start(), run.end(), lexicon, accept)


_RUN = re.compile(r"[^ ]+")


def _hits_in(words: Words, start: int, end: int, lexicon: TimeLexicon, accept: Accept) -> Iterator[Hit]:
    at, last = start, -1
    while at < end:
        best = _longest(words, at, end, lexicon, accept, goes_on=last == at - 1 or last == at)
        if best is None:
            at += 1
        else:
            yield best
            at = last = best.end


def _longest(words: Words, at: int, end: int, lexicon: TimeLexicon, accept: Accept, *, goes_on: bool) -> Hit | None:
    """Return the longest accepted match at the word; of two of one length, the rule that stands first in the file."""
    found: list[tuple[int, int, re.Match[str], CompiledRule]] = []
    for compiled in lexicon.starting_with.get(words.symbols[at], ()):
        if compiled.rule.behind and not goes_on:
            continue
        match = compiled.regex.match(words.symbols, at, end)
        if match and (compiled.ahead is None or compiled.ahead.match(words.symbols, match.end(), end)):
            found.append((-match.end(), compiled.order, match, compiled))
    for _, _, match, compiled in sorted(found, key=lambda f: f[:2]):
        hit = _hit(words, match, compiled.rule)
        if _beside(hit) and accept(hit):
            return hit
    return None


def _hit(words: Words, match: re.Match[str], rule: TimeRule) -> Hit:
    groups = {}
    for name in match.re.groupindex:
        start, end = match.span(name)
        if end > start:
            groups[name.partition("__")[0]] = tuple(words.lowers[start:end])
    return Hit(rule, words, match.start(), match.end(), groups)


def _beside(hit: Hit) -> bool:
    """Do the words beside the expression allow it?"""
    rule, before, after = hit.rule, hit.beside(-1), hit.beside(1)
    if before in rule.not_before or after in rule.not_after:
        return False
    return (not rule.before or before in rule.before) and (not rule.after or after in rule.after)
