"""What is known of an actor when it is asked whether two are one, and what a rule that answers looks like."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.records.vocabulary import ActorKind, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An actor as one report or a table has it.

    office: as printed. first, last: the days on which it was written of (ISO; "" where none is known).
    listed: does the curated table have it?
    """

    name: str
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    first: str = ""
    last: str = ""
    listed: bool = False


# Why the new one is the one that is there, in plain words; None where there is no reason to say so.
JoinRule = Callable[[Sighting, Sighting], str | None]
