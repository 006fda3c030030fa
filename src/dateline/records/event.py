"""Who did what to whom: PLOVER events."""

from dataclasses import dataclass
from typing import NewType

from dateline.errors import RecordError
from dateline.records.actor import ActorId
from dateline.records.attribution import AttributionId
from dateline.records.instrument import InstrumentId
from dateline.records.plover import CONTEXTS, MODES, QUADS, EventType, intensity
from dateline.records.spans import Span, check_spans
from dateline.records.timex import DateRange
from dateline.records.vocabulary import EventStatus

EventId = NewType("EventId", str)
UNDATED = DateRange()


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a place lies: ISO 3166-1 alpha-3 country, GeoNames' first-level region ("UA.12"), degrees north and east.

    None is what is not known or, with namesakes, not clear.
    """

    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act, coded in PLOVER.

    rule: the id of the lexicon rule that fired, empty where people coded. actors, recipients, mediators: see RECORD's conventions; a joint
    act has all its parties in `actors`. topics: what it was about, in the text's words. place: as the text has it;
    location: where that is, where it is clear.
    trigger: the words that show the act; evidence: the clause around them. dead, injured, size: counts, where given.
    """

    id: EventId
    type: EventType
    status: EventStatus
    trigger: Span
    evidence: tuple[Span, ...]
    rule: str = ""
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[ActorId, ...] = ()
    recipients: tuple[ActorId, ...] = ()
    mediators: tuple[ActorId, ...] = ()
    date: DateRange = UNDATED
    place: str | None = None
    location: Location | None = None
    topics: tuple[str, ...] = ()
    attribution: AttributionId | None = None
    instrument: InstrumentId | None = None
    dead: int | None = None
    injured: int | None = None
    size: int | None = None

    def __post_init__(self) -> None:
        check_spans((self.trigger, *self.evidence), f"event {self.id}")
        if self.mode is not None and self.mode not in MODES[self.type]:
            raise RecordError(f"event {self.id}: {self.type} has no mode {self.mode!r}")
        if unknown := set(self.contexts) - CONTEXTS:
            raise RecordError(f"event {self.id}: no such contexts: {sorted(unknown)}")

    @property
    def quad(self) -> int:
        """PLOVER's quad class: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""
        return QUADS[self.type]

    @property
    def score(self) -> float | None:
        """PLOVER's intensity, from -10 (most hostile) to 10."""
        return intensity(self.type, self.mode)
