"""How likely a paper is one that a reader would note: features of the paper, and weights learned once."""

from collections.abc import Iterator, Mapping
from math import exp

from spacy.tokens import Token

from dateline.extract.instrument_mention import Mention, modifiers
from dateline.extract.instrument_papers import Paper
from dateline.records import InstrumentKind

_MANY = 3  # counts above are one
# Words before a noun that say that it is a particular paper, or that it is none.
_TELLING = frozenset(
    {"joint", "peace", "draft", "new", "final", "such", "right", "other", "past", "bilateral", "trade"}
)


def probability(features: Iterator[str], weights: Mapping[str, float]) -> float:
    """Return how likely the thing with these features is right, by the weights."""
    total = sum(weights.get(name, 0.0) for name in features)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def features(paper: Paper, kind: InstrumentKind, parties: int) -> Iterator[str]:
    """Yield the names of a paper's features, each once."""
    first = next(m for m in paper.mentions if m.kind is not None)
    yield "bias"
    yield f"kind={kind}"
    yield f"noun={first.lemma}"
    yield f"det={first.determiner}"
    yield f"kind:det={kind}:{first.determiner}"
    yield f"kind:plural={kind}:{first.plural}"
    yield f"mentions={min(len(paper.mentions), _MANY)}"
    yield f"kind:mentions={kind}:{min(len(paper.mentions), _MANY)}"
    yield f"owners={bool(paper.owners)}"
    yield f"kind:owners={kind}:{bool(paper.owners)}"
    yield f"parties={min(parties, 2)}"
    yield f"words={min(len(paper.words), 2)}"
    yield f"symbol={paper.symbol is not None}"
    yield f"named={first.head.text[0].isupper()}"
    yield f"rule={first.rule.id if first.rule else None}"
    yield from sorted({f"step={f.rule.id}:{f.how}" for f in paper.facts})
    yield from sorted({f"kind:step={kind}:{f.rule.id}" for f in paper.facts})
    yield f"kind:steps={kind}:{bool(paper.facts)}"
    yield f"dated={any(f.date for f in paper.facts)}"
    yield from _grammar(first, kind)


def _grammar(mention: Mention, kind: InstrumentKind) -> Iterator[str]:
    top = mention.top
    yield f"dep={top.dep_}"
    if top.dep_ == "pobj":
        yield f"after={top.head.lower_}"
        yield f"kind:after={kind}:{top.head.lower_}"
    if (verb := _verb_above(top)) is not None:
        yield f"verb={verb.lemma_.lower()}"
    if top.i > 0 and top.doc[mention.head.i - 1].text in ('"', "“", "''", "``"):
        yield "quoted"
    for word in sorted({t.lemma_.lower() for t in modifiers(mention.head)} & _TELLING):
        yield f"telling={word}"
    for child in mention.head.children:
        if child.dep_ in ("acl", "relcl"):
            yield f"clause={child.dep_}:{child.tag_}"
        elif child.dep_ == "prep":
            yield f"kind:prep={kind}:{child.lower_}"


def _verb_above(token: Token) -> Token | None:
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None
