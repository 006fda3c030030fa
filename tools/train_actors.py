"""Learn the weights of the actor finder from labelled records: which phrases are mentions, and whom they mean.

    python tools/train_actors.py RECORDS_DIR      # e.g. the train part of the records benchmark

Writes src/dateline/lexicons/actors_weights.csv: one line for each feature that occurs often enough, no text.
Deterministic: full-batch Adam from zero, so the same records and the same model give the same file.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dateline.extract.actor_attributes import NONE, settle
from dateline.extract.actor_choices import Choices
from dateline.extract.actor_entities import Entity
from dateline.extract.actor_extents import extents
from dateline.extract.actor_features import Features, look_ahead, mention_features
from dateline.extract.actor_linking import link
from dateline.extract.actor_phrases import Phrase, find_phrases
from dateline.extract.actor_words import Words, read_words
from dateline.lexicons.actors import ActorLexicon, load_actors
from dateline.parse import load_model

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "actors_weights.csv"
LEAST_COUNT = 3  # a feature seen less often says more about one article than about the language
LEAST_WEIGHT = 0.06  # weights nearer to nought change nothing
STEPS = 80
# Of the pull towards nought: 1 to 8 tried by threefold cross-validation.
STRENGTH = {"mention": 4.0, "extent": 2.0, "link": 4.0, "sector": 3.0, "kind": 3.0, "country": 6.0}
Pair = tuple[dict[str, Any], Doc]
Example = tuple[list[Features], int]  # alternatives and which is right
Weights = dict[
    str, dict[tuple[str, str], float]
]  # model -> (outcome, feature) -> weight; outcome "" where there is one


def main() -> None:
    """Train the models and write their weights."""
    rows = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(Path(sys.argv[1]).glob("*.json"))]
    docs = load_model().pipe(row["article"]["text"] for row in rows)
    write(train_all(list(zip(rows, docs, strict=True)), load_actors()))


def train_all(pairs: list[Pair], lexicon: ActorLexicon) -> Weights:
    """Return the weights of all models."""
    data: dict[str, list[Example]] = {model: [] for model in ("mention", "extent", "link", "sector", "kind", "country")}
    for row, doc in pairs:
        words = read_words(doc)
        phrases, listed = find_phrases(words, lexicon)
        gold = align(row, phrases, words)
        history = look_ahead(phrases, words)
        for phrase in phrases:
            taken = phrase.head in gold
            data["mention"].append(([mention_features(phrase, words, history, lexicon.verbs), []], int(not taken)))
            history.note(phrase, words, taken=taken)
        data["extent"] += endings(row, phrases, words, gold)
        answers = Answers(lexicon, row, gold, data)
        entities = link([p for p in phrases if p.head in gold], listed, words, lexicon, answers)
        settle(entities, words, lexicon, listed, answers)
    return {model: _by_outcome(train(examples, STRENGTH[model]), model) for model, examples in data.items()}


class Answers(Choices):
    """Chooses what the labels say, and keeps each choice as an example."""

    def __init__(
        self, lexicon: ActorLexicon, row: dict[str, Any], gold: dict[int, str], data: dict[str, list[Example]]
    ) -> None:
        super().__init__(lexicon)
        self._gold = gold
        self._data = data
        self._actors = {actor["id"]: actor for actor in row["actors"]}

    def link(self, phrase: Phrase, fit: Sequence[Entity], features: Sequence[Features]) -> int:
        """Return the place of the labelled actor."""
        wanted = self._gold[phrase.head]
        right = next((i for i, e in enumerate(fit) if self._is(e, wanted)), len(fit))
        self._data["link"].append((list(features), right))
        return right

    def label(self, model: str, entity: Entity, values: Sequence[str], features: Features) -> str:
        """Return the labelled value."""
        right = str(self._actors[self._gold[entity.places[0].phrase.head]][model] or NONE)
        self._data[model].append(([[f"{v}\t{f}" for f in features] for v in values], values.index(right)))
        return right

    def country(self, entity: Entity, codes: Sequence[str], features: Sequence[Features]) -> str:
        """Return the labelled country, where the text names it."""
        right = self._actors[self._gold[entity.places[0].phrase.head]]["country"] or NONE
        if right in codes:
            self._data["country"].append((list(features), codes.index(right)))
        return right if right in codes else NONE

    def _is(self, entity: Entity, wanted: str) -> bool:
        if not entity.latent:
            return any(wanted == self._gold[p.phrase.head] for p in entity.places)
        members = [self._gold[m.places[0].phrase.head] for m in entity.members if m.places]
        named = {self._actors[m]["name"] for m in members}
        return set(self._actors[wanted].get("members") or ()) in ({*members}, named)


def _by_outcome(weights: dict[str, float], model: str) -> dict[tuple[str, str], float]:
    several = model in ("sector", "kind")
    return {(f.split("\t")[0], f.split("\t")[1]) if several else ("", f): w for f, w in weights.items()}


def align(row: dict[str, Any], phrases: list[Phrase], words: Words) -> dict[int, str]:
    """Return the gold actor's id by the head of the phrase that shows a gold mention; best overlap first, one to one."""
    doc = words.doc
    start = [t.idx for t in doc]
    end = [t.idx + len(t) for t in doc]
    edges = []
    for actor in row["actors"]:
        for a, b in actor["mentions"]:
            for phrase in phrases:
                if a <= start[phrase.head] and end[phrase.head] <= b:
                    best = max(_overlap((a, b), (start[s], end[e - 1])) for s, e in _readings(phrase, words))
                    if best >= 0.3:
                        edges.append((best, a, b, phrase.head, actor["id"]))
    gold: dict[int, str] = {}
    used: set[tuple[int, int, str]] = set()
    for _, a, b, head, actor_id in sorted(edges, key=lambda e: (-e[0], *e[1:])):
        if head not in gold and (a, b, actor_id) not in used:
            gold[head] = actor_id
            used.add((a, b, actor_id))
    return gold


def endings(row: dict[str, Any], phrases: list[Phrase], words: Words, gold: dict[int, str]) -> list[Example]:
    """Return where the mentions could end, with the end that fits the gold's best."""
    start = [t.idx for t in words.doc]
    stop = [t.idx + len(t) for t in words.doc]
    spans = {actor["id"]: actor["mentions"] for actor in row["actors"]}
    out = []
    for phrase in phrases:
        options = extents(phrase, words)
        if phrase.head not in gold or len(options) < 2:
            continue
        around = [m for m in spans[gold[phrase.head]] if m[0] <= start[phrase.head] and stop[phrase.head] <= m[1]]
        fits = [max(_overlap(m, (start[phrase.start], stop[end - 1])) for m in around) for end, _ in options]
        out.append(([features for _, features in options], fits.index(max(fits))))
    return out


def train(data: list[Example], strength: float) -> dict[str, float]:
    """Return the weights of a softmax over each example's alternatives; strength: of the pull towards nought."""
    counts = Counter(f for alternatives, _ in data for names in alternatives for f in set(names))
    index = {f: i for i, f in enumerate(sorted(f for f, c in counts.items() if c >= LEAST_COUNT))}
    group: list[int] = []
    right: list[float] = []
    row: list[int] = []
    column: list[int] = []
    for number, (alternatives, answer) in enumerate(data):
        for place, names in enumerate(alternatives):
            columns = [index[f] for f in set(names) if f in index]
            row += [len(group)] * len(columns)
            column += columns
            group.append(number)
            right.append(float(place == answer))
    arrays = [np.array(numbers) for numbers in (group, right, row, column)]
    return dict(zip(index, _fit(arrays, len(index), strength).tolist(), strict=True))


def _fit(arrays: list[Any], size: int, strength: float) -> Any:
    """Return the weights. arrays: by alternative its example and whether it is right; by feature its alternative and number."""
    group, right, row, column = arrays
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        scores = np.bincount(row, weights[column], minlength=len(group))
        scores = np.exp(np.clip(scores, -30, 30))
        share = scores / np.bincount(group, scores)[group]
        slope = np.bincount(column, (share - right)[row], minlength=size) + strength * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = 0.1 * min(1.0, (STEPS - step) / (STEPS * 0.5) + 0.02)
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def write(weights: Weights) -> None:
    """Write the weights that change something."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("model", "choice", "feature", "weight"))
        for model, table in weights.items():
            out.writerows(
                (model, choice, feature, f"{weight:.2f}")
                for (choice, feature), weight in sorted(table.items())
                if abs(weight) >= LEAST_WEIGHT
            )


def _readings(phrase: Phrase, words: Words) -> Iterator[tuple[int, int]]:
    yield phrase.start, phrase.end
    yield phrase.start, max(phrase.end, words.right_edge(phrase.head) + 1)
    if phrase.name is not None:
        yield phrase.name


def _overlap(a: Iterable[int], b: Iterable[int]) -> float:
    (s, e), (x, y) = a, b
    shared = min(e, y) - max(s, x)
    return shared / (max(e, y) - min(s, x)) if shared > 0 else 0.0


if __name__ == "__main__":
    main()
