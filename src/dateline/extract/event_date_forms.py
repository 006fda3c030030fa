"""What days a time expression may give an act: those it names, or those that 'since', 'before', 'three-day' make of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from dateline.extract.event_dates import Clock, as_range
from dateline.extract.event_frames import Frame
from dateline.records import DateRange, Timex

_DAYS = re.compile(r"P(\d{1,2})([DW])")
_BEFORE = frozenset({"before", "ahead", "until", "till", "by"})
_AFTER = frozenset({"since", "after"})
_UP = 4  # words above a time expression whose marks may say how it is meant


@dataclass(frozen=True, slots=True)
class Form:
    """A date that a time expression may stand for, and how it comes about."""

    name: str
    date: DateRange


def forms_of(
    root: Token,
    timex: Timex,
    inside: Sequence[tuple[Token, Timex, DateRange]],
    frame: Frame,
    clock: Clock,
    published: str | None,
) -> Iterator[Form]:
    """Yield the days that a time expression may give the act of a frame.

    inside: the dated time expressions of the sentence. published: ISO 8601; 'since' runs up to it.
    """
    since = root.head.lower_ == "since"
    bare = as_range(timex)
    yield Form("named", as_range(timex, since=since))
    begun = bare.earliest is not None and published is not None and bare.earliest <= published
    marks = set(_marks(root))
    if begun and ("since" in marks or (timex.interval or "").endswith("/..")):
        yield Form("until-now", DateRange(earliest=bare.earliest, latest=published))
    if bare.latest is not None and marks & _BEFORE:
        yield Form("before", DateRange(latest=bare.latest))
    if begun and bare.latest is not None and marks & _AFTER:
        yield Form("after", DateRange(earliest=bare.earliest))
    yield from _longer(root, timex, inside, frame, clock)


def _longer(
    root: Token, timex: Timex, inside: Sequence[tuple[Token, Timex, DateRange]], frame: Frame, clock: Clock
) -> Iterator[Form]:
    """Yield the days from one that is named on: 'a three-day visit from Monday', 'on Monday and Tuesday'."""
    first = as_range(timex)
    if first.earliest is None:
        return
    days = lasting(frame, clock)
    if days is not None and first.earliest == first.latest:
        last = date.fromisoformat(first.earliest) + timedelta(days=days - 1)
        yield Form("lasting", DateRange(earliest=first.earliest, latest=last.isoformat()))
    for other, _, when in inside:
        if (
            other.dep_ == "conj"
            and other.head.i == root.i
            and when.latest is not None
            and first.earliest <= when.latest
        ):
            yield Form("joined", DateRange(earliest=first.earliest, latest=when.latest))


def lasting(frame: Frame, clock: Clock) -> int | None:
    """Return how many days an act lasts by the words on its trigger or its object ('a three-day visit'), if two or more."""
    hosts = {frame.head.i, *(noun.i for noun in frame.objects)}
    for root, value in clock.durations:
        if root.head.i in hosts and (match := _DAYS.fullmatch(value)):
            days = int(match[1]) * (7 if match[2] == "W" else 1)
            if days > 1:
                return days
    return None


def _marks(root: Token) -> Iterator[str]:
    """Yield the words that may say how a time expression is meant: those above it and their conjunctions."""
    yield root.head.lower_
    token = root
    for _ in range(_UP + 1):
        yield from (c.lower_ for c in token.children if c.dep_ in ("mark", "advmod"))
        if token.head.i == token.i:
            return
        token = token.head
        yield token.lower_
