"""How likely a clause is a provision that a reader would note: features, whose weights are learned once."""

from collections.abc import Iterator, Sequence

from dateline.extract.cast import Cast
from dateline.extract.instrument_papers import family
from dateline.extract.provision_clause import Clause
from dateline.extract.provision_papers import Papers


def all_features(clauses: Sequence[Clause], papers: Papers, cast: Cast) -> Iterator[tuple[str, ...]]:
    """Yield for each clause the names of its features, in the clauses' order."""
    for number, clause in enumerate(clauses):
        way = clause.how.split(":")[0]
        nested = _is_nested(clause, clauses[:number])
        yield (
            *_kinds(clause, way),
            *_bearer(clause, way, cast),
            *_place(clause, way, papers),
            f"nested={way}:{nested}",
        )


def _is_nested(clause: Clause, before: Sequence[Clause]) -> bool:
    """Does the clause stand within one that was found before it?"""
    i = clause.core.i
    return any(c.core.left_edge.i <= i <= c.core.right_edge.i for c in before[-4:])


def _kinds(clause: Clause, way: str) -> Iterator[str]:
    kind = family(clause.instrument.kind) if clause.instrument else None  # drafts are too few to be learned alone
    yield "bias"
    yield f"how={clause.how}"
    yield f"way:kind={way}:{kind}"
    yield f"type:kind={clause.type}:{kind}"
    yield f"way:modal={way}:{clause.modal}"
    yield f"tag={clause.core.tag_}"
    if clause.instrument is not None:
        yield f"kind:status={kind}:{clause.instrument.status}"


def _place(clause: Clause, way: str, papers: Papers) -> Iterator[str]:
    core = clause.core
    yield f"way:said={way}:{papers.said_in(core) is not None}"
    last = papers.last_before(core)
    yield f"gap={min((core.i - last[0]) // _STEP, 6) if last is not None else None}"
    same = clause.instrument is not None and last is not None and last[0] >= core.sent.start
    yield f"way:same-sentence={way}:{same}"
    yield f"early={core.i < _LEAD}"


_STEP = 15  # tokens: how finely the distance to the last paper is told
_LEAD = 70  # tokens: the dateline and the first sentence or two


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
