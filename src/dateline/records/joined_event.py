"""What several reports of one event say together: where they agree, where they contradict, how it went on."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.sketch import EventSketch
from dateline.records.vocabulary import EventStatus


class Field(StrEnum):
    """What of an event reports may agree or disagree on."""

    DATE = "date"
    PLACE = "place"
    TYPE = "type"
    ACTORS = "actors"
    STATUS = "status"
    DEAD = "dead"
    INJURED = "injured"
    SIZE = "size"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one report says of a field, and its words. report: its id; published: its day, "" where not known."""

    report: str
    outlet: str
    published: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two reports that cannot both be right. update: the later one gives a newer figure, which contradicts nothing."""

    field: Field
    first: Said
    second: Said
    update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The event's status from a day on, by the report that changed it."""

    status: EventStatus
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedEvent:
    """All tellings of one event, the first report first.

    agreed: what all say who say anything of it. contradictions: those that cannot both be right; updates: figures that
    later reports raised. steps: the status over time.
    """

    tellings: tuple[EventSketch, ...]
    agreed: tuple[tuple[Field, str], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    updates: tuple[Contradiction, ...] = ()
    steps: tuple[Step, ...] = ()
