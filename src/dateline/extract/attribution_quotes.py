"""Doc -> quotations: what stands between quotation marks, straight or curly, double or British single, two apostrophes.

Marks that have no partner are settled by the paragraph: a quote left open runs on where the next paragraph opens
again, else it ends with its own paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc

_MARK = re.compile(r"'''?|``|[\"“”„«»‟❝❞]|['‘’`]")
_OPENING = frozenset("“„«‟❝") | {"``"}
_CLOSING = frozenset("”»❞")
_SINGLE = frozenset("'‘’`")
_PARAGRAPH = re.compile(r"[ \t]*(?:\r\n|\r|\n|\u2028|\u2029)+\s*")
_STOPS = frozenset(".,!?…;:-–—")
# What a quotation may follow that is never closed in its paragraph: else its mark is a slip.
_BEFORE_OPEN = frozenset(":,.!?\"”'")
# An apostrophe that opens no quote: 'em, 'til, '90s.
_CLIPPED = re.compile(r"['‘’](?:\d|(?:em|til|tis|twas|cause|round|n)\b)", re.IGNORECASE)
MIN_SINGLE = 2  # characters between single marks; a lone letter is no quote


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) with their marks, and the characters [left, right) of the same.

    inner: the tokens between the marks. open_end: no closing mark was found; reopened: it goes on with what the
    paragraph before left open.
    """

    start: int
    end: int
    left: int
    right: int
    open_end: bool = False
    reopened: bool = False


def find_quotations(doc: Doc, text: str) -> tuple[Quotation, ...]:
    """Return the quotations of the Doc, whose text this is, in order; they never overlap."""
    if not text or _MARK.search(text) is None:
        return ()
    places = doc.to_array([IDX, LENGTH])
    starts, ends = places[:, 0].tolist(), places.sum(axis=1).tolist()
    found: list[Quotation] = []
    left_open = False
    for begin, end in paragraphs(text):
        opened = False
        for left, right, unclosed in _pairs(text, begin, end):
            reopened = left_open and left == begin
            start, stop = bisect_right(ends, left), bisect_left(starts, right)
            if start < stop:
                found.append(Quotation(start, stop, left, right, unclosed, reopened))
                opened = unclosed
        left_open = opened
    return tuple(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each paragraph. A line break inside a sentence (wrapped text) ends none."""
    begin = _skip_space(text, 0)
    for gap in _PARAGRAPH.finditer(text, begin):
        if gap.start() <= begin:
            begin = max(begin, gap.end())
            continue
        breaks = gap.group().replace("\r\n", "\n")
        after = text[gap.end() : gap.end() + 1]
        if (
            len(re.findall(r"[\n\r\u2028\u2029]", breaks)) > 1
            or text[gap.start() - 1] in ".!?:\"”'’)"
            or not after.islower()
        ):
            yield begin, gap.start()
            begin = gap.end()
    if begin < len(text.rstrip()):
        yield begin, len(text.rstrip())


def _pairs(text: str, begin: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (left, right, unclosed) of each quotation in a paragraph, marks included."""
    marks = [(m.group(), m.start(), m.end()) for m in _MARK.finditer(text, begin, end)]
    opening: tuple[str, int] | None = None
    skip_until = begin
    for mark, left, right in marks:
        if left < skip_until:
            continue
        if mark in _SINGLE:
            if opening is None and (closing := _single_close(text, left, begin, end, marks)):
                yield left, closing, False
                skip_until = closing
            continue
        if opening is None:
            if _opens(text, mark, left, right, begin, end):
                opening = mark, left
        elif _closes(text, mark, left, right, begin, end):
            yield opening[1], right, False
            opening = None
        else:  # a second opening: the first had no partner, unless it began the paragraph
            opening = mark, left
    if opening is not None and (opening[1] == begin or text[begin : opening[1]].rstrip()[-1:] in _BEFORE_OPEN):
        yield opening[1], end, True


def _opens(text: str, mark: str, left: int, right: int, begin: int, end: int) -> bool:
    if mark in _OPENING:
        return True
    before, after = text[left - 1 : left] if left > begin else "", text[right : right + 1] if right < end else ""
    if mark in _CLOSING:  # now and then it opens
        return (not before or before.isspace()) and bool(after) and not after.isspace()
    if not after:
        return False
    return not before or before.isspace() or before in "([{—–-/" or (before in ",:" and not after.isspace())


def _closes(text: str, mark: str, left: int, right: int, begin: int, end: int) -> bool:
    if mark in _CLOSING or mark in ("''", "'''"):
        return True
    before, after = text[left - 1 : left] if left > begin else "", text[right : right + 1] if right < end else ""
    if mark in _OPENING:  # now and then it closes
        return before in _STOPS and not after.isalnum()
    opens = before.isspace() and bool(after) and not after.isspace() and after not in ".,;:!?)"
    return not opens or after.islower()


def _single_close(text: str, left: int, begin: int, end: int, marks: list[tuple[str, int, int]]) -> int | None:
    """Return the end of the quotation that a single mark opens, None where it is an apostrophe."""
    if not _opens_single(text, left, begin):
        return None
    for mark, start, stop in marks:
        if start <= left + MIN_SINGLE or mark not in ("'", "’", "''"):
            continue
        prior, later = text[start - 1], text[stop : stop + 1] if stop < end else ""
        if prior.isspace() and later.isalnum():  # another one opens: ours had no partner
            return None
        if prior.isspace() or later.isalnum():
            continue
        plural = prior == "s" and _word_follows(text, stop, end)  # "the ministers' plan"
        if prior in _STOPS or not (plural and _more_single(text, stop, marks)):
            return stop
    return None


def _opens_single(text: str, left: int, begin: int) -> bool:
    before, after = text[left - 1 : left] if left > begin else "", text[left + 1 : left + 2]
    if (before and not before.isspace() and before not in "([—–-") or not (after.isalnum() or after in '“"[…'):
        return False
    return bool(after) and (text[left] == "‘" or _CLIPPED.match(text, left) is None)


def _more_single(text: str, after: int, marks: list[tuple[str, int, int]]) -> bool:
    """Does a mark that ends a clause come later, so that the one at hand may be a plural's apostrophe?"""
    return any(s >= after and m in ("'", "’") and text[s - 1] in _STOPS for m, s, _ in marks)


def _word_follows(text: str, position: int, end: int) -> bool:
    return text[position : min(position + 2, end)].strip()[:1].islower()


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
