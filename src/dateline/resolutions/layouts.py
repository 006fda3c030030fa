"""Lines in layouts of their own -> lines as the Council prints them: statements, run-in openings, several texts in one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.lexicons.resolutions import ResolutionLexicon
from dateline.resolutions.blocks import ADOPTED, BODY
from dateline.resolutions.passages import Line

_READS = re.compile(r"\bmade\s+the\s+following\s+statement\b.*", re.IGNORECASE)
_ENDS = re.compile(r"\bon\s+behalf\s+of\s+the\s+Council\b.*:\W*$|:\W*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"Resolution\s+\d{1,4}\s*\(\d{4}\)|\d{1,4}\s*\(\d{4}\)\W{0,3}\s*Resolution\s+of\b.*", re.IGNORECASE
)
_QUOTES = "\"“”„‘’'«» "


def statement_lines(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return the head and what the President said; None where no statement is announced."""
    for number in range(len(lines)):
        if _READS.search(" ".join(line.text for line in lines[number : number + 2])):
            end = next((n for n in range(number, min(number + 5, len(lines))) if _ENDS.search(lines[n].text)), None)
            return (lines[: end + 1], list(_unquoted(lines[end + 1 :]))) if end is not None else None
    return None


def first_only(lines: list[Line]) -> tuple[list[Line], str | None]:
    """Return the lines up to the head of another resolution after the adoption record, and that head; else None."""
    begins = next((n for n, line in enumerate(lines) if BODY.match(line.text)), len(lines))
    adopted = next((n for n in range(begins, len(lines)) if ADOPTED.match(lines[n].text)), len(lines))
    for number in range(adopted + 1, len(lines)):
        if lines[number].gap and _ANOTHER.fullmatch(lines[number].text):
            return lines[:number], lines[number].text
    return lines, None


def spread(lines: list[Line], lex: ResolutionLexicon) -> list[Line]:
    """Return the lines, "The Security Council, recalling ..." made two; what begins so in lower case is marked small."""
    spread: list[Line] = []
    small = False
    for number, line in enumerate(lines):
        found = BODY.match(line.text)
        if found and number + 1 < len(lines):
            after = lines[number + 1]
            small = after.gap and after.text[0].islower() and lex.opening.match(after.text) is not None
        rest = line.text[found.end() :].lstrip(" ,") if found and line.text[found.end() :].startswith(",") else ""
        if found and rest and lex.opening.match(rest):
            small = rest[0].islower()
            at = line.end - len(rest)
            spread += [
                Line(line.start, line.start + found.end(), found[0], line.gap),
                Line(at, line.end, rest, False, small),
            ]
        else:
            spread.append(replace(line, small=small) if small else line)
    return spread


def _unquoted(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines without the marks that open each paragraph and close the last; such a mark opens a paragraph."""
    for line in lines:
        words = line.text.lstrip(_QUOTES)
        start = line.start + len(line.text) - len(words)
        opened = start > line.start
        words = words.rstrip(_QUOTES) if line is lines[-1] else words
        if words:
            yield Line(start, start + len(words), words, line.gap or opened)
