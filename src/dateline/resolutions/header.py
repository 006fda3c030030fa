"""The first lines of a resolution -> its symbol, number, year, body, day of adoption and title."""

import re
from dataclasses import dataclass
from datetime import date

from dateline.lexicons.loading import read_toml
from dateline.lexicons.times import Vocabulary
from dateline.records.resolution import PaperKind
from dateline.resolutions.passages import Line, join

_NUMBERS = read_toml("times.toml", Vocabulary).months
# Full names alone: "by dec" is the beginning of "by decision".
MONTHS = {max((n for n, m in _NUMBERS.items() if m == number), key=len): number for number in range(1, 13)}
MONTH = "|".join(MONTHS)
# A scanner reads 1 as £, l, I, f or |, and 0 as O or o.
_DIGIT = r"[\d£lIf|Oo]"
DAY = re.compile(rf"\b({_DIGIT}{{1,2}})\W{{0,2}}\s*({MONTH})\s+({_DIGIT}{{4}})", re.IGNORECASE)
_MENDED = str.maketrans("£lIf|Oo", "1111100")

_OLD = re.compile(r"\W{0,3}(?P<number>\d{1,4})\s*\((?P<year>\d{4})\)\W{0,3}\s*Resolution\s+of\b", re.IGNORECASE)
_NEW = re.compile(r"\W{0,3}(?:Draft\s+)?Resolution\s+(?P<number>\d{1,4})\s*\((?P<year>[^)]{4,6})\)", re.IGNORECASE)
_ASSEMBLY = re.compile(r"\W{0,3}(?:Resolution\s+)?(?:A/RES/)?(?P<session>\d{1,2}|ES-\d{1,2})/(?P<number>\d{1,3})\b\.?")
_ROMAN = re.compile(
    r"\W{0,3}(?:Resolution\s+)?(?P<number>\d{1,4})\s*[A-Z]?\s*\((?P<session>[IVXL]{1,7}|(?:ES|S)-[IVXL]{1,5})\)"
)
_SYMBOL = re.compile(r"\b[SA]/(?:RES/|PRST/|PV\.|C\.\d/)?(?:ES-\d+/|\d{1,4}/)?[\dL.]+(?:/(?:Rev|Add|Corr)\.\s?\d+)?")
_MEETING = re.compile(r"\bat\s+its\s+(?P<meeting>[\d ]{1,7})(?:st|nd|rd|th)\b", re.IGNORECASE)
# The day that counts stands behind these words; others in a head are those of printing.
_PASSED = re.compile(r"\badopted\s+(?:by|at|on)\b|\bheld\s+on\b", re.IGNORECASE)
_BODIES = (
    (re.compile(r"Security\s+Council", re.IGNORECASE), "Security Council"),
    (re.compile(r"General\s+Assembly", re.IGNORECASE), "General Assembly"),
    (re.compile(r"Economic\s+and\s+Social\s+Council", re.IGNORECASE), "Economic and Social Council"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head of a document says; None where it does not."""

    kind: PaperKind
    body: str | None
    number: int | None
    year: int | None
    symbol: str | None
    title: str | None
    adopted: str | None
    meeting: int | None


def read_day(words: str) -> str | None:
    """Return the first full day in the words as an ISO date; misread digits are mended, an impossible day is none."""
    found = DAY.search(words)
    if not found:
        return None
    day, year = (int(found[group].translate(_MENDED)) for group in (1, 3))
    try:
        return date(year, MONTHS[found[2].lower()], day).isoformat()
    except ValueError:
        return None


def read_header(lines: list[Line], body: str | None, printed: str) -> Header:
    """Return the header that the lines before the text hold. body: the one that the text itself names.

    printed: the head as printed, running heads and all.
    """
    words = join(lines).text
    numbered = next(filter(None, (p.search(line.text) for line in lines for p in (_OLD, _NEW))), None)
    symbol = _SYMBOL.search(printed)
    passed = _PASSED.search(words)
    adopted = (read_day(words[passed.end() :]) if passed else None) or read_day(words)
    number = int(numbered["number"]) if numbered else _assembly_number(lines)
    meeting = _MEETING.search(words)
    body = body or next((name for pattern, name in _BODIES if pattern.search(words)), None)
    kind = _kind(words, symbol[0] if symbol else "", number)
    if kind is PaperKind.DRAFT:
        adopted = None  # the day in a draft's head is that of its printing
    in_symbol = re.match(r"S/(?:PRST/)?(\d{4})/", symbol[0]) if symbol else None
    year = _year(numbered["year"] if numbered else None, adopted) or (int(in_symbol[1]) if in_symbol else None)
    return Header(
        kind=kind,
        body=body or ("Security Council" if numbered else None),
        number=number,
        year=year,
        symbol=symbol[0] if symbol else None,
        title=_title(lines),
        adopted=adopted,
        meeting=int(meeting["meeting"].replace(" ", "")) if meeting else None,
    )


def _assembly_number(lines: list[Line]) -> int | None:
    for line in lines:
        if (
            found := _ROMAN.match(line.text)
            or _ASSEMBLY.match(line.text)
            or re.search(r"A/RES/\d+/(?P<number>\d+)", line.text)
        ):
            return int(found["number"])
    return None


def _year(printed: str | None, adopted: str | None) -> int | None:
    digits = re.sub(r"\D", "", (printed or "").translate(_MENDED))
    if len(digits) == 4:
        return int(digits)
    return int(adopted[:4]) if adopted else None


def _kind(words: str, symbol: str, number: int | None) -> PaperKind:
    if "PRST" in symbol or re.search(r"statement by the president", words, re.IGNORECASE):
        return PaperKind.STATEMENT
    if re.search(r"draft\s+resolution|zero\s+draft|\bblue\b|provisional", words, re.IGNORECASE):
        return PaperKind.DRAFT
    return PaperKind.RESOLUTION if number is not None or "RES" in symbol else PaperKind.DRAFT


def _title(lines: list[Line]) -> str | None:
    """Return the heading that stands before the number, or behind the Assembly's, where one does."""
    for line in lines:
        if (found := _ROMAN.match(line.text) or _ASSEMBLY.match(line.text)) and line.text[found.end() :].strip(" ."):
            return line.text[found.end() :].strip(" .")
    first = lines[0].text if lines else ""
    if first.isupper() and not re.search(r"\d|RESOLUTION|UNITED NATIONS|SECURITY COUNCIL|GENERAL ASSEMBLY", first):
        return first
    return None
