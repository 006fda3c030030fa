"""Who plays which part in an act: actors, recipients and mediators, resolved through the cast."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.event_frames import Clause, Frame
from dateline.extract.syntax import conjuncts, is_passive, logical_objects, logical_subjects, prepositional, subjects
from dateline.lexicons.events import EventLexicon, EventRule, Part
from dateline.records import ActorId

# A group of more is listed as a group, whatever the words.
MAX_MEMBERS = 4
_POINTING = frozenset(
    {"side", "party", "country", "leader", "minister", "president", "diplomat", "nation", "government", "state"}
)
_JOINT_PREPS = ("with", "between", "among", "alongside")
_INNER_PREPS = ("to", "with", "against", "from", "on", "for", "into", "at", "in")

EXAMPLES = ("as", "like", "including")


@dataclass(slots=True)
class Parts:
    """The parts of an act while they are being filled; each actor once, in the order found."""

    actors: list[ActorId] = field(default_factory=list)
    recipients: list[ActorId] = field(default_factory=list)
    mediators: list[ActorId] = field(default_factory=list)

    def add(self, part: Part, actors: Iterable[ActorId]) -> None:
        """Put actors into a part, unless they have one already."""
        if part == "none":
            return
        into: list[ActorId] = getattr(self, part)
        for actor in actors:
            if actor not in self.actors and actor not in self.recipients and actor not in self.mediators:
                into.append(actor)  # noqa: PERF401 - each one counts for the next test

    def everyone(self) -> set[ActorId]:
        """Return all who have a part."""
        return {*self.actors, *self.recipients, *self.mediators}


def actors_at(token: Token, cast: Cast) -> list[ActorId]:
    """Return the actor at a head word; else those that its noun phrase names ('Israel's offer', 'envoys of Chad')."""
    actor = cast.at(token)
    if actor is not None:
        return stand_for(actor, token, cast)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"):
        return []
    found = [a for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod") for a in _coordinated(c, cast)]
    if found:
        return found
    for clause in (c for c in token.children if c.dep_ == "acl" and is_passive(c)):  # "bullets fired by soldiers"
        found += [a for t in logical_subjects(clause) if (a := cast.at(t)) is not None]
    if found:
        return found
    for prep in ("by", "of", "from", "between", "in"):
        for word, tokens in prepositional(token):
            if word == prep and (found := [a for t in tokens if (a := cast.at(t)) is not None]):
                return found
    return found


def fill_parts(rule: EventRule, frame: Frame, objects: Iterable[Token], cast: Cast, lexicon: EventLexicon) -> Parts:
    """Return who plays which part by the rule and its type's defaults."""
    defaults = lexicon.defaults[rule.type]
    joint = defaults.joint if rule.joint is None else rule.joint
    subject: Part = rule.subject or defaults.subject
    obj: Part = rule.object or ("actors" if joint else defaults.object)
    preps: dict[str, Part] = dict(defaults.noun_preps if frame.kind == "noun" else defaults.verb_preps)
    if joint:
        preps |= dict.fromkeys(_JOINT_PREPS, "actors")
    preps |= rule.preps
    parts = Parts()
    parts.add(subject, _all(frame.subjects, cast, strict=frame.kind == "noun"))
    if frame.kind == "verb":
        parts.add(obj, _all(objects, cast))
    for word, tokens in frame.preps:
        parts.add(preps.get(word, "none"), _all(tokens, cast))
    doers = any(cast.at(t) is not None for t in frame.subjects)
    if frame.kind == "noun" and (not parts.actors or (joint and not doers and len(parts.actors) == 1)):
        _from_support(parts, frame, subject, obj, cast, lexicon)
    if not parts.recipients and obj == "recipients":
        parts.add("recipients", _from_clauses(frame.clauses, cast))
    return parts


def stand_for(actor: ActorId, token: Token, cast: Cast) -> list[ActorId]:
    """Return the members of a small group that the words only point at ('they', 'the two sides'), else the actor."""
    members = cast.members(actor)
    mention = cast.mention_at(token)
    if len(members) > MAX_MEMBERS or mention is None or members == (actor,):
        return [actor]
    inside = {m.actor for m in cast.within(mention.start, mention.end)}
    if inside >= set(members) or token.pos_ in ("PRON", "NUM", "DET") or token.lemma_ in _POINTING:
        return list(members)
    return [actor]


def spelt_out(token: Token, cast: Cast) -> list[ActorId]:
    """Return the two or more whom a plural noun spells out ('states such as Chad and Mali', 'two states, Chad and Mali')."""
    if token.tag_ not in ("NNS", "NNPS"):
        return []
    named: list[Token] = []
    for child in token.children:
        if child.dep_ == "appos":
            named += conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ in EXAMPLES:
            named += [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
    whole = cast.at(token)
    found = list(dict.fromkeys(a for t in named if (a := cast.at(t)) is not None and a != whole))
    return found if len(found) > 1 else []


def _all(tokens: Iterable[Token], cast: Cast, *, strict: bool = False) -> Iterator[ActorId]:
    for token in tokens:
        if strict:
            actor = cast.at(token)
            yield from [actor] if actor is not None else []
        else:
            yield from actors_at(token, cast)


def _coordinated(token: Token, cast: Cast) -> Iterator[ActorId]:
    for each in conjuncts(token):
        actor = cast.at(each)
        if actor is not None:
            yield actor


def _from_support(parts: Parts, frame: Frame, subject: Part, obj: Part, cast: Cast, lexicon: EventLexicon) -> None:
    """Take the noun's missing doer from the verb that carries it, or that it is the occasion of."""
    verb, noun = frame.support, frame.head
    if verb is None:
        return
    doers = list(_all(logical_subjects(verb), cast))
    if noun.dep_ in ("dobj", "nsubjpass", "attr", "conj"):
        if verb.lemma_ in lexicon.inverse_verbs:
            parts.add(obj, doers)
            parts.add(subject, (a for w, ts in prepositional(verb) if w in ("from", "by") for a in _all(ts, cast)))
        elif verb.lemma_ in lexicon.light_verbs:
            parts.add(subject, doers)
    elif noun.dep_ == "pobj" and noun.head.lower_ in lexicon.occasion_preps and noun.head.head is verb:
        parts.add(subject, _all(logical_objects(verb) if is_passive(verb) else doers_of(verb), cast))
    elif noun.dep_ in ("nsubj", "nsubjpass"):
        parts.add(obj, _all(logical_objects(verb) if noun.dep_ == "nsubj" else (), cast))


def doers_of(verb: Token) -> list[Token]:
    """Return the verb's logical subjects, or those of the verb that governs it where it has none."""
    return logical_subjects(verb) or subjects(verb)


def _from_clauses(clauses: Iterable[Clause], cast: Cast) -> Iterator[ActorId]:
    """Yield whom a complement's act is meant for: the other doer ('wants X to'), or the one it is done to."""
    for clause in clauses:
        verb = clause.verb
        if not clause.own:
            doers = (
                list(_all(subjects(verb), cast)) if not is_passive(verb) else list(_all(logical_subjects(verb), cast))
            )
            if doers:
                yield from doers
                return
        yield from _all(logical_objects(verb), cast)
        for word, tokens in prepositional(verb):
            if word in _INNER_PREPS:
                yield from _all(tokens, cast)
