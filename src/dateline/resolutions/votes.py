"""The adoption record and its footnotes -> Vote."""

import re
from dataclasses import replace

from dateline.records import Span
from dateline.records.resolution import PaperKind, Vote
from dateline.resolutions.blocks import Block, Role
from dateline.resolutions.header import Header, read_day
from dateline.resolutions.passages import join

_COUNT = r"(\d+|[IlNn]one|no|io none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|[I|l])"
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
    )
} | {"no": 0, "io none": 0, "i": 1, "l": 1, "|": 1}
_STATES = r"(?:\s*\(\s*(?P<{0}>[^()]*(?:\([^()]*\)[^()]*)*)\)?)?"
_FOR = re.compile(rf"by\s+{_COUNT}\s+votes?\b", re.IGNORECASE)
_AGAINST = re.compile(
    rf"votes?\s*(?:to|io|ta|t0)?\s+{_COUNT}\b(?:\s+against)?" + _STATES.format("opponents"), re.IGNORECASE
)
_ABSTAIN = re.compile(rf"\b{_COUNT}\s+abst\w+" + _STATES.format("abstainers"), re.IGNORECASE)
# "the 473rd_ meeting", "the 24491h meeting", "the 30i6th": a scanner's digits and ordinals.
_MEETING = re.compile(
    r"\b(?:the|its)\s+(?:resumed\s+)?([\dOoIil| ]{1,8}?)\s?(?:st|nd|rd|th|1h|d|h)_?\b\s*(?:\(closed\)\s*)?(?:meet|\W|$)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?P<count>One|Two|Three|Four|\d)\s+members?\s*\((?P<states>[^()]*)\)\s*(?P<what>did\s+not\s+participate|w(?:as|ere)\s+absent)",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("OoIil|", "001111")


def read_vote(blocks: list[Block], header: Header) -> Vote | None:
    """Return how the text was adopted, as far as the document says; None where it says nothing."""
    record = next((b for b in blocks if b.role is Role.ADOPTED), None)
    notes = [b for b in blocks if b.role is Role.NOTE]
    around = " ".join(join(b.lines).text for b in notes)
    if record is None:
        return Vote(meeting=header.meeting) if header.meeting else None
    words = join(record.lines).text
    lower = f"{words} {around}".lower()
    vote = Vote(
        meeting=_meeting(words) or header.meeting,
        unanimous="unanim" in words.lower(),
        without_vote="without vote" in lower or re.search(r"without a v[oa]te", lower) is not None,
        consensus="by consensus" in words.lower(),
        in_parts="in parts" in lower,
        span=_span(record),
    )
    return _missing(_count(vote, words), around)


def complete(header: Header, blocks: list[Block]) -> Header:
    """Return the header with the day of adoption that the Assembly prints below the text, where the head has none."""
    record = next((b for b in blocks if b.role is Role.ADOPTED), None)
    if record is None or "plenary" not in record.lines[0].text or header.kind is PaperKind.DRAFT:
        return header
    words = join(record.lines).text
    adopted = header.adopted or read_day(words)
    year = header.year or (int(adopted[:4]) if adopted else None)
    meeting = re.search(r"\d+", words)
    return replace(header, adopted=adopted, year=year, meeting=int(meeting[0]) if meeting else None)


def read_states(words: str) -> tuple[str, ...]:
    """Return the names in a list of states ('France, Union of Soviet Socialist Republics')."""
    plain = re.sub(r"[’'`*](?=\s|$)", "", re.sub(r"\s+", " ", words))
    return tuple(
        name
        for part in re.split(
            r",(?!\sFederal\sRep)|;|(?<!United)\.\s(?=[A-Z])|\band\b(?=\s+[A-Z])(?!\s+(?:Northern|Herz|Tobago))", plain
        )
        if (name := part.strip(" ."))
    )


def _meeting(words: str) -> int | None:
    found = _MEETING.search(words)
    digits = found[1].translate(_DIGITS).replace(" ", "") if found else ""
    return int(digits) if digits.isdigit() else None


def _count(vote: Vote, words: str) -> Vote:
    """Return the vote with the counts and states that the adoption record prints."""
    in_favour = _FOR.search(words)
    if not in_favour:
        return vote
    against = _AGAINST.search(words, in_favour.start())
    abstain = _ABSTAIN.search(words, in_favour.end())
    return replace(
        vote,
        in_favour=_number(in_favour[1]),
        against=_number(against[1]) if against else 0,
        abstain=_number(abstain[1]) if abstain else 0,
        opponents=read_states(against["opponents"] or "") if against else (),
        abstainers=read_states(abstain["abstainers"] or "") if abstain else (),
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _missing(vote: Vote, notes: str) -> Vote:
    """Return the vote with those whom the footnotes name as absent or not taking part."""
    absent: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    for note in _FOOTNOTE.finditer(notes):
        if "absent" in note["what"].lower():
            absent += read_states(note["states"])
        else:
            apart += read_states(note["states"])
    return replace(vote, absent=absent, not_participating=apart)


def _span(block: Block) -> Span:
    return block.lines[0].start, block.lines[-1].end
