"""Doc -> Clause: the clauses in which a paper makes or lets anyone do something. Verbs are data (provisions.toml)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_stages import keys
from dateline.extract.provision_papers import Papers
from dateline.extract.syntax import auxiliaries, conjuncts, is_negated, is_passive, prepositional, subjects
from dateline.lexicons.provisions import OperativeRule, ProvisionLexicon
from dateline.records import Instrument, InstrumentKind, ProvisionType

_VERBAL = ("VERB", "AUX")
_BINDING = frozenset(
    {
        InstrumentKind.AGREEMENT,
        InstrumentKind.TREATY,
        InstrumentKind.PLAN,
        InstrumentKind.DECISION,
        InstrumentKind.RESOLUTION,
        InstrumentKind.DRAFT_RESOLUTION,
    }
)
_PLEDGED = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.STATEMENT, InstrumentKind.DECISION, InstrumentKind.PLAN})
# A paper's content may be told on for so many sentences without its being named again.
_TOLD_ON = 6
_NEAR_BY = 3
_NEAR = 40  # tokens between a pledge and the paper that holds it


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision as the words have it.

    how: by which construction it was found. core: the verb or noun of the action. lead: the first word of what shows
    it. bearers: who is to act, or is let act.
    """

    how: str
    type: ProvisionType
    core: Token
    lead: Token
    bearers: tuple[Token, ...]
    instrument: Instrument | None
    modal: str = ""


def find_clauses(doc: Doc, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> list[Clause]:
    """Return the clauses in text order, one for each core and for each condition on it."""
    found: dict[tuple[int, bool], Clause] = {}
    verbs = [t for t in doc if t.pos_ in _VERBAL and t.dep_ not in ("aux", "auxpass")]
    asked = list(chain.from_iterable(_operative(v, papers, cast, lexicon) for v in verbs))
    leads = {c.lead.i for c in asked}
    ways = (
        asked,
        _complements(doc, papers, lexicon),
        chain.from_iterable(_pledged(v, papers, cast, lexicon) for v in verbs),
        chain.from_iterable(_conditions(v, papers, lexicon) for v in verbs),
        chain.from_iterable(_modal(v, papers, lexicon) for v in verbs if v.i not in leads),
    )
    for clause in chain.from_iterable(ways):
        found.setdefault((clause.core.i, clause.type is ProvisionType.CONDITION), _typed(clause, lexicon))
    return sorted(found.values(), key=lambda c: (c.lead.i, c.core.i))


def _typed(clause: Clause, lexicon: ProvisionLexicon) -> Clause:
    """Return the clause with the type that its own words give: to set up is an establishment, whoever agrees to it."""
    core = clause.core
    if clause.type is not ProvisionType.OBLIGATION:
        return clause
    if any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.words.modals.rights for c in core.children):
        return replace(clause, type=ProvisionType.AUTHORIZATION)
    if _modal_of(core) in lexicon.words.modals.authorization:
        return replace(clause, type=ProvisionType.AUTHORIZATION)
    text = core.doc[core.left_edge.i : core.right_edge.i + 1].text.lower()
    if any(phrase in text for phrase in lexicon.words.exchanges.phrases):
        return replace(clause, type=ProvisionType.EXCHANGE)
    names = set(keys(core)) if core.pos_ in _VERBAL else {core.lemma_.lower()}
    for name, words in lexicon.words.acts.items():
        if names & words:
            return replace(clause, type=name)
    return clause


# ---------------------------------------------------------------- a paper, or its maker, requires, asks, allows


def _operative(verb: Token, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> Iterator[Clause]:
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
    document = papers.behind(papers.said_in(verb), verb, verb.doc)
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
        if last is not None and _sentences(verb, last[0]) <= _NEAR_BY:
            yield from _arguments(verb, rule, "free", last[1])


_ASKED_IN = frozenset({InstrumentKind.STATEMENT, InstrumentKind.RESOLUTION, InstrumentKind.DRAFT_RESOLUTION})


def _doers(verb: Token) -> list[Token]:
    """Return the verb's subjects; a participle is that of the noun before it ("adopted a plan, providing for")."""
    if verb.tag_ == "VBG" and verb.dep_ in ("prep", "acl", "amod") and verb.head.pos_ in ("NOUN", "PROPN"):
        return [verb.head]
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "prep") and verb.i > verb.head.i:
        return [*(c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")), *subjects(verb)]
    return subjects(verb)


def _is_complement(verb: Token, papers: Papers) -> bool:
    """Is it what a paper is to do by its name ("the decision to call for"), which is read there?"""
    return verb.dep_ in ("acl", "relcl") and _has_to(verb) and papers.at(verb.head) is not None


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
    clauses = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i and c.pos_ in _VERBAL]
    clauses += [
        c
        for noun in (*objects, *governed)
        for c in noun.children
        if c.dep_ in ("acl", "relcl") and c.pos_ in _VERBAL and _has_to(c)
    ]
    clauses = [c for c in clauses if _has_to(c) or c.dep_ in ("ccomp",)]
    if clauses:
        core = clauses[0]
        doers = [t for c in core.children if c.dep_ in ("nsubj", "nsubjpass") for t in (c,)]
        bearers = doers or objects[:1] or governed[:1]
        yield Clause(named, rule.type, core, verb, tuple(bearers), instrument, _modal_of(core))
        return
    acts = objects or [t for t in governed if t.pos_ in ("NOUN", "PROPN", "VERB")]
    if len(objects) == 2:
        yield Clause(named, rule.type, objects[1], verb, (objects[0],), instrument)
        return
    for act in acts[:1]:
        for core in conjuncts(act):
            yield Clause(named, rule.type, core, verb if core is act else core.left_edge, (), instrument)


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


# ---------------------------------------------------------------- "an agreement to restart", "plans for merging"


def _complements(doc: Doc, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    for i in papers.items():
        noun = doc[i]
        instrument = papers.at(noun)
        if instrument is None:
            continue
        for core in _complement_cores(noun):
            type_ = ProvisionType.REQUEST if noun.lemma_.lower() in _ASKED else ProvisionType.OBLIGATION
            if is_passive(core) or any(papers.at(c) for c in core.children if c.dep_ == "dobj"):
                continue  # "the accord to be signed", "a resolution to back the plan": not what the paper says
            yield Clause(f"noun:{core.dep_}", type_, core, noun.left_edge, _parties(noun), instrument)


_ASKED = frozenset({"proposal", "recommendation", "appeal", "request", "letter"})


def _complement_cores(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ in _VERBAL and _has_to(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("on", "for", "of", "to", "about"):
            for inner in child.children:
                if inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and inner.tag_ == "VBG"):
                    yield inner
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        for child in verb.children:
            if child.dep_ in ("advcl", "xcomp") and child.i > noun.i and _has_to(child):
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


# ---------------------------------------------------------------- "they agreed to", "the board decided that"


def _pledged(verb: Token, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> Iterator[Clause]:
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
        if child.i < verb.i:
            continue
        if (
            child.dep_ in ("xcomp", "ccomp", "advcl")
            and child.pos_ in _VERBAL
            and (_has_to(child) or child.dep_ == "ccomp")
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


# ---------------------------------------------------------------- "unless", "must be approved by"


def _conditions(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    words = lexicon.words.conditions
    mark = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in words.marks), None)
    doers = tuple(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    lead = doers[0].left_edge if doers else verb
    how = ""
    if mark is not None and verb.dep_ == "advcl":
        if any(_is_hypothetical(above) for above in (verb.head, verb.head.head)):
            how, lead = mark.lower_, mark
    elif verb.dep_ in ("acl", "ccomp", "pcomp") and _condition_noun(verb, lexicon):
        how, lead = "noun", verb.head
    elif _modal_of(verb) in _STRICT and (before := _before(verb)):
        how = before
    elif _modal_of(verb) and any(t.lemma_.lower() in words.defaults for t in doers):
        how = "default"
    elif any(k in words.needs for k in keys(verb)) and not is_negated(verb):
        needed = (c for c in verb.children if c.dep_ == "ccomp" or c.lemma_.lower() in words.needed)
        how = next((f"need:{c.dep_}" for c in needed if c.dep_ in ("dobj", "ccomp")), "")
    if how:
        held = next((i for t in doers if (i := papers.at(t)) is not None), None) or _teller(verb, papers)
        yield Clause(f"condition:{how}", ProvisionType.CONDITION, verb, lead, doers, held, _modal_of(verb))


def _condition_noun(verb: Token, lexicon: ProvisionLexicon) -> bool:
    """Does the clause say what a condition is ("on condition that", "a prerequisite of")?"""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return above.lemma_.lower() in lexicon.words.conditions.nouns


def _teller(verb: Token, papers: Papers) -> Instrument | None:
    """Return the paper whose content is being told: the document that says it, else the one just spoken of."""
    said = papers.said_in(verb)
    if said is not None:
        return papers.behind(said, verb, verb.doc)
    last = papers.last_before(verb, _BINDING)
    return last[1] if last is not None and _sentences(verb, last[0]) <= 1 else None


_STRICT = ("must", "will", "should", "can", "shall", "would")
_APPROVING = frozenset({"approve", "ratify", "endorse", "confirm", "adopt"})


def _before(verb: Token) -> str:
    """Return what makes a duty a condition: that it comes before something else, or that somebody is to approve."""
    for child in verb.children:
        if child.dep_ in ("advcl", "prep") and child.i > verb.i:
            marks = [child.lower_, *(c.lower_ for c in child.children if c.dep_ == "mark")]
            if "before" in marks or "without" in marks:
                return "before"
    return "approve" if is_passive(verb) and verb.lemma_.lower() in _APPROVING else ""


def _is_hypothetical(verb: Token) -> bool:
    return any(a.lower_ in _HYPOTHETICAL for a in auxiliaries(verb)) or is_negated(verb)


_HYPOTHETICAL = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "wo", "'ll", "must"})


# ---------------------------------------------------------------- "under the accord, X will"; "X shall", the treaty says


def _modal(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    modal = _modal_of(verb)
    words = lexicon.words.modals
    lemma = verb.lemma_.lower()
    core = verb
    if lemma in words.rights or lemma in words.carriers:
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and _has_to(c)), None)
        if inner is not None and (is_passive(verb) or lemma in ("be", "have")):
            core = inner
            modal = "right" if lemma in words.rights else modal or "carrier"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in (words.rights | words.carriers):
        return
    if verb.lemma_.lower() in lexicon.words.sources.telling:
        return
    how, instrument = _source(verb, papers, lexicon)
    if instrument is None or (not modal and how != "under"):
        return
    doers = tuple(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj"))
    if not doers and verb.dep_ == "acl" and verb.tag_ == "VBN" and how == "under":
        doers = (verb.head,)  # "a commission set up under the accord"
    if not doers and verb.dep_ == "conj":
        doers = tuple(subjects(verb)[:1])
    if not doers:
        return
    right = modal in words.authorization or modal == "right"
    type_ = ProvisionType.AUTHORIZATION if right else ProvisionType.OBLIGATION
    if how == "document" and instrument.kind is InstrumentKind.STATEMENT and not right and modal in ("must", "should"):
        type_ = ProvisionType.DEMAND if modal == "must" else ProvisionType.REQUEST
    yield Clause(how, type_, core, doers[0].left_edge, doers, instrument, modal)


def _modal_of(verb: Token) -> str:
    return next((a.lower_ for a in auxiliaries(verb) if a.tag_ == "MD"), "")


def _source(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> tuple[str, Instrument | None]:
    """Return how the clause is tied to a paper, and the paper."""
    if (named := _named_source(verb, papers, lexicon)) is not None:
        return "under", named
    said, modal = papers.said_in(verb), _modal_of(verb)
    document = papers.behind(said, verb, verb.doc)
    if document is not None:
        if document.kind is InstrumentKind.STATEMENT and modal not in ("shall", "must", "should"):
            return "", None
        return "document", document
    last = papers.last_before(verb, _BINDING)
    if last is None or not _tells_on(verb, papers) or _sentences(verb, last[0]) > _TOLD_ON:
        return "", None
    if said is None:
        return "told", last[1]
    return ("told-said", last[1]) if modal in ("shall", "will", "must") else ("", None)


def _named_source(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> Instrument | None:
    """Return the paper that the clause says it is under."""
    words = lexicon.words.sources
    for child in verb.children:
        if child.lower_ not in words.preps or child.dep_ not in ("prep", "advmod", "advcl", "pcomp"):
            continue
        for token in child.subtree:
            found = papers.at(token)
            if found is None or (token.head.i != child.i and token.i - child.i >= _CLOSE):
                continue
            loose = child.lower_ in words.loose or found.kind is InstrumentKind.STATEMENT
            if not loose or _modal_of(verb):
                return found
    return None


def _tells_on(verb: Token, papers: Papers) -> bool:
    """May the clause go on with a paper's content: is it one that states, and not about a paper itself?"""
    of_paper = any(papers.at(c) is not None for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "acl") and not of_paper


_CLOSE = 7  # tokens between a preposition and the paper it names ("under the terms of the so-called truce")


def _sentences(token: Token, place: int) -> int:
    doc = token.doc
    start, count = token.sent.start, 0
    while start > place and count <= _TOLD_ON:
        start, count = doc[start - 1].sent.start, count + 1
    return count
