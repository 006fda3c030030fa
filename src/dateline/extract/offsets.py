"""Characters -> tokens: the part of a Doc under a span of its text, by a table made once."""

from bisect import bisect_left, bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.records import Span


class Offsets:
    """Where the Doc's tokens begin. Faster than `Doc.char_span`, which looks at every token at each call."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts: list[int] = doc.to_array([IDX]).tolist()

    def tokens(self, span: Span) -> Tokens | None:
        """Return the tokens that share a character with the span, None where there are none."""
        start, end = span
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return self._doc[first:last] if first < last else None
