"""Learn the weights of the actor finder from labelled records: which phrases are mentions, and whom they mean.

    python tools/train_actors.py RECORDS_DIR      # e.g. the train part of the records benchmark

Writes src/dateline/lexicons/actors_weights.csv: one line for each feature that occurs often enough, no text.
Deterministic: full-batch Adam from zero, so the same records and the same model give the same file.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dateline.extract.actor_attributes import NONE, Pick, settle
from dateline.extract.actor_entities import Entity
from dateline.extract.actor_extents import extents
from dateline.extract.actor_features import Features, History, mention_features
from dateline.extract.actor_linking import link, listed_words
from dateline.extract.actor_phrases import Phrase, find_phrases
from dateline.extract.actor_words import Words, read_words
from dateline.lexicons.actors import ActorLexicon, load_actors
from dateline.parse import load_model

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "actors_weights.csv"
LEAST_COUNT = 3  # a feature seen less often says more about one article than about the language
LEAST_WEIGHT = 0.03  # weights nearer to nought change nothing
STEPS = 80
Pair = tuple[dict[str, Any], Doc]
Example = tuple[list[Features], int]  # alternatives and which is right


def main() -> None:
    """Train both models and write their weights."""
    rows = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(Path(sys.argv[1]).glob("*.json"))]
    docs = load_model().pipe(row["article"]["text"] for row in rows)
    weights = train_all(list(zip(rows, docs, strict=True)), load_actors())
    write(weights)


def train_all(pairs: list[Pair], lexicon: ActorLexicon, only: str = "") -> dict[str, dict[str, float]]:
    """Return the weights of both models."""
    mentions: list[Example] = []
    links: list[Example] = []
    ends: list[Example] = []
    open_: dict[str, list[Example]] = {"sector": [], "kind": [], "country": []}
    for row, doc in pairs:
        words = read_words(doc)
        phrases = find_phrases(words, lexicon)
        gold = align(row, phrases, words)
        history = History()
        for phrase in phrases:
            mentions.append(([mention_features(phrase, words, history), []], int(phrase.head not in gold)))
            history.note(phrase, words, taken=phrase.head in gold)
        if only:
            continue
        ends += endings(row, phrases, words, gold)
        chosen, entities = examples(phrases, words, lexicon, gold, row)
        links += chosen
        attributes(row, entities, phrases, words, lexicon, gold, open_)
    if only:
        return {"mention": train(mentions, 2.0)}
    return {
        "mention": train(mentions, 2.0),
        "extent": train(ends, 2.0),
        "link": train(links, 2.0),
        **{model: train(data, 2.0) for model, data in open_.items()},
    }


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


def examples(
    phrases: list[Phrase], words: Words, lexicon: ActorLexicon, gold: dict[int, str], row: dict[str, Any]
) -> tuple[list[Example], list[Entity]]:
    """Return the ranker's choices with the right one, and the actors linked as in the gold."""
    out: list[Example] = []
    groups = {actor["id"]: set(actor.get("members") or ()) for actor in row["actors"]}
    names = {actor["id"]: actor["name"] for actor in row["actors"]}

    def _is_right(entity: Entity, wanted: str) -> bool:
        if not entity.latent:
            return any(wanted == gold[p.phrase.head] for p in entity.places)
        ids = [gold[m.places[0].phrase.head] for m in entity.members if m.places]
        return groups[wanted] in ({*ids}, {names[i] for i in ids})

    def choose(phrase: Phrase, fit: list[Entity], features: list[Features]) -> int | None:
        wanted = gold[phrase.head]
        right = next((i for i, e in enumerate(fit) if _is_right(e, wanted)), len(fit))
        out.append((features, right))
        return right

    return out, link([p for p in phrases if p.head in gold], listed_words(phrases), words, lexicon, choose)


def attributes(
    row: dict[str, Any],
    entities: list[Entity],
    phrases: list[Phrase],
    words: Words,
    lexicon: ActorLexicon,
    gold: dict[int, str],
    into: dict[str, list[Example]],
) -> None:
    """Add the choices of sector, kind and country with the right ones, in place."""
    actors = {actor["id"]: actor for actor in row["actors"]}

    def picker(model: str) -> Pick:
        def pick(entity: Entity, values: list[str], features: list[Features]) -> str:
            right = actors[gold[entity.places[0].phrase.head]][model] or NONE
            if right in values:
                into[model].append((features, values.index(right)))
            return str(right) if right in values else NONE

        return pick

    settle(entities, words, lexicon, listed_words(phrases), {model: picker(model) for model in into})


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


def write(weights: dict[str, dict[str, float]]) -> None:
    """Write the weights that change something."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("model", "feature", "weight"))
        for model, table in weights.items():
            out.writerows((model, f, f"{w:.2f}") for f, w in sorted(table.items()) if abs(w) >= LEAST_WEIGHT)


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
