"""The closed sets of the record: kinds, sectors, statuses, roles. Each member's value is what JSON shows."""

from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of thing an actor is."""

    PERSON = "person"
    COUNTRY = "country"
    GOVERNMENT = "government"
    ORGANIZATION = "organization"
    ARMED_GROUP = "armed_group"
    PEOPLE = "people"
    FORCE = "force"


class Sector(StrEnum):
    """PLOVER's sector codes, and CRM (criminals) and UAF (unidentified armed force) as PLOVER keeps them."""

    GOV = "GOV"
    MIL = "MIL"
    LEG = "LEG"
    JUD = "JUD"
    SPY = "SPY"
    COP = "COP"
    OPP = "OPP"
    REB = "REB"
    UAF = "UAF"
    CVL = "CVL"
    REF = "REF"
    MED = "MED"
    BUS = "BUS"
    LAB = "LAB"
    AGR = "AGR"
    EDU = "EDU"
    ELI = "ELI"
    HLH = "HLH"
    REL = "REL"
    CRM = "CRM"
    IGO = "IGO"
    NGO = "NGO"


class TimexType(StrEnum):
    """TimeML's four kinds of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AttributionKind(StrEnum):
    """Quoted, reported, or both in one."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ChainRole(StrEnum):
    """What a voice in an attribution's chain is."""

    SPEAKER = "speaker"
    SPOKESPERSON = "spokesperson"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    AGENCY = "agency"
    OUTLET = "outlet"


class EventStatus(StrEnum):
    """Whether the text says that an act has happened."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CANCELLED = "cancelled"


class InstrumentKind(StrEnum):
    """What kind of paper an instrument is."""

    AGREEMENT = "agreement"
    PLAN = "plan"
    DRAFT_RESOLUTION = "draft_resolution"
    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"
    TREATY = "treaty"


class InstrumentStatus(StrEnum):
    """How far an instrument has come; the latest that the text gives."""

    ANNOUNCED = "announced"
    PROPOSED = "proposed"
    AGREED = "agreed"
    SIGNED = "signed"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    VETOED = "vetoed"
    EXPIRED = "expired"


class Stage(StrEnum):
    """The step in an instrument's life that a date belongs to."""

    PROPOSED = "proposed"
    OBTAINED = "obtained"
    SIGNED = "signed"
    AGREED = "agreed"
    VOTE = "vote"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    EXPIRES = "expires"


class RelationType(StrEnum):
    """How one instrument stands to another."""

    INCORPORATES = "incorporates"
    IMPLEMENTS = "implements"
    ALTERNATIVE_TO = "alternative_to"
    ENDORSES = "endorses"
    AMENDS = "amends"
    SUCCEEDS = "succeeds"


class ProvisionType(StrEnum):
    """What a provision does to its bearer."""

    OBLIGATION = "obligation"
    AUTHORIZATION = "authorization"
    ESTABLISHMENT = "establishment"
    REQUEST = "request"
    EXTENSION = "extension"
    DEMAND = "demand"
    TERMINATION = "termination"
    CONDITION = "condition"
    EXCHANGE = "exchange"
