"""Something that falls due: a vote, a meeting, an entry into force, an end of mandate, a duty with its day."""

import hashlib
import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any


class DueKind(StrEnum):
    """What falls due."""

    VOTE = "vote"
    MEETING = "meeting"
    ACT = "act"
    IN_FORCE = "in_force"
    EXPIRY = "expiry"
    OBLIGATION = "obligation"
    REPORT = "report"


class Certainty(StrEnum):
    """How sure the source is, in the words of RFC 5545's STATUS."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


def due_uid(*parts: object) -> str:
    """Return a calendar's id for what falls due: of an article's text, the kind, and where it says so."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:20] + "@dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What falls due, between which days, by whom, and what says so.

    earliest, latest: ISO days, both ends included; the same day where it is known. by: who is to act. basis: the
    paper and paragraph, or the article, that says so. quote: its words. uid: the same whenever the same words are read.
    rhythm: ISO duration after which it recurs; until: the last day on which it may.
    """

    uid: str
    kind: DueKind
    earliest: str
    latest: str
    what: str
    basis: str
    quote: str
    by: str | None = None
    certainty: Certainty = Certainty.CONFIRMED
    rhythm: str | None = None
    until: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def to_json(self) -> str:
        """Return `to_dict` as JSON on one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False)
