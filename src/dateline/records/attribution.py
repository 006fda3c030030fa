"""According to whom: a source, a cue, a content, and the chain from the speaker to the outlet."""

from dataclasses import dataclass
from typing import NewType

from dateline.records.actor import ActorId
from dateline.records.spans import Span, check_spans
from dateline.records.vocabulary import AttributionKind, ChainRole

AttributionId = NewType("AttributionId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One voice on the way from the speaker to the outlet: its name (None where nobody is named), its role, its actor."""

    name: str | None
    role: ChainRole
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says something.

    content: one span, or several where the cue stands inside the quote. source: empty where nobody is named
    ("is expected to"). speakers: joint speakers, `speaker` being the first. within: the attribution that this one
    is reported in. date: TIMEX3 value of when it was said, where the text tells.
    """

    id: AttributionId
    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: ActorId | None = None
    speakers: tuple[ActorId, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    date: str | None = None
    within: AttributionId | None = None

    def __post_init__(self) -> None:
        check_spans((*self.source, *self.cue, *self.content), f"attribution {self.id}")
