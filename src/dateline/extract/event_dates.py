"""When an act took place: the time expression that governs its trigger, else none."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from dateline.extract.event_frames import Frame
from dateline.records import Attribution, DateRange, Timex, TimexType

UNDATED = DateRange()
# A time expression hangs on all words up to its clause's verb, but not across these: there another clause begins.
_BORDERS = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj"})
# The verb above a clause of these kinds tells of the same time ('met on Monday to sign', 'signed it, saying').
_SAME_TIME = frozenset({"xcomp", "pcomp", "conj", "acl"})
# What follows a dateline's day, and how many words may stand before it.
_FILED = frozenset({":", "-", "--", "–", "—", "(", "/"})
LONGEST_DATELINE = 20


class Clock:
    """The article's dated time expressions, by the words that they hang on.

    all: each with the word that it hangs by and its days, in text order. durations: the same with their values.
    """

    def __init__(self, doc: Doc, times: Sequence[Timex]) -> None:
        self._on: dict[int, list[tuple[Token, Timex]]] = {}
        self._by_value: dict[str, Timex] = {}
        self.all: list[tuple[Token, Timex, DateRange]] = []
        self.durations: list[tuple[Token, str]] = []
        for timex in times:
            if timex.type is TimexType.DURATION and timex.value is not None:
                self._note_duration(doc, timex, timex.value)
            if timex.type is TimexType.SET or (timex.earliest is None and timex.interval is None):
                continue
            if timex.value is not None:
                self._by_value.setdefault(timex.value, timex)
            span = doc.char_span(*timex.span, alignment_mode="expand")
            if span is not None and not _of_filing(span):
                self.all.append((span.root, timex, as_range(timex, since=span.root.head.lower_ == "since")))
                for host in _hosts(span.root):
                    self._on.setdefault(host.i, []).append((span.root, timex))
        self.all.sort(key=lambda each: each[0].i)

    def _note_duration(self, doc: Doc, timex: Timex, value: str) -> None:
        span = doc.char_span(*timex.span, alignment_mode="expand")
        if span is not None:
            self.durations.append((span.root, value))

    def on(self, token: Token) -> DateRange | None:
        """Return the date that hangs on the word, the nearest one where there are several; None where there is none."""
        found = self._on.get(token.i)
        if not found:
            return None
        root, timex = min(found, key=lambda pair: abs(pair[0].i - token.i))
        return as_range(timex, since=root.head.lower_ == "since")

    def within(self, sentence: SpacySpan) -> Iterator[tuple[Token, Timex, DateRange]]:
        """Yield the time expressions of a sentence: the word that each hangs by, itself, and its days."""
        yield from (each for each in self.all if sentence.start <= each[0].i < sentence.end)

    def at(self, token: Token) -> Timex | None:
        """Return the time expression that hangs on the word, the nearest one where there are several."""
        found = self._on.get(token.i)
        return min(found, key=lambda pair: abs(pair[0].i - token.i))[1] if found else None

    def valued(self, value: str) -> DateRange | None:
        """Return the date of the first time expression with this value."""
        timex = self._by_value.get(value)
        return as_range(timex) if timex else None


def find_date(frame: Frame, clock: Clock) -> DateRange:
    """Return the date that the words around the trigger give, UNDATED where they give none."""
    for token in _candidates(frame):
        found = clock.on(token)
        if found is not None:
            return found
    return UNDATED


def candidates_of(frame: Frame, clock: Clock) -> Iterator[Timex]:
    """Yield the time expressions that govern the trigger, the likeliest first."""
    for token in _candidates(frame):
        if (timex := clock.at(token)) is not None:
            yield timex


def date_said(said_in: Attribution | None, clock: Clock) -> DateRange:
    """Return when the words that an attribution holds were said, UNDATED where the text does not tell."""
    if said_in is None or said_in.date is None:
        return UNDATED
    return clock.valued(said_in.date) or UNDATED


def as_range(timex: Timex, *, since: bool = False) -> DateRange:
    """Return a time expression as an event's date: the days that it names, or the span that its words bound.

    since: the words say that what began then goes on.
    """
    start, dots, end = (timex.interval or "").partition("/")
    if dots and start == "..":
        return DateRange(value=timex.value, earliest=None, latest=timex.latest or _last_day(end))
    if dots and end not in ("", ".."):
        return DateRange(
            value=timex.value, earliest=_first_day(start) or timex.earliest, latest=_last_day(end) or timex.latest
        )
    if dots and (since or timex.earliest is None):
        return DateRange(value=timex.value, earliest=timex.earliest or _first_day(start), latest=None)
    return DateRange(value=timex.value, earliest=timex.earliest, latest=timex.latest)


def _of_filing(span: SpacySpan) -> bool:
    """Is it the day of a dateline ('OSLO, May 4 (AFP) -'), on which the article was filed and nothing need have been done?"""
    doc = span.doc
    if span.start > LONGEST_DATELINE or any(t.pos_ in ("VERB", "AUX") for t in doc[: span.start]):
        return False
    after = doc[span.end : span.end + 1].text
    return after in _FILED or "\n" in after


def _hosts(root: Token) -> Iterator[Token]:
    """Yield the words that a time expression hangs on, up to and including the first verb."""
    token = root
    while token.head.i != token.i and token.dep_ not in _BORDERS:
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _candidates(frame: Frame) -> Iterator[Token]:
    head = frame.head
    yield head
    if frame.kind != "verb":
        yield from (c for c in head.children if c.dep_ in ("acl", "relcl") and c.pos_ in ("VERB", "AUX"))
        if frame.support is not None and not _is_speech(head, frame.support):
            yield frame.support
            yield from _governing(frame.support)
        return
    yield from (noun for noun in frame.objects if noun.dep_ == "dobj")
    yield from _governing(head)


def _is_speech(noun: Token, verb: Token) -> bool:
    """Does the noun only name what somebody says or thinks of it ('condemned the attack')."""
    return noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in (
        "condemn",
        "denounce",
        "deplore",
        "welcome",
        "hail",
        "slam",
    )


def _governing(verb: Token) -> Iterator[Token]:
    """Yield the verbs that the clause hangs on, as long as they tell of the same time."""
    for _ in range(3):
        if verb.dep_ == "advcl" and any(c.lower_ in ("when", "as") for c in verb.children):
            yield verb.head
            return
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            yield verb.head
        if verb.dep_ not in _SAME_TIME:
            return
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            return
        yield verb


def _first_day(value: str) -> str | None:
    """Return the first day of a year, month or day, None for any other value."""
    parts = value.split("T", maxsplit=1)[0].split("-")
    if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3:
        return None
    return "-".join([*parts, "01", "01"][:3])


def _last_day(value: str) -> str | None:
    """Return the last day of a year, month or day, None for any other value."""
    first = _first_day(value)
    if first is None:
        return None
    digits = value.split("T", maxsplit=1)[0].split("-")
    year, month = int(digits[0]), int(digits[1]) if len(digits) > 1 else 12
    if len(digits) == 3:
        return first
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()
