"""The learned decisions: features -> what they speak for. Training puts the labelled answers in their place."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from math import exp

from dateline.extract.actor_entities import Entity
from dateline.extract.actor_features import Features
from dateline.extract.actor_phrases import Phrase
from dateline.lexicons.actors import ActorLexicon

# Against somebody new: the ranker learns on labelled mentions alone, among others it takes too many for new. 0 to 1.5
# tried by threefold cross-validation, flat above 0.5.
_NEW = 0.5
# How likely a guessed country must be. Threefold: 0.4 leaves the accuracy as it is and drops one invention for each
# country missed; from 0.5 on more countries are missed than inventions saved.
_SURE = 0.4


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the features' sum."""
    return sum(map(weights.get, features, repeat(0.0)))


class Choices:
    """The decisions by the weights that were learned; what an answer is asked of is for those who know it otherwise."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._weights = lexicon.weights
        self._choices = lexicon.choices

    def link(self, phrase: Phrase, fit: Sequence[Entity], features: Sequence[Features]) -> int:  # noqa: ARG002
        """Return the place of the actor in `fit` that the phrase means; its length: somebody new."""
        weights = self._weights.get("link", {})
        scores = [total(weights, names) for names in features]
        scores[-1] -= _NEW
        return scores.index(max(scores))

    def label(self, model: str, entity: Entity, values: Sequence[str], features: Features) -> str:  # noqa: ARG002
        """Return the value that the features speak for, the first of equals."""
        table = self._choices.get(model, {})
        scores = dict.fromkeys(values, 0.0)
        for feature in features:
            for value, weight in table.get(feature, {}).items():
                scores[value] += weight
        return max(scores, key=scores.__getitem__)

    def country(self, entity: Entity, codes: Sequence[str], features: Sequence[Features]) -> str:  # noqa: ARG002
        """Return the code that its features speak for; the last of them, which is none, where none is likely enough."""
        weights = self._weights.get("country", {})
        scores = [total(weights, names) for names in features]
        best = max(scores)
        share = 1 / sum(exp(score - best) for score in scores)
        return codes[scores.index(best)] if share > _SURE else codes[-1]
