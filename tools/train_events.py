"""Labelled articles -> lexicons/events_weights.json: the linear models that the events step decides with.

    python -m tools.train_events

The articles are records/train of the benchmarks (DATELINE_BENCH, else ../shared/bench). What is written are names of
features with their weights, and lemmas; no sentence.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eval.bench import ROOT, bench_folder
from eval.gold_layers import gold_article
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc, Token

from dateline.extract.event_matching import lemma
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import read_word
from dateline.extract.events import find_acts
from dateline.lexicons import load_lexicons
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.weights import FILE, EventWeights, linear
from dateline.parse import load_model
from tools.event_samples import (
    Labelled,
    Row,
    Sample,
    date_samples,
    event_samples,
    labelled,
    mode_samples,
    reading_samples,
    role_samples,
    status_samples,
)

FOLDS = 5
SMALLEST = 0.02  # weights below are as good as none
# How strongly each model may follow its examples (sklearn's C), and how often a feature must be seen; each set by
# cross-validation over the training articles, where the figures are flat around these.
STRENGTH = {"reading": 0.03, "role": 0.06, "date": 0.06, "status": 0.06, "mode": 0.12, "event": 0.05}
LEAST = {"reading": 3, "role": 3, "date": 3, "status": 3, "mode": 2, "event": 5}
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
# Chances from which on something counts; "role": what the chance of no part is multiplied by,
# "date": what that of no date is.
LIMITS = {"reading": 0.2, "role": 0.5, "date": 1.2, "event": 0.34}
# A word is asked without a rule if it showed an act at least this often among its occurrences.
RAREST = 0.12


def vocabulary(pairs: Iterable[tuple[Row, Doc]], lexicon: EventLexicon) -> frozenset[str]:
    """Return the words (lemma and first letter of the part of speech) that show acts often enough to be asked."""
    shown: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for row, doc in pairs:
        there.update(_key(token, lexicon) for token in doc)
        for event in row["events"]:
            span = doc.char_span(event["trigger"][0], event["trigger"][1], alignment_mode="expand")
            if span is not None:
                shown[_key(span.root, lexicon)] += 1
    return frozenset(word for word, times in shown.items() if times >= RAREST * there[word])


def train(articles: Sequence[Labelled], lexicon: EventLexicon, words: frozenset[str]) -> EventWeights:
    """Return the weights of all models but "event"."""
    models = {
        "reading": fit("reading", reading_samples(articles)),
        "role": fit("role", role_samples(articles, lexicon)),
        "date": fit("date", date_samples(articles, lexicon)),
        "status": fit("status", status_samples(articles, lexicon)),
        "mode": fit("mode", mode_samples(articles, lexicon)),
    }
    return EventWeights(words, LIMITS, {name: linear(*model) for name, model in models.items()})


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


def acts_of(article: Labelled, lexicon: EventLexicon) -> list[Act]:
    """Return the acts that the events step finds with the lexicon's weights."""
    readings = [r for word in article.words if (r := read_word(word, article.cast, lexicon)) is not None]
    return find_acts(article.doc, gold_article(article.row), readings, article.cast, article.times, lexicon)


def crossed(
    pairs: Sequence[tuple[Row, Doc]], lexicon: EventLexicon
) -> Iterator[tuple[int, Labelled, list[Act], EventLexicon]]:
    """Yield each article's place, its acts, found with weights that were learned from other articles, and their lexicon."""
    for fold in range(FOLDS):
        rest = [pair for i, pair in enumerate(pairs) if i % FOLDS != fold]
        learned = trained(rest, lexicon)
        for i in range(fold, len(pairs), FOLDS):
            for article in labelled([pairs[i]], learned):
                yield i, article, acts_of(article, learned), learned


def trained(pairs: Sequence[tuple[Row, Doc]], lexicon: EventLexicon) -> EventLexicon:
    """Return the lexicon with the weights that these articles teach, all but those of "event"."""
    words = vocabulary(pairs, lexicon)
    bare = replace(lexicon, learned=EventWeights(words, LIMITS, {}))
    return replace(bare, learned=train(labelled(pairs, bare), bare, words))


def _strength(feature: str) -> float:
    return next((factor for start, factor in STRONG.items() if feature.startswith(start)), 1.0)


def _key(token: Token, lexicon: EventLexicon) -> str:
    return f"{lemma(token, lexicon)} {token.pos_[0]}"


def complete(pairs: Sequence[tuple[Row, Doc]], lexicon: EventLexicon) -> EventWeights:
    """Return the weights of all models, those of "event" from acts that were found by weights of other articles."""
    samples = [s for _, article, acts, _ in crossed(pairs, lexicon) for s in event_samples(article, acts)]
    learned = trained(pairs, lexicon).learned
    return replace(learned, models={**learned.models, "event": linear(*fit("event", samples))})


def write(learned: EventWeights) -> None:
    """Write the weights into the package."""
    models = {
        name: {
            "labels": list(model.labels),
            "weights": {f: [_short(w) for w in model.matrix[row]] for f, row in sorted(model.rows.items())},
        }
        for name, model in learned.models.items()
    }
    content = {"words": sorted(learned.words), "limits": dict(learned.limits), "models": models}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    (ROOT / "src" / "dateline" / "lexicons" / FILE).write_text(text + "\n", encoding="utf-8")


def _short(weight: float) -> float | int:
    """Return a weight with two digits, 0 without any."""
    rounded = round(float(weight), 2)
    return rounded if rounded else 0


def main() -> int:
    """Train on records/train and write the file."""
    folder = bench_folder() / "records" / "train"
    if not folder.is_dir():
        print(f"no labelled articles at {folder.name}/: nothing trained")
        return 1
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    pairs = list(zip(rows, load_model().pipe([row["article"]["text"] for row in rows]), strict=True))
    lexicon = replace(load_lexicons().events, learned=EventWeights(frozenset(), LIMITS, {}))
    learned = complete(pairs, lexicon)
    write(learned)
    sizes = ", ".join(f"{name} {len(model.rows)}" for name, model in learned.models.items())
    print(f"{len(rows)} articles -> {FILE}: {len(learned.words)} words; features: {sizes}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
