"""What stands around a word that may show an act: its subjects, objects, prepositions and clauses, as one value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.extract.syntax import (
    antecedent,
    conjuncts,
    governor,
    is_negated,
    is_passive,
    logical_objects,
    logical_subjects,
    prepositional,
    subjects,
)

Kind = Literal["verb", "noun", "adjective"]
Prep = tuple[str, tuple[Token, ...]]
# Verbs of complements that only colour the act: what is meant is their own complement ('insisted that X agree to go').
_TRANSPARENT = frozenset(
    {"agree", "be", "have", "begin", "start", "continue", "try", "help", "go", "get", "want", "let"}
)
# Prepositions whose gerund tells of another act, not of what the verb means ('agreed after visiting').
_CIRCUMSTANCES = frozenset(
    {"after", "before", "since", "by", "while", "without", "despite", "when", "following", "until"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in complement: its verb, its form, and whether it is the subject's own act or another's."""

    verb: Token
    form: Literal["infinitive", "that", "gerund"]
    own: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger's head and what hangs on it. For a light verb with its noun, both share one frame.

    subjects, objects: the doer's and the undergoer's heads, whatever the voice. preps: in text order.
    support: the verb that carries or governs a noun ("held" of "held talks"), else None.
    """

    head: Token
    kind: Kind
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    preps: tuple[Prep, ...]
    clauses: tuple[Clause, ...]
    support: Token | None = None


def verb_frame(verb: Token) -> Frame:
    """Return what stands around a verb, in whatever form it has."""
    if verb.dep_ == "amod":  # "Algerian-backed rebels", "kidnapped soldiers"
        return Frame(verb, "verb", tuple(_left(verb)), tuple(conjuncts(verb.head)[:1]), (), ())
    objects = list(logical_objects(verb))
    for child in verb.children:
        if child.dep_ in ("oprd", "attr") or (child.dep_ == "dobj" and is_passive(verb)):  # "was given a warning"
            objects += conjuncts(child)
        elif child.dep_ == "ccomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            objects += [t for c in child.children if c.dep_ == "nsubj" for t in conjuncts(c)]  # "allowed them to go"
    preps = [(word, tuple(tokens)) for word, tokens in prepositional(verb) if tokens]
    preps += [(w, tuple(ts)) for o in objects if o.dep_ == "dobj" for w, ts in prepositional(o) if ts]
    return Frame(verb, "verb", tuple(logical_subjects(verb)), tuple(objects), tuple(preps), tuple(_clauses(verb)))


def noun_frame(noun: Token) -> Frame:
    """Return what stands around a noun: possessor and modifiers as subjects, prepositions, clauses that hang on it."""
    preps = [(word, tuple(tokens)) for word, tokens in prepositional(noun) if tokens]
    for clause in (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ in ("VERB", "AUX")):
        preps += [(word, tuple(tokens)) for word, tokens in prepositional(clause) if tokens]
    support = governor(noun)
    if support is not None and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        preps += [(word, tuple(tokens)) for word, tokens in prepositional(support) if tokens]
    return Frame(noun, "noun", tuple(_left(noun)), (), tuple(preps), tuple(_clauses(noun)), support)


def adjective_frame(adjective: Token) -> Frame:
    """Return what stands around a predicate adjective: the subject of its 'be', its prepositions and clauses."""
    copula = adjective.head if adjective.dep_ in ("acomp", "oprd", "conj", "attr") else adjective
    doers = [t for c in copula.children if c.dep_ in ("nsubj", "nsubjpass") for t in conjuncts(antecedent(c))]
    if not doers and copula is not adjective:
        doers = subjects(copula)
    preps = [(word, tuple(tokens)) for word, tokens in prepositional(adjective) if tokens]
    clauses = [*_clauses(adjective), *(c for c in _clauses(copula) if c.verb.i > adjective.i)]
    return Frame(adjective, "adjective", tuple(doers), (), tuple(preps), tuple(clauses), copula)


def deep_verbs(clause: Clause) -> Iterator[Token]:
    """Yield the verb of a clause and those it shares its place with, or those that it only colours."""
    seen: set[int] = set()
    stack = [v for v in conjuncts(clause.verb) if v.tag_ == clause.verb.tag_]
    while stack:
        verb = stack.pop(0)
        if verb.i in seen:
            continue
        seen.add(verb.i)
        yield verb
        if verb.lemma_ in _TRANSPARENT:
            stack += [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("VERB", "AUX")]
            yield from (c for c in verb.children if c.dep_ == "acomp")  # 'that he was guilty'


def negated(frame: Frame) -> bool:
    """Do the words say 'not' of the trigger: on itself, on the verb that carries it, or 'no' on its object?"""
    head = frame.head
    if is_negated(head) or (frame.kind == "adjective" and frame.support is not None and is_negated(frame.support)):
        return True
    if frame.kind == "verb":
        return any(_has_no(o) for o in frame.objects if o.i > head.i)
    support = frame.support
    return support is not None and head.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and is_negated(support)


def _has_no(noun: Token) -> bool:
    return any(c.lower_ == "no" and c.dep_ in ("det", "neg") for c in noun.children)


def _left(token: Token) -> Iterator[Token]:
    """Yield the possessors, compounds and adjectives before a word, coordinations spread out."""
    for child in token.lefts:
        if child.dep_ in ("poss", "compound", "amod", "nmod", "npadvmod", "nsubj"):
            yield from conjuncts(antecedent(child))


def _clauses(token: Token) -> Iterator[Clause]:
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and child.pos_ in ("VERB", "AUX", "ADJ"):
            if (clause := _clause(token, child)) is not None:
                yield clause
        elif child.dep_ == "prep" and child.lower_ not in _CIRCUMSTANCES:
            for verb in (c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"):
                yield Clause(verb, "gerund", own=True)


def _clause(governing: Token, verb: Token) -> Clause | None:
    children = list(verb.children)
    to = any(c.lower_ == "to" and c.dep_ in ("aux", "mark") for c in children)
    doers = [c for c in children if c.dep_ in ("nsubj", "nsubjpass", "expl")]
    if to and (verb.dep_ != "advcl" or _has_object(governing)):
        return Clause(verb, "infinitive", own=not doers and not _has_object(governing))
    if verb.dep_ == "ccomp" or (verb.dep_ == "acl" and any(c.lower_ == "that" for c in children)):
        return Clause(verb, "that", own=_same_doer(governing, doers))
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return Clause(verb, "gerund", own=not doers)
    return None


def _has_object(verb: Token) -> bool:
    return any(
        c.dep_ in ("dobj", "dative") or (c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "for"))
        for c in verb.children
    )


def _same_doer(governing: Token, doers: Iterable[Token]) -> bool:
    """Is the clause's subject a pronoun that may stand for the subject of the verb that governs it?"""
    return all(d.lower_ in ("it", "he", "she", "they", "we", "i") for d in doers)
