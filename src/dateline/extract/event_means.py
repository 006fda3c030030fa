"""By what means an act is done, as far as the words beside its trigger tell: its mode where its rule leaves that open."""

from spacy.tokens import Token

from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate
from dateline.records import EventType

_MEANS = frozenset({"by", "over", "via", "through", "on", "in", "during"})
_PHONES = frozenset({"phone", "telephone", "videoconference", "teleconference"})


def mode_of(candidate: Candidate) -> str | None:
    """Return the act's mode: its rule's, else 'phone' for talks that are held by one."""
    rule, frame = candidate.rule, candidate.frame
    if rule.mode is None and rule.type is EventType.CONSULT and _by_phone(frame):
        return "phone"
    return rule.mode


def _by_phone(frame: Frame) -> bool:
    if frame.kind == "noun" and _is_phone(frame.head):
        return True
    verb = frame.head if frame.kind == "verb" else (frame.support or frame.head)
    return any(
        _is_phone(noun)
        for host in (frame.head, verb, *frame.objects)
        for prep in host.children
        if prep.dep_ == "prep" and prep.lower_ in _MEANS
        for noun in prep.children
    )


def _is_phone(noun: Token) -> bool:
    """Is it 'phone', 'a phone call', 'a telephone conversation'?"""
    return bool({noun.lemma_, *(c.lemma_ for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))} & _PHONES)
