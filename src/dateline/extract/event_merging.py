"""Which of an article's acts are events of their own: parts of another act and second mentions are not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts
from dateline.extract.event_frames import deep_verbs
from dateline.extract.event_matching import Candidate
from dateline.lexicons.events import EventLexicon
from dateline.records import Article, Attribution, DateRange, EventStatus


@dataclass(slots=True)
class Act:
    """A candidate with all that was found for it; mentions: later reports of the same act."""

    candidate: Candidate
    parts: Parts
    said_in: Attribution | None
    date: DateRange
    status: EventStatus
    mentions: list["Act"] = field(default_factory=list)


def merge_acts(acts: Sequence[Act], article: Article, cast: Cast, lexicon: EventLexicon) -> list[Act]:
    """Return the acts that are events of their own, in text order."""
    used = {w.i for act in acts for w in act.candidate.met}
    return [act for act in acts if act.candidate.frame.kind != "noun" or act.candidate.frame.head.i not in used]
