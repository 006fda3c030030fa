"""Quotations -> spans of the text: exactly, else with marks and white space folded, else not at all."""

import re
from collections.abc import Iterable

from dateline.reader.answer import Quote
from dateline.records import Span

FOLDED = str.maketrans({**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚′`", "'"), **dict.fromkeys("–—‒―−‐‑", "-")})


class Grounding:
    """A text in which quotations are looked for."""

    def __init__(self, text: str, begin: int = 0, end: int | None = None) -> None:
        """Take the text between `begin` and `end`; spans count from the whole text's begin."""
        self.text, self._begin = text, begin
        self._part = text[begin:end]
        self._folded, self._places = _fold(self._part)

    def find(self, quote: Quote, near: Iterable[Span] = (), after: int | None = None) -> Span | None:
        """Return the place of a quotation, None if the text does not hold it.

        Of several places it is the one in `around`; else the nearest to `near`; else the first from `after` on.
        """
        places = self.places(quote.words)
        if quote.around and len(places) > 1:
            wider = self.places(quote.around, whole=False)
            places = [p for p in places if any(a <= p[0] and p[1] <= b for a, b in wider)] or places
        near = list(near)
        if not places:
            return None
        if near:
            return min(places, key=lambda p: min(_distance(p, n) for n in near))
        return next((p for p in places if after is None or p[0] >= after), places[0])

    def places(self, words: str, *, whole: bool = True) -> list[Span]:
        """Return every place of the words: exactly, else folded. whole: they begin and end where words do."""
        words = words.strip()
        if not words:
            return []
        exact = _occurrences(words, self._part, whole)
        if exact:
            return [(a + self._begin, b + self._begin) for a, b in exact]
        folded = _fold(words)[0].strip()
        found = _occurrences(folded, self._folded, whole) if folded else []
        return [(self._places[a] + self._begin, self._places[b - 1] + 1 + self._begin) for a, b in found]

    def holds(self, words: str | None) -> str | None:
        """Return the words as the text has them, None if it does not."""
        places = self.places(words) if words else []
        return self.text[slice(*places[0])] if places else None


def _occurrences(words: str, text: str, whole: bool) -> list[Span]:
    before = r"(?<!\w)" if whole and words[0].isalnum() else ""
    after = r"(?!\w)" if whole and words[-1].isalnum() else ""
    return [m.span() for m in re.finditer(f"{before}{re.escape(words)}{after}", text)]


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text with one kind of mark and single spaces, and where each of its characters stood."""
    kept, places, spaced = [], [], True
    for place, char in enumerate(text.translate(FOLDED)):
        blank = char.isspace()
        if blank and spaced:
            continue
        spaced = blank
        kept.append(" " if blank else char)
        places.append(place)
    return "".join(kept), places


def _distance(one: Span, other: Span) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
