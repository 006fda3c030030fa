"""Attributions on hand-annotated campaign news: the broad reading's claims, scored by the benchmark's own scorer."""

import json
from pathlib import Path

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from eval.floors import Figures
from eval.scoring import score


def bench_attribution(bench: Path, keep: Path) -> Figures:
    """Who said it: attribution F1 first, then its parts."""
    folder = bench / "attribution"
    gold = folder / "data" / "dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    lex, predicted = load_lexicons(), keep / "attribution.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for row, doc in zip(rows, load_model().pipe([r["text"] for r in rows]), strict=True):
            found = find_attributions(doc, find_actors(doc, lex.actors), (), lex.cues, reading="broad")
            claims = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            out.write(json.dumps({"id": row["id"], "attributions": claims}) + "\n")
    report = score(folder / "score.py", gold, predicted)
    return {
        "f1": report["attribution_f1"],
        "detection_f1": report["detection"]["f1"],
        "content_f1": report["content_tokens"]["f1"],
        "direct_recall": report["direct_quotes"]["attribution_recall"],
        "source_accuracy": report["source"]["accuracy"],
    }
