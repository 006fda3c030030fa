"""How many really know of an event: what each report rests on, and who rests on the same."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.vocabulary import ChainRole


class Stance(StrEnum):
    """What a report's voice does to the claim that the event took place."""

    CLAIMS = "claims"
    DENIES = "denies"


class Rests(StrEnum):
    """What a report's knowledge of the event rests on."""

    VOICE = "voice"  # somebody who is named, or a paper
    ANONYMOUS = "anonymous"  # somebody who is not named
    AGENCY = "agency"  # another newsroom, which does not say how it knows
    OWN = "own"  # its own reporter
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceHeard:
    """The first voice of a claim's chain.

    uid: who it is in the archive, or its folded name. side: on whose behalf it speaks ("RUS government"): a minister,
    his spokesman and his ministry are of one side, and None is of none that is known. name: None where nobody is
    named. about: of an anonymous voice what is said of it ("a senior US official").
    """

    role: ChainRole
    name: str | None = None
    uid: str | None = None
    side: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of an event, and how it comes to know of it.

    copies: the report whose words it takes over. newsroom: the agency or other outlet that it says it has it from.
    own: does the text show its own reporter (by-line, place, "told this newspaper")? voices: those whom it names or
    hides as its sources for this event; each says the same unless the stance differs.
    """

    report: str
    outlet: str
    voices: tuple[VoiceHeard, ...] = ()
    copies: str | None = None
    newsroom: str | None = None
    own: bool = False
    owner: str | None = None
    stance: Stance = Stance.CLAIMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Those reports that rest on the same. name: what they rest on, in words; reasons: one for each report."""

    rests: Rests
    name: str
    reports: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many independent roots a claim has, as an editor would count.

    count: the roots that are told apart with reason; lower, upper: where it cannot be known whether two are one.
    roots: those who claim it; denials: those who deny it, who confirm nothing. reasons: the count in plain words.
    """

    count: int
    lower: int
    upper: int
    roots: tuple[Root, ...]
    denials: tuple[Root, ...] = ()
    reasons: tuple[str, ...] = ()
