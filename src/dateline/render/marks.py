"""Record -> its text cut at every edge of a span, each piece with all that it shows.

Spans nest and overlap; elements of a page cannot. So the pieces are flat, and each says what covers it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dateline.records import Record, Span

LINE_END = re.compile(r"\r\n|\r(?!\n)|\n")
BLANK_LINES = re.compile(rf"(?:{LINE_END.pattern})(?:[^\S\r\n]*(?:{LINE_END.pattern}))+")
WRAPPED = 100  # characters: where no line is longer, lines may end within sentences, as in e-mail


class Layer(StrEnum):
    """What a mark shows: an actor, a time, a claim's content, who makes it, an event's words, its clause, a paper."""

    ACTOR = "actor"
    TIME = "time"
    CLAIM = "claim"
    CUE = "cue"
    EVENT = "event"
    PROOF = "proof"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what it shows. key: a letter and a number, the owner's place in the record ("e3")."""

    span: Span
    layer: Layer
    key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same marks cover; they run from the shortest to the longest."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Return the layers, each once."""
        return tuple(dict.fromkeys(mark.layer for mark in self.marks))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of what it shows, each once, the most special first."""
        return tuple(dict.fromkeys(mark.key for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of text that stand together, and the line breaks behind them."""

    pieces: tuple[Piece, ...]
    gap: str


def find_marks(record: Record) -> tuple[Mark, ...]:
    """Return every span of the record with its layer and key."""
    return tuple(_marks(record))


def _marks(record: Record) -> Iterator[Mark]:
    for n, actor in enumerate(record.actors, 1):
        yield from (Mark(span, Layer.ACTOR, f"a{n}") for span in actor.mentions)
    for n, timex in enumerate(record.times, 1):
        yield Mark(timex.span, Layer.TIME, f"t{n}")
    for n, claim in enumerate(record.attributions, 1):
        yield from (Mark(span, Layer.CUE, f"s{n}") for span in (*claim.cue, *claim.source))
        yield from (Mark(span, Layer.CLAIM, f"s{n}") for span in claim.content)
    for n, event in enumerate(record.events, 1):
        yield Mark(event.trigger, Layer.EVENT, f"e{n}")
        yield from (Mark(span, Layer.PROOF, f"e{n}") for span in event.evidence)
    for n, instrument in enumerate(record.instruments, 1):
        yield from (Mark(span, Layer.PAPER, f"i{n}") for span in instrument.evidence)
    for n, provision in enumerate(record.provisions, 1):
        yield from (Mark(span, Layer.PAPER, f"p{n}") for span in provision.evidence)


def leads(marks: Iterable[Mark]) -> dict[str, int]:
    """Return for each key the offset to jump to: an event's trigger, a claim's source or cue, else the first span."""
    first: dict[str, Mark] = {}
    for mark in marks:
        known = first.get(mark.key)
        if known is None or (mark.layer is known.layer and mark.span < known.span):
            first[mark.key] = mark
    return {key: mark.span[0] for key, mark in first.items()}


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """Return all of the text, in marked pieces.

    Each line is a paragraph, or what stands between blank lines where lines are short.
    """
    marks = sorted(marks, key=lambda m: (m.span[1] - m.span[0], m.span))
    wrapped = max(map(len, LINE_END.split(text))) <= WRAPPED and BLANK_LINES.search(text.strip())
    gaps = BLANK_LINES if wrapped else LINE_END
    edges = [0, *(edge for match in gaps.finditer(text) for edge in match.span()), len(text)]
    cuts = sorted({*edges, *(edge for mark in marks for edge in mark.span)})
    pieces = _pieces(text, cuts, marks)
    starts = [*edges[::2], len(text)]
    return tuple(
        Paragraph(tuple(pieces[cut] for cut in cuts if start <= cut < end), text[end:following])
        for start, end, following in zip(starts, edges[1::2], starts[1:], strict=False)
    )


def _pieces(text: str, cuts: Sequence[int], marks: Sequence[Mark]) -> dict[int, Piece]:
    covering: defaultdict[int, list[Mark]] = defaultdict(list)
    at = {cut: n for n, cut in enumerate(cuts)}
    for mark in marks:
        for cut in cuts[at[mark.span[0]] : at[mark.span[1]]]:
            covering[cut].append(mark)
    return {start: Piece(start, text[start:end], tuple(covering[start])) for start, end in pairwise(cuts)}
