"""What somebody holds of the archive's claims: that two are one, that two are not, that a field is wrong."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

RULES = "dateline"  # who made a judgement that no person made


class JudgementKind(StrEnum):
    """What is judged. Of `correct` the object is "field=value"; of the others it is the id of the other one."""

    SAME_ACTOR = "same_actor"
    SAME_EVENT = "same_event"
    SAME_PAPER = "same_paper"
    NOT_SAME = "not_same"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement, who made it, when and why; and its undoing, where it was undone. Times are ISO 8601 in UTC."""

    uid: str
    kind: JudgementKind
    subject: str
    object: str
    who: str
    why: str
    made: str
    undone: str | None = None
    undone_by: str | None = None
    undone_why: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return asdict(self)
