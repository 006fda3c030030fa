"""The papers that things are agreed in, proposed in, voted on; and what they make anyone do."""

from dataclasses import dataclass
from typing import NewType

from dateline.records.actor import ActorId
from dateline.records.attribution import AttributionId
from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import InstrumentKind, InstrumentStatus, ProvisionType, RelationType, Stage

InstrumentId = NewType("InstrumentId", str)
ProvisionId = NewType("ProvisionId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedDate:
    """When an instrument reached or is to reach a stage: a TIMEX3 value."""

    stage: Stage
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an instrument stands to another; `part` where only a part of the target is meant."""

    type: RelationType
    target: InstrumentId
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One paper: an agreement, a plan, a draft. All places in the text that speak of it are its evidence."""

    id: InstrumentId
    kind: InstrumentKind
    name: str
    evidence: tuple[Span, ...]
    status: InstrumentStatus
    symbol: str | None = None
    body: str | None = None
    proposers: tuple[ActorId, ...] = ()
    parties: tuple[ActorId, ...] = ()
    dates: tuple[StagedDate, ...] = ()
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.evidence, f"instrument {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """What an instrument obliges, lets or asks its bearer to do, or sets up.

    bearer, action, purposes, with_: the text's words. deadline, expires: an ISO date, an ISO duration counted from
    adoption ("P60D"), or the text's word ("immediately").
    """

    id: ProvisionId
    type: ProvisionType
    action: str
    evidence: tuple[Span, ...]
    instrument: InstrumentId | None = None
    bearer: str | None = None
    bearer_actor: ActorId | None = None
    purposes: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    deadline: str | None = None
    expires: str | None = None
    attribution: AttributionId | None = None

    def __post_init__(self) -> None:
        check_spans(self.evidence, f"provision {self.id}")
