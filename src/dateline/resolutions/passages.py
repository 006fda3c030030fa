"""Raw text -> its lines and passages: running heads and page breaks out, words cut at line ends mended, places kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# What a printed page repeats: symbols, job numbers, page numbers, turn-over marks.
_RUNNING_HEAD = re.compile(
    r"""\W* (?: (?:United\ Nations\s+)? [SA]/(?:RES|PV|PRST)/[\w./]+ \s* (?:\(\d{4}\))?
            | \d\d-\d{5} (?:\s*\([A-Z]\))? .{0,12}
            | [Pp]age\ \d+ | \d{1,3} (?:\s*/\s*\d{1,3})? | /?\.\.\.  ) \W*""",
    re.VERBOSE,
)
_SPACES = re.compile(r"\s\s|[^\S ]")  # more than single blanks: to be collapsed
# Prefixes that keep their hyphen where a line ends after it.
_HYPHENED = frozenset({"non", "co", "cease", "self", "semi", "anti", "vice"})


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its place, its words, whether a blank line stands before it.

    small: it begins a paragraph of a text whose paragraphs begin in lower case.
    """

    start: int
    end: int
    text: str
    gap: bool
    small: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive lines as one run of words, white space collapsed; `where[i]` is the place of `text[i]` in the raw text."""

    text: str
    where: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place in the raw text of characters [start, end)."""
        end = len(self.text) if end is None else end
        return self.where[start], self.where[end - 1] + 1

    def part(self, start: int, end: int | None = None) -> "Passage":
        """Return characters [start, end), less white space at both ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Passage(self.text[start:end], self.where[start:end])


def read_lines(text: str) -> list[Line]:
    """Return the lines that carry words, without running heads and page numbers."""
    lines, last = [], 0
    gap = False
    for found in _LINE.finditer(text):
        words = found.group().strip()
        gap = gap or text.count("\n", last, found.start()) > 1 or (not words)
        last = found.end()
        if not words or _RUNNING_HEAD.fullmatch(words):
            continue
        start = found.start() + found.group().index(words[0])
        lines.append(Line(start, start + len(words), words, gap))
        gap = False
    return lines


def join(lines: Iterable[Line], hyphenated: frozenset[str] = frozenset()) -> Passage:
    """Return the lines as one passage. hyphenated: words that the document writes with a hyphen inside its lines."""
    lines = list(lines)
    characters: list[str] = []
    where: list[int] = []
    for number, line in enumerate(lines):
        if number:
            _close(characters, where, lines[number - 1], line, hyphenated)
        if _SPACES.search(line.text):
            for offset, character in _collapsed(line.text):
                characters.append(character)
                where.append(line.start + offset)
        else:
            characters.extend(line.text)
            where.extend(range(line.start, line.end))
    return Passage("".join(characters), tuple(where))


def hyphenated_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that stand with a hyphen inside a line, lower-case: these keep it at a line's end too."""
    return frozenset(w.lower() for line in lines for w in re.findall(r"\w+-\w+", line.text))


def _close(characters: list[str], where: list[int], line: Line, after: Line, hyphenated: frozenset[str]) -> None:
    """Join the next line on: a blank between the two, none where a hyphen stands, no hyphen where it is the printer's."""
    if not _is_cut(line.text, after.text):
        characters.append(" ")
        where.append(line.end)
    elif _mends(line.text, after.text, hyphenated):
        characters.pop()
        where.pop()


def _collapsed(text: str) -> Iterator[tuple[int, str]]:
    space = False
    for offset, character in enumerate(text):
        if character.isspace():
            if not space:
                yield offset, " "
            space = True
        else:
            yield offset, character
            space = False


def _is_cut(line: str, after: str) -> bool:
    return len(line) > 1 and line[-1] in "-\u00ad\u2010" and line[-2].isalpha() and after[0].isalpha()


def _mends(line: str, after: str, hyphenated: frozenset[str]) -> bool:
    """Is the hyphen at the line's end only the printer's?"""
    before = re.findall(r"\w+", line)[-1].lower()
    rest = re.findall(r"\w+", after)[0].lower()
    return after[0].islower() and before not in _HYPHENED and f"{before}-{rest}" not in hyphenated
