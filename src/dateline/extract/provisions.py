"""Doc -> Provision: what the papers oblige, allow or ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.instrument_scoring import probability
from dateline.extract.provision_clause import Clause
from dateline.extract.provision_clauses import find_clauses
from dateline.extract.provision_papers import Papers
from dateline.extract.provision_scoring import all_features
from dateline.extract.provision_tasks import add_tasks
from dateline.extract.provision_terms import (
    action_span,
    bearer_text,
    evidence_span,
    find_deadline,
    find_expiry,
    find_partners,
    find_purposes,
)
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import Attribution, Instrument, Provision, ProvisionId, Timex


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision that the rules find, and the features that its weight is learned by."""

    provision: Provision
    features: tuple[str, ...]


def find_provisions(
    doc: Doc,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[Instrument, ...],
    lexicon: InstrumentLexicon,
) -> tuple[Provision, ...]:
    """Return the provisions in text order."""
    found = provision_candidates(doc, cast, times, attributions, instruments, lexicon)
    weights, threshold = lexicon.provision_weights, lexicon.words.provision_threshold
    kept = [c.provision for c in found if probability(iter(c.features), weights) >= threshold]
    return add_tasks(doc, kept, times, lexicon.provisions)


def provision_candidates(
    doc: Doc,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[Instrument, ...],
    lexicon: InstrumentLexicon,
) -> Iterator[Candidate]:
    """Yield all provisions that the rules find, whatever their weight, for the weights to be learned."""
    papers = Papers(doc, instruments, attributions)
    clauses = find_clauses(doc, papers, cast, lexicon.provisions)
    features = all_features(clauses, papers, cast)
    for number, (clause, names) in enumerate(zip(clauses, features, strict=True), start=1):
        yield Candidate(_provision(number, clause, papers, cast, times, lexicon), names)


def _provision(
    number: int, clause: Clause, papers: Papers, cast: Cast, times: tuple[Timex, ...], lexicon: InstrumentLexicon
) -> Provision:
    text = papers.text
    action = action_span(clause)
    said = papers.said_in(clause.core)
    bearer = clause.bearers[0] if clause.bearers else None
    return Provision(
        id=ProvisionId(f"p{number}"),
        type=clause.type,
        action=text[action[0] : action[1]],
        evidence=(evidence_span(clause, action),),
        instrument=clause.instrument.id if clause.instrument else None,
        bearer=bearer_text(clause, text),
        bearer_actor=(cast.at(bearer) or cast.covering(bearer)) if bearer is not None else None,
        purposes=tuple(dict.fromkeys(find_purposes(clause, text))),
        with_=tuple(dict.fromkeys(find_partners(clause, action, text, lexicon.provisions))),
        deadline=find_deadline(action, times, text, lexicon.provisions),
        expires=find_expiry(action, times, text, lexicon.provisions),
        attribution=said.id if said is not None else None,
    )
