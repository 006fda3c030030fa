"""A text and phrases -> the passages around them, and where in these they stand. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Span
from dateline.records.folding import fold
from dateline.records.terms import WORDS, Terms

AROUND = 90  # characters on each side
MOST = 3  # passages of a text
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text, an ellipsis where they are cut; marks are spans in them."""

    words: str
    marks: tuple[Span, ...]


def passages(text: str, terms: Terms) -> tuple[Passage, ...]:
    """Return the first passages that hold the phrases; the text's beginning where only its title does."""
    found = sorted(set(_matches(text, terms)))
    if not found:
        return (_cut(text, 0, min(len(text), 2 * AROUND), []),) if text else ()
    windows: list[tuple[int, int, list[Span]]] = []
    for start, end in found:
        if windows and start - AROUND <= windows[-1][1]:
            first, last, marks = windows[-1]
            if marks[-1][1] <= start:
                windows[-1] = (first, max(last, min(end + AROUND, first + 4 * AROUND)), [*marks, (start, end)])
        elif len(windows) == MOST:
            break
        else:
            windows.append((max(start - AROUND, 0), min(end + AROUND, len(text)), [(start, end)]))
    return tuple(_cut(text, *window) for window in windows)


def _matches(text: str, terms: Terms) -> Iterator[Span]:
    words = [(fold(match[0]), match.start(), match.end()) for match in WORDS.finditer(text)]
    wanted = [tuple(map(fold, phrase)) for phrase in terms.wanted]
    firsts = {phrase[0] for phrase in wanted}
    for at, (word, start, _) in enumerate(words):
        if word in firsts:
            for phrase in wanted:
                if tuple(w for w, _, _ in words[at : at + len(phrase)]) == phrase:
                    yield start, words[at + len(phrase) - 1][2]


def _cut(text: str, start: int, end: int, marks: list[Span]) -> Passage:
    """A passage from word to word, its white space made single blanks."""
    end = min(end, len(text))
    while start > 0 and not text[start - 1].isspace() and start < (marks[0][0] if marks else end):
        start += 1
    while end < len(text) and not text[end].isspace() and end > (marks[-1][1] if marks else start):
        end -= 1
    words, moved = "… " if start else "", []
    at = start
    for first, last in [m for m in marks if m[1] <= end]:
        words = _joined(words, text[at:first])
        marked = _joined(words, text[first:last])
        moved.append((len(words), len(marked)))
        words, at = marked, last
    words = _joined(words, text[at:end]).rstrip()
    return Passage(words + (" …" if end < len(text) else ""), tuple(moved))


def _joined(words: str, more: str) -> str:
    more = _BLANKS.sub(" ", more)
    return words + (more.lstrip() if not words or words.endswith(" ") else more)
