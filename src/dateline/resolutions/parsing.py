"""The text of a resolution, draft or presidential statement -> Resolution. Pure; no language model."""

import re
from dataclasses import replace

from dateline.errors import RefusedError
from dateline.lexicons.resolutions import ResolutionLexicon, load_resolutions
from dateline.records.resolution import OperativeParagraph, PaperKind, Resolution
from dateline.resolutions.blocks import BODY, Block, find_blocks, is_section
from dateline.resolutions.citations import acts_under_chapter_vii, find_citations
from dateline.resolutions.duties import find_duties
from dateline.resolutions.header import Header, read_header
from dateline.resolutions.layouts import first_only, spread, statement_lines
from dateline.resolutions.paragraphs import Paragraphs, build_annexes, build_paragraphs
from dateline.resolutions.passages import Line, hyphenated_words, read_lines
from dateline.resolutions.votes import complete, read_vote

_BODY_NAMES = {"security": "Security Council", "general": "General Assembly", "economic": "Economic and Social Council"}
# Lines that end a document's head, where no "The Security Council," does.
_HEAD = re.compile(
    r"\W*(?:\d+\s*\(\d{4}\)|resolution\s+\d|of\s+\d|[\[(]\s*S/|[A-Z][A-Z ,'’-]+$|adopted\s+by|on\s+\d)", re.IGNORECASE
)


def parse_resolution(text: str) -> Resolution:
    """Return the resolution that the text holds; what it lacks is said in `notes`.

    Raises RefusedError if the text has neither a resolution's head nor an operative paragraph.
    """
    lex = load_resolutions()
    lines, follows = first_only(spread(read_lines(text), lex))
    head, rest = statement_lines(lines) or _split_head(lines)
    body = next(filter(None, (BODY.match(line.text) for line in rest[:2])), None)
    named = _BODY_NAMES[body[1].split()[0].lower()] if body else None
    header = read_header(head, named, text[: rest[0].start] if rest else text)
    blocks = list(find_blocks(rest, lex))
    header = complete(header, blocks)
    paragraphs = build_paragraphs(blocks, lex, hyphenated_words(lines))
    if not paragraphs.operative and header.number is None:
        raise RefusedError("no resolution: neither a number in its head nor an operative paragraph was found")
    read = _assemble(text, header, blocks, paragraphs, lex)
    return (
        replace(read, notes=(*read.notes, f"not read: {follows}, which follows in the same text")) if follows else read
    )


def is_resolution(text: str) -> bool:
    """Does the text begin as a resolution or draft does, rather than as an article about one?"""
    try:
        read = parse_resolution(text)
    except RefusedError:
        return False
    opens = any(BODY.match(line.text) and len(line.text) < 40 for line in read_lines(text)[:40])
    return bool(read.operative) and (read.number is not None or opens)


def _assemble(
    text: str, header: Header, blocks: list[Block], paragraphs: Paragraphs, lex: ResolutionLexicon
) -> Resolution:
    citations = find_citations(text, paragraphs, header)
    return Resolution(
        text=text,
        kind=header.kind,
        body=header.body,
        number=header.number,
        year=header.year,
        symbol=header.symbol,
        title=header.title,
        adopted=header.adopted,
        preambular=paragraphs.preambular,
        operative=paragraphs.operative,
        annexes=build_annexes(blocks),
        citations=citations,
        chapter_vii=acts_under_chapter_vii(paragraphs),
        vote=read_vote(blocks, header),
        provisions=find_duties(paragraphs, header, lex),
        notes=_lacks(header, paragraphs.operative),
    )


def _split_head(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part the head from the text at the body's name, else after the lines that look like a head."""
    for number, line in enumerate(lines):
        if (found := BODY.match(line.text)) and len(line.text) - found.end() < 3:
            # "A" before the first "The Security Council,": the text is one of several parts
            cut = number - 1 if number and is_section(lines[number - 1]) else number
            return lines[:cut], lines[cut:]
    number = 0
    while number < len(lines) and _HEAD.match(lines[number].text):
        number += 1
    return lines[:number], lines[number:]


def _lacks(header: Header, operative: tuple[OperativeParagraph, ...]) -> tuple[str, ...]:
    """Return what should be there and is not; drafts and statements that have a symbol need no number."""
    numbered = header.kind is PaperKind.RESOLUTION or header.symbol is None
    adopted = header.kind is not PaperKind.DRAFT or header.symbol is None
    lacks = {
        "number": numbered and header.number is None,
        "day of adoption": adopted and header.adopted is None,
        "operative paragraph": not operative,
    }
    return tuple(f"no {what} was found" for what, lacking in lacks.items() if lacking)
