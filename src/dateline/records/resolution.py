"""A resolution or draft, read from its own text: paragraphs, what it cites, how it was voted, what it makes anyone do."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import ProvisionType


class PaperKind(StrEnum):
    """What kind of United Nations document a text is."""

    RESOLUTION = "resolution"
    DRAFT = "draft_resolution"
    STATEMENT = "presidential_statement"


class CitationKind(StrEnum):
    """What kind of instrument a text cites."""

    RESOLUTION = "resolution"
    ASSEMBLY_RESOLUTION = "assembly_resolution"
    CHARTER_CHAPTER = "charter_chapter"
    CHARTER_ARTICLE = "charter_article"
    STATEMENT = "presidential_statement"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A lettered, numbered or dashed part of a paragraph. label: as it should read ("(b)"), "-" for a dash."""

    label: str
    text: str
    span: Span
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreambularParagraph:
    """Why the body acts. number: position in the document, from 1; opener: its first words ("Recalling also")."""

    number: int
    text: str
    span: Span
    opener: str
    section: str | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OperativeParagraph:
    """What the body does.

    number: position in the document, from 1. label: section and printed number ("B 3"), None where the document has
    no sections. text: the words before its items, white space collapsed, without the number. verbs: what the body
    does, adverbs kept ("Decides also").
    """

    number: int
    text: str
    span: Span
    verbs: tuple[str, ...]
    label: str | None = None
    section: str | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What is attached to the text: its heading and its words, white space collapsed by paragraph."""

    heading: str
    paragraphs: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Another instrument that the text names. number and year as printed; year None where none is printed."""

    kind: CitationKind
    number: str
    span: Span
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The adoption record as the text prints it; counts are None where it prints none."""

    meeting: int | None = None
    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    unanimous: bool = False
    without_vote: bool = False
    consensus: bool = False
    in_parts: bool = False
    abstainers: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    not_participating: tuple[str, ...] = ()
    span: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, under the names of the field's data sets."""
        names = {"in_favour": "for"}
        keys = ("in_favour", "against", "abstain", "unanimous", "without_vote", "consensus", "in_parts", "abstainers")
        known = {k: getattr(self, k) for k in (*keys, "opponents", "absent", "not_participating", "meeting")}
        return {
            names.get(k, k): list(v) if isinstance(v, tuple) else v
            for k, v in known.items()
            if v is not None and v is not False and v != ()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What one clause of a paragraph obliges, lets or asks its bearer to do, or sets up.

    paragraph: number of the operative paragraph; sub: label of the item. deadline, expires, starts: ISO date where
    the adoption date lets it be worked out, else an ISO duration, else the text's word. rhythm: ISO duration between
    recurring reports. report: a duty to report. beneficiaries: for whose good the act is, where its words say so.
    """

    paragraph: int
    type: ProvisionType
    action: str
    span: Span
    bearer: str | None = None
    beneficiaries: tuple[str, ...] = ()
    deadline: str | None = None
    expires: str | None = None
    starts: str | None = None
    rhythm: str | None = None
    condition: str | None = None
    sub: str | None = None
    report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One resolution, draft or presidential statement. Spans point into `text`; `notes` say what it lacks."""

    text: str
    kind: PaperKind
    body: str | None = None
    number: int | None = None
    year: int | None = None
    symbol: str | None = None
    title: str | None = None
    adopted: str | None = None
    preambular: tuple[PreambularParagraph, ...] = ()
    operative: tuple[OperativeParagraph, ...] = ()
    annexes: tuple[Annex, ...] = ()
    citations: tuple[Citation, ...] = ()
    chapter_vii: bool = False
    vote: Vote | None = None
    provisions: tuple[Duty, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.spans(), f"resolution {self.number}", len(self.text))

    def spans(self) -> Iterator[Span]:
        """Every span that the resolution points at."""
        parts = (self.preambular, self.operative, self.annexes, self.citations, self.provisions)
        yield from (part.span for layer in parts for part in layer)

    @property
    def name(self) -> str:
        """What it is called: "resolution 757 (1992)", else its symbol, else its kind."""
        if self.number is not None:
            return f"resolution {self.number} ({self.year})"
        return self.symbol or self.kind.value.replace("_", " ")

    def to_dict(self) -> dict[str, Any]:
        """Return the resolution as plain dicts and lists."""
        return {
            "number": self.number,
            "year": self.year,
            "symbol": self.symbol,
            "kind": self.kind,
            "title": self.title,
            "adopted": self.adopted,
            "body": self.body,
            "preambular_count": len(self.preambular),
            "preambular_openers": [p.opener for p in self.preambular],
            "preambular": [_paragraph(p) for p in self.preambular],
            "operative_count": len(self.operative),
            "operative": [
                {**_paragraph(p), "verbs": list(p.verbs), "subparagraphs": len(p.items)} for p in self.operative
            ],
            "annexes": [
                {"heading": a.heading, "paragraphs": list(a.paragraphs), "span": list(a.span)} for a in self.annexes
            ],
            "chapter_vii": self.chapter_vii,
            "cites": self.cites(),
            "citations": [
                {"kind": c.kind, "number": c.number, "year": c.year, "span": list(c.span)} for c in self.citations
            ],
            "vote": self.vote.to_dict() if self.vote else None,
            "provisions": [_duty(d, self.text) for d in self.provisions],
            "notes": list(self.notes),
        }

    def cites(self) -> list[list[int | None]]:
        """Return [number, year] of each Security Council resolution that the text names, once each, in order."""
        named = {(int(c.number), c.year) for c in self.citations if c.kind is CitationKind.RESOLUTION}
        dated = {number for number, year in named if year is not None}
        cited = {(number, year) for number, year in named if year is not None or number not in dated}
        return [[number, year] for number, year in sorted(cited, key=lambda c: (c[0], c[1] or 0))]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON; on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _paragraph(paragraph: PreambularParagraph | OperativeParagraph) -> dict[str, Any]:
    shown: dict[str, Any] = {"number": paragraph.number, "text": paragraph.text, "span": list(paragraph.span)}
    if paragraph.section:
        shown["section"] = paragraph.section
    if isinstance(paragraph, OperativeParagraph) and paragraph.label:
        shown["label"] = paragraph.label
    if paragraph.items:
        shown["items"] = [_item(i) for i in paragraph.items]
    return shown


def _item(item: Item) -> dict[str, Any]:
    shown: dict[str, Any] = {"label": item.label, "text": item.text}
    return {**shown, "items": [_item(i) for i in item.items]} if item.items else shown


def _duty(duty: Duty, text: str) -> dict[str, Any]:
    start, end = duty.span
    optional = {k: getattr(duty, k) for k in ("starts", "rhythm", "condition", "sub", "report")}
    return {
        "paragraph": duty.paragraph,
        "type": duty.type,
        "bearer": duty.bearer,
        "action": duty.action,
        "deadline": duty.deadline,
        "expires": duty.expires,
        **{k: v for k, v in optional.items() if v},
        **({"beneficiaries": list(duty.beneficiaries)} if duty.beneficiaries else {}),
        "quote": " ".join(text[start:end].split()),
        "span": [start, end],
    }
