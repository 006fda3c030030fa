"""Doc, a pair of its parties -> the likeliest type, by words and their place between the two, where no rule decides.

Features and weights only: the weights are learned by tools/train_fallback.py from sentences of our own.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import exp

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.pairs import ACTOR, RECIPIENT
from dateline.records import EventType

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PART"})
_MODALS = frozenset({"will", "would", "may", "might", "could", "must", "should", "'ll", "wo"})
_SMALL = frozenset({"be", "have", "say", "not", "to", "also", "on"})
# Weights of one feature, by type.
Weights = Mapping[str, Mapping[EventType, float]]


def likeliest(features: Iterable[str], weights: Weights) -> tuple[EventType, float] | None:
    """Return the type with the highest probability and that, or None where no feature is known."""
    totals: dict[EventType, float] = {}
    for feature in features:
        for kind, weight in weights.get(feature, {}).items():
            totals[kind] = totals.get(kind, 0.0) + weight
    if len(totals) < 2:
        return None
    best = max(totals, key=lambda kind: (totals[kind], kind))
    return best, 1 / sum(exp(total - totals[best]) for total in totals.values())


def pair_features(doc: Doc, cast: Cast) -> list[str]:
    """Return the features of a sentence for its pair, each once."""
    named = {
        i for m in cast.mentions if m.end - m.start > 1 or doc[m.head].pos_ != "PRON" for i in range(m.start, m.end)
    }
    path = _path(doc, cast)
    found = {"bias": None}
    for token in doc:
        if token.i in named:
            continue
        low = token.lemma_.lower()
        if token.pos_ in _CONTENT and low not in _SMALL and token.ent_type_ == "":
            found[f"w={low}"] = None
            if token.i in path:
                found[f"p={low}"] = None
        if token.pos_ in ("VERB", "AUX"):
            found.update(dict.fromkeys(_verb_features(token, low, on_path=token.i in path)))
    return list(found)


def _verb_features(verb: Token, low: str, *, on_path: bool) -> Iterator[str]:
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "agent"):
            yield f"vp={low}+{child.lower_}"
        elif child.dep_ in ("dobj", "nsubjpass", "attr"):
            yield f"vo={low}+{child.lemma_.lower()}"
        elif child.dep_ == "xcomp":
            yield f"vx={low}+{child.lemma_.lower()}"
        elif on_path and child.dep_ == "neg":
            yield "neg"
        elif on_path and child.dep_ == "aux" and child.lower_ in _MODALS:
            yield f"m={child.lower_}"


def _path(doc: Doc, cast: Cast) -> set[int]:
    """Return the words on the way through the tree from the actor to the recipient."""
    heads = {who: next((m.head for m in cast.mentions if m.actor == who), None) for who in (ACTOR, RECIPIENT)}
    ways = [[h, *(t.i for t in doc[h].ancestors)] for h in heads.values() if h is not None]
    if len(ways) < 2:
        return {i for way in ways for i in way}
    shared = set(ways[0]) & set(ways[1])
    top = next((i for i in ways[0] if i in shared), None)
    return (set(ways[0]) ^ set(ways[1])) | ({top} if top is not None else set())
