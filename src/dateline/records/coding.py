"""What a sentence says that one party does to another: the answer of `dateline.classify`."""

from dataclasses import dataclass

from dateline.records.plover import EventType
from dateline.records.spans import Span
from dateline.records.vocabulary import EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One pair's type of act in PLOVER 2.0, and what decided it.

    type, mode, quad, status: None where nothing in the sentence shows an act between the two. by: the rule's id, or
    "model" where no rule fired and the fallback decided. trigger: the characters that show the act. confidence: 0 to 1.
    """

    type: EventType | None = None
    mode: str | None = None
    quad: int | None = None
    status: EventStatus | None = None
    by: str | None = None
    trigger: Span | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule makes of a sentence: the words that it looked at, and why it did not decide (None: it did).

    fired: all its conditions hold.
    """

    rule: str
    type: EventType
    mode: str | None
    words: tuple[Span, ...]
    fired: bool
    why_not: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a sentence is read, rule by rule: those that fired first, then those that came near.

    coding: what a given pair is coded as; None where no pair was given.
    """

    sentence: str
    coding: Coding | None
    findings: tuple[Finding, ...]
