"""Labelled articles -> lexicons/events_weights.json: which words show acts, of which type, and which acts are events.

    python -m tools.train_events

The articles are records/train of the benchmarks (DATELINE_BENCH, else ../shared/bench). What is written are names of
features with their weights, and lemmas; no sentence. What an act's parts, date and status are is learned apart, by
tools.train_parts; here it is learned again with each fold, as acts are ranked by them.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eval.gold_layers import gold_article
from spacy.tokens import Doc, Token

from dateline.extract.event_matching import lemma
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import read_word
from dateline.extract.event_story import Story
from dateline.extract.events import find_acts
from dateline.lexicons import load_lexicons
from dateline.lexicons.events import EventLexicon
from dateline.lexicons.weights import FILE, EventWeights, linear
from tools import train_parts
from tools.event_samples import Labelled, Row, event_samples, labelled, reading_samples
from tools.fitting import bare, fit, training_pairs, write

FOLDS = 5
# Chances from which on a word is read as an act, and an act is an event.
LIMITS = {"reading": 0.2, "event": 0.34}
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


def acts_of(article: Labelled, lexicon: EventLexicon) -> list[Act]:
    """Return the acts that the events step finds with the lexicon's weights."""
    readings = [r for word in article.words if (r := read_word(word, article.cast, lexicon)) is not None]
    known = gold_article(article.row)
    story = Story(article.doc, article.times, article.attributions, known.published)
    return find_acts(known, readings, article.cast, story, lexicon)


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
    limits = LIMITS | train_parts.LIMITS
    unlearned = replace(lexicon, learned=EventWeights(words, limits, {}))
    articles = labelled(pairs, unlearned)
    reading = linear(*fit("reading", reading_samples(articles)))
    models = {"reading": reading, **train_parts.learn_parts(articles, unlearned)}
    return replace(lexicon, learned=EventWeights(words, limits, models))


def complete(pairs: Sequence[tuple[Row, Doc]], lexicon: EventLexicon) -> EventWeights:
    """Return the weights of readings, and those of "event" from acts that were found by weights of other articles."""
    samples = [s for _, article, acts, _ in crossed(pairs, lexicon) for s in event_samples(article, acts)]
    learned = trained(pairs, lexicon).learned
    models = {"reading": learned.models["reading"], "event": linear(*fit("event", samples))}
    return EventWeights(learned.words, LIMITS, models)


def _key(token: Token, lexicon: EventLexicon) -> str:
    return f"{lemma(token, lexicon)} {token.pos_[0]}"


def main() -> int:
    """Train on records/train and write the file."""
    pairs = training_pairs()
    if not pairs:
        return 1
    write(complete(pairs, bare(load_lexicons().events, LIMITS)), FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
