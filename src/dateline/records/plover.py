"""PLOVER 2.0 (draft of the manual, read 2026-11): event types, their quad classes, modes and contexts."""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT = 1, 2, 3, 4

# The manual's tables differ on SANCTION (verbal or material); we read it as material, as its score of -6 does.
QUADS: dict[EventType, int] = {
    **dict.fromkeys([EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE], VERBAL_COOPERATION),
    **dict.fromkeys([EventType.COOPERATE, EventType.AID, EventType.RETREAT], MATERIAL_COOPERATION),
    **dict.fromkeys([EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN], VERBAL_CONFLICT),
    **dict.fromkeys(
        [EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT],
        MATERIAL_CONFLICT,
    ),
}

MODES: dict[EventType, frozenset[str]] = {
    EventType.AGREE: frozenset(),
    EventType.CONSULT: frozenset({"visit", "third-party", "multilateral", "phone"}),
    EventType.SUPPORT: frozenset(),
    EventType.CONCEDE: frozenset(),
    EventType.COOPERATE: frozenset(),
    EventType.AID: frozenset(),
    EventType.RETREAT: frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    EventType.REQUEST: frozenset({"assist", "change", "yield", "meet"}),
    EventType.ACCUSE: frozenset({"disapprove", "investigate", "allege"}),
    EventType.REJECT: frozenset({"assist", "change", "yield", "meet"}),
    EventType.THREATEN: frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    EventType.PROTEST: frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    EventType.SANCTION: frozenset({"convict", "expel", "withdraw", "discontinue"}),
    EventType.MOBILIZE: frozenset({"troops", "weapons", "police", "militia"}),
    EventType.COERCE: frozenset(
        {
            *("seize", "restrict", "censor", "curfew", "martial-law"),
            *("arrest", "deport", "withhold", "misinformation", "cyber"),
        }
    ),
    EventType.ASSAULT: frozenset(
        {
            *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
            *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
        }
    ),
}

CONTEXTS = frozenset(
    {
        *("military", "intelligence", "executive", "legislative", "election", "political_institutions"),
        *("pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms"),
        *("repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic"),
        *("territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource"),
        *("environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption"),
        *("illegal_drugs", "trafficking"),
    }
)
