"""Who takes part by a rule, the speaker of the words included, and whether the rule finds whom it needs."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, fill_parts
from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate
from dateline.extract.event_papers import stands_for_paper
from dateline.extract.syntax import FIRST_PERSON
from dateline.lexicons.events import EventLexicon
from dateline.records import ActorId, Attribution


def innermost(attributions: Sequence[Attribution], offset: int) -> Attribution | None:
    """Return the attribution whose content covers the offset, the one with the least content where several do."""
    covering = [a for a in attributions if any(start <= offset < end for start, end in a.content)]
    return min(covering, key=lambda a: sum(end - start for start, end in a.content), default=None)


def find_parts(candidate: Candidate, said_in: Attribution | None, cast: Cast, lexicon: EventLexicon) -> Parts | None:
    """Return who plays which part, or None where the rule needs somebody who is not there."""
    rule = candidate.rule
    if rule.quoted and said_in is None:
        return None
    parts = fill_parts(rule, _without_papers(candidate.frame, cast, lexicon), candidate.objects, cast, lexicon)
    speakers = speakers_of(said_in)
    if any(t.lower_ in FIRST_PERSON for t in candidate.frame.subjects):
        parts.add(rule.subject or lexicon.defaults[rule.type].subject, speakers)
    if rule.actor_from == "speaker" and not parts.actors:
        if not speakers:
            return None
        parts.add("actors", speakers)
    have = {"object": bool(candidate.objects), "actor": bool(parts.actors), "recipient": bool(parts.recipients)}
    return parts if all(have[need] for need in rule.needs) else None


def _without_papers(frame: Frame, cast: Cast, lexicon: EventLexicon) -> Frame:
    doers = tuple(t for t in frame.subjects if t.lower_ != "it" or not stands_for_paper(t, cast, lexicon))
    return frame if len(doers) == len(frame.subjects) else replace(frame, subjects=doers)


def speakers_of(said_in: Attribution | None) -> tuple[ActorId, ...]:
    """Return who says the words, empty where nobody is named."""
    if said_in is None or said_in.speaker is None:
        return ()
    return said_in.speakers or (said_in.speaker,)
