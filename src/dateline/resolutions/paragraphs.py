"""Blocks -> preambular and operative paragraphs with their items, sections and annexes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from dateline.lexicons.resolutions import ResolutionLexicon
from dateline.records.resolution import Annex, OperativeParagraph, PreambularParagraph
from dateline.resolutions.blocks import Block, Role
from dateline.resolutions.clauses import BODY_LED, Clause, find_clauses
from dateline.resolutions.items import ItemDraft, build_items
from dateline.resolutions.passages import Passage, join

_LEAD_IN_WORDS = 2  # "Therefore", "Accordingly,": they introduce, they state nothing
# "Resolves that:" before numbered paragraphs or infinitives: each of them is what the body resolves.
_BARE_LEAD = re.compile(r"\W*(?:\w+ly\s+)?\w+(?:\s+that)?\s*:\W*")
_INFINITIVE = re.compile(r"To\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Read:
    """A paragraph's passages, kept for the finders that look into its words: its own and those of its items.

    lead: the verb that stands before it and others like it ("Resolves that:").
    """

    own: Passage
    items: tuple[ItemDraft, ...]
    lead: Clause | None = None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a document; `read[n]` has the passages of operative paragraph n + 1."""

    preambular: tuple[PreambularParagraph, ...]
    operative: tuple[OperativeParagraph, ...]
    read: tuple[Read, ...]
    preamble_read: tuple[Read, ...]
    annex_read: tuple[Passage, ...]


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making."""

    operative: bool
    section: str | None
    printed: str
    own: list[Block]
    items: list[Block] = field(default_factory=list)
    lead: Clause | None = None


@dataclass(slots=True)
class _Builder:
    lex: ResolutionLexicon
    drafts: list[_Draft] = field(default_factory=list)
    section: str | None = None
    count: int = 0  # the last printed number in this section
    fresh: bool = True  # a section or a new "The Security Council," has just begun: a second preamble may follow
    seen_operative: bool = False
    lead: Clause | None = None  # of "Resolves that:", for the paragraphs after it
    waiting: Block | None = None  # such a lead-in, until the next block tells what it leads in

    def take(self, block: Block) -> None:
        if self.waiting is not None:
            self._led_in(self.waiting, block)
        match block.role:
            case Role.BODY:
                self.fresh, self.count = True, 0
            case Role.SECTION:
                self.section, self.fresh, self.count, self.lead = block.mark, True, 0, None
            case Role.NUMBERED:
                self._numbered(block)
            case Role.ITEM:
                self._append(block)
            case Role.PLAIN:
                self._plain(block)

    def finish(self) -> list[_Draft]:
        """Return the paragraphs."""
        if self.waiting is not None:
            self._start(self.waiting, operative=True)
        return self.drafts

    def _led_in(self, lead_in: Block, block: Block) -> None:
        """Keep the lead-in's verb for numbered paragraphs and infinitives; else it is a paragraph itself."""
        self.waiting = None
        if block.role is Role.NUMBERED or (block.role is Role.PLAIN and _INFINITIVE.match(_words(block))):
            self.lead = find_clauses(_words(lead_in), self.lex)[0]
        else:
            self._start(lead_in, operative=True)

    def _numbered(self, block: Block) -> None:
        number = int(block.mark)
        if self._is_listed(block):
            self.drafts[-1].items.append(block)
            return
        follows = number == 1 or self.count < number <= self.count + 3
        if follows and (number > 1 or self.count == 0 or self.fresh or self._is_operative(block)):
            self._start(block, operative=True, printed=block.mark)
            self.count = number
        else:
            self._append(block)

    def _plain(self, block: Block) -> None:
        words = _words(block)
        if len(words.split()) <= _LEAD_IN_WORDS and not words.endswith(":"):
            return
        if (self.lead and self.count == 0 and _INFINITIVE.match(words)) or self._is_stated(words):
            self._start(block, operative=True)
        elif self._is_operative(block) and (self.count == 0 or self.fresh):
            self.lead = None
            if _BARE_LEAD.fullmatch(words):
                self.waiting = block
            else:
                self._start(block, operative=True)
        elif ((self.fresh or not self.seen_operative) and not self._continues(block)) or (
            self.drafts and self.lex.opening.match(words) and self.fresh
        ):
            self._start(block, operative=False)
        else:
            self._append(block)

    def _is_stated(self, words: str) -> bool:
        """Does it begin with the body's name, as the paragraph before it does: a statement's next sentence?"""
        last = self.drafts[-1] if self.drafts else None
        return (
            last is not None
            and last.operative
            and not last.printed
            and bool(BODY_LED.match(words) and BODY_LED.match(_words(last.own[0])))
        )

    def _is_listed(self, block: Block) -> bool:
        """Is the numbered block one of a list that an unnumbered paragraph opens ("Notes the work of:")?"""
        last = self.drafts[-1] if self.drafts else None
        if last is None or self.lead or not last.operative or last.printed:
            return False
        return last.own[-1].lines[-1].text.endswith(":") and not self._is_operative(block)

    def _continues(self, block: Block) -> bool:
        """Does the block only go on with the paragraph before it, as a page break may part them?"""
        return bool(self.drafts) and _words(block)[:1].islower() and not block.lines[0].small

    def _start(self, block: Block, *, operative: bool, printed: str = "") -> None:
        lead = self.lead if operative and not self._is_operative(block) else None
        self.drafts.append(_Draft(operative, self.section, printed, [block], lead=lead))
        if operative:
            self.seen_operative, self.fresh = True, False

    def _append(self, block: Block) -> None:
        if not self.drafts:
            self._start(block, operative=False)
        elif block.role is Role.ITEM:
            self.drafts[-1].items.append(block)
        elif self.drafts[-1].items:
            self.drafts[-1].items[-1].lines += block.lines
        else:
            self.drafts[-1].own.append(block)

    def _is_operative(self, block: Block) -> bool:
        return bool(find_clauses(_words(block), self.lex))


def build_paragraphs(blocks: list[Block], lex: ResolutionLexicon, hyphenated: frozenset[str]) -> Paragraphs:
    """Return the document's paragraphs, numbered by position."""
    builder = _Builder(lex)
    for block in blocks:
        builder.take(block)
    preambular: list[PreambularParagraph] = []
    operative: list[OperativeParagraph] = []
    read: dict[bool, list[Read]] = {True: [], False: []}
    for draft in builder.finish():
        own = _passage(draft.own, hyphenated)
        if not own.text:
            continue
        items = build_items([(b.mark, _passage([b], hyphenated)) for b in draft.items])
        read[draft.operative].append(Read(own, items, draft.lead))
        last = items[-1].last() if items else own
        span = (own.span()[0], last.span()[1])
        shown = tuple(i.shown() for i in items)
        if draft.operative:
            operative.append(_operative(len(operative) + 1, draft, read[True][-1], span, lex))
        else:
            number = len(preambular) + 1
            opener = _opener(own.text, lex)
            preambular.append(
                PreambularParagraph(
                    number=number, text=own.text, span=span, opener=opener, section=draft.section, items=shown
                )
            )
    annexed = tuple(join(b.lines) for _, inside in _annexes(blocks) for b in inside)
    return Paragraphs(tuple(preambular), tuple(operative), tuple(read[True]), tuple(read[False]), annexed)


def build_annexes(blocks: list[Block]) -> tuple[Annex, ...]:
    """Return what is attached, each with its heading and paragraphs."""
    annexes = []
    for block, inside in _annexes(blocks):
        texts = tuple(" ".join(join(b.lines).text.split()) for b in inside)
        last = (inside or [block])[-1].lines[-1]
        annexes.append(Annex(heading=block.lines[0].text, paragraphs=texts, span=(block.lines[0].start, last.end)))
    return tuple(annexes)


def _annexes(blocks: list[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each annex's heading with the blocks that follow it up to the next one or the adoption record."""
    for number, block in enumerate(blocks):
        if block.role is Role.ANNEX:
            inside = takewhile(lambda b: b.role not in (Role.ANNEX, Role.ADOPTED), blocks[number + 1 :])
            yield block, list(inside)


def _operative(
    number: int, draft: _Draft, read: Read, span: tuple[int, int], lex: ResolutionLexicon
) -> OperativeParagraph:
    label = " ".join(filter(None, (draft.section, draft.printed))) if draft.section else None
    return OperativeParagraph(
        number=number,
        text=read.own.text,
        span=span,
        verbs=_verbs(read, lex),
        label=label,
        section=draft.section,
        items=tuple(i.shown() for i in read.items),
    )


def _verbs(read: Read, lex: ResolutionLexicon) -> tuple[str, ...]:
    """Return what the body does: in the paragraph's own words, in what leads it in, or in its items."""
    if clauses := find_clauses(read.own.text, lex, led=True):
        return tuple(c.words for c in clauses)
    if read.lead:
        return (read.lead.words,)
    return tuple(c.words for item in read.items for c in find_clauses(item.passage.text, lex))


def _opener(text: str, lex: ResolutionLexicon) -> str:
    found = lex.opening.match(text)
    return " ".join(found[0].split()) if found else " ".join(text.split()[:3])


def _words(block: Block) -> str:
    return " ".join([block.lines[0].text[block.skip :].strip(), *(line.text for line in block.lines[1:])]).strip()


def _passage(blocks: list[Block], hyphenated: frozenset[str]) -> Passage:
    passage = join([line for block in blocks for line in block.lines], hyphenated)
    return passage.part(blocks[0].skip)
