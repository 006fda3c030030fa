"""Parties that the words only refer to: 'the parties', a paper that speaks, an accord named again, mediators by name."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts, actors_at
from dateline.extract.event_frames import Frame
from dateline.extract.event_merging import Act
from dateline.extract.event_parts import speakers_of
from dateline.extract.event_places import find_place, locate
from dateline.extract.event_readings import Reading
from dateline.extract.syntax import conjuncts
from dateline.lexicons.events import EventLexicon
from dateline.records import ActorId, ActorKind, Article, EventType

# Names that point at parties told before.
_POINTING = frozenset({"party", "side"})
# What two or more make together and the text then speaks of alone.
_ACCORDS = frozenset(
    {"agreement", "accord", "deal", "truce", "ceasefire", "cease", "cessation", "pact", "treaty", "armistice", "talk"}
)
_ACCORD_TYPES = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONSULT, EventType.RETREAT})
# Blame and refusal of nobody in somebody's words are the speaker's.
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST})
# What a body or a state issues and that then calls, urges, condemns for it.
_PAPERS = frozenset(
    {"statement", "resolution", "letter", "communique", "communiqué", "declaration", "document", "text"}
)
_DEEPEST = 4  # links from a verb's object down to its 'with'


def refer(
    reading: Reading, parts: Parts, before: Sequence[Act], article: Article, cast: Cast, lexicon: EventLexicon
) -> None:
    """Add to an act's parts those whom its words refer to; before: the acts told so far."""
    rule, frame = reading.candidate.rule, reading.candidate.frame
    joint = lexicon.defaults[rule.type].joint if rule.joint is None else rule.joint
    _name_mediators(frame, parts, cast)
    if joint or rule.type in (EventType.CONSULT, EventType.AGREE):
        if frame.kind == "verb" and len(parts.actors) == 1:
            parts.add("actors", _with_whom(frame, cast))
        parts.add("actors", [a for actor in parts.actors for a in _named_inside(actor, frame, cast)])
    _resolve_pointing(parts, before, cast)
    if rule.mode == "visit":
        parts.add("recipients", _hosts(frame, parts, article, cast, lexicon))
    if not parts.everyone():
        parts.add("actors", _issuers(frame, before))
    if not parts.everyone() and rule.type in _SPOKEN and (speakers := speakers_of(reading.said_in)):
        parts.add("actors", speakers)
        others = _countries(frame, cast)
        parts.add("recipients", others if len(others) == 1 else ())
    if not parts.everyone() and rule.type in _ACCORD_TYPES and _speaks_of_accord(frame):
        parts.add("actors", _latest_parties(before, _ACCORD_TYPES))


def _countries(frame: Frame, cast: Cast) -> list[ActorId]:
    """Return the countries that the trigger's sentence names."""
    sentence = frame.head.sent
    found = [m.actor for m in cast.within(sentence.start, sentence.end)]
    return list(dict.fromkeys(a for a in found if cast.by_id[a].kind is ActorKind.COUNTRY))


def _hosts(frame: Frame, parts: Parts, article: Article, cast: Cast, lexicon: EventLexicon) -> list[ActorId]:
    """Return the country whose town is visited ('flew to Lima'), if the article knows it and nobody there is named."""
    place = find_place(EventType.CONSULT, frame, article)
    where = locate(*place, article, cast, lexicon.places) if place else None
    if where is None or any(cast.by_id[a].country == where.country for a in parts.everyone()):
        return []
    return [a.id for a in cast.actors if a.kind is ActorKind.COUNTRY and a.country == where.country][:1]


def _with_whom(frame: Frame, cast: Cast) -> Iterator[ActorId]:
    """Yield the partners whose 'with' the parser hung deep under the verb's object ('discussed the war in X with Y')."""
    stack = [(noun, 0) for noun in frame.objects if noun.i > frame.head.i]
    while stack:
        token, depth = stack.pop(0)
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "with":
                yield from (
                    a for c in child.children if c.dep_ == "pobj" for t in conjuncts(c) for a in actors_at(t, cast)
                )
            elif depth < _DEEPEST and child.dep_ in ("prep", "pobj", "conj"):
                stack.append((child, depth + 1))


def _name_mediators(frame: Frame, parts: Parts, cast: Cast) -> None:
    """Make mediators of those who are said to act as such in the trigger's clause ('with X and Y acting as mediators')."""
    anchor = frame.head if frame.kind == "verb" or frame.support is None else frame.support
    for token in anchor.subtree:
        if token.lemma_ in ("mediator", "mediate") and token.i > anchor.i:
            for actor in _between(token, anchor, cast):
                parts.actors = [a for a in parts.actors if a != actor]
                parts.recipients = [a for a in parts.recipients if a != actor]
                parts.add("mediators", [actor])
            return


def _between(token: Token, anchor: Token, cast: Cast) -> list[ActorId]:
    """Return whom the last 'with' phrase between the anchor and the word names."""
    withs = [t.i for t in anchor.doc[anchor.i : token.i] if t.lower_ == "with" and t.dep_ in ("prep", "mark")]
    return [m.actor for m in cast.within(withs[-1], token.i)] if withs else []


def _named_inside(actor: ActorId, frame: Frame, cast: Cast) -> list[ActorId]:
    """Return the two or more whom a group's own words name ('delegations from Chad and Mali'), else none."""
    sentence = frame.head.sent
    for mention in cast.within(sentence.start, sentence.end):
        if mention.actor == actor:
            inside = [m.actor for m in cast.within(mention.start, mention.end) if m.actor != actor]
            return list(dict.fromkeys(inside)) if len(set(inside)) > 1 else []
    return []


def _resolve_pointing(parts: Parts, before: Sequence[Act], cast: Cast) -> None:
    """Put the parties told last in the place of 'the parties', 'both sides' where the cast does not know who they are."""
    for role in (parts.actors, parts.recipients):
        if len(role) == 1 and _points(role[0], cast) and (known := _latest_parties(before)):
            role[:] = [a for a in known if a not in parts.everyone() - set(role)]


def _points(actor: ActorId, cast: Cast) -> bool:
    known = cast.by_id[actor]
    words = known.name.lower().replace("parties", "party").replace("sides", "side").split()
    return not known.members and known.country is None and words[-1] in _POINTING and len(words) <= 3


def _latest_parties(before: Sequence[Act], types: frozenset[EventType] = frozenset(EventType)) -> list[ActorId]:
    for act in reversed(before):
        if act.type in types and len(act.parts.actors) > 1:
            return [*act.parts.actors]
    return []


def _issuers(frame: Frame, before: Sequence[Act]) -> list[ActorId]:
    """Return who passed or issued the paper that speaks, by the act that told so."""
    papers = {t.lemma_.lower() for t in frame.subjects} & _PAPERS
    if not papers and frame.kind == "verb" and frame.head.dep_ == "acl" and frame.head.head.lemma_.lower() in _PAPERS:
        papers = {frame.head.head.lemma_.lower()}
    for act in reversed(before if papers else ()):
        told = {t.lemma_.lower() for t in (*act.candidate.objects, *act.candidate.frame.objects)}
        if told & papers and act.parts.actors:
            return [*act.parts.actors]
    return []


def _speaks_of_accord(frame: Frame) -> bool:
    words = {frame.head.lemma_.lower(), *(t.lemma_.lower() for t in (*frame.subjects, *frame.objects))}
    return bool(words & _ACCORDS)
