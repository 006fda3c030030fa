"""Doc -> candidates: which rules of the lexicon a word may fire, the most specific first, and on which conditions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import actors_at
from dateline.extract.event_frames import Frame, adjective_frame, deep_verbs, negated, noun_frame, verb_frame
from dateline.extract.syntax import auxiliaries
from dateline.lexicons.events import EventLexicon, EventRule, TriggerEntry
from dateline.records import ActorKind

# How far the noun may stand from its light verb for both to be one trigger.
MAX_TRIGGER = 6
_ANY = "*"
# 'A suspension of aid' is no aid, as 'a series of talks' is talks.
_UNDOING = frozenset(
    {
        *("suspension", "halt", "end", "freeze", "cut", "cessation", "withdrawal", "reduction", "cancellation", "lack"),
        *(
            "termination",
            "lifting",
            "failure",
            "absence",
            "resumption",
            "removal",
            "stop",
            "ban",
            "breach",
            "violation",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that may fire at a word.

    words: what shows the act, in text order. objects: what the trigger acts on (the preposition's object for "call
    for"); met: the objects that the rule asks for by name.
    """

    rule: EventRule
    frame: Frame
    words: tuple[Token, ...]
    objects: tuple[Token, ...]
    met: tuple[Token, ...] = ()


def find_candidates(doc: Doc, cast: Cast, lexicon: EventLexicon) -> Iterator[list[Candidate]]:
    """Yield for each word that may be a trigger its matching rules, the most specific first."""
    for token in doc:
        entries, build = entries_at(token, cast, lexicon)
        if any(e.words for e in entries):
            near = _words_near(token, lexicon)
            entries = [e for e in entries if not e.words or e.words[0] in near]
        if entries:
            frame = build(token)
            matches = [c for e in entries if (c := match_rule(e, frame, cast, lexicon)) is not None]
            if matches:
                yield matches


def _words_near(token: Token, lexicon: EventLexicon) -> set[str]:
    """Return the words that hang on the token: a rule whose first further word is not among them cannot fire."""
    return {word for child in token.children for word in (child.lower_, lemma(child, lexicon))}


def lemma(token: Token, lexicon: EventLexicon) -> str:
    """Return the word's lemma as the rules write it: lower-case, the model's known slips mended."""
    low = token.lemma_.lower()
    return lexicon.lemmas.get(low, low)


def entries_at(
    token: Token, cast: Cast, lexicon: EventLexicon
) -> tuple[Sequence[TriggerEntry], Callable[[Token], Frame]]:
    """Return the rules that the word may trigger, the most specific first, and what tells what stands around it."""
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "compound"):
        if token.dep_ == "amod" and not any(cast.at(t) is not None for t in token.lefts):
            return (
                (),
                verb_frame,
            )  # 'a failed state' names a kind of state; 'Algerian-backed rebels' says who backs them
        entries = _of_phrasal(token, lexicon.verbs.get(lemma(token, lexicon), ()))
        if _ANY in lexicon.verbs and any(a.tag_ == "MD" for a in auxiliaries(token)):
            entries = sorted((*entries, *lexicon.verbs[_ANY]), key=lambda e: e.rank)
        if entries:
            return entries, verb_frame
        return lexicon.adjectives.get(token.lower_, ()), adjective_frame
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
        return lexicon.nouns.get(lemma(token, lexicon), ()), noun_frame
    if token.pos_ == "ADJ" and token.dep_ not in ("amod", "compound"):
        return lexicon.adjectives.get(token.lower_, ()), adjective_frame
    return (), adjective_frame


def _of_phrasal(verb: Token, entries: Sequence[TriggerEntry]) -> Sequence[TriggerEntry]:
    """Return the entries that a verb with its particle may trigger: 'called off' none of those of 'call'."""
    if not entries:
        return entries
    particles = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    return [e for e in entries if e.words and e.words[0] in particles] or entries if particles else entries


def match_rule(entry: TriggerEntry, frame: Frame, cast: Cast, lexicon: EventLexicon) -> Candidate | None:
    """Return the rule with its words if all its conditions but `needs` hold at the frame."""
    rule = entry.rule
    if frame.kind == "noun":
        words = _modifiers_of(frame.head, entry.words, lexicon)
    else:
        words = _chain(frame.head, entry.words, lexicon)
    if words is None:
        return None
    objects = _objects(frame, words)
    if _silenced(rule, frame, objects, lexicon):
        return None
    met = tuple(o for o in objects if _named(o, rule.objects, lexicon)) if rule.objects else ()
    if (rule.objects and not met) or not _holds(rule, frame, objects, cast, lexicon):
        return None
    return Candidate(rule, frame, _trigger_words(frame, words, met, lexicon), objects, met)


def _chain(verb: Token, wanted: Sequence[str], lexicon: EventLexicon) -> list[Token] | None:
    """Return the words that hang, one after the other, on the verb or on the one before; None if one is missing."""
    found: list[Token] = []
    for word in wanted:
        hosts = [*found[-1:], verb]
        here = (
            child
            for host in hosts
            for child in host.children
            if (child.i > verb.i or child.dep_ == "advmod")
            and child.dep_
            in ("prt", "prep", "agent", "dobj", "pobj", "advmod", "acomp", "dative", "attr", "npadvmod", "oprd")
            and word in (child.lower_, lemma(child, lexicon))
        )
        child = next(here, None)
        if child is None:
            return None
        found.append(child)
    return found


def _modifiers_of(noun: Token, wanted: Sequence[str], lexicon: EventLexicon) -> list[Token] | None:
    found = []
    for word in wanted:
        here = (
            c
            for c in noun.lefts
            if c.dep_ in ("compound", "amod", "nmod", "poss") and word in (c.lower_, lemma(c, lexicon))
        )
        child = next(here, None)
        if child is None:
            return None
        found.append(child)
    return found


def _objects(frame: Frame, words: Sequence[Token]) -> tuple[Token, ...]:
    """Return what the trigger acts on: for 'call for' the object of 'for', for a noun all its prepositions' objects."""
    if frame.kind != "verb":
        own = [c for c in frame.head.lefts if c.dep_ == "compound"]
        return (*(t for _, tokens in frame.preps for t in tokens), *own)
    if words and words[-1].dep_ in ("prep", "agent"):
        last = words[-1]
        governed = [t for c in last.children if c.dep_ in ("pobj", "pcomp") for t in (c, *c.conjuncts)]
        return (*governed, *frame.objects)
    return frame.objects


def _named(token: Token, lemmas: frozenset[str], lexicon: EventLexicon) -> bool:
    """Is the word, its compound or its 'of' complement ('a series of talks') one of these lemmas?"""
    if not lemmas:
        return False
    own = lemma(token, lexicon)
    if own in lemmas:
        return True
    for child in token.children:
        if child.dep_ in ("compound", "amod"):
            low = lemma(child, lexicon)
            if (child.dep_ == "compound" and low in lemmas) or f"{low} {own}" in lemmas:
                return True
        if (
            child.dep_ == "prep"
            and child.lower_ == "of"
            and own not in _UNDOING
            and any(lemma(c, lexicon) in lemmas for c in child.children)
        ):
            return True
    return False


def _silenced(rule: EventRule, frame: Frame, objects: Sequence[Token], lexicon: EventLexicon) -> bool:
    if rule.without_objects and any(_named(o, rule.without_objects, lexicon) for o in objects):
        return True
    if rule.without_subjects and any(lemma(s, lexicon) in rule.without_subjects for s in frame.subjects):
        return True
    if rule.without_preps and any(word in rule.without_preps for word, _ in frame.preps):
        return True
    return bool(rule.without_modifiers) and _modified(frame, objects, rule.without_modifiers, lexicon)


def _holds(rule: EventRule, frame: Frame, objects: Sequence[Token], cast: Cast, lexicon: EventLexicon) -> bool:
    """Do all the rule's conditions but `objects` and `needs` hold?"""
    if rule.negated is not None and rule.negated != negated(frame):
        return False
    if rule.transitive is not None and rule.transitive != bool(frame.objects):
        return False
    if rule.subjects and not any(_named(s, rule.subjects, lexicon) for s in frame.subjects):
        return False
    if rule.with_preps and not any(word in rule.with_preps for word, _ in frame.preps):
        return False
    if rule.modifiers and not _modified(frame, objects, rule.modifiers, lexicon):
        return False
    if rule.modals and not any(a.lower_ in rule.modals for a in auxiliaries(frame.head)):
        return False
    if rule.object_kinds and not _of_kind(objects, rule.object_kinds, cast):
        return False
    if rule.subject_kinds and not _of_kind(frame.subjects, rule.subject_kinds, cast):
        return False
    return _complement_holds(rule, frame, lexicon)


def _complement_holds(rule: EventRule, frame: Frame, lexicon: EventLexicon) -> bool:
    clauses = frame.clauses
    if rule.complement:
        clauses = tuple(
            c for c in clauses if c.form in rule.complement or ("own" if c.own else "other") in rule.complement
        )
        if not clauses:
            return False
    if not rule.complement_verbs:
        return True
    return any(lemma(v, lexicon) in rule.complement_verbs for c in clauses for v in deep_verbs(c))


def _modified(frame: Frame, objects: Iterable[Token], lemmas: frozenset[str], lexicon: EventLexicon) -> bool:
    nouns = [frame.head] if frame.kind == "noun" else objects
    return any(
        c.dep_ in ("amod", "compound", "nmod", "poss") and (lemma(c, lexicon) in lemmas or c.lower_ in lemmas)
        for noun in nouns
        for c in noun.children
    )


def _of_kind(tokens: Iterable[Token], kinds: frozenset[ActorKind], cast: Cast) -> bool:
    """Is one of the words an actor of these kinds? One whose kind is not known must be named by the word itself."""
    for token in tokens:
        for actor in actors_at(token, cast):
            if not kinds.isdisjoint(cast.kinds(actor)) and (actor in cast.by_id or cast.at(token) == actor):
                return True
    return False


def _trigger_words(
    frame: Frame, words: Sequence[Token], met: Sequence[Token], lexicon: EventLexicon
) -> tuple[Token, ...]:
    """Return the words that show the act: the head, its particles, and the noun that a light verb carries."""
    found = [frame.head, *(w for w in words if abs(w.i - frame.head.i) <= MAX_TRIGGER)]
    carries = lemma(frame.head, lexicon) in lexicon.light_verbs | lexicon.inverse_verbs
    if frame.kind == "verb" and met and carries:
        found += [m for m in met if abs(m.i - frame.head.i) <= MAX_TRIGGER][:1]
    return tuple(sorted(found, key=lambda t: t.i))
