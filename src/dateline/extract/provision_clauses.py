"""Doc -> Clause: the clauses in which a paper makes or lets anyone do something. Verbs are data (provisions.toml)."""

from dataclasses import replace
from itertools import chain

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.instrument_stages import keys
from dateline.extract.provision_clause import VERBAL, Clause, modal_of
from dateline.extract.provision_duties import find_conditions, find_duties
from dateline.extract.provision_operative import find_operative
from dateline.extract.provision_papers import Papers
from dateline.extract.provision_pledges import find_complements, find_pledges
from dateline.lexicons.provisions import ProvisionLexicon
from dateline.records import ProvisionType


def find_clauses(doc: Doc, papers: Papers, cast: Cast, lexicon: ProvisionLexicon) -> list[Clause]:
    """Return the clauses in text order, one for each core and for each condition on it."""
    found: dict[tuple[int, bool], Clause] = {}
    verbs = [t for t in doc if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass")]
    asked = list(chain.from_iterable(find_operative(v, papers, cast, lexicon) for v in verbs))
    leads = {c.lead.i for c in asked}
    ways = (
        asked,
        find_complements(doc, papers, lexicon),
        chain.from_iterable(find_pledges(v, papers, cast, lexicon) for v in verbs),
        chain.from_iterable(find_conditions(v, papers, lexicon) for v in verbs),
        chain.from_iterable(find_duties(v, papers, lexicon) for v in verbs if v.i not in leads),
    )
    for clause in chain.from_iterable(ways):
        if (clause.core.i, True) in found and ":" not in clause.how:
            continue  # the duty is told as a condition already
        found.setdefault((clause.core.i, clause.type is ProvisionType.CONDITION), _typed(clause, lexicon))
    return sorted(found.values(), key=lambda c: (c.lead.i, c.core.i))


def _typed(clause: Clause, lexicon: ProvisionLexicon) -> Clause:
    """Return the clause with the type that its own words give: to set up is an establishment, whoever agrees to it."""
    core = clause.core
    if clause.type is not ProvisionType.OBLIGATION:
        return clause
    if any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.words.modals.rights for c in core.children):
        return replace(clause, type=ProvisionType.AUTHORIZATION)
    if modal_of(core) in lexicon.words.modals.authorization:
        return replace(clause, type=ProvisionType.AUTHORIZATION)
    whole = core.head if core.dep_ == "xcomp" else core
    text = core.doc[whole.left_edge.i : whole.right_edge.i + 1].text.lower()
    if any(phrase in text for phrase in lexicon.words.exchanges.phrases):
        return replace(clause, type=ProvisionType.EXCHANGE)
    names = set(keys(core)) if core.pos_ in VERBAL else {core.lemma_.lower()}
    for name, words in lexicon.words.acts.items():
        if names & words:
            return replace(clause, type=name)
    return clause
