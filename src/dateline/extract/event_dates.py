"""When an act took place: the time expression that governs its trigger, else none."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dateline.extract.event_frames import Frame
from dateline.records import Attribution, DateRange, Timex, TimexType

UNDATED = DateRange()
# A date on these says when it was said, not when what is said took place.
_CLAUSE_DEPS = ("xcomp", "pcomp", "advcl", "acl", "conj", "prep")


class Clock:
    """The article's dated time expressions, by the words that they hang on."""

    def __init__(self, doc: Doc, times: Sequence[Timex]) -> None:
        self._on: dict[int, list[tuple[Token, Timex]]] = {}
        self._by_value: dict[str, Timex] = {}
        for timex in times:
            if timex.earliest is None or timex.type not in (TimexType.DATE, TimexType.TIME) or timex.value is None:
                continue
            self._by_value.setdefault(timex.value, timex)
            span = doc.char_span(*timex.span, alignment_mode="expand")
            if span is not None:
                for host in _hosts(span.root):
                    self._on.setdefault(host.i, []).append((span.root, timex))

    def on(self, token: Token) -> Timex | None:
        """Return the time expression that hangs on the word, the nearest one where there are several."""
        found = self._on.get(token.i)
        return min(found, key=lambda pair: abs(pair[0].i - token.i))[1] if found else None

    def valued(self, value: str) -> Timex | None:
        """Return the first time expression with this value."""
        return self._by_value.get(value)


def find_date(frame: Frame, clock: Clock, said_in: Attribution | None, *, speech_act: bool) -> DateRange:
    """Return the date of the act in the frame.

    speech_act: the act is what the speaker of `said_in` does by saying it, so it took place when that was said.
    """
    for token in _candidates(frame):
        if (timex := clock.on(token)) is not None:
            return as_range(timex)
    if speech_act and said_in is not None and said_in.date is not None and (timex := clock.valued(said_in.date)):
        return as_range(timex)
    return UNDATED


def as_range(timex: Timex) -> DateRange:
    """Return a time expression's value and days as an event's date."""
    return DateRange(value=timex.value, earliest=timex.earliest, latest=timex.latest)


def _hosts(root: Token) -> Iterator[Token]:
    """Yield the words that a time expression hangs on, up to and including the first verb."""
    token = root
    while token.head.i != token.i:
        if token.dep_ in ("relcl", "advcl", "ccomp", "parataxis"):
            return
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _candidates(frame: Frame) -> Iterator[Token]:
    head = frame.head
    yield head
    if frame.kind != "verb":
        if frame.support is not None:
            yield frame.support
            yield from _governing(frame.support)
        return
    for noun in frame.objects:
        if noun.dep_ == "dobj":
            yield noun
    yield from _governing(head)


def _governing(verb: Token) -> Iterator[Token]:
    """Yield the verbs that the clause hangs on, as long as they tell of the same time."""
    for _ in range(3):
        if verb.dep_ == "advcl" and any(c.lower_ == "when" for c in verb.children):
            yield verb.head
            return
        if verb.dep_ not in ("xcomp", "pcomp", "conj", "acl"):
            return
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            return
        yield verb
