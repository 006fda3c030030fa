"""The record's codes -> the words that people read."""

from datetime import date, timedelta
from typing import Protocol

from dateline.records import DateRange, Event, EventStatus, EventType, ProvisionType, RelationType, Stage

UNDATED = "undated"

ACTS = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction",
    EventType.MOBILIZE: "mobilization",
    EventType.COERCE: "coercion",
    EventType.ASSAULT: "attack",
}
# Modes that read well alone; others stand behind the type's word, as in "request for change".
ACTS_BY_MODE = {
    (EventType.CONSULT, "visit"): "visit",
    (EventType.CONSULT, "third-party"): "mediation",
    (EventType.CONSULT, "multilateral"): "multilateral talks",
    (EventType.CONSULT, "phone"): "phone call",
    (EventType.RETREAT, "withdraw"): "withdrawal",
    (EventType.RETREAT, "release"): "release",
    (EventType.RETREAT, "disarm"): "disarmament",
    (EventType.RETREAT, "ceasefire"): "ceasefire",
    (EventType.RETREAT, "access"): "access granted",
    (EventType.RETREAT, "resign"): "resignation",
    (EventType.REQUEST, "assist"): "request for help",
    (EventType.REQUEST, "change"): "call for change",
    (EventType.REQUEST, "yield"): "demand to yield",
    (EventType.REQUEST, "meet"): "request for talks",
    (EventType.ACCUSE, "disapprove"): "criticism",
    (EventType.ACCUSE, "investigate"): "investigation",
    (EventType.ACCUSE, "allege"): "allegation",
    (EventType.REJECT, "assist"): "refusal of help",
    (EventType.REJECT, "change"): "refusal of change",
    (EventType.REJECT, "yield"): "refusal to yield",
    (EventType.REJECT, "meet"): "refusal of talks",
    (EventType.THREATEN, "restrict"): "threat of restrictions",
    (EventType.THREATEN, "arrest"): "threat of arrest",
    (EventType.THREATEN, "relations"): "threat to relations",
    (EventType.THREATEN, "expel"): "threat of expulsion",
    (EventType.THREATEN, "territory"): "threat to territory",
    (EventType.THREATEN, "violence"): "threat of violence",
    (EventType.PROTEST, "demo"): "demonstration",
    (EventType.PROTEST, "riot"): "riot",
    (EventType.PROTEST, "strike"): "strike",
    (EventType.PROTEST, "hunger"): "hunger strike",
    (EventType.PROTEST, "boycott"): "boycott",
    (EventType.PROTEST, "obstruct"): "blockade in protest",
    (EventType.PROTEST, "vandalize"): "vandalism in protest",
    (EventType.SANCTION, "convict"): "conviction",
    (EventType.SANCTION, "expel"): "expulsion",
    (EventType.SANCTION, "withdraw"): "walkout or recall",
    (EventType.SANCTION, "discontinue"): "ties or aid cut",
    (EventType.MOBILIZE, "troops"): "troops readied",
    (EventType.MOBILIZE, "weapons"): "weapons readied",
    (EventType.MOBILIZE, "police"): "police readied",
    (EventType.MOBILIZE, "militia"): "militia readied",
    (EventType.COERCE, "seize"): "seizure",
    (EventType.COERCE, "restrict"): "restriction",
    (EventType.COERCE, "censor"): "censorship",
    (EventType.COERCE, "curfew"): "curfew",
    (EventType.COERCE, "martial-law"): "martial law",
    (EventType.COERCE, "arrest"): "arrest",
    (EventType.COERCE, "deport"): "deportation",
    (EventType.COERCE, "withhold"): "goods withheld",
    (EventType.COERCE, "misinformation"): "misinformation",
    (EventType.COERCE, "cyber"): "cyber attack",
    (EventType.ASSAULT, "abduct"): "abduction",
    (EventType.ASSAULT, "beat"): "beating",
    (EventType.ASSAULT, "torture"): "torture",
    (EventType.ASSAULT, "sexual"): "sexual assault",
    (EventType.ASSAULT, "targeted"): "targeted killing",
    (EventType.ASSAULT, "destroy"): "destruction",
    (EventType.ASSAULT, "primitive"): "attack with simple weapons",
    (EventType.ASSAULT, "firearms"): "shooting",
    (EventType.ASSAULT, "explosives"): "bombing",
    (EventType.ASSAULT, "suicide-attack"): "suicide attack",
    (EventType.ASSAULT, "aerial"): "air strike",
    (EventType.ASSAULT, "drone"): "drone strike",
    (EventType.ASSAULT, "heavy-weapons"): "shelling",
    (EventType.ASSAULT, "crowd-control"): "force against a crowd",
    (EventType.ASSAULT, "unconventional"): "unconventional attack",
}
QUADS = {1: "words of cooperation", 2: "deeds of cooperation", 3: "words of conflict", 4: "deeds of conflict"}
STAGES = {
    Stage.PROPOSED: "proposed",
    Stage.OBTAINED: "text obtained",
    Stage.SIGNED: "signed",
    Stage.AGREED: "agreed",
    Stage.VOTE: "vote",
    Stage.ADOPTED: "adopted",
    Stage.IN_FORCE: "in force",
    Stage.EXPIRES: "expires",
}
RELATIONS = {
    RelationType.INCORPORATES: "incorporates",
    RelationType.IMPLEMENTS: "implements",
    RelationType.ALTERNATIVE_TO: "stands against",
    RelationType.ENDORSES: "endorses",
    RelationType.AMENDS: "amends",
    RelationType.SUCCEEDS: "succeeds",
}
DEEDS = {
    ProvisionType.OBLIGATION: "obliges",
    ProvisionType.AUTHORIZATION: "authorizes",
    ProvisionType.ESTABLISHMENT: "sets up",
    ProvisionType.REQUEST: "asks",
    ProvisionType.EXTENSION: "extends",
    ProvisionType.DEMAND: "demands",
    ProvisionType.TERMINATION: "ends",
    ProvisionType.CONDITION: "on condition",
    ProvisionType.EXCHANGE: "exchange",
}
REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}


class Coded(Protocol):
    """Whatever has an event's type and mode."""

    @property
    def type(self) -> EventType:
        """PLOVER's type."""

    @property
    def mode(self) -> str | None:
        """Its mode, where it is known."""


def act(event: Coded) -> str:
    """Return what kind of act it is ("phone call"); its type's word where the mode is not known ("talks")."""
    return ACTS_BY_MODE.get((event.type, event.mode or ""), ACTS[event.type])


def status(event: Event) -> str | None:
    """Return the status where a reader must know it: None for what has happened, as most acts have."""
    return None if event.status is EventStatus.OCCURRED else str(event.status)


def counts(event: Event) -> tuple[str, ...]:
    """Return how many are dead or hurt, and how many took part, as far as it is known."""
    known = ((event.dead, "dead"), (event.injured, "injured"), (event.size, "people"))
    return tuple(f"{number:,} {word}" for number, word in known if number is not None)


def when(day: DateRange) -> str:
    """Return an event's date, as exact as it is: a day, a month, first and last day, or "undated".

    >>> when(DateRange(value="2025-W46", earliest="2025-11-10", latest="2025-11-16"))
    '2025-11-10 – 2025-11-16'
    """
    if day.value is None and not (day.earliest or day.latest):
        return UNDATED
    if day.earliest and day.latest and day.earliest != day.latest and not _is_plain(day.value or ""):
        return f"{day.earliest} – {day.latest}"
    return date_value(day.value or day.latest or day.earliest or "")


def date_value(value: str) -> str:
    """Return a TIMEX3 value or an interval in words.

    >>> date_value("../2027-12-31"), date_value("P60D"), date_value("2025-W46")
    ('until 2027-12-31', 'within 60 days', '2025-11-10 – 2025-11-16')
    """
    start, slash, end = value.partition("/")
    if slash:
        return f"since {start}" if end == ".." else f"until {end}" if start == ".." else f"{start} – {end}"
    return REFERENCES.get(value) or _duration(value) or _week(value) or value


def _is_plain(value: str) -> bool:
    return value.replace("-", "").isdigit()


def _week(value: str) -> str | None:
    try:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1) if value[4:6] == "-W" else None
    except ValueError:
        return None
    return f"{monday} – {monday + timedelta(days=6)}" if monday else None


UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _duration(value: str) -> str | None:
    number, unit = value[1:-1], UNITS.get(value[-1:])
    if not (value.startswith("P") and number.isdigit() and unit):
        return None
    return f"within {number} {unit}{'' if number == '1' else 's'}"
