"""Weights learned from labelled articles: two files -> linear models over named features.

The files hold feature names and numbers, no sentence. tools/train_events.py writes which words show acts and which acts
are events, tools/train_parts.py who takes part in an act, its date, its status and its mode.
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
PARTS_FILE = "event_parts_weights.json"
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

    def total(self, features: Iterable[str]) -> float:
        """Return the sum of the features' weights for the first label: what options are compared by."""
        rows = {self.rows[name] for name in features if name in self.rows}
        return float(self.matrix[list(rows), 0].sum())


@dataclass(frozen=True, slots=True)
class EventWeights:
    """All models of the events step, by what they decide; words: lemmas that may show an act without a rule."""

    words: frozenset[str]
    limits: Mapping[str, float]
    models: Mapping[str, LinearModel]


def load_weights() -> EventWeights:
    """Return the checked weights, empty where none have been trained. Raises LexiconError where a file is broken."""
    events, parts = _read(FILE, "train_events"), _read(PARTS_FILE, "train_parts")
    return EventWeights(
        words=frozenset((*events.words, *parts.words)),
        limits={**events.limits, **parts.limits},
        models={name: linear(entry.labels, entry.weights) for name, entry in (events.models | parts.models).items()},
    )


def _read(name: str, tool: str) -> WeightsFile:
    file = files("dateline.lexicons").joinpath(name)
    if not file.is_file():
        return WeightsFile(words=[], limits={}, models={})
    try:
        return WeightsFile.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except (json.JSONDecodeError, ValidationError) as error:
        raise LexiconError(f"lexicons/{name}: {error}; make it anew: python -m tools.{tool}") from error


def linear(labels: Sequence[str], weights: Mapping[str, Sequence[float]]) -> LinearModel:
    """Return the model of these weights."""
    matrix = np.array(list(weights.values()), dtype=np.float32).reshape(len(weights), len(labels))
    return LinearModel(tuple(labels), {name: row for row, name in enumerate(weights)}, matrix)
