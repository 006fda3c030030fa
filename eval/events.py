"""Sentences with a marked pair: accuracy by the benchmark's own scorer, speed, and the rules that never fire."""

import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline import Coding
from dateline.extract.actors import find_actors
from dateline.extract.event_matching import find_candidates
from dateline.flow import classify_pairs
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from eval.floors import Figures
from eval.scoring import score

ROUNDS = 3  # the median of three: these machines are noisy
DEAD_ARTICLES = 600
Row = dict[str, Any]
Pair = tuple[str, str, str]


def bench_events(bench: Path, keep: Path) -> Figures:
    """What A does to B in a sentence: accuracy and macro-F1 over types, and over the five classes; also by rules alone."""
    rows = _rows(bench)
    nlp, lex = load_model(), load_lexicons()
    figures = _figures(bench, keep, rows, list(classify_pairs(_pairs(rows), nlp, lex)))
    by_rules = _figures(bench, keep, rows, list(classify_pairs(_pairs(rows), nlp, lex, rules_only=True)))
    return figures | {f"rules_only.{name}": value for name, value in by_rules.items()}


def bench_classify_speed(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Sentences a second of classify over those of the bare parse, same sentences, same process."""
    pairs = _pairs(_rows(bench))
    nlp, lex = load_model(), load_lexicons()
    sentences = [sentence for sentence, _, _ in pairs]

    def parse() -> None:
        for _ in nlp.pipe(sentences):
            pass

    def classify() -> None:
        for _ in classify_pairs(pairs, nlp, lex):
            pass

    parse()  # once unmeasured, so that caches are warm for both
    return {"ratio": statistics.median(_seconds(parse) / _seconds(classify) for _ in range(ROUNDS))}


def bench_dead_rules(bench: Path, keep: Path) -> Figures:
    """Count the rules that never fire on the newswire corpus; dead_rules.txt in the kept folder names them."""
    lex = load_lexicons()
    alive: set[str] = set()
    with gzip.open(bench / "corpus" / "newswire.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(DEAD_ARTICLES), strict=False)]
    for doc in load_model().pipe(texts):
        groups = find_candidates(doc, find_actors(doc, lex.actors), lex.events)
        alive.update(candidate.rule.id for group in groups for candidate in group)
    dead = sorted(rule.id for rule in lex.events.rules if rule.id not in alive)
    keep.mkdir(parents=True, exist_ok=True)
    (keep / "dead_rules.txt").write_text("\n".join(dead) + "\n", encoding="utf-8")
    return {"alive": 1 - len(dead) / len(lex.events.rules), "dead": len(dead)}


def _rows(bench: Path) -> list[Row]:
    files = sorted((bench / "events" / "data").glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line]


def _pairs(rows: list[Row]) -> list[Pair]:
    return [(row["sentence"], row["actor"], row["recipient"]) for row in rows]


def _figures(bench: Path, keep: Path, rows: list[Row], codings: list[Coding]) -> Figures:
    keep.mkdir(parents=True, exist_ok=True)
    gold, predicted = keep / "events-gold.jsonl", keep / "events.jsonl"
    answers = [{"id": row["id"], "type": c.type, "by": c.by} for row, c in zip(rows, codings, strict=True)]
    for path, lines in ((gold, rows), (predicted, answers)):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    report = score(bench / "events" / "score.py", gold, predicted)
    return {name: report[name] for name in ("root_accuracy", "root_macro_f1", "penta_macro_f1")}


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
