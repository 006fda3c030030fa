"""Learn what the features of a claim weigh, and write lexicons/cue_weights.csv: features and numbers, no words of a text.

    python -m tools.train_cues [BENCH_FOLDER]

Reads the training parts of the benchmarks `attribution` (the broad reading) and `records` (the record's). Both are
fitted at once by conditional logistic regression, the choice of each cue being one of its claims or none: each feature
has a weight that both share and one of each reading's own, so that what the small set cannot tell is taken from the
large one. Deterministic.
"""

import csv
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from eval.bench import bench_folder
from spacy.tokens import Doc

from dateline.extract.attribution_claims import Claim, Page
from dateline.extract.attribution_sources import antecedent, source_range
from dateline.extract.attribution_weights import Reading, features, outermost
from dateline.extract.attributions import all_claims
from dateline.lexicons.cues import load_cues
from dateline.parse import load_model

OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "cue_weights.csv"
READINGS = ("record", "broad")
MIN_COUNT = 3  # claims that show a feature before it gets a weight
SHARED, OWN = 2.0, 4.0  # strength of the pull to zero: less on what both readings share
MIN_WEIGHT = 0.03  # smaller ones change nothing
KEEP = {"record": 0.45, "broad": 0.33}  # probability from which a claim is kept
WEIGHT = {"record": 1.0, "broad": 1.0}  # of an example in the fit
NEARER = 4  # how much a content that fits better is preferred to others of the same cue: a power of the overlap
ROUNDS = 150
Pair = tuple[float, int, int]  # overlap, number of the annotated claim, number of ours
Example = tuple[tuple[str, ...], float, str, int]
Parse = Callable[[Iterable[str]], Iterable[Doc]]


def main() -> None:
    """Train and write."""
    bench = Path(sys.argv[1]) if len(sys.argv) > 1 else bench_folder()
    parse = load_model().pipe
    write(fit([*broad_examples(bench, parse), *record_examples(bench, parse)]))


def broad_examples(bench: Path, parse: Parse) -> Iterator[Example]:
    """Yield the labelled claims of the attribution benchmark's training part."""
    scorer = load_scorer(bench / "attribution" / "score.py")
    rows = [json.loads(line) for line in (bench / "attribution/data/train.jsonl").open(encoding="utf-8")]
    for row, doc in zip(rows, parse([r["text"] for r in rows]), strict=True):
        yield from label_broad(row, doc, scorer)


def record_examples(bench: Path, parse: Parse) -> Iterator[Example]:
    """Yield the labelled claims of the records benchmark's training part."""
    rows = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((bench / "records/train").glob("*.json"))]
    for row, doc in zip(rows, parse([r["article"]["text"] for r in rows]), strict=True):
        yield from label_record(row, doc)


def label_broad(row: dict[str, Any], doc: Doc, scorer: ModuleType) -> Iterator[Example]:
    """Yield an example a claim: right if content and source match an annotated one, one to one."""
    page, claims = all_claims(doc, LEXICON)
    text = scorer.Text(row)
    gold = text.load(row["attributions"])
    predicted = text.load([_plain(c, page) for c in claims])
    pairs = [
        (overlap, g, p)
        for g, one in enumerate(gold)
        for p, two in enumerate(predicted)
        if (overlap := scorer.jaccard(one["content"], two["content"])) >= scorer.MIN_JACCARD
        and text.source_right(one, two)
    ]
    yield from _examples(claims, page, _own_cue_first(pairs, row, claims), "broad")


def label_record(row: dict[str, Any], doc: Doc) -> Iterator[Example]:
    """Yield an example a claim: right if content and source overlap a labelled one's, one to one."""
    page, claims = all_claims(doc, LEXICON)
    gold = [(_characters(a["content"]), _characters(a["source"])) for a in row["attributions"]]
    predicted = [
        (_characters(p["content"]), _characters(p["source"]))
        for p in (_plain(c, page, reading="record") for c in claims)
    ]
    pairs = []
    for g, (content, source) in enumerate(gold):
        for p, (other, named) in enumerate(predicted):
            overlap = len(content & other) / len(content | other)
            if overlap >= 0.5 and (source & named or not (source or named)):
                pairs.append((overlap, g, p))
    yield from _examples(claims, page, _own_cue_first(pairs, row, claims), "record")


def fit(examples: list[Example]) -> dict[str, tuple[float, float]]:
    """Return each feature's weight in the two readings."""
    counts = Counter(f for names, *_ in examples for f in set(names))
    index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= MIN_COUNT))}
    size = len(index)
    rows: list[int] = []
    columns: list[int] = []
    for n, (names, _, reading, _) in enumerate(examples):
        known = [index[f] for f in set(names) if f in index]
        own = size * (1 + READINGS.index(reading))
        rows += [n] * (2 * len(known))
        columns += known + [k + own for k in known]
    w = minimise(_loss(examples, np.array(rows), np.array(columns), size), np.zeros(3 * size))
    weights = {}
    for f, k in index.items():
        pair = [float(w[k] + w[k + size * (1 + n)]) for n in range(2)]
        if f == "bias":
            pair = [x - float(np.log(KEEP[name] / (1 - KEEP[name]))) for x, name in zip(pair, READINGS, strict=True)]
        if max(map(abs, pair)) >= MIN_WEIGHT:
            weights[f] = (pair[0], pair[1])
    return weights


def _loss(examples: list[Example], r: Any, c: Any, size: int) -> Callable[[Any], tuple[float, Any]]:
    """Return the loss and its gradient: of a cue's readings and "none of them", how unlikely the right ones are."""
    cues = np.array([cue for *_, cue in examples])
    starts = np.flatnonzero(np.concatenate([[True], cues[1:] != cues[:-1]]))
    group = np.cumsum(np.concatenate([[0], cues[1:] != cues[:-1]]))
    fits = np.array([right for _, right, _, _ in examples], dtype=float)
    any_fits = np.add.reduceat(fits, starts) > 0
    weight = np.array([WEIGHT[examples[k][2]] for k in starts])
    pull = np.concatenate([np.full(size, SHARED), np.full(2 * size, OWN)])

    def loss(w: Any) -> tuple[float, Any]:
        z = np.exp(np.clip(np.bincount(r, w[c], minlength=len(fits)), -30, 30))
        total = 1 + np.add.reduceat(z, starts)
        right = np.add.reduceat(z * fits, starts)
        right = np.where(any_fits, right, 1.0)
        value = float(np.sum(weight * (np.log(total) - np.log(right))) + 0.5 * np.sum(pull * w * w))
        slope = z / total[group] - np.where(any_fits[group], z * fits / right[group], 0.0)
        return value, np.bincount(c, (weight[group] * slope)[r], minlength=3 * size) + pull * w

    return loss


def minimise(loss: Callable[[Any], tuple[float, Any]], w: Any, memory: int = 10) -> Any:
    """Return the place of the least loss: L-BFGS with a backtracking line search."""
    value, grad = loss(w)
    steps: list[tuple[Any, Any]] = []
    for _ in range(ROUNDS):
        way = _direction(grad, steps)
        rate = 1.0 if steps else 1.0 / max(1.0, float(np.linalg.norm(grad)))
        while True:
            new = w - rate * way
            new_value, new_grad = loss(new)
            if new_value <= value - 1e-4 * rate * (grad @ way) or rate < 1e-8:
                break
            rate /= 2
        if value - new_value < 1e-4:
            return new
        if (new_grad - grad) @ (new - w) > 0:
            steps = [*steps, (new - w, new_grad - grad)][-memory:]
        w, value, grad = new, new_value, new_grad
    return w


def _direction(grad: Any, steps: list[tuple[Any, Any]]) -> Any:
    way = grad.copy()
    alphas = []
    for s, y in reversed(steps):
        alphas.append((s @ way) / (y @ s))
        way -= alphas[-1] * y
    if steps:
        s, y = steps[-1]
        way *= (s @ y) / (y @ y)
    for (s, y), a in zip(steps, reversed(alphas), strict=True):
        way += s * (a - (y @ way) / (y @ s))
    return way


def write(weights: dict[str, tuple[float, float]]) -> None:
    """Write the table, in the order of the alphabet."""
    with OUT.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", *READINGS])
        for feature, pair in sorted(weights.items()):
            table.writerow([feature, *(f"{x:.2f}" for x in pair)])


def load_scorer(path: Path) -> ModuleType:
    """Return a benchmark's scorer as a module. Raises FileNotFoundError."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _own_cue_first(pairs: list[Pair], row: dict[str, Any], claims: list[Claim]) -> list[Pair]:
    """Return the pairs less those of other cues, where a claim of the annotated cue itself fits."""
    cues = [_characters(a["cue"]) for a in row["attributions"]]
    own = {g for _, g, p in pairs if claims[p].cue.idx in cues[g]}
    return [pair for pair in pairs if pair[1] not in own or claims[pair[2]].cue.idx in cues[pair[1]]]


def _examples(claims: list[Claim], page: Page, pairs: list[Pair], reading: str) -> Iterator[Example]:
    """Yield an example a claim, in the order of the cues: 1 for the best of each annotated one, less for what fits it too.

    Each example has its cue's number, one that no other cue has.
    """
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for overlap, g, p in sorted(pairs, key=lambda pair: (claims[pair[2]].told is not None, -pair[0], *pair[1:])):
        if g not in taken and p not in used:
            taken[g] = p, overlap
            used.add(p)
    labels: dict[int, float] = {}
    for overlap, g, p in pairs:
        if g in taken and claims[p].cue.i == claims[taken[g][0]].cue.i:
            labels[p] = max(labels.get(p, 0.0), (overlap / taken[g][1]) ** NEARER)
    said = [claims[p] for p in used if claims[p].told is None]
    outer, before = outermost(claims), -1
    for k, claim in enumerate(claims):
        if claim.told is not None and any(c.holds(i) for c in said for i in range(*claim.content[0])):
            continue  # never asked where another claim has its words
        if claim.cue.i != before:
            before, number = claim.cue.i, next(_NUMBERS)
        yield tuple(features(claim, page, outer[k])), labels.get(k, 0.0), reading, number


def _plain(claim: Claim, page: Page, reading: Reading = "broad") -> dict[str, list[tuple[int, int]]]:
    doc = page.doc

    def spans(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])) for s, e in ranges]

    named = claim.source
    if named is not None and reading == "record":
        named = antecedent(named)
    source = source_range(named, page) if named is not None else ()
    return {"content": spans(claim.content), "source": spans(source)}


def _characters(spans: Iterable[Iterable[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


LEXICON = load_cues()
_NUMBERS = count()
if __name__ == "__main__":
    main()
