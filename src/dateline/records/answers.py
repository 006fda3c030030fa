"""What the archive answers: events as told, actors, papers, claims, passages. Each leads back to its article and words."""

from dataclasses import dataclass

from dateline.records.due import Due
from dateline.records.event import UNDATED
from dateline.records.judgement import Judgement
from dateline.records.plover import EventType
from dateline.records.timex import DateRange
from dateline.records.vocabulary import (
    ActorKind,
    AttributionKind,
    EventStatus,
    InstrumentKind,
    InstrumentStatus,
    Sector,
)

SHORT = 8  # characters of an id that are shown: of three million events two share them with the same hundred at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor or paper by its name and its id in the archive."""

    name: str
    uid: str
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a chain from the speaker to the outlet; no name where nobody is named."""

    name: str | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The article in which something stands. published: "" where it is not known."""

    uid: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: str
    url: str | None
    locator: str | None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """One event as one report tells it, with the fields that judgements have corrected.

    day: where it stands in time: its first day, else the day of publication where the text gives none.
    words: from the verb on; quote: the clause around it, text[start:end]. group: the same for those that tell of the
    same event; reports: how many do. members: of a group that takes part.
    """

    uid: str
    group: int
    type: EventType
    mode: str | None
    status: EventStatus
    quad: int
    day: str
    quote: str
    words: str
    start: int
    end: int
    report: Report
    date: DateRange = UNDATED
    actors: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()
    mediators: tuple[Named, ...] = ()
    members: tuple[Named, ...] = ()
    place: str | None = None
    country: str | None = None
    topics: tuple[str, ...] = ()
    instrument: str | None = None
    chain: tuple[Voice, ...] = ()
    rule: str = ""
    current: bool = True
    reports: int = 1

    @property
    def short(self) -> str:
        """The id as it is shown and asked for."""
        return self.uid[:SHORT]

    @property
    def dated(self) -> bool:
        """Does the text say when?"""
        return bool(self.date.earliest or self.date.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """Who says what: words is text[start:end] of the report."""

    uid: str
    kind: AttributionKind
    speaker: Named | None
    source: str | None
    chain: tuple[Voice, ...]
    words: str
    start: int
    end: int
    day: str
    report: Report
    current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One report's telling of an event: the event, who says so in which words, and who read it.

    said: the claim that it stands in, None where the article itself says so. reader, generated_by: what read it.
    """

    event: ToldEvent
    said: ToldClaim | None
    reader: str
    generated_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """Everything behind an event: each report's telling, the judgements, and what earlier versions said."""

    event: ToldEvent
    evidence: tuple[Evidence, ...]
    judgements: tuple[Judgement, ...] = ()
    earlier: tuple[ToldEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDue:
    """What falls due, and the event that it is, if it is one: its id as it is shown. published: "" for a paper's own text."""

    due: Due
    event: str | None
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSummary:
    """An actor, and how often it takes part in the events that were looked at; first and last are their days."""

    uid: str
    name: str
    kind: ActorKind
    country: str | None
    sector: Sector | None
    wikidata: str | None
    events: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A name or office, and the first and last day of the reports that use it."""

    words: str
    first: str
    last: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something comes. name: what is counted; uid: its id where it has one."""

    name: str
    number: int
    uid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFile:
    """What the archive knows of an actor.

    names, offices: in the newest reports that name it. acts: what it did, and partners: with whom, in its newest events.
    bounded: there are more reports or events than were looked at, so that a large archive answers at once.
    """

    actor: ActorSummary
    names: tuple[Spell, ...]
    offices: tuple[Spell, ...]
    acts: tuple[Count, ...]
    partners: tuple[Count, ...]
    events: tuple[ToldEvent, ...]
    claims: tuple[ToldClaim, ...]
    bounded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStage:
    """A step of a paper with its date, and the report that gives it."""

    stage: str
    value: str
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRelation:
    """How a paper stands to another. part: only a part of the other is meant."""

    type: str
    other: Named
    part: bool
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProvision:
    """What a paper makes someone do, as a report or the paper itself has it."""

    type: str
    bearer: str | None
    action: str
    deadline: str | None
    expires: str | None
    quote: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSummary:
    """A paper and where it stands. status: the newest report's. reports: how many speak of it, as far as they were looked at."""

    uid: str
    name: str
    kind: InstrumentKind
    symbol: str | None
    body: str | None
    status: InstrumentStatus | None
    proposers: tuple[Named, ...]
    stages: tuple[ToldStage, ...]
    first: str
    last: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """What the archive knows of a paper."""

    paper: PaperSummary
    names: tuple[Spell, ...]
    parties: tuple[Named, ...]
    relations: tuple[ToldRelation, ...]
    provisions: tuple[ToldProvision, ...]
    documents: tuple[Report, ...]
    events: tuple[ToldEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that holds the words that were looked for. passages: the words around them; marks: where they stand in them."""

    report: Report
    passages: tuple[str, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How much the archive holds, by what."""

    reports: int
    events: int
    claims: int
    actors: int
    papers: int
    first: str
    last: str
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    months: tuple[Count, ...]
    outlets: tuple[Count, ...]
    seen: tuple[Count, ...]
