"""A long text -> parts that overlap and end at paragraphs; together they hold every character."""

import re

from dateline.records import Span

SIZE = 12_000  # characters: some 3,000 tokens, which leaves small models' windows room for the answer
OVERLAP = 1_500


def split(text: str, size: int = SIZE, overlap: int = OVERLAP) -> list[Span]:
    """Return the parts of a text, in order: one, if it is no longer than `size`."""
    if len(text) <= size:
        return [(0, len(text))]
    parts: list[Span] = []
    begin = 0
    while True:
        end = _end(text, begin, size)
        parts.append((begin, end))
        if end >= len(text):
            return parts
        begin = max(_begin(text, end, overlap), begin + 1)


def _end(text: str, begin: int, size: int) -> int:
    """Return where a part ends: behind its last paragraph, else sentence, else word, else at its size."""
    limit = begin + size
    if limit >= len(text):
        return len(text)
    for border in (r"\n\s*", r"[.!?][\"”’']?\s+", r"\s+"):
        ends = [m.end() for m in re.compile(border).finditer(text, begin + size // 2, limit)]
        if ends:
            return ends[-1]
    return limit


def _begin(text: str, end: int, overlap: int) -> int:
    """Return where the next part begins: with a paragraph, if one begins in the last `overlap` characters."""
    start = max(0, end - overlap)
    opening = re.compile(r"\n\s*").search(text, start, end - 1)
    return opening.end() if opening and opening.end() < end else start
