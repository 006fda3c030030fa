"""Clauses that a paper's content is told in: conditions, and duties and rights by their modals ("X shall")."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.instrument_stages import keys
from dateline.extract.provision_clause import BINDING, TOLD_ON, Clause, has_to, modal_of, sentences
from dateline.extract.provision_papers import Papers
from dateline.extract.syntax import auxiliaries, is_negated, is_passive
from dateline.lexicons.provisions import ProvisionLexicon
from dateline.records import Instrument, InstrumentKind, ProvisionType


def find_conditions(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    """Yield the condition that the verb's clause sets, if it sets one."""
    words = lexicon.words.conditions
    mark = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in words.marks), None)
    doers = tuple(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    lead = doers[0].left_edge if doers else verb
    how = ""
    if mark is not None and verb.dep_ == "advcl":
        of_paper = any(papers.at(t) is not None for t in doers)  # "if the truce holds" sets no condition
        if not of_paper and any(_is_hypothetical(above) for above in (verb.head, verb.head.head)):
            how, lead = mark.lower_, mark
    elif verb.dep_ in ("acl", "ccomp", "pcomp") and _condition_noun(verb, lexicon):
        how, lead = "noun", verb.head
    elif modal_of(verb) in _STRICT and (before := _before(verb)):
        how = before
    elif modal_of(verb) and any(t.lemma_.lower() in words.defaults for t in doers):
        how = "default"
    elif any(k in words.needs for k in keys(verb)) and not is_negated(verb):
        needed = (c for c in verb.children if c.dep_ == "ccomp" or c.lemma_.lower() in words.needed)
        how = next((f"need:{c.dep_}" for c in needed if c.dep_ in ("dobj", "ccomp")), "")
    if how:
        held = next((i for t in doers if (i := papers.at(t)) is not None), None) or _teller(verb, papers)
        yield Clause(f"condition:{how}", ProvisionType.CONDITION, verb, lead, doers, held, modal_of(verb))


def _condition_noun(verb: Token, lexicon: ProvisionLexicon) -> bool:
    """Does the clause say what a condition is ("on condition that", "a prerequisite of")?"""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return above.lemma_.lower() in lexicon.words.conditions.nouns


def _teller(verb: Token, papers: Papers) -> Instrument | None:
    """Return the paper whose content is being told: the document that says it, else the one just spoken of."""
    said = papers.said_in(verb)
    if said is not None and (found := papers.behind(said, verb)) is not None:
        return found
    if said is not None and modal_of(verb) != "would" and modal_of(verb.head) != "would":
        return None
    last = papers.last_before(verb, BINDING if said is None else _TABLED)
    return last[1] if last is not None and sentences(verb, last[0]) <= 2 else None


# What others say would be, if something were, is likely what a draft holds.
_TABLED = frozenset({InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION})
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


def find_duties(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> Iterator[Clause]:
    """Yield the duty or right that the verb's clause tells of, where it is tied to a paper."""
    words = lexicon.words.modals
    if verb.lemma_.lower() in lexicon.words.sources.telling:
        return
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in (words.rights | words.carriers):
        return
    core, modal = _carried(verb, lexicon)
    how, instrument = _source(verb, papers, lexicon)
    if how != "under" and core is not verb and (named := _named_source(core, papers, lexicon)) is not None:
        how, instrument = "under", named
    doers = _bearers(verb, how)
    if instrument is None or not doers or (not modal and how != "under"):
        return
    if how.startswith("told") and modal in ("could", "might"):
        return
    right = modal in words.authorization or modal == "right"
    type_ = ProvisionType.AUTHORIZATION if right else ProvisionType.OBLIGATION
    if how == "document" and instrument.kind is InstrumentKind.STATEMENT and not right and modal in ("must", "should"):
        type_ = ProvisionType.DEMAND if modal == "must" else ProvisionType.REQUEST
    yield Clause(how, type_, core, doers[0].left_edge, doers, instrument, modal)


def _carried(verb: Token, lexicon: ProvisionLexicon) -> tuple[Token, str]:
    """Return the verb of the action and its modal; "is meant to go" carries a duty, "is allowed to go" a right."""
    words, lemma, modal = lexicon.words.modals, verb.lemma_.lower(), modal_of(verb)
    if lemma in words.rights or lemma in words.carriers:
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and has_to(c)), None)
        if inner is not None and (is_passive(verb) or lemma in ("be", "have")):
            return inner, "right" if lemma in words.rights else modal or "carrier"
    return verb, modal


def _bearers(verb: Token, how: str) -> tuple[Token, ...]:
    doers = tuple(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj"))
    if not doers and verb.dep_ == "acl" and verb.tag_ == "VBN" and how == "under":
        return (verb.head,)  # "a commission set up under the accord"
    return doers


def _source(verb: Token, papers: Papers, lexicon: ProvisionLexicon) -> tuple[str, Instrument | None]:
    """Return how the clause is tied to a paper, and the paper."""
    if (named := _named_source(verb, papers, lexicon)) is not None:
        return "under", named
    said, modal = papers.said_in(verb), modal_of(verb)
    document = papers.behind(said, verb)
    if document is not None:
        if document.kind is InstrumentKind.STATEMENT and modal not in ("shall", "must", "should"):
            return "", None
        return "document", document
    last = papers.last_before(verb, BINDING)
    if last is None or not _tells_on(verb, papers) or sentences(verb, last[0]) > TOLD_ON:
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
            if not loose or modal_of(verb):
                return found
    return _closing_source(verb, papers) if verb.dep_ == "ROOT" else None


def _closing_source(verb: Token, papers: Papers) -> Instrument | None:
    """Return the paper that a sentence ends on ("..., per the draft"), whatever the parser hung it on."""
    for token in verb.sent[verb.i - verb.sent.start :]:
        if token.lower_ in ("per", "according"):
            for inner in token.subtree:
                found = papers.at(inner)
                if found is not None and (found.kind is not InstrumentKind.STATEMENT or modal_of(verb)):
                    return found
    return None


def _tells_on(verb: Token, papers: Papers) -> bool:
    """May the clause go on with a paper's content: is it one that states, and not about a paper itself?"""
    of_paper = any(papers.at(c) is not None for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "acl") and not of_paper


_CLOSE = 7  # tokens between a preposition and the paper it names ("under the terms of the so-called truce")
