"""Weights learned from labelled articles: events_weights.json -> linear models over named features.

The file holds feature names and numbers, no sentence; tools/train_events.py writes it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, ValidationError, model_validator

from dateline.errors import LexiconError
from dateline.lexicons.loading import Entry

FILE = "events_weights.json"
Numbers = NDArray[np.float32]


class ModelEntry(Entry):
    """One model as the file has it: for each feature one weight a label."""

    labels: Annotated[tuple[str, ...], Field(strict=False)]
    weights: dict[str, list[float]]

    @model_validator(mode="after")
    def _check(self) -> "ModelEntry":
        if bad := [name for name, row in self.weights.items() if len(row) != len(self.labels)]:
            raise ValueError(f"feature {bad[0]!r} has not one weight for each of {len(self.labels)} labels")
        return self


class WeightsFile(Entry):
    """The file. words: lemma and first letter of the part of speech ("raid N") of words that showed acts."""

    words: list[str]
    limits: dict[str, float]
    models: dict[str, ModelEntry]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A softmax over labels; a feature that the model does not know counts nothing."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    matrix: Numbers

    def chances(self, features: Iterable[str]) -> list[float]:
        """Return the probability of each label, in the labels' order, given the features that are there."""
        rows = {self.rows[name] for name in features if name in self.rows}
        totals = np.add.reduce(self.matrix.take(list(rows), axis=0), axis=0).tolist()
        most = max(totals)
        powers = [exp(total - most) for total in totals]
        whole = sum(powers)
        return [power / whole for power in powers]


@dataclass(frozen=True, slots=True)
class EventWeights:
    """All models of the events step, by what they decide; words: lemmas that may show an act without a rule."""

    words: frozenset[str]
    limits: Mapping[str, float]
    models: Mapping[str, LinearModel]


def load_weights() -> EventWeights:
    """Return the checked weights, empty where none have been trained. Raises LexiconError where the file is broken."""
    file = files("dateline.lexicons").joinpath(FILE)
    if not file.is_file():
        return EventWeights(frozenset(), {}, {})
    try:
        content = WeightsFile.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except (json.JSONDecodeError, ValidationError) as error:
        raise LexiconError(f"lexicons/{FILE}: {error}; make it anew: python -m tools.train_events") from error
    return EventWeights(
        words=frozenset(content.words),
        limits=content.limits,
        models={name: linear(entry.labels, entry.weights) for name, entry in content.models.items()},
    )


def linear(labels: Sequence[str], weights: Mapping[str, Sequence[float]]) -> LinearModel:
    """Return the model of these weights."""
    matrix = np.array(list(weights.values()), dtype=np.float32).reshape(len(weights), len(labels))
    return LinearModel(tuple(labels), {name: row for row, name in enumerate(weights)}, matrix)
