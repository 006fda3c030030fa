"""Learn what words between two parties tell of the act, and write lexicons/pairs_weights.csv.

    python -m tools.train_fallback

Learns from the sentences of tools/fallback (fallback_corpus.py) and from the words of the event rules themselves;
from nothing else. Deterministic.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dateline.extract.fallback import pair_features
from dateline.extract.pairs import mark_pair
from dateline.lexicons import Lexicons, load_lexicons
from dateline.parse import load_model
from dateline.records import EventStatus
from tools.fallback_corpus import examples, sentences

OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "pairs_weights.csv"
STRENGTH = 2.0  # inverse of the pull to zero; 0.5 to 5 tried, flat
RULE_WEIGHT = 0.3  # a rule's bare words tell less than a sentence
MIN_WEIGHT = 0.2  # smaller ones change nothing
Row = tuple[list[str], str, float]


def main() -> None:
    """Train and write the weights."""
    lex = load_lexicons()
    rows = [*_sentences(), *_rule_words(lex)]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(features, 1.0) for features, _, _ in rows])
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=400, fit_intercept=False)
    model.fit(matrix, [kind for _, kind, _ in rows], sample_weight=[weight for _, _, weight in rows])
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", "type", "weight"])
        for i, name in enumerate(vectorizer.feature_names_):
            for kind, weight in zip(model.classes_, model.coef_[:, i], strict=True):
                if abs(weight) >= MIN_WEIGHT:
                    writer.writerow([name, kind, f"{weight:.2f}"])


def _sentences() -> Iterator[Row]:
    given = [*examples(), *sentences()]
    for doc, example in load_model().pipe(((e.sentence, e) for e in given), as_tuples=True, disable=["ner"]):
        yield pair_features(doc, mark_pair(doc, example.actor, example.recipient)), example.type, 1.0


def _rule_words(lex: Lexicons) -> Iterator[Row]:
    """Yield the words of each rule as if they stood in a sentence, with the type that a pair is coded as."""
    for rule in lex.events.rules:
        meant = lex.pairs.meant(rule.id, rule.type, (), together=False)
        kind = lex.pairs.coded(meant, rule.status or EventStatus.OCCURRED)
        objects = sorted(rule.objects)
        for number, verb in enumerate(v for v in rule.verbs if v != "*"):
            head, *rest = verb.split()
            features = [f"w={head}", f"p={head}", *(f"w={word}" for word in rest)]
            if len(rest) == 1:
                features.append(f"vp={head}+{rest[0]}")
            for noun in objects[number % 7 :: 7][:6] or [""]:
                extra = [f"vo={head}+{noun.split()[-1]}", *(f"w={word}" for word in noun.split())] if noun else []
                yield [*features, *extra], kind, RULE_WEIGHT
        for noun in rule.nouns:
            yield [f"w={word}" for word in noun.split()], kind, RULE_WEIGHT


if __name__ == "__main__":
    main()
