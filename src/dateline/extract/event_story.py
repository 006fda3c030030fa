"""What an article has told so far: the days of its acts and statements, which later ones may share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from dateline.extract.event_arguments import Parts
from dateline.extract.event_dates import UNDATED, Clock, date_said
from dateline.extract.event_matching import Candidate
from dateline.extract.event_voices import voice_of
from dateline.records import ActorId, Attribution, DateRange, EventType, Timex


@dataclass(frozen=True, slots=True)
class Dated:
    """An act told before whose day its own words give."""

    head: Token
    type: EventType
    parts: Parts
    date: DateRange


class Story:
    """An article's dated times and statements, and its dated acts up to the one that is read.

    published: the day of publication as ISO 8601, None where it is unknown.
    """

    def __init__(
        self, doc: Doc, times: Sequence[Timex], attributions: Sequence[Attribution], published: date | None
    ) -> None:
        self.clock = Clock(doc, times)
        self.attributions = attributions
        self.published = published.isoformat() if published else None
        self.acts: list[Dated] = []
        self._numbers = {sentence.start: number for number, sentence in enumerate(doc.sents)}
        self._said = _statements(attributions, self.clock)

    def note(self, candidate: Candidate, parts: Parts, when: DateRange) -> None:
        """Remember an act if it is dated."""
        if when != UNDATED:
            self.acts.append(Dated(candidate.frame.head, candidate.rule.type, parts, when))

    def voice(self, candidate: Candidate, said_in: Attribution | None) -> Attribution | None:
        """Return the attribution that an act belongs to."""
        return voice_of(candidate, said_in, self.attributions)

    def gap(self, earlier: Token, later: Token) -> int:
        """Return how many sentences lie from one word to a later one."""
        return self._numbers[later.sent.start] - self._numbers[earlier.sent.start]

    def number(self, token: Token) -> int:
        """Return the number of the word's sentence, from 0."""
        return self._numbers[token.sent.start]

    def said(self, speakers: Iterable[ActorId], token: Token) -> DateRange | None:
        """Return the day of the last dated statement by one of the speakers in the sentences before the word's."""
        wanted, start = set(speakers), token.sent.start_char
        return next((d for at, who, d in reversed(self._said) if at < start and who & wanted), None)

    def last(self, *, of: Iterable[ActorId] | None = None, kind: EventType | None = None) -> Dated | None:
        """Return the latest act, that of one of the actors, or that of the type."""
        wanted = set(of) if of is not None else None
        for act in reversed(self.acts):
            if (wanted is None or not wanted.isdisjoint(act.parts.actors)) and kind in (None, act.type):
                return act
        return None


def _statements(attributions: Sequence[Attribution], clock: Clock) -> list[tuple[int, set[ActorId], DateRange]]:
    """Return where each dated attribution begins, whose it is, and its day, in text order."""
    found = []
    for each in attributions:
        if (when := date_said(each, clock)) != UNDATED:
            speakers = {s for s in (each.speaker, *each.speakers) if s is not None}
            found.append((min(start for start, _ in (*each.cue, *each.source, *each.content)), speakers, when))
    return sorted(found, key=lambda statement: statement[0])
