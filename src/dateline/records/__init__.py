"""What Dateline makes of an article: frozen dataclasses, the standard library alone."""

from dateline.records.actor import Actor, ActorId
from dateline.records.article import Article, ArticleId, article_id
from dateline.records.attribution import Attribution, AttributionId, ChainLink
from dateline.records.coding import Coding, Explanation, Finding
from dateline.records.event import Event, EventId, Location
from dateline.records.instrument import Instrument, InstrumentId, Provision, ProvisionId, Relation, StagedDate
from dateline.records.plover import CONTEXTS, MODES, QUADS, EventType
from dateline.records.record import Record
from dateline.records.spans import Span
from dateline.records.timex import DateRange, Timex
from dateline.records.vocabulary import (
    ActorKind,
    AttributionKind,
    ChainRole,
    EventStatus,
    InstrumentKind,
    InstrumentStatus,
    ProvisionType,
    RelationType,
    Sector,
    Stage,
    TimexType,
)

__all__ = [
    "CONTEXTS",
    "MODES",
    "QUADS",
    "Actor",
    "ActorId",
    "ActorKind",
    "Article",
    "ArticleId",
    "Attribution",
    "AttributionId",
    "AttributionKind",
    "ChainLink",
    "ChainRole",
    "Coding",
    "DateRange",
    "Event",
    "EventId",
    "EventStatus",
    "EventType",
    "Explanation",
    "Finding",
    "Instrument",
    "InstrumentId",
    "InstrumentKind",
    "InstrumentStatus",
    "Location",
    "Provision",
    "ProvisionId",
    "ProvisionType",
    "Record",
    "Relation",
    "RelationType",
    "Sector",
    "Span",
    "Stage",
    "StagedDate",
    "Timex",
    "TimexType",
    "article_id",
]
