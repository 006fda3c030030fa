"""Doc -> Event: who did what to whom."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, fill_parts
from dateline.extract.event_contexts import find_contexts, find_counts, find_place, find_topics
from dateline.extract.event_dates import UNDATED, Clock, date_said, find_date
from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate, find_candidates
from dateline.extract.event_merging import KNOWN_DETERMINERS, Act, merge_acts
from dateline.extract.event_scoring import score_acts
from dateline.extract.event_status import find_status, settle
from dateline.extract.syntax import FIRST_PERSON, clause, is_passive, trim
from dateline.lexicons.events import EventLexicon
from dateline.records import ActorId, Article, Attribution, DateRange, Event, EventId, EventType, Span, Timex

# What a speaker does by the very words that an attribution quotes.
_SPEECH_ACTS = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.AGREE, EventType.THREATEN, EventType.SUPPORT}
)


def find_events(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    lexicon: EventLexicon,
) -> tuple[Event, ...]:
    """Return the events in text order."""
    acts = find_acts(doc, article, cast, times, attributions, lexicon)
    scores = score_acts(doc, acts, cast, lexicon)
    kept = [act for act, score in zip(acts, scores, strict=True) if score >= lexicon.threshold]
    return tuple(_event(number, act, lexicon) for number, act in enumerate(kept, start=1))


def find_acts(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    lexicon: EventLexicon,
) -> list[Act]:
    """Return all acts that the rules find, second mentions taken together, in text order."""
    clock = Clock(doc, times)
    acts = []
    told: dict[ActorId, DateRange] = {}
    for candidates in find_candidates(doc, cast, lexicon):
        said_in = innermost(attributions, candidates[0].frame.head.idx)
        for candidate in candidates:
            parts = find_parts(candidate, said_in, cast, lexicon)
            if parts is not None:
                act = _act(candidate, parts, said_in, clock, told, lexicon)
                act.status = settle(act.status, act.date, article.published)
                if act.date.earliest is not None and act.date.earliest == act.date.latest:
                    told.update(dict.fromkeys(parts.actors, act.date))
                acts.append(act)
                break
    return merge_acts(acts, lexicon)


def innermost(attributions: Sequence[Attribution], offset: int) -> Attribution | None:
    """Return the attribution whose content covers the offset, the one with the least content where several do."""
    covering = [a for a in attributions if any(start <= offset < end for start, end in a.content)]
    return min(covering, key=lambda a: sum(end - start for start, end in a.content), default=None)


def find_parts(candidate: Candidate, said_in: Attribution | None, cast: Cast, lexicon: EventLexicon) -> Parts | None:
    """Return who plays which part, or None where the rule needs somebody who is not there."""
    rule = candidate.rule
    if rule.quoted and said_in is None:
        return None
    parts = fill_parts(rule, candidate.frame, candidate.objects, cast, lexicon)
    speakers = _speakers(said_in)
    if any(t.lower_ in FIRST_PERSON for t in candidate.frame.subjects):
        parts.add(rule.subject or lexicon.defaults[rule.type].subject, speakers)
    if rule.actor_from == "speaker" and not parts.actors:
        if not speakers:
            return None
        parts.add("actors", speakers)
    if not parts.everyone() and _says_too_little(candidate.frame):
        return None
    have = {"object": bool(candidate.objects), "actor": bool(parts.actors), "recipient": bool(parts.recipients)}
    return parts if all(have[need] for need in rule.needs) else None


def _speakers(said_in: Attribution | None) -> tuple[ActorId, ...]:
    if said_in is None or said_in.speaker is None:
        return ()
    return said_in.speakers or (said_in.speaker,)


def _says_too_little(frame: Frame) -> bool:
    """Is it an act of nobody on nobody, told as something known or in passing ('the talks', 'to sign')?"""
    head = frame.head
    if frame.kind == "verb":
        return not is_passive(head)
    return frame.kind == "noun" and any(c.lower_ in KNOWN_DETERMINERS or c.dep_ == "poss" for c in head.children)


def _act(
    candidate: Candidate,
    parts: Parts,
    said_in: Attribution | None,
    clock: Clock,
    told: Mapping[ActorId, DateRange],
    lexicon: EventLexicon,
) -> Act:
    """Return the candidate with its date and status.

    told: by actor, the latest day on which the article has had it act: one who 'also urged' did so on that day.
    """
    rule, frame = candidate.rule, candidate.frame
    date = find_date(frame, clock)
    if date is UNDATED and rule.type in _SPEECH_ACTS:
        if said_in is not None and said_in.speaker in parts.actors:
            date = date_said(said_in, clock)
        if date is UNDATED and frame.kind == "verb" and frame.head.tag_ == "VBD":
            date = next((told[a] for a in parts.actors if a in told), UNDATED)
    return Act(candidate=candidate, parts=parts, said_in=said_in, date=date, status=find_status(rule, frame, lexicon))


def _event(number: int, act: Act, lexicon: EventLexicon) -> Event:
    candidate = act.candidate
    frame = candidate.frame
    dead, injured = find_counts(frame) if candidate.rule.type is EventType.ASSAULT else (None, None)
    return Event(
        id=EventId(f"e{number}"),
        type=candidate.rule.type,
        mode=candidate.rule.mode,
        status=act.status,
        trigger=_trigger(candidate),
        evidence=tuple(_evidence(candidate, act)),
        rule=candidate.rule.id,
        contexts=find_contexts(frame.head.sent, lexicon),
        actors=tuple(act.parts.actors),
        recipients=tuple(act.parts.recipients),
        mediators=tuple(act.parts.mediators),
        date=act.date,
        place=find_place(frame),
        topics=find_topics(frame),
        attribution=act.said_in.id if act.said_in else None,
        dead=dead,
        injured=injured,
    )


def _trigger(candidate: Candidate) -> Span:
    words = candidate.words
    return words[0].idx, words[-1].idx + len(words[-1])


def _evidence(candidate: Candidate, act: Act) -> Iterator[Span]:
    for each in (candidate, *(other.candidate for other in act.mentions)):
        frame = each.frame
        verb = frame.head if frame.kind == "verb" else (frame.support or frame.head)
        start, end = clause(verb)
        first, last = _trigger(each)
        yield (start, end) if start <= first and last <= end else trim(frame.head.doc, frame.head.i, frame.head.i + 1)
