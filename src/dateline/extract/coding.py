"""Doc, a pair of its parties -> Coding: of all rules that fire, the one that links actor and recipient best."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, fill_parts
from dateline.extract.event_frames import Frame
from dateline.extract.event_matching import Candidate, find_candidates
from dateline.extract.event_status import find_status
from dateline.extract.pairs import ACTOR, RECIPIENT
from dateline.extract.syntax import logical_subjects, subjects
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.pairs import PairLexicon
from dateline.records import QUADS, Coding, EventStatus


@dataclass(slots=True)
class Link:
    """A rule that fires, and how well it links the pair: 0 to 3 for the actor, for the recipient; below 0 reversed."""

    candidate: Candidate
    parts: Parts
    actor: float
    recipient: float
    depth: int
    inside: bool = False

    @property
    def score(self) -> float:
        """How likely it is that this act is the one between the two."""
        return (
            2 * self.actor
            + 1.5 * self.recipient
            - 0.4 * self.depth
            - 3 * self.inside
            + self.candidate.rule.specificity * 0.05
        )


def code_pair(doc: Doc, cast: Cast, lexicon: EventLexicon, pairs: PairLexicon) -> Coding:
    """Return what the actor does to the recipient; an empty Coding where no rule links the two."""
    links = find_links(doc, cast, lexicon)
    if not links:
        return Coding()
    best = links[0]
    candidate = best.candidate
    rule, words = candidate.rule, candidate.words
    status = find_status(rule, candidate.frame, lexicon)
    kind = pairs.coded(rule.id, rule.type, status)
    return Coding(
        type=kind,
        mode=rule.mode if kind is rule.type else None,
        quad=QUADS[kind],
        status=status if kind is rule.type else EventStatus.OCCURRED,
        by=rule.id,
        trigger=(words[0].idx, words[-1].idx + len(words[-1])),
        confidence=1.0,
    )


def find_links(doc: Doc, cast: Cast, lexicon: EventLexicon) -> list[Link]:
    """Return for each word that fires a rule its best one, with how it links the pair."""
    above = {who: _above(doc, cast, who) for who in (ACTOR, RECIPIENT)}
    links = []
    for group in find_candidates(doc, cast, lexicon):
        found = [link for c in group if (link := _link(c, above, cast, lexicon)) is not None]
        if found:
            links.append(max(found, key=lambda link: link.actor + link.recipient))
    _mark_inside(links)
    return sorted(links, key=lambda link: -link.score)


def _mark_inside(links: Sequence[Link]) -> None:
    """Mark the acts that are part of another act of the actor: what it asks for, refuses, lifts, announces."""
    for link in links:
        head = link.candidate.frame.head
        over = {t.i for t in head.ancestors}
        for other in links:
            outer = other.candidate.frame
            if other is link or other.actor < 1.5 or outer.head.i not in over:
                continue
            inner = {t.i for t in other.candidate.objects} | {c.verb.i for c in outer.clauses}
            if inner & (over | {head.i}):
                link.inside = True


def _link(candidate: Candidate, above: dict[str, set[int]], cast: Cast, lexicon: EventLexicon) -> Link | None:
    rule, frame = candidate.rule, candidate.frame
    parts = fill_parts(rule, frame, candidate.objects, cast, lexicon)
    joint = lexicon.defaults[rule.type].joint if rule.joint is None else rule.joint
    actor = _actor_link(parts, frame, above)
    recipient = _recipient_link(parts, candidate, above, joint)
    if rule.quoted and actor > 2:
        return None
    if "object" in rule.needs and not candidate.objects:
        return None
    if "actor" in rule.needs and actor <= 0:
        return None
    return Link(candidate, parts, actor, recipient, _depth(frame.head))


def _actor_link(parts: Parts, frame: Frame, above: dict[str, set[int]]) -> float:
    if ACTOR in parts.actors or ACTOR in parts.mediators:
        return 3
    if ACTOR in parts.recipients:
        return -1
    mine = above[ACTOR]
    if any(t.i in mine for t in frame.subjects):
        return 2.5
    verb: Token | None = frame.support or frame.head
    steps = 0
    while verb is not None and steps < 6:
        doers = logical_subjects(verb) or subjects(verb)
        if any(t.i in mine for t in doers):
            return 2 - 0.2 * steps
        if verb.head.i == verb.i:
            break
        verb = verb.head
        steps += 1
    return 0.5 if frame.head.i in mine else 0


def _recipient_link(parts: Parts, candidate: Candidate, above: dict[str, set[int]], joint: bool) -> float:
    if RECIPIENT in parts.recipients or (joint and RECIPIENT in parts.actors):
        return 3
    if RECIPIENT in parts.actors:
        return -1
    theirs = above[RECIPIENT]
    frame = candidate.frame
    if any(t.i in theirs for t in frame.subjects):
        return -1 if not joint else 2
    if any(t.i in theirs for t in candidate.objects):
        return 2.5
    if frame.head.i in theirs:
        return 2
    return 0.5


def _above(doc: Doc, cast: Cast, who: str) -> set[int]:
    """Return the words under which a party's mentions stand, the mentions' own heads included."""
    found: set[int] = set()
    for mention in cast.mentions:
        if mention.actor == who:
            head = doc[mention.head]
            found.add(head.i)
            found.update(t.i for t in head.ancestors)
    return found


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
