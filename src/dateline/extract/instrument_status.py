"""Paper -> how far it has come: the latest that the text gives."""

from dateline.extract.instrument_mention import is_named
from dateline.extract.instrument_papers import Paper
from dateline.extract.instrument_stages import Fact, How
from dateline.lexicons.instruments import InstrumentLexicon, StageRule
from dateline.records import InstrumentKind, InstrumentStatus

_RANK = {
    status: rank
    for rank, status in enumerate(
        [
            InstrumentStatus.ANNOUNCED,
            InstrumentStatus.PROPOSED,
            InstrumentStatus.AGREED,
            InstrumentStatus.SIGNED,
            InstrumentStatus.ADOPTED,
            InstrumentStatus.IN_FORCE,
            InstrumentStatus.REJECTED,
            InstrumentStatus.VETOED,
            InstrumentStatus.EXPIRED,
        ]
    )
}
_STANDING = frozenset(
    {"truce", "ceasefire", "fire", "hostility", "armistice", "embargo", "mandate", "law", "constitution", "act"}
)


def status_of(paper: Paper, kind: InstrumentKind, lexicon: InstrumentLexicon) -> InstrumentStatus:
    """Return how far it has come: the furthest step that was taken, else what is arranged, else what its kind says."""
    if kind is InstrumentKind.STATEMENT:
        return _status_of_statement(paper)
    steps = [s for f in paper.facts if (s := _status(f, kind)) is not None]
    done = [s for s, how in steps if how is How.DONE]
    if kind is InstrumentKind.AGREEMENT and set(done) > {InstrumentStatus.REJECTED}:
        done = [s for s in done if s is not InstrumentStatus.REJECTED]  # by somebody who is no party to it
    first = paper.mentions[0]
    if first.lemma in _STANDING and first.determiner == "definite" and set(done) <= _CONCLUDED:
        return InstrumentStatus.IN_FORCE
    if done:
        furthest = max(done, key=lambda s: _RANK[s])
        if furthest is not InstrumentStatus.PROPOSED or not _has_effect(paper, lexicon):
            return furthest
    if _has_effect(paper, lexicon):
        return _in_use(paper, kind)
    ahead = [s for s, how in steps if how is not How.DONE]
    if ahead and not _is_made(paper):
        return max(ahead, key=lambda s: _RANK[s])
    if any(f.rule.stage is None and f.rule.status is InstrumentStatus.IN_FORCE for f in paper.facts):
        return InstrumentStatus.IN_FORCE
    return _by_kind(paper, kind)


_CONCLUDED = {InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.PROPOSED}


def _status_of_statement(paper: Paper) -> InstrumentStatus:
    """Return the status of a statement: made known, unless several agreed on it or a body adopted it."""
    first = paper.mentions[0]
    done = {f.rule.status for f in paper.facts if f.how is How.DONE}
    if InstrumentStatus.ADOPTED in done or (first.lemma == "declaration" and is_named(first)):
        return InstrumentStatus.ADOPTED
    if InstrumentStatus.AGREED in done or (InstrumentStatus.SIGNED in done and "joint" in paper.words):
        return InstrumentStatus.AGREED
    if paper.facts and all(f.how in (How.OPEN, How.NOT) for f in paper.facts):
        return InstrumentStatus.PROPOSED
    return InstrumentStatus.ANNOUNCED


def _is_made(paper: Paper) -> bool:
    """Is it a decision, which is there as soon as it is spoken of, whatever others still want of it?"""
    return paper.mentions[0].lemma in ("decision", "ruling", "verdict", "order", "judgment", "judgement")


def _status(fact: Fact, kind: InstrumentKind) -> tuple[InstrumentStatus, How] | None:
    """Return what a step says of the status, with how it was told; None where it says nothing of this kind of paper."""
    rule = fact.rule
    if fact.how is How.DONE:
        if rule.status is InstrumentStatus.ADOPTED and kind is InstrumentKind.AGREEMENT and _by_party(fact):
            return InstrumentStatus.AGREED, fact.how
        if rule.stage is None and rule.status is InstrumentStatus.IN_FORCE:
            return None
        if rule.status is InstrumentStatus.PROPOSED and (kind is InstrumentKind.TREATY or _only_praised(rule, kind)):
            return None
        return (rule.status, fact.how) if rule.status else None
    if rule.planned is None or (kind is InstrumentKind.TREATY and rule.planned is InstrumentStatus.PROPOSED):
        return None
    if fact.how is not How.PLANNED and rule.planned in (InstrumentStatus.ANNOUNCED, InstrumentStatus.AGREED):
        return InstrumentStatus.PROPOSED, fact.how
    return rule.planned, fact.how


def _by_party(fact: Fact) -> bool:
    """Is it approved by a government, which thereby agrees to it, and not by a parliament?"""
    return any(t.lemma_.lower() in ("cabinet", "government", "minister", "leader", "side") for t in fact.doers)


def _only_praised(rule: StageRule, kind: InstrumentKind) -> bool:
    """Is it welcomed or backed, which tells of a plan or draft that it lies on the table, of others nothing?"""
    on_table = (InstrumentKind.PLAN, InstrumentKind.DRAFT_RESOLUTION)
    return rule.id == "endorse" and kind not in on_table


def _has_effect(paper: Paper, lexicon: InstrumentLexicon) -> bool:
    if any(m.kind is InstrumentKind.DRAFT_RESOLUTION for m in paper.mentions):
        return False
    return any(m.top.dep_ == "pobj" and m.top.head.lower_ in lexicon.words.effect_preps for m in paper.mentions)


def _in_use(paper: Paper, kind: InstrumentKind) -> InstrumentStatus:
    first = paper.mentions[0]
    if kind is InstrumentKind.PLAN:
        return InstrumentStatus.AGREED
    if kind is InstrumentKind.AGREEMENT and first.lemma not in _STANDING and first.determiner != "indefinite":
        return InstrumentStatus.AGREED
    return InstrumentStatus.ADOPTED if kind is InstrumentKind.RESOLUTION else InstrumentStatus.IN_FORCE


def _by_kind(paper: Paper, kind: InstrumentKind) -> InstrumentStatus:
    first = paper.mentions[0]
    if first.lemma in _STANDING:
        return InstrumentStatus.IN_FORCE
    if first.lemma == "bill":
        return InstrumentStatus.PROPOSED
    if first.lemma == "plan" and first.owners and any(c.dep_ in ("acl", "relcl") for c in first.head.children):
        return InstrumentStatus.ANNOUNCED
    return _DEFAULTS[kind]


_DEFAULTS = {
    InstrumentKind.AGREEMENT: InstrumentStatus.AGREED,
    InstrumentKind.TREATY: InstrumentStatus.IN_FORCE,
    InstrumentKind.PLAN: InstrumentStatus.PROPOSED,
    InstrumentKind.DRAFT_RESOLUTION: InstrumentStatus.PROPOSED,
    InstrumentKind.RESOLUTION: InstrumentStatus.ADOPTED,
    InstrumentKind.DECISION: InstrumentStatus.ADOPTED,
    InstrumentKind.STATEMENT: InstrumentStatus.ANNOUNCED,
}
