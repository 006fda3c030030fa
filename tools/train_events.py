"""Labelled articles -> lexicons/events_weights.json: the linear models that the events step decides with.

    python -m tools.train_events

The articles are records/train of the benchmarks (DATELINE_BENCH, else ../shared/bench). What is written are names of
features with their weights, and lemmas; no sentence.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eval.bench import ROOT, bench_folder
from eval.gold_layers import gold_article, gold_attributions, gold_cast, gold_times
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc, Token

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts
from dateline.extract.event_choices import NO_MODE, date_options, mode_features, status_features
from dateline.extract.event_dates import Clock
from dateline.extract.event_matching import lemma
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import NO_EVENT, Word, find_words, read_word, reading_as
from dateline.extract.event_roles import NO_PART, find_players
from dateline.extract.event_scoring import score_features
from dateline.extract.event_status import find_status, settle
from dateline.extract.events import date_by_rule, find_acts
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons, load_lexicons
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.weights import FILE, EventWeights, linear
from dateline.parse import load_model
from dateline.records import Attribution, DateRange, EventType, Timex

Row = dict[str, Any]
Layers = tuple[Cast, tuple[Timex, ...], tuple[Attribution, ...]]
Sample = tuple[Sequence[str], str]  # an example's features and its label
FOLDS = 5
SMALLEST = 0.015  # weights below are as good as none
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
# Chances from which on something counts; "role": what the chance of no part is multiplied by, "role-ruled"
# what that of the part that the rule gives is; "date": what the chance of no date is.
LIMITS = {"reading": 0.2, "role": 0.5, "role-ruled": 4.0, "date": 1.2, "event": 0.4}
# A word is asked without a rule if it showed an act at least this often among its occurrences.
RAREST = 0.04


@dataclass(slots=True)
class Labelled:
    """An article with the layers that the events step is given, its words, and the event that each word shows."""

    row: Row
    doc: Doc
    cast: Cast
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    words: list[Word]
    events: dict[int, Row]
    doubtful: set[int]


def label(row: Row, doc: Doc, layers: Layers, lexicon: EventLexicon) -> Labelled:
    """Return an article with its words labelled."""
    words = find_words(doc, layers[0], layers[2], lexicon)
    events: dict[int, Row] = {}
    doubtful: set[int] = set()
    for event in row["events"]:
        start, end = event["trigger"]
        here = [w for w in words if w.head.idx < end and w.head.idx + len(w.head) > start]
        here.sort(key=lambda w: (_depth(w.head), w.head.i))
        sure = [w for w in here if any(c.rule.type == event["type"] for c, _ in w.matches)]
        free = [w for w in (*sure, *here) if w.head.i not in events]
        if free:
            events[free[0].head.i] = event
            doubtful.update(w.head.i for w in here if w is not free[0])
    return Labelled(row, doc, *layers, words, events, doubtful - set(events))


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
        str(feature): [round(float(column[i]) * _strength(str(feature)), 3) for column in columns]
        for i, feature in enumerate(table.feature_names_)
    }
    return found, {f: row for f, row in weights.items() if max(map(abs, row)) >= SMALLEST}


def reading_samples(articles: Iterable[Labelled]) -> Iterator[Sample]:
    """Yield what each word shows."""
    for article in articles:
        for word in article.words:
            event = article.events.get(word.head.i)
            if word.head.i not in article.doubtful:
                yield word.features, event["type"] if event else NO_EVENT


def role_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield which part each actor near an event's trigger plays."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        roles = {a: role for role in ("mediators", "recipients", "actors") for a in event.get(role) or ()}
        for player in find_players(reading, article.cast):
            yield player.features, roles.get(player.actor, NO_PART)


def date_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield for each date that an event may have whether it is right."""
    for article in articles:
        clock = Clock(article.doc, article.times)
        told: dict[Any, DateRange] = {}
        for _, word, event in _events([article]):
            reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
            gold = _days(event)
            by_rule, others = date_by_rule(reading, _parts(event), clock, told)
            for when, features in date_options(reading.candidate, by_rule, others, clock):
                yield features, "right" if _same(when, gold) else "wrong"
            if gold.earliest is not None and gold.earliest == gold.latest:
                told.update(dict.fromkeys(event["actors"], gold))


def status_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield each event's status."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        when, published = _days(event), gold_article(article.row).published
        by_rule = settle(find_status(reading.candidate.rule, word.frame, lexicon), when, published)
        yield list(status_features(reading.candidate, by_rule, when, published, word.said_in)), event["status"]


def mode_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield each event's mode."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        yield list(mode_features(reading.candidate, lexicon)), event.get("mode") or NO_MODE


def event_samples(article: Labelled, acts: Sequence[Act]) -> Iterator[Sample]:
    """Yield for each act of an article whether it is an event of its own."""
    for act, features in zip(acts, score_features(acts, article.cast), strict=True):
        if act.head.i not in article.doubtful:
            yield features, "event" if act.head.i in article.events else "none"


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


def labelled(pairs: Iterable[tuple[Row, Doc]], lexicon: EventLexicon) -> list[Labelled]:
    """Return the articles with their words labelled, each twice: with the labelled layers and with those found."""
    every = load_lexicons()
    return [label(row, doc, layers, lexicon) for old, doc in pairs for row, layers in layers_of(old, doc, every)]


def layers_of(row: Row, doc: Doc, lexicons: Lexicons) -> Iterator[tuple[Row, Layers]]:
    """Yield an article's labels with the labelled layers, and again, by the ids found, with those that the finders find.

    Learning from both, the models trust good layers and can do with worse ones.
    """
    yield row, (gold_cast(row, doc), gold_times(row), gold_attributions(row))
    cast = find_actors(doc, lexicons.actors)
    times = find_times(doc, lexicons.times, anchor=gold_article(row).published)
    yield renamed(row, cast), (cast, times, find_attributions(doc, cast, times, lexicons.cues))


def renamed(row: Row, cast: Cast) -> Row:
    """Return the labels with the ids of the actors that were found, those that share the most mentions being the same."""
    shares = sorted(
        (
            (sum(any(a < d and c < b for c, d in found.mentions) for a, b in known["mentions"]), known["id"], found.id)
            for known in row["actors"]
            for found in cast.actors
        ),
        key=lambda share: -share[0],
    )
    names: dict[str, str] = {}
    for share, known_id, found_id in shares:
        if share and known_id not in names and found_id not in names.values():
            names[known_id] = found_id
    events = [
        event
        | {
            role: [names.get(a, f"?{a}") for a in event.get(role) or ()]
            for role in ("actors", "recipients", "mediators")
        }
        for event in row["events"]
    ]
    return row | {"events": events}


def _strength(feature: str) -> float:
    return next((factor for start, factor in STRONG.items() if feature.startswith(start)), 1.0)


def _events(articles: Iterable[Labelled]) -> Iterator[tuple[Labelled, Word, Row]]:
    for article in articles:
        for word in article.words:
            if (event := article.events.get(word.head.i)) is not None:
                yield article, word, event


def _parts(event: Row) -> Parts:
    return Parts(list(event["actors"]), list(event["recipients"]), list(event.get("mediators") or ()))


def _days(event: Row) -> DateRange:
    return DateRange(**(event.get("date") or {}))


def _same(one: DateRange, other: DateRange) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


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
            "weights": {f: [round(float(w), 3) for w in model.matrix[row]] for f, row in sorted(model.rows.items())},
        }
        for name, model in learned.models.items()
    }
    content = {"words": sorted(learned.words), "limits": dict(learned.limits), "models": models}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    (ROOT / "src" / "dateline" / "lexicons" / FILE).write_text(text + "\n", encoding="utf-8")


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
