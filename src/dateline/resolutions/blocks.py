"""Lines of a resolution's body -> blocks: one for each paragraph, item, section mark and attached note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from dateline.lexicons.resolutions import ResolutionLexicon
from dateline.resolutions.passages import Line

BODY = re.compile(
    r"\W{0,2}T[hb]e\s+(Security Counci[lI1i]|General Assembly|Economic and Social Council)\b", re.IGNORECASE
)
ADOPTED = re.compile(
    r"""\W{0,3}(?:\d{1,3}\W{1,3})? Ad[ao]pted\s (?: unanim | at\s+(?:the|its)\b | u[tn]\s+the | without | by\s+(?:consensus|\d|a\s+vote) | in\s+parts )
      | \W{0,3}\d{1,4}\s?(?:st|nd|rd|th)\s+(?:\([a-z]+\)\s+)?plenary\s+meeting\b.{0,40}$""",
    re.VERBOSE,
)
_ANNEX = re.compile(r"\W{0,2}(?:Annex|Appendix|Enclosure)\b(?:\s+[A-Z0-9]{1,4})?\W{0,2}", re.IGNORECASE)
_SECTION = re.compile(r"\W?(?:Resolution\s+|Part\s+|Section\s+)?([A-H]|[IVX]{1,5})\W?", re.IGNORECASE)
# How drafts number what is still open: "PP2.", "OP 4 bis.", "OP4 alt:".
_DRAFTED = re.compile(r"\W{0,2}(?P<kind>PP|OP)\s?(?P<number>\d{1,3})\s?(?:bis|ter|quater|alt)?\W{0,2}(?:\s|$)\W{0,2}")
_NUMBER = re.compile(r"\W{0,2}(\d{1,3}|[lI]{1,2}(?=\s?\.))\s?[.,:-]\s*(?=[A-Z“\"‘'(])")
_ONE = str.maketrans("lI", "11")  # a scanner's 1
_SMALL_NUMBER = re.compile(r"\W{0,2}(\d{1,3})\s?[.]\s*(?=[a-z])")  # where paragraphs begin in lower case
_ITEM = re.compile(r"(?:\(?([a-z]|[ivx]{1,5}|\d{1,2})\)|([-–—•*]))\s+(?=\S)")
_NOTE = re.compile(
    r"(?:\d{1,3}|[*†/]|\d+/)\s+(?:Ibid|See|Official|One member|Two members|S/|A/|Document|For the|Adopted|Resol|The |Subseq)"
)
_MEETING = re.compile(r"[\dOoIil|]{1,7}\w{1,2}_?(?:\s+meeting)?\W{0,2}")  # the rest of a record whose lines fell apart
# What a paragraph's last line ends with, a footnote mark after it or not.
_ENDS = re.compile(r"[,;:.—)!?”\"-]\s*(?:\d{1,3}(?:/|,|;|\.)?)?$")


class Role(Enum):
    """What a block is."""

    BODY = "the body's name"
    PLAIN = "a paragraph without a mark"
    NUMBERED = "a paragraph with a number"
    ITEM = "a lettered, numbered or dashed item"
    SECTION = "a section mark"
    ADOPTED = "the adoption record"
    NOTE = "footnotes and other matter"
    ANNEX = "an annex"


@dataclass(slots=True)
class Block:
    """Lines that belong together. mark: the printed number or letter; skip: characters of the mark in the first line."""

    role: Role
    lines: list[Line]
    mark: str = ""
    skip: int = 0


def is_section(line: Line) -> bool:
    """Is the line the mark of a section, such as "A" or "II", and nothing else?"""
    return _SECTION.fullmatch(line.text) is not None


def find_blocks(lines: list[Line], lex: ResolutionLexicon) -> Iterator[Block]:
    """Yield the blocks in text order."""
    block: Block | None = None
    tail = False  # after the adoption record all is notes, until an annex begins
    for number, line in enumerate(lines):
        role, mark, skip = _role(line, block, lex)
        again = line.gap and (role is Role.BODY or (role is Role.SECTION and _opens_part(lines[number + 1 :])))
        if tail and role not in (Role.ANNEX, Role.ADOPTED) and not again:
            role = None if _goes_on(line, block) else Role.NOTE
        if block is not None and (role is None or (role is Role.NOTE and block.role is Role.NOTE)):
            block.lines.append(line)
            continue
        if block is not None:
            yield block
        block = Block(role or Role.PLAIN, [line], mark, skip)
        tail = block.role in (Role.ADOPTED, Role.ANNEX, Role.NOTE)
    if block is not None:
        yield block


def _opens_part(after: list[Line]) -> bool:
    """Is the body's name the next line, so that a section mark before it opens a part of the text?"""
    return bool(after) and BODY.match(after[0].text) is not None


def _goes_on(line: Line, block: Block | None) -> bool:
    """Is the line part of an adoption record that needs several?"""
    if block is None or block.role is not Role.ADOPTED:
        return False
    return (not line.gap and not _NOTE.match(line.text)) or _MEETING.fullmatch(line.text) is not None


def _role(line: Line, block: Block | None, lex: ResolutionLexicon) -> tuple[Role | None, str, int]:
    """Return what begins at the line (None: it goes on), with its mark and the length of that mark."""
    before = block.lines[-1].text if block else ""
    ended = line.gap or not before or bool(_ENDS.search(before)) or (block is not None and block.role is Role.SECTION)
    if ADOPTED.match(line.text) and ended and not (block and block.role is Role.ADOPTED):
        return Role.ADOPTED, "", 0
    if line.gap and _ANNEX.fullmatch(line.text):
        return Role.ANNEX, "", 0
    if (found := BODY.match(line.text)) and ended and len(line.text) - found.end() < 3:
        return Role.BODY, "", found.end()
    if found := _DRAFTED.match(line.text):
        preambular = found["kind"] == "PP"
        return (Role.PLAIN if preambular else Role.NUMBERED), "" if preambular else found["number"], found.end()
    if (found := _SECTION.fullmatch(line.text)) and found[1].isupper():
        return Role.SECTION, found[1], found.end()
    if (found := (_SMALL_NUMBER if line.small else _NUMBER).match(line.text)) and ended:
        return Role.NUMBERED, found[1].translate(_ONE), found.end()
    if (found := _ITEM.match(line.text)) and ended:
        return Role.ITEM, found[1] or "-", found.end()
    return _unmarked(line, block, ended, lex)


def _unmarked(line: Line, block: Block | None, ended: bool, lex: ResolutionLexicon) -> tuple[Role | None, str, int]:
    if block is None or block.role in (Role.BODY, Role.SECTION):
        return Role.PLAIN, "", 0
    if line.gap and _NOTE.match(line.text):
        return Role.NOTE, "", 0
    opens = lex.opening.match(line.text) or lex.operative.match(line.text)
    if line.gap and ended and opens and block.lines[0].small and block.role is not Role.NOTE:
        return Role.PLAIN, "", 0
    capital = line.text[:1].isupper() or line.text[:1] in '“"‘'
    if line.gap and (capital or _ENDS.search(block.lines[-1].text)) and not line.text[:1].islower():
        return Role.PLAIN, "", 0
    if ended and capital and opens and block.role is not Role.NOTE:
        return Role.PLAIN, "", 0
    return None, "", 0
