"""How likely a clause is a provision that a reader would note: features, whose weights are learned once."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.provision_clauses import Clause
from dateline.extract.provision_papers import Papers


def features(clause: Clause, papers: Papers, cast: Cast) -> Iterator[str]:
    """Yield the names of a clause's features, each once."""
    kind = str(clause.instrument.kind) if clause.instrument else None
    how = clause.how.split(":")[0]
    core = clause.core
    yield "bias"
    yield f"how={clause.how}"
    yield f"way={how}"
    yield f"type={clause.type}"
    yield f"way:type={how}:{clause.type}"
    yield f"kind={kind}"
    yield f"way:kind={how}:{kind}"
    yield f"type:kind={clause.type}:{kind}"
    if clause.instrument is not None:
        yield f"status={clause.instrument.status}"
        yield f"kind:status={kind}:{clause.instrument.status}"
    yield f"modal={clause.modal}"
    yield f"way:modal={how}:{clause.modal}"
    yield f"core={core.lemma_.lower()}"
    yield f"tag={core.tag_}"
    yield f"way:dep={how}:{core.dep_}"
    yield f"lead={clause.lead.lemma_.lower()}"
    yield from _bearer(clause, how, cast)
    said = papers.said_in(core)
    yield f"said={said.kind if said else None}"
    yield f"way:said={how}:{said is not None}"
    yield f"document={papers.document_of(said, core.doc) is not None}"
    above = _verb_above(core)
    yield f"above={above}"
    yield f"size={min((core.right_edge.i - core.left_edge.i) // 6, 4)}"


def _bearer(clause: Clause, how: str, cast: Cast) -> Iterator[str]:
    if not clause.bearers:
        yield f"bearer=none:{how}"
        return
    first = clause.bearers[0]
    actor = cast.at(first) or cast.covering(first)
    what = str(cast.by_id[actor].kind) if actor is not None else first.pos_
    yield f"bearer={what}"
    yield f"way:bearer={how}:{what}"
    if first.pos_ == "PRON":
        yield f"pronoun={first.lower_}"


def _verb_above(token: Token) -> str | None:
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token.lemma_.lower()
    return None
