"""Who: one actor for each person, state, office, body or group that an article speaks of."""

from dataclasses import dataclass
from typing import NewType

from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import ActorKind, Sector

ActorId = NewType("ActorId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One real-world actor, with every place in the text that names it or stands for it.

    country: ISO 3166-1 alpha-3, or None (an IGO has none). office: as the text has it ("Russian President").
    mentions: in text order. members: the actors that a group is made of, where the article names them. resolved_by: for
    each mention how it was found to be this actor's (name, surname, title, role, pronoun, metonym ...). wikidata: the
    actor's id there, where the tables have it. known: the row of our own tables that it is ("person:...", "body:...",
    "country:RUS", and of a country "government:RUS", "people:RUS"), the same in every article; None where no table has it.
    """

    id: ActorId
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    members: tuple[ActorId, ...] = ()
    wikidata: str | None = None
    known: str | None = None
    resolved_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.mentions, f"actor {self.id}")
