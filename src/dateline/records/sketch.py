"""An event as it is compared with others: what may be the same, and nothing that is only one report's."""

from dataclasses import dataclass

from dateline.records.plover import EventType
from dateline.records.vocabulary import ActorKind, EventStatus, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """One who takes part.

    uid: who it is in the archive; name: folded; role: actor, recipient, mediator or member. named: is it a name ("Ada
    Berg", "Norway") and not a description ("two diplomats"), which another report words in another way?
    """

    uid: str
    name: str
    role: str
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSketch:
    """One report's telling of an event.

    earliest, latest: ISO days, "" where no date is given; published: the report's day, "" where it is not known.
    place: folded. words: the content words of the clause, in lower case. trigger: the words that show the act, folded.
    quotes: what is quoted in or around the clause, folded. paper: the archive's id of the instrument. corrects: does the
    report say that it corrects an earlier one? again: does the clause say that it is not the first of its kind?
    """

    uid: str
    report: str
    outlet: str
    type: EventType
    status: EventStatus
    mode: str | None = None
    takers: tuple[Taker, ...] = ()
    earliest: str = ""
    latest: str = ""
    published: str = ""
    place: str = ""
    country: str | None = None
    trigger: str = ""
    words: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    paper: str | None = None
    dead: int | None = None
    injured: int | None = None
    size: int | None = None
    corrects: bool = False
    again: bool = False
    quote: str = ""  # the clause, as the report has it

    @property
    def dated(self) -> bool:
        """Is any day known?"""
        return bool(self.earliest and self.latest)

    @property
    def exact(self) -> bool:
        """Is the day known?"""
        return self.dated and self.earliest == self.latest
