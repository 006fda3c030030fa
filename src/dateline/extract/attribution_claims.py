"""A claim while it is being read: cue, source and content as tokens of the Doc. What the attribution modules share."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Token

from dateline.extract.attribution_quotes import Quotation, find_quotations
from dateline.extract.offsets import Offsets
from dateline.lexicons.cues import CueEntry

Range = tuple[int, int]
MAX_DATELINE = 20  # tokens; a long one has two places, a day, an agency and its brackets
_EDGE = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "..."})


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's words or thoughts, by tokens.

    cue: the word that tells of them. source: the head of the phrase that names whose they are, None where nobody is
    named. content: token ranges [start, end). frame: where the content stands to the cue. quotes: those that the
    content is made of, if it is quoted as a whole. slack: how far below zero it may weigh, as its cue has it.
    told: of a quotation without a cue of its own (`cue` is its mark), the word that shows who spoke.
    """

    cue: Token
    kind: str
    cue_class: str
    group: str
    lemma: str
    frame: str
    source: Token | None
    content: tuple[Range, ...]
    quotes: tuple[Quotation, ...] = ()
    slack: float = 0.0
    told: Token | None = None

    @property
    def place(self) -> str:
        """The frame without how its end was found."""
        return self.frame.partition("-")[0]

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    def holds(self, i: int) -> bool:
        """Does the content hold token i?"""
        return any(start <= i < end for start, end in self.content)

    def size(self) -> int:
        """How many tokens the content has."""
        return sum(end - start for start, end in self.content)


class Page:
    """A Doc with its quotations: which one a token stands in, and where sentences begin and end."""

    def __init__(self, doc: Doc, verbs: Mapping[str, CueEntry]) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy builds it anew each time
        self.offsets = Offsets(doc)
        self._verbs = verbs
        self.quotations: Sequence[Quotation] = find_quotations(doc, self.text)
        self._starts = [q.start for q in self.quotations]
        self._breaks = _breaks(doc, self.quotations)

    def sentence(self, i: int) -> Range:
        """Return the sentence that token i stands in."""
        k = bisect_right(self._breaks, i)
        return self._breaks[k - 1], self._breaks[k] if k < len(self._breaks) else len(self.doc)

    def tells(self, verb: Token) -> bool:
        """Is it a verb of speaking, by the lexicon?"""
        entry = self._verbs.get(verb.lemma_.lower())
        return entry is not None and entry.cue_class == "speech"

    def quotation_at(self, i: int) -> Quotation | None:
        """Return the quotation that token i stands in, marks included."""
        k = bisect_right(self._starts, i) - 1
        return self.quotations[k] if k >= 0 and i < self.quotations[k].end else None

    def next_quotation(self, i: int) -> Quotation | None:
        """Return the first quotation that starts at token i or later."""
        k = bisect_right(self._starts, i - 1)
        return self.quotations[k] if k < len(self.quotations) else None

    def near_quotation(self, i: int, before: int, after: int) -> bool:
        """Does a quotation end in the tokens before token i, `before` of them, or begin in the tokens after it?"""
        k = bisect_right(self._starts, i)
        follows = k < len(self.quotations) and self._starts[k] - i <= after
        return follows or (k > 0 and i - self.quotations[k - 1].end < before)

    def tidy(self, start: int, end: int) -> Range | None:
        """Return the range without white space and commas or stops at its ends, None if nothing is left.

        A range that begins outside a quotation and ends inside it, or the other way round, takes the whole of it.
        """
        doc = self.doc
        while start < end and (doc[start].is_space or doc[start].text in _EDGE):
            start += 1
        if start >= end:
            return None
        last = self.quotation_at(end - 1)
        if last is not None and last.start >= start and last.end > end:
            end = last.end
        first = self.quotation_at(start)
        if first is not None and first.start < start and first.end < end:
            start = first.start
        while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE) and not self._closes(end - 1):
            end -= 1
        return (start, end) if start < end else None

    def tidy_all(self, ranges: Iterable[Range]) -> tuple[Range, ...]:
        """Return the ranges tidied, in text order, those that touch joined."""
        found: list[Range] = []
        for start, end in sorted(r for r in (self.tidy(s, e) for s, e in ranges) if r is not None):
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return tuple(found)

    def _closes(self, i: int) -> bool:
        q = self.quotation_at(i)
        return q is not None and q.end == i + 1


def _breaks(doc: Doc, quotations: Sequence[Quotation]) -> list[int]:
    """Return the tokens at which sentences begin.

    They are the parser's, but none begins with a small letter without a stop before it, and one begins at each
    paragraph and each quotation that follows a stop.
    """
    found = {0}
    closing = {q.end - 1 for q in quotations}
    for sent in doc.sents:
        i = sent.start
        if (i not in closing and not (doc[i].is_lower or doc[i].is_punct)) or _ends(doc, i - 1) or doc[i].is_quote:
            found.add(i)
    blanks = (doc[i] for i in doc.to_array([IS_SPACE])[:-1].nonzero()[0].tolist())
    found |= {t.i + 1 for t in blanks if "\n\n" in t.text or _ends(doc, t.i - 1)}
    for q in quotations:
        if _ends(doc, q.start - 1):
            found.add(q.start)
        if q.end < len(doc) and q.end - q.start > 2 and doc[q.end - 2].text == "." and doc[q.end].is_title:
            found.add(q.end)
    found.add(_after_dateline(doc))
    return sorted(found)


def _after_dateline(doc: Doc) -> int:
    """Return the token behind a dateline ("OSLO, May 4 (Harbour Wire) -"), 0 where there is none."""
    for token in doc[:MAX_DATELINE]:
        if token.pos_ in ("VERB", "AUX"):
            return 0
        if token.text in ("-", "--", "–", "—", ":") and token.i + 1 < len(doc):
            dated = any(t.ent_type_ == "DATE" or t.text == "(" for t in doc[: token.i])
            return token.i + 1 if dated else 0
    return 0


def _ends(doc: Doc, i: int) -> bool:
    while i >= 0 and (doc[i].is_space or doc[i].is_quote):
        i -= 1
    return i < 0 or doc[i].text in (".", "!", "?", ":")
