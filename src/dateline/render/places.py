"""Offsets in a text -> where a reader finds them: a line's number, or the offset where all is one line."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from dateline.records import Span

LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines of one text, counted as editors count them, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self.has_lines = len(LINE_END.split(text.strip())) > 1

    @property
    def heading(self) -> str:
        """What the column of places is called."""
        return "line" if self.has_lines else "offset"

    def place(self, offset: int) -> str:
        """Return the place of an offset ("7")."""
        return str(bisect_right(self._starts, offset) if self.has_lines else offset)

    def places(self, spans: Iterable[Span]) -> str:
        """Return the places where spans begin, each once, in text order ("3, 7")."""
        starts = sorted({start for start, _ in spans})
        return ", ".join(dict.fromkeys(map(self.place, starts)))

    def phrase(self, spans: Iterable[Span]) -> str:
        """Return the same in words ("lines 3, 7")."""
        places = self.places(spans)
        return f"{self.heading}{'s' if ',' in places else ''} {places}"
