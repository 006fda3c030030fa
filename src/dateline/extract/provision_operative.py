"""Verbs that papers, or those who make them, are the subject of: "the resolution calls on", "the council urged"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_stages import keys
from dateline.extract.provision_clause import VERBAL, Clause, has_to, modal_of, sentences
from dateline.extract.provision_papers import Papers
from dateline.extract.syntax import auxiliaries, conjuncts, is_negated, is_passive, prepositional, subjects
from dateline.lexicons.provisions import OperativeRule, ProvisionLexicon
from dateline.records import Instrument, InstrumentKind, ProvisionType

_NEAR_BY = 3  # sentences between a call and the paper that it is taken to stand in


def find_operative(verb: Token, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    """Yield what a paper, or one who makes it, asks, allows or sets up by this verb."""
    rule = next((lexicon.operative[k] for k in keys(verb) if k in lexicon.operative), None)
    if rule is None or is_negated(verb) or _is_complement(verb, papers) or _needs(verb, lexicon):
        return
    doers = [] if _acted_on(verb) else _doers(verb)
    for subject in doers:
        if (instrument := papers.at(subject)) is not None:
            yield from _arguments(verb, rule, "paper", instrument)
            return
    if rule.type not in _ASKING or _acted_on(verb):
        return
    document = papers.behind(papers.said_in(verb), verb)
    for subject in doers:
        actor = cast.at(subject) or cast.covering(subject)
        name = cast.by_id[actor].name if actor else None
        if (instrument := papers.made_by(actor, name, verb)) is not None:
            yield from _arguments(verb, rule, "maker", instrument)
            return
    if document is not None:
        yield from _arguments(verb, rule, "quoted", document)
    elif doers and verb.lemma_.lower() not in ("tell", "warn"):
        last = papers.last_before(verb.doc[verb.sent.end - 1], _ASKED_IN)
        if last is not None and sentences(verb, last[0]) <= _NEAR_BY:
            yield from _arguments(verb, rule, "free", last[1])


_ASKED_IN = frozenset({InstrumentKind.STATEMENT, InstrumentKind.RESOLUTION, InstrumentKind.DRAFT_RESOLUTION})


def _doers(verb: Token) -> list[Token]:
    """Return the verb's subjects, and where it hangs on a noun the nouns that it may belong to as well.

    Parsers hang "tabled a draft at the council on Monday that would open the road" on the Monday.
    """
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "prep", "pcomp", "acl", "amod") and verb.i > verb.head.i:
        return [*_objects_above(verb), *subjects(verb)]
    if verb.dep_ in ("relcl", "ccomp", "advcl") and any(
        c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in verb.children
    ):
        return [verb.head, *_objects_above(verb)]
    return subjects(verb)


def _objects_above(verb: Token) -> list[Token]:
    """Return the noun that the verb hangs on, what that noun hangs on, and the object of the verb above them."""
    above, found = verb.head, []
    while above.pos_ not in VERBAL and above.head.i != above.i:
        found.append(above)
        above = above.head
    return [*found, *(c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i)]


def _is_complement(verb: Token, papers: Papers) -> bool:
    """Is it what a paper is to do by its name ("the decision to call for"), which is read there?"""
    return verb.dep_ in ("acl", "relcl") and has_to(verb) and papers.at(verb.head) is not None


def _needs(verb: Token, lexicon: ProvisionLexicon) -> bool:
    """Does the verb say what is needed, a condition ("will require the approval of")?"""
    words = lexicon.words.conditions
    return verb.lemma_.lower() in words.needs and any(
        c.dep_ == "dobj" and c.lemma_.lower() in words.needed for c in verb.children
    )


_ASKING = (ProvisionType.REQUEST, ProvisionType.DEMAND)


def _acted_on(verb: Token) -> bool:
    if verb.tag_ == "VBN" and not any(a.lemma_ == "have" for a in auxiliaries(verb)):
        return True
    return is_passive(verb) and not (verb.dep_ == "acl" and verb.tag_ == "VBG")


def _arguments(verb: Token, rule: OperativeRule, how: str, instrument: Instrument | None) -> Iterator[Clause]:
    """Yield a clause for each thing that the verb brings in: a clause with its doer, or a noun for an act."""
    named = f"{how}:{rule.id}"
    objects = [t for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i for t in (c,)]
    governed = [t for _, tokens in prepositional(verb) for t in tokens if t.i > verb.i]
    clauses = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i and c.pos_ in VERBAL]
    clauses += [
        c
        for noun in (*objects, *governed)
        for c in noun.children
        if c.dep_ in ("acl", "relcl") and c.pos_ in VERBAL and has_to(c)
    ]
    clauses = [c for c in clauses if has_to(c) or c.dep_ == "ccomp"]
    if not clauses and rule.type in _ASKING and governed:  # "calls on states that still hold prisoners to free them"
        clauses = [t for t in governed[0].subtree if t.pos_ == "VERB" and has_to(t)][:1]
    if clauses and rule.type not in _MAKING:
        core = clauses[0]
        doers = [t for c in core.children if c.dep_ in ("nsubj", "nsubjpass") for t in (c,)]
        bearers = doers or objects[:1] or governed[:1]
        yield Clause(named, rule.type, core, verb, tuple(bearers), instrument, modal_of(core))
        return
    acts = objects or [t for t in governed if t.pos_ in ("NOUN", "PROPN", "VERB")]
    if len(objects) == 2:
        yield Clause(named, rule.type, objects[1], verb, (objects[0],), instrument)
        return
    for act in acts[:1]:
        for core in conjuncts(act):
            yield Clause(named, rule.type, core, verb if core is act else core.left_edge, (), instrument)


# What these verbs act on is set up or ended; an infinitive after it tells only what it is for.
_MAKING = (ProvisionType.ESTABLISHMENT, ProvisionType.EXTENSION, ProvisionType.TERMINATION)
