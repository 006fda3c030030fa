"""What a paper is to do by its name ("an agreement to restart"), and what parties bind themselves to ("agreed to")."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_stages import keys
from dateline.extract.provision_clause import VERBAL, Clause, has_to
from dateline.extract.provision_papers import Papers
from dateline.extract.syntax import is_negated, is_passive, prepositional, subjects
from dateline.lexicons.provisions import ProvisionLexicon
from dateline.records import InstrumentKind, ProvisionType

_PLEDGED = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.STATEMENT, InstrumentKind.DECISION, InstrumentKind.PLAN})
_TOPICAL = (InstrumentKind.RESOLUTION, InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.STATEMENT)
_NEAR = 40  # tokens between a pledge and the paper that holds it


def find_complements(doc: Doc, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    """Yield what the papers are to do by the infinitives and gerunds that complete their nouns."""
    for i in papers.items():
        noun = doc[i]
        instrument = papers.at(noun)
        if instrument is None:
            continue
        for core in _complement_cores(noun, instrument.kind):
            type_ = ProvisionType.REQUEST if noun.lemma_.lower() in _ASKED else ProvisionType.OBLIGATION
            if is_passive(core) or any(papers.at(c) for c in core.children if c.dep_ == "dobj"):
                continue  # "the accord to be signed", "a resolution to back the plan": not what the paper says
            yield Clause(f"noun:{core.dep_}", type_, core, noun.left_edge, _parties(noun), instrument)


_ASKED = frozenset({"proposal", "recommendation", "appeal", "request", "letter"})


def _complement_cores(noun: Token, kind: InstrumentKind) -> Iterator[Token]:
    # A resolution "on ending the war" only has its topic there.
    preps = ("for", "of", "to") if kind in _TOPICAL else ("on", "for", "of", "to", "about")
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ in VERBAL and has_to(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ in preps:
            for inner in child.children:
                first = inner.left_edge.i == child.i + 1
                if first and (inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and inner.tag_ == "VBG")):
                    yield inner
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        for child in verb.children:
            if child.dep_ in ("advcl", "xcomp") and child.i > noun.i and has_to(child):
                yield child
            elif child.dep_ == "prep" and child.i > noun.i and child.lower_ in ("on", "for"):
                yield from (c for c in child.children if c.dep_ == "pcomp")


def _parties(noun: Token) -> tuple[Token, ...]:
    """Return who is to act by an agreement: those who concluded it."""
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and not is_passive(noun.head):
        return tuple(subjects(noun.head)[:1])
    for word, tokens in prepositional(noun):
        if word in ("between", "by", "of") and tokens:
            return (tokens[0],)
    return ()


def find_pledges(verb: Token, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    """Yield what the verb's subjects bind themselves to, where a paper holds it or they agree on it together."""
    rule = next((lexicon.pledges[k] for k in keys(verb) if k in lexicon.pledges), None)
    if rule is None or is_negated(verb):
        return
    doers = subjects(verb)
    if not any(cast.at(t) is not None or cast.covering(t) is not None or t.pos_ == "PRON" for t in doers):
        return
    joint = len(doers) > 1 or any(t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "both", "we") for t in doers)
    for core in _pledged_cores(verb):
        own = [t for c in core.children if c.dep_ in ("nsubj", "nsubjpass") for t in (c,)]
        near = papers.last_before(verb.doc[min(core.right_edge.i, len(verb.doc) - 1)], _PLEDGED)
        held = near[1] if near is not None and verb.i - near[0] < _NEAR else None
        if held is None and not (joint and verb.lemma_.lower() in ("agree", "reach")):
            continue
        yield Clause(f"pledge:{rule.id}", rule.type, core, doers[0].left_edge, tuple(own or doers[:1]), held)


def _pledged_cores(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.i < verb.i or (child.lemma_ == "be" and not has_to(child)):
            continue
        if (
            child.dep_ in ("xcomp", "ccomp", "advcl")
            and child.pos_ in VERBAL
            and (has_to(child) or child.dep_ == "ccomp")
        ):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("on", "to"):
            yield from _gerunds(child)
        elif child.dep_ == "dobj" and child.lemma_.lower() == "agreement":  # "reached agreement on opening"
            for prep in child.children:
                if prep.dep_ == "prep" and prep.lower_ == "on":
                    yield from _gerunds(prep)


def _gerunds(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pcomp" or (child.dep_ == "pobj" and child.tag_ == "VBG"):
            yield child
            yield from (c for c in child.conjuncts if c.tag_ == "VBG" and c.i > child.i)
