"""Learn the weights of the instrument and provision finders: which papers, and which of their provisions, readers note.

    python -m tools.train_papers RECORDS_DIR      # e.g. the train part of the records benchmark

Writes src/dateline/lexicons/instruments_weights.csv: one line for each feature that occurs often enough, no text.
Each article is read twice: with its labelled actors, times and attributions, and with those that the finders find, so
that the weights fit both. Deterministic: Newton's method from zero, so the same records and model give the same file.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from eval.gold_layers import gold_article, gold_attributions, gold_cast, gold_times
from spacy.tokens import Doc

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast
from dateline.extract.instruments import find_instruments, instrument_candidates
from dateline.extract.provisions import provision_candidates
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons, load_lexicons
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.parse import load_model
from dateline.records import Attribution, Span, Timex

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "instruments_weights.csv"
LEAST_COUNT = 8  # over both readings: a feature seen less often says more about one article than about the language
LEAST_WEIGHT = 0.02  # weights nearer to nought change nothing
PENALTY = 6.0  # of squared weights, over both readings; 1 to 16 tried by cross-validation
STEPS = 50
Row = dict[str, Any]
Layers = tuple[Cast, tuple[Timex, ...], tuple[Attribution, ...]]
Example = tuple[frozenset[str], bool]


def main() -> None:
    """Train and write the weights."""
    rows = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(Path(sys.argv[1]).glob("*.json"))]
    docs = load_model().pipe(row["article"]["text"] for row in rows)
    write(train_all(list(zip(rows, docs, strict=True)), load_lexicons()))


def train_all(pairs: Sequence[tuple[Row, Doc]], lex: Lexicons) -> dict[str, dict[str, float]]:
    """Return the weights of each layer's features; provisions are learned on the instruments that are then found."""
    layers = [(row, doc, *reading) for row, doc in pairs for reading in readings(row, doc, lex)]
    instruments: list[Example] = []
    for row, doc, cast, times, _ in layers:
        instruments += instrument_examples(row, doc, cast, times, lex.instruments)
    weights = fit(instruments)
    learned = replace(lex.instruments, instrument_weights=weights)
    provisions: list[Example] = []
    for row, doc, cast, times, attributions in layers:
        provisions += provision_examples(row, doc, cast, times, attributions, learned)
    return {"instrument": weights, "provision": fit(provisions)}


def readings(row: Row, doc: Doc, lex: Lexicons) -> Iterator[Layers]:
    """Yield the layers that the finders of papers are given: the labelled ones, then those that are found."""
    yield gold_cast(row, doc), gold_times(row), gold_attributions(row)
    cast = find_actors(doc, lex.actors)
    times = find_times(doc, lex.times, anchor=gold_article(row).published)
    yield cast, times, find_attributions(doc, cast, times, lex.cues)


def instrument_examples(
    row: Row, doc: Doc, cast: Cast, times: tuple[Timex, ...], lexicon: InstrumentLexicon
) -> Iterator[Example]:
    """Yield each paper's features, and whether the record has it."""
    candidates = list(instrument_candidates(doc, cast, times, lexicon))
    held = [(str(c.instrument.kind), c.instrument.evidence) for c in candidates]
    right = matched([(g["kind"], spans(g)) for g in row["instruments"]], held)
    for number, candidate in enumerate(candidates):
        yield frozenset(candidate.features), number in right


def provision_examples(
    row: Row,
    doc: Doc,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    lexicon: InstrumentLexicon,
) -> Iterator[Example]:
    """Yield each clause's features, and whether the record has it."""
    instruments = find_instruments(doc, cast, times, (), lexicon)
    candidates = list(provision_candidates(doc, cast, times, attributions, instruments, lexicon))
    held = [(str(c.provision.type), c.provision.evidence) for c in candidates]
    right = matched([(g["type"], spans(g)) for g in row["provisions"]], held)
    for number, candidate in enumerate(candidates):
        yield frozenset(candidate.features), number in right


def matched(gold: Sequence[tuple[str, Any]], found: Sequence[tuple[str, Any]]) -> set[int]:
    """Return which of the found things are right: the same kind, evidence shared; one to one, most shared first."""
    edges = sorted(
        ((shared(g, f), -i, -j) for i, (kind, g) in enumerate(gold) for j, (k, f) in enumerate(found) if kind == k),
        reverse=True,
    )
    used: set[int] = set()
    right: set[int] = set()
    for weight, i, j in edges:
        if weight and i not in used and -j not in right:
            used.add(i)
            right.add(-j)
    return right


def shared(a: Sequence[Span], b: Sequence[Span]) -> int:
    """Return how many characters two lists of spans have in common."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def spans(fields: Row) -> list[Span]:
    """Return the evidence of a labelled thing."""
    return [(start, end) for start, end in fields["evidence"]]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression with squared weights penalised."""
    counts = Counter(name for names, _ in examples for name in names)
    vocabulary = sorted(name for name, count in counts.items() if count >= LEAST_COUNT)
    place = {name: i for i, name in enumerate(vocabulary)}
    table = np.zeros((len(examples), len(vocabulary)))
    for row, (names, _) in enumerate(examples):
        table[row, [place[n] for n in names if n in place]] = 1
    wanted = np.array([yes for _, yes in examples], dtype=float)
    weights = np.zeros(len(vocabulary))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - wanted) + PENALTY * weights
        curve = (table.T * (chance * (1 - chance))) @ table + PENALTY * np.eye(len(vocabulary))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return {n: round(float(w), 3) for n, w in zip(vocabulary, weights, strict=True) if abs(w) >= LEAST_WEIGHT}


def write(weights: dict[str, dict[str, float]], target: Path = TARGET) -> None:
    """Write all weights as one table."""
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["layer", "feature", "weight"])
        for layer, held in weights.items():
            table.writerows([layer, name, weight] for name, weight in sorted(held.items()))


if __name__ == "__main__":
    main()
