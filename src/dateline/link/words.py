"""A text -> its words with their places, its sentences, and which words are quoted. Pure, no model needed."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from dateline.lexicons.common_words import load_common_words
from dateline.records import Span

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
# A sentence ends at a stop before white space and a capital, a quotation mark or a digit, or at an empty line. A single
# line break ends none: texts are wrapped at any width.
_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\Wa-z_])|\s*\n\s*\n\s*")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Corp|Inc|Ltd|Co|Jr|Sr)$"
)
# A quotation that goes on in the next paragraph has no closing mark: it ends with its paragraph.
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»\n]*(?:\n(?!\s*\n)[^“”\"„«»\n]*)*)[”\"»“]?")
RARE = (1, 3)  # ranks of lexicons/common_words.csv
LONGEST = 20_000  # words; a text beyond is compared by its beginning: a report has 300, a day's protocol 20,000


@dataclass(frozen=True)
class Words:
    """A text's words, folded, in order.

    spans: each word's place. sentences: ranges of words. quoted: for each word, whether it stands in quotation marks.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The words of each sentence; sentences without a word are left out."""
        bounds = _bounds(self.text)
        ranges: list[range] = []
        first = 0
        for bound in (*bounds, len(self.text) + 1):
            last = first
            while last < len(self.spans) and self.spans[last][0] < bound:
                last += 1
            if last > first:
                ranges.append(range(first, last))
            first = last
        return tuple(ranges)

    @cached_property
    def quotations(self) -> tuple[range, ...]:
        """The words inside each pair of quotation marks."""
        found = (self.inside(*match.span(1)) for match in _QUOTED.finditer(self.text))
        return tuple(words for words in found if words)

    @cached_property
    def quoted(self) -> bytearray:
        """1 for each word that stands in quotation marks."""
        flags = bytearray(len(self.words))
        for inside in self.quotations:
            flags[inside.start : inside.stop] = b"\1" * len(inside)
        return flags

    @cached_property
    def grams(self) -> dict[tuple[str, ...], list[int]]:
        """Where each run of three words begins, and each of two that few reports use."""
        found: dict[tuple[str, ...], list[int]] = {}
        for i, gram in enumerate(zip(self.words, self.words[1:], self.words[2:], strict=False)):
            found.setdefault(gram, []).append(i)
        rare = bytes(rare_word(word) for word in self.words)
        at = rare.find(b"\1\1")
        while at >= 0:
            found.setdefault(self.words[at : at + 2], []).append(at)
            at = rare.find(b"\1\1", at + 1)
        return found

    def inside(self, start: int, end: int) -> range:
        """Return the words that begin within these characters."""
        return range(bisect_left(self.spans, (start, 0)), bisect_left(self.spans, (end, 0)))

    def place(self, first: int, last: int) -> Span:
        """Return the characters from a word to another, the last one included."""
        return self.spans[first][0], self.spans[last][1]


def rare_word(word: str) -> bool:
    """Whether a word is none of those that one report in thirty uses."""
    return load_common_words().get(word, 1) in RARE


def read_words(text: str) -> Words:
    """Return the words of a text, its first LONGEST ones, in lower case and without a possessive 's."""
    words, spans = [], []
    for match in _WORD.finditer(text):
        words.append(match[0].lower().replace("’", "'").removesuffix("'s"))
        spans.append(match.span())
        if len(words) == LONGEST:
            break
    return Words(text, tuple(words), tuple(spans))


def _bounds(text: str) -> list[int]:
    """Return the characters at which a new sentence begins."""
    return [
        match.end()
        for match in _END.finditer(text)
        if match[0][0] != "." or not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start())
    ]
