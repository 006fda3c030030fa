"""Paragraphs -> the instruments that they cite, and whether they act under Chapter VII of the Charter."""

import re
from collections.abc import Iterator
from itertools import chain

from dateline.records.resolution import Citation, CitationKind
from dateline.resolutions.header import Header
from dateline.resolutions.items import ItemDraft
from dateline.resolutions.paragraphs import Paragraphs, Read
from dateline.resolutions.passages import Passage

# "resolutions 425 (1978) and 426 (1978) of 19 March, 427 (1978) of 3 May": a head, then members.
_HEAD = re.compile(r"\bresolutions?\b", re.IGNORECASE)
_MEMBER = re.compile(r"(?<![\d/.])(?P<number>\d{1,4})(?:\s*[A-Z]{1,2})?\s*\((?P<year>(?:19|20)\d\d)\)")
_ASSEMBLY = re.compile(
    r"(?<![\d/])(?P<number>\d{1,4})(?:\s*[A-Z]{1,2})?\s*\((?P<session>(?:ES-|S-)?[IVXL]+)\)|(?<![\d/])(?P<modern>(?:ES-)?\d{1,2}/\d{1,3})(?:\s*[A-Z]{1,2})?\b"
)
_BARE = re.compile(r"\bresolutions?\s+(?:No\.\s*)?(?P<number>\d{1,4})\b(?!\s*[(/]|\s*[A-Z]{0,2}\s*\()", re.IGNORECASE)
_CHAPTER = re.compile(r"\bChapters?\s+(?P<number>[IVX]+)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bArticles?\s+(?P<number>\d{1,3})\b")
_STATEMENT = re.compile(r"\bS/PRST/(?P<number>\d{4}/\d+)")
_DOCUMENT = re.compile(r"\b(?P<number>[SA]/(?!RES|PRST)[\d/]+(?:/(?:Add|Corr|Rev)\.\s?\d+)?)")
_SEVEN = re.compile(
    r"\b(?:acting|act|acts)\b[^.;]{0,80}?\b(?:Chapter\s+VII\b|Articles?\s+(?:39|40|41|42)\b)", re.IGNORECASE
)
_ACTS = re.compile(r"\bdecides?\b[^.;]{0,60}\bunder\s+Chapter\s+VII\b", re.IGNORECASE)


def find_citations(text: str, paragraphs: Paragraphs, header: Header) -> tuple[Citation, ...]:  # noqa: ARG001
    """Return the citations in text order, the text's own number left out."""
    found = [c for passage in _passages(paragraphs) for c in _in_passage(passage)]
    own = str(header.number)
    kept = [c for c in found if c.kind is not CitationKind.RESOLUTION or (c.number, c.year) != (own, header.year)]
    return tuple(sorted(kept, key=lambda c: c.span))


def acts_under_chapter_vii(paragraphs: Paragraphs) -> bool:
    """Does the text say that it acts under Chapter VII or under one of its Articles 39 to 42?"""
    words = [*(p.text for p in paragraphs.preambular), *(p.text for p in paragraphs.operative)]
    return any(_SEVEN.search(w) or _ACTS.search(w) for w in words)


def _passages(paragraphs: Paragraphs) -> Iterator[Passage]:
    for read in chain(paragraphs.preamble_read, paragraphs.read):
        yield from _of(read)
    yield from paragraphs.annex_read


def _of(read: Read) -> Iterator[Passage]:
    yield read.own
    waiting: list[ItemDraft] = list(read.items)
    while waiting:
        item = waiting.pop()
        yield item.passage
        waiting += item.items


def _in_passage(passage: Passage) -> Iterator[Citation]:
    text = passage.text
    if _HEAD.search(text):
        for found in _MEMBER.finditer(text):
            yield _cite(CitationKind.RESOLUTION, found["number"], passage, found, int(found["year"]))
        for found in _ASSEMBLY.finditer(text):
            number = found["modern"] or f"{found['number']} ({found['session']})"
            yield _cite(CitationKind.ASSEMBLY_RESOLUTION, number, passage, found)
        for found in _BARE.finditer(text):
            yield _cite(CitationKind.RESOLUTION, found["number"], passage, found)
    for pattern, kind in (
        (_CHAPTER, CitationKind.CHARTER_CHAPTER),
        (_ARTICLE, CitationKind.CHARTER_ARTICLE),
        (_STATEMENT, CitationKind.STATEMENT),
        (_DOCUMENT, CitationKind.DOCUMENT),
    ):
        for found in pattern.finditer(text):
            yield _cite(kind, found["number"], passage, found)


def _cite(kind: CitationKind, number: str, passage: Passage, found: re.Match[str], year: int | None = None) -> Citation:
    return Citation(kind=kind, number=number, year=year, span=passage.span(*found.span()))
