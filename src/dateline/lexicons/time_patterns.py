"""Patterns over classed words: "month=MONTH day=DAY (, year=YEAR)?" -> a regular expression, one character a word.

Each distinct set of classes that words belong to is one character, a symbol; so a pattern of ten words is an
expression of ten characters, and a text costs one look-up a word. In a pattern, capitals name a class or a macro, small
letters and marks stand for themselves, `name=` keeps the words under that name (a second time in one pattern as
`name__2` and so on), and ( ) | ? * + mean what they do in regular expressions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.errors import LexiconError

_FIRST_SYMBOL = 0xE000  # the private use area: no symbol means anything to `re`
_ELEMENT = re.compile(
    r"\s*(?:(?P<name>[a-z_][a-z_0-9]*)=|(?P<mark>[()|?*+])|(?P<word>[A-Z_0-9]+|[a-z0-9'.]+|[,\-/:&]))"
)


class Symbols:
    """The alphabet: which symbol stands for which set of classes."""

    def __init__(self) -> None:
        self._of: dict[frozenset[str], str] = {}

    def symbol(self, classes: Iterable[str]) -> str:
        """Return the symbol for words of exactly these classes, a new one where there is none yet."""
        return self._of.setdefault(frozenset(classes), chr(_FIRST_SYMBOL + len(self._of)))

    def members(self, name: str) -> str:
        """Return the symbols of all words that belong to the class."""
        return "".join(symbol for classes, symbol in self._of.items() if name in classes)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression over symbols, the symbols that a match can begin with, and whether it may match nothing."""

    source: str
    first: frozenset[str]
    empty: bool


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """Return the words and marks that patterns name by themselves."""
    elements = (element["word"] for text in patterns for element in _ELEMENT.finditer(text))
    return frozenset(word for word in elements if word and not word[0].isupper())


def parse_pattern(text: str, symbols: Symbols, macros: Mapping[str, str]) -> Pattern:
    """Return the pattern as an expression.

    Raises LexiconError if it names an unknown class, does not close its brackets or could match no words at all.
    """
    found = _Reader(text, symbols, macros, Counter()).read()
    if found.empty:
        raise LexiconError(f"lexicons/times: pattern {text!r} matches no words at all")
    return found


class _Reader:
    """Reads one pattern by recursive descent: alternatives of sequences of items."""

    def __init__(self, text: str, symbols: Symbols, macros: Mapping[str, str], names: Counter[str]) -> None:
        self._text, self._symbols, self._macros, self._names = text, symbols, macros, names
        self._elements: list[tuple[str, str]] = []
        at = 0
        while text[at:].strip():
            element = _ELEMENT.match(text, at)
            if element is None:
                raise self._error(f"cannot read {text[at:]!r}")
            kind = element.lastgroup or ""
            self._elements.append((kind, element[kind]))
            at = element.end()

    def read(self) -> Pattern:
        found = self._alternatives()
        if self._elements:
            raise self._error("a bracket is closed that was not opened")
        return found

    def _alternatives(self) -> Pattern:
        choices = [self._sequence()]
        while self._next_is("|"):
            self._elements.pop(0)
            choices.append(self._sequence())
        if len(choices) == 1:
            return choices[0]
        return Pattern(
            f"(?:{'|'.join(c.source for c in choices)})",
            frozenset().union(*(c.first for c in choices)),
            any(c.empty for c in choices),
        )

    def _sequence(self) -> Pattern:
        whole = Pattern("", frozenset(), empty=True)
        while self._elements and not self._next_is("|") and not self._next_is(")"):
            item = self._item()
            first = whole.first | item.first if whole.empty else whole.first
            whole = Pattern(whole.source + item.source, first, whole.empty and item.empty)
        return whole

    def _item(self) -> Pattern:
        kind, value = self._elements.pop(0)
        name = ""
        if kind == "name":
            self._names[value] += 1
            name = value if self._names[value] == 1 else f"{value}__{self._names[value]}"
            kind, value = self._elements.pop(0) if self._elements else ("", "")
        found = self._group() if (kind, value) == ("mark", "(") else self._atom(kind, value)
        source = f"(?P<{name}>{found.source})" if name else f"(?:{found.source})"
        if self._elements and self._elements[0][1] in "?*+":
            mark = self._elements.pop(0)[1]
            return Pattern(source + mark, found.first, found.empty or mark != "+")
        return Pattern(source, found.first, found.empty)

    def _group(self) -> Pattern:
        found = self._alternatives()
        if not self._next_is(")"):
            raise self._error("a bracket is not closed")
        self._elements.pop(0)
        return found

    def _atom(self, kind: str, value: str) -> Pattern:
        if kind != "word":
            raise self._error(f"{value!r} is out of place")
        if value in self._macros:
            return _Reader(self._macros[value], self._symbols, self._macros, self._names).read()
        members = self._symbols.members(value)
        if not members:
            raise self._error(f"there is no class, macro or word {value!r}")
        return Pattern(f"[{members}]", frozenset(members), empty=False)

    def _next_is(self, mark: str) -> bool:
        return bool(self._elements) and self._elements[0] == ("mark", mark)

    def _error(self, why: str) -> LexiconError:
        return LexiconError(f"lexicons/times: pattern {self._text!r}: {why}")
