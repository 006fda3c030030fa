"""Whose words tell of an act: the attribution that holds its trigger, that its trigger opens, or that hangs on it."""

from collections.abc import Sequence

from dateline.extract.event_matching import Candidate
from dateline.records import Attribution


def voice_of(
    candidate: Candidate, said_in: Attribution | None, attributions: Sequence[Attribution]
) -> Attribution | None:
    """Return the attribution that an act belongs to, None where the article tells it in its own voice.

    said_in: the innermost attribution that holds the trigger; it comes first. An act of speech has its own, whose cue is
    the trigger ('urged Chad to leave') or a participle on it ('attacked the plan, saying it ...').
    """
    if said_in is not None:
        return said_in
    own = _with_cue_at(attributions, candidate.words[0].idx, candidate.words[-1].idx + len(candidate.words[-1]))
    if own is not None:
        return own
    head = candidate.frame.head
    for child in head.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > head.i:
            hanging = _with_cue_at(attributions, child.idx, child.idx + len(child))
            if hanging is not None:
                return hanging
    return None


def _with_cue_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    return next((a for a in attributions if any(s < end and start < e for s, e in a.cue)), None)
