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

# Intensity, from -10 (most hostile) to 10: of each type, and of its modes where they have one of their own. ACCUSE has
# none without a mode.
SCORES: dict[EventType, float | None] = {
    EventType.AGREE: 2.5,
    EventType.CONSULT: 2.5,
    EventType.SUPPORT: 5.0,
    EventType.CONCEDE: 4.5,
    EventType.COOPERATE: 9.5,
    EventType.AID: 10.0,
    EventType.RETREAT: 6.5,
    EventType.REQUEST: 0.0,
    EventType.ACCUSE: None,
    EventType.REJECT: -2.0,
    EventType.THREATEN: -3.5,
    EventType.PROTEST: -5.0,
    EventType.SANCTION: -6.0,
    EventType.MOBILIZE: -5.5,
    EventType.COERCE: -7.0,
    EventType.ASSAULT: -9.0,
}
MODE_SCORES: dict[EventType, dict[str, float]] = {
    EventType.CONSULT: {"visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5},
    EventType.RETREAT: {
        "withdraw": 8.0,
        "release": 6.5,
        "disarm": 10.0,
        "ceasefire": 7.5,
        "access": 6.5,
        "resign": 4.5,
    },
    EventType.REQUEST: {"assist": 0.5, "change": -1.0, "yield": -1.0, "meet": 0.0},
    EventType.ACCUSE: {"disapprove": -2.0, "investigate": -3.5, "allege": -3.5},
    EventType.REJECT: {"assist": -1.5, "change": -2.0, "yield": -2.0, "meet": -2.0},
    EventType.THREATEN: {
        "restrict": -3.0,
        "arrest": -3.5,
        "relations": -3.5,
        "expel": -3.5,
        "territory": -4.0,
        "violence": -3.5,
    },
    EventType.PROTEST: {
        "demo": -5.0,
        "riot": -7.0,
        "strike": -5.0,
        "hunger": -4.5,
        "boycott": -4.5,
        "obstruct": -4.5,
    },
    EventType.SANCTION: {"convict": -6.0, "expel": -5.5, "withdraw": -6.0, "discontinue": -6.0},
    EventType.MOBILIZE: {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6.0},
    EventType.COERCE: {
        "seize": -7.0,
        "restrict": -7.0,
        "censor": -6.5,
        "curfew": -6.5,
        "martial-law": -7.5,
        "arrest": -7.0,
        "deport": -7.0,
        "withhold": -7.0,
        "misinformation": -6.5,
        "cyber": -7.0,
    },
    EventType.ASSAULT: {
        "abduct": -8.5,
        "beat": -7.5,
        "torture": -8.5,
        "sexual": -8.5,
        "targeted": -9.5,
        "destroy": -8.5,
        "primitive": -8.0,
        "firearms": -9.0,
        "explosives": -9.0,
        "suicide-attack": -9.5,
        "aerial": -9.5,
        "drone": -9.5,
        "heavy-weapons": -9.5,
        "crowd-control": -7.5,
        "unconventional": -10.0,
    },
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


def intensity(kind: EventType, mode: str | None) -> float | None:
    """Return PLOVER's score of a type in a mode, None where it has none (ACCUSE without a mode)."""
    if mode is not None and (score := MODE_SCORES.get(kind, {}).get(mode)) is not None:
        return score
    return SCORES[kind]
