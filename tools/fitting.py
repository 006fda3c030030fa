"""What the training of the events step shares: the articles, the fit of a linear model, the file of weights."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from eval.bench import ROOT, bench_folder
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from dateline.lexicons.events import EventLexicon
from dateline.lexicons.weights import EventWeights
from dateline.parse import load_model
from tools.event_samples import Row, Sample

SMALLEST = 0.02  # weights below are as good as none
# How strongly each model may follow its examples (sklearn's C), and how often a feature must be seen; each set by
# cross-validation over the training articles, where the figures are flat around these.
STRENGTH = {"reading": 0.03, "role": 0.06, "status": 0.3, "mode": 0.12, "event": 0.05}
LEAST = {"reading": 3, "role": 3, "status": 3, "mode": 2, "event": 5}
# Features that follow rather than are learned word by word: their weights are held back less, by this factor.
STRONG = {
    "first-type=": 3.0,
    "known-type=": 2.0,
    "parts=": 2.0,
    "role=": 2.0,
    "type-role=": 2.0,
    "rules=": 2.0,
    "mode=": 2.0,
}


def training_pairs() -> list[tuple[Row, Doc]]:
    """Return the labelled articles with their parses; none, and a line that says so, where they are not at hand."""
    folder = bench_folder() / "records" / "train"
    if not folder.is_dir():
        print(f"no labelled articles at {folder.name}/: nothing trained")
        return []
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return list(zip(rows, load_model().pipe([row["article"]["text"] for row in rows]), strict=True))


def bare(lexicon: EventLexicon, limits: Mapping[str, float]) -> EventLexicon:
    """Return the lexicon as it is before anything is learned."""
    return replace(lexicon, learned=EventWeights(frozenset(), limits, {}))


def fit(name: str, samples: Iterable[Sample]) -> tuple[tuple[str, ...], dict[str, list[float]]]:
    """Return the labels of a model and each feature's weight for each label."""
    features, labels = zip(*samples, strict=True)
    counts = Counter(f for each in features for f in set(each))
    rows = [{f: _strength(f) for f in each if counts[f] >= LEAST[name]} for each in features]
    table = DictVectorizer()
    matrix = table.fit_transform(rows)
    model = LogisticRegression(C=STRENGTH[name], max_iter=400, fit_intercept=False)
    model.fit(matrix, labels)
    found = tuple(str(c) for c in model.classes_)
    columns = model.coef_ if len(found) > 2 else [-model.coef_[0] / 2, model.coef_[0] / 2]
    weights = {
        str(feature): [round(float(column[i]) * _strength(str(feature)), 2) for column in columns]
        for i, feature in enumerate(table.feature_names_)
    }
    return found, {f: row for f, row in weights.items() if max(map(abs, row)) >= SMALLEST}


def write(learned: EventWeights, name: str) -> None:
    """Write the weights into a file of the package, and say what is in it."""
    models = {
        kind: {
            "labels": list(model.labels),
            "weights": {f: [_short(w) for w in model.matrix[row]] for f, row in sorted(model.rows.items())},
        }
        for kind, model in learned.models.items()
    }
    content = {"words": sorted(learned.words), "limits": dict(learned.limits), "models": models}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    (ROOT / "src" / "dateline" / "lexicons" / name).write_text(text + "\n", encoding="utf-8")
    sizes = ", ".join(f"{kind} {len(model.rows)}" for kind, model in learned.models.items())
    print(f"{name}: {len(learned.words)} words; features: {sizes}")


def _strength(feature: str) -> float:
    return next((factor for start, factor in STRONG.items() if feature.startswith(start)), 1.0)


def _short(weight: float) -> float | int:
    """Return a weight with two digits, 0 without any."""
    rounded = round(float(weight), 2)
    return rounded if rounded else 0
