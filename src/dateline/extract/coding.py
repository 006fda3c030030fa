"""Doc, a pair of its parties -> Coding: of all rules that fire, the one that links actor and recipient best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, fill_parts
from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate, find_candidates
from dateline.extract.event_status import find_status
from dateline.extract.fallback import likeliest, pair_features
from dateline.extract.pairs import ACTOR, RECIPIENT
from dateline.extract.syntax import auxiliaries, logical_subjects, subjects
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.pairs import PairLexicon
from dateline.records import QUADS, ActorId, Coding, EventStatus, EventType

# How well a word is linked to a party: it fills the part that the rule gives it; it stands inside the phrase that
# does; it is governed by a verb that does; it is only in the same sentence; it has the other party's part.
FILLS, WITHIN, GOVERNED, PRESENT, REVERSED = 3.0, 2.5, 2.0, 0.5, -1.0
UNKNOWN = 1.5  # a party that the sentence does not name
MAX_CLIMB = 6
# Weights of the choice between the rules that fire, set on the development sentences.
ACTOR_WEIGHT, RECIPIENT_WEIGHT, DEPTH_WEIGHT, SPECIFICITY_WEIGHT = 2.0, 1.5, 0.4, 0.05
INSIDE, IN_NAME = 3.0, 8.0
LINKED = 4.0  # of a lower score a rule's act is hardly one between the two; 2 to 6 tried
SURE = 0.4  # the fallback's least probability to speak against such a rule; 0.3 to 0.6 tried
FALLBACK = "model"


@dataclass(frozen=True, slots=True)
class Link:
    """A rule that fires, and how well it links the pair.

    inside: it is part of another act of the actor's. named: it is in the words that name a party.
    """

    candidate: Candidate
    parts: Parts
    actor: float
    recipient: float
    depth: int
    inside: bool = False
    named: bool = False

    @property
    def score(self) -> float:
        """How likely it is that this act is the one between the two."""
        return (
            ACTOR_WEIGHT * self.actor
            + RECIPIENT_WEIGHT * self.recipient
            - DEPTH_WEIGHT * self.depth
            + SPECIFICITY_WEIGHT * self.candidate.rule.specificity
            - INSIDE * self.inside
            - IN_NAME * self.named
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a party stands: the heads of its mentions and all words that these hang on; all words of its mentions."""

    above: frozenset[int]
    words: frozenset[int]


def code_pair(doc: Doc, cast: Cast, lexicon: EventLexicon, pairs: PairLexicon, *, rules_only: bool = False) -> Coding:
    """Return what the actor does to the recipient; by the fallback where no rule links the two, unless rules_only."""
    links = find_links(doc, cast, lexicon, pairs)
    if not rules_only and (not links or links[0].score < LINKED):
        guess = likeliest(pair_features(doc, cast), pairs.weights)
        if guess is not None and (not links or guess[1] >= SURE):
            return _guessed(*guess)
    return _coded(links, lexicon, pairs) if links else Coding()


def _guessed(kind: EventType, probability: float) -> Coding:
    return Coding(
        type=kind, quad=QUADS[kind], status=EventStatus.OCCURRED, by=FALLBACK, confidence=round(probability, 2)
    )


def _coded(links: Sequence[Link], lexicon: EventLexicon, pairs: PairLexicon) -> Coding:
    best = links[0]
    rule, words = best.candidate.rule, best.candidate.words
    lemmas = {t.lemma_.lower() for t in words[0].sent}
    meant = pairs.meant(rule.id, rule.type, lemmas, together=_together(best))
    status = _status(best.candidate, meant, lexicon, pairs)
    kind = pairs.coded(meant, status)
    return Coding(
        type=kind,
        mode=rule.mode if kind is rule.type else None,
        quad=QUADS[kind],
        status=status if kind is rule.type else EventStatus.OCCURRED,
        by=rule.id,
        trigger=(words[0].idx, words[-1].idx + len(words[-1])),
        confidence=_confidence(best, links),
    )


def find_links(doc: Doc, cast: Cast, lexicon: EventLexicon, pairs: PairLexicon) -> list[Link]:
    """Return for each word that fires a rule its best one, the word that links the pair best first."""
    places = {who: _place(doc, cast, who) for who in (ACTOR, RECIPIENT)}
    links = []
    for group in find_candidates(doc, cast, lexicon):
        found = [link for c in group if (link := _link(c, places, cast, lexicon)) is not None]
        if found:
            links.append(max(found, key=lambda link: link.actor + link.recipient))
    links = [replace(link, inside=_is_inside(link, links, pairs)) for link in links]
    return sorted(links, key=lambda link: -link.score)


def _link(candidate: Candidate, places: Mapping[ActorId, Place], cast: Cast, lexicon: EventLexicon) -> Link | None:
    rule, frame = candidate.rule, candidate.frame
    parts = fill_parts(rule, frame, candidate.objects, cast, lexicon)
    joint = lexicon.defaults[rule.type].joint if rule.joint is None else rule.joint
    actor = _actor_link(parts, frame, places[ACTOR])
    if rule.quoted and actor > GOVERNED:
        return None
    if "object" in rule.needs and not candidate.objects:
        return None
    if "actor" in rule.needs and actor <= 0 and not frame.subjects:
        return None
    return Link(
        candidate=candidate,
        parts=parts,
        actor=actor,
        recipient=_recipient_link(parts, candidate, places[RECIPIENT], joint=joint),
        depth=sum(1 for _ in frame.head.ancestors),
        named=frame.head.i in places[ACTOR].words or frame.head.i in places[RECIPIENT].words,
    )


def _actor_link(parts: Parts, frame: Frame, place: Place) -> float:
    if not place.above:
        return UNKNOWN
    if ACTOR in parts.actors or ACTOR in parts.mediators:
        return FILLS
    if ACTOR in parts.recipients:
        return REVERSED
    if any(t.i in place.above for t in frame.subjects):
        return WITHIN
    verb: Token = frame.support or frame.head
    for steps in range(MAX_CLIMB):
        if any(t.i in place.above for t in logical_subjects(verb) or subjects(verb)):
            return GOVERNED - 0.2 * steps
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return PRESENT if frame.head.i in place.above else 0.0


def _recipient_link(parts: Parts, candidate: Candidate, place: Place, *, joint: bool) -> float:
    if not place.above:
        return UNKNOWN
    if RECIPIENT in parts.recipients or (joint and RECIPIENT in parts.actors):
        return FILLS
    if RECIPIENT in parts.actors:
        return REVERSED
    frame = candidate.frame
    if any(t.i in place.above for t in frame.subjects):
        return GOVERNED if joint else REVERSED
    if any(t.i in place.above for t in candidate.objects):
        return WITHIN
    return GOVERNED if frame.head.i in place.above else PRESENT


def _is_inside(link: Link, links: Sequence[Link], pairs: PairLexicon) -> bool:
    """Is the act part of another act of the actor's: what it asks for, refuses, lifts, announces?

    What a text does counts more than that it was passed ('adopted a resolution condemning ...').
    """
    head = link.candidate.frame.head
    over = {t.i for t in head.ancestors}
    for other in links:
        outer = other.candidate.frame
        if outer.head.i == head.i:
            continue
        if outer.head.i in over and other.actor >= UNKNOWN and other.candidate.rule.id not in pairs.carriers:
            inner = {t.i for t in other.candidate.objects} | {c.verb.i for c in outer.clauses}
            if inner & (over | {head.i}):
                return True
        if link.candidate.rule.id in pairs.carriers and any(t.i == outer.head.head.i for t in link.candidate.objects):
            return True
    return False


def _status(candidate: Candidate, meant: EventType, lexicon: EventLexicon, pairs: PairLexicon) -> EventStatus:
    """Return the act's status; what somebody announces, and what a done act was meant for, counts as done."""
    rule, frame = candidate.rule, candidate.frame
    status = find_status(rule.model_copy(update={"type": meant}) if meant is not rule.type else rule, frame, lexicon)
    support, head = frame.support, frame.head
    if status is EventStatus.CONDITIONAL and any(a.lower_ == "have" for a in auxiliaries(head)):
        return EventStatus.OCCURRED  # 'may have bombed'
    if status is not EventStatus.PLANNED:
        return status
    if frame.kind == "noun" and support is not None and head.dep_ == "dobj" and support.lemma_ in pairs.declaring:
        return EventStatus.OCCURRED
    if head.tag_ == "VB" and head.dep_ == "advcl" and head.head.tag_ in ("VBD", "VBN", "VBG", "VBZ", "VBP"):
        return EventStatus.OCCURRED
    return status


def _together(link: Link) -> bool:
    """Do both do it side by side, rather than one to the other?"""
    return {ACTOR, RECIPIENT} <= set(link.parts.actors)


def _confidence(best: Link, links: Sequence[Link]) -> float:
    """Return how sure the choice is: of a full link and no other near it, 1."""
    full = min(1.0, max(0.0, best.actor + best.recipient) / (2 * FILLS))
    margin = best.score - links[1].score if len(links) > 1 else INSIDE
    return round(0.5 * full + 0.5 * min(1.0, margin / INSIDE), 2)


def _place(doc: Doc, cast: Cast, who: ActorId) -> Place:
    mentions = [m for m in cast.mentions if m.actor == who]
    above = {i for m in mentions for i in (m.head, *(t.i for t in doc[m.head].ancestors))}
    words = {i for m in mentions if m.end - m.start > 1 for i in range(m.start, m.end)}
    return Place(frozenset(above), frozenset(words))
