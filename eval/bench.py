"""Accuracy and speed on the benchmarks beside the project: one line each, and the floors that CI holds.

    python -m eval.bench [NAME ...] [--check] [--lower] [--keep DIR]

NAME is one of the benchmarks below (all, if none is given). --check fails if a figure is under its floor in
eval/floors.toml or the gold data has changed; --raise writes the figures as the new floors where they are higher,
and with --lower also where they are lower. The data lies in ../shared/bench, or where DATELINE_BENCH says; where
there is none, this says so and exits 0.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline import Article
from dateline.flow import read_articles
from dateline.lexicons import load_lexicons
from dateline.parse import load_model
from eval.adding import bench_adding
from eval.attribution import bench_attribution
from eval.copies import bench_copies
from eval.events import bench_classify_speed, bench_dead_rules, bench_events
from eval.floors import Figures, check_floors, data_digest, write_floors
from eval.grounding import bench_grounding
from eval.participants import participants_found
from eval.resolutions import bench_resolutions, bench_resolutions_read
from eval.same_event import bench_same_event
from eval.scoring import score
from eval.speed import finders_share, overhead
from eval.times import bench_times

ROOT = Path(__file__).resolve().parent.parent
Report = dict[str, Any]
KINDS = ("event", "attribution", "instrument", "provision")


def bench_folder() -> Path:
    """Return the folder that holds the benchmarks, whether it is there or not."""
    return Path(os.environ.get("DATELINE_BENCH") or ROOT.parent / "shared" / "bench")


def as_article(fields: Report) -> Article:
    """Return the article that a benchmark's JSON describes."""
    published = fields.get("published")
    return Article(
        text=fields["text"],
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        published=date.fromisoformat(published) if published else None,
    )


def write_records(articles: Iterator[tuple[str, Article]], folder: Path) -> None:
    """Read the articles and write each record as <name>.json into the folder."""
    names, texts = zip(*articles, strict=True)
    for name, record in zip(names, read_articles(texts, load_model(), load_lexicons()), strict=True):
        (folder / f"{name}.json").write_text(record.to_json(), encoding="utf-8")


def bench_articles(bench: Path, keep: Path) -> Figures:
    """Whole articles, all facts: core and full F1."""
    folder = keep / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted((bench / "articles" / "texts").glob("*.json"))
    write_records(((p.stem, as_article(json.loads(p.read_text(encoding="utf-8")))) for p in paths), folder)
    report = score(bench / "articles" / "score.py", bench / "articles", folder)
    figures = {"record_f1": report["record_f1"], "record_full_f1": report["record_full_f1"]}
    return figures | {f"{kind}s": report[kind]["core"]["f1"] for kind in KINDS}


def bench_gaza(bench: Path, keep: Path) -> Figures:
    """Score the story that the project started from: core F1 of each kind of fact."""
    name = "gaza-2025-11-16"
    folder, gold = keep / "gaza", keep / "gaza-gold"
    for part in (folder, gold / "gold", gold / "texts"):
        part.mkdir(parents=True, exist_ok=True)
    for part_name in ("gold", "texts"):
        source = bench / "articles" / part_name / f"{name}.json"
        (gold / part_name / source.name).write_bytes(source.read_bytes())
    fields = json.loads((gold / "texts" / f"{name}.json").read_text(encoding="utf-8"))
    write_records(iter([(name, as_article(fields))]), folder)
    report = score(bench / "articles" / "score.py", gold, folder)
    return {"record_f1": report["record_f1"], **{f"{kind}s": report[kind]["core"]["f1"] for kind in KINDS}}


def bench_participants(bench: Path, keep: Path) -> Figures:
    """Whole articles: does everybody who takes part in a gold event have an actor."""
    folder = keep / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted((bench / "articles" / "texts").glob("*.json"))
    write_records(((p.stem, as_article(json.loads(p.read_text(encoding="utf-8")))) for p in paths), folder)
    return participants_found(bench / "articles", folder)


def bench_records(bench: Path, keep: Path, part: str = "dev") -> Figures:
    """Labelled newswire records, layer by layer."""
    folder = keep / "records"
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted((bench / "records" / part).glob("*.json"))
    gold = ((p.stem, json.loads(p.read_text(encoding="utf-8"))["article"]) for p in paths)
    write_records(((name, as_article(fields)) for name, fields in gold), folder)
    report = score(bench / "records" / "score.py", bench / "records" / part, folder)
    layers = {name: part["f1"] for name, part in report.items() if "f1" in part}
    shares = {name: part["accuracy"] for name, part in report.items() if "accuracy" in part}
    return {**layers, **shares}


def bench_overhead(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Speed of the whole flow as a share of the bare parser's, same texts, same process."""
    return overhead(bench / "corpus" / "newswire.jsonl.gz")


def bench_finders(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Speed of the three finders under everything as a share of the parser's, in one run."""
    return finders_share(bench / "corpus" / "newswire.jsonl.gz")


BENCHMARKS: dict[str, Callable[[Path, Path], Figures]] = {
    "articles": bench_articles,
    "gaza": bench_gaza,
    "participants": bench_participants,
    "records": bench_records,
    "attribution": bench_attribution,
    "times": bench_times,
    "overhead": bench_overhead,
    "finders": bench_finders,
    "events": bench_events,
    "classify_speed": bench_classify_speed,
    "dead_rules": bench_dead_rules,
    "resolutions": bench_resolutions,
    "resolutions_read": bench_resolutions_read,
    "grounding": bench_grounding,
    "copies": bench_copies,
    "same_event": bench_same_event,
    "adding": bench_adding,
}
# What each benchmark reads: its digest is pinned beside the floors.
DATA = {
    "articles": "articles/gold",
    "gaza": "articles/gold",
    "participants": "articles/gold",
    "records": "records/dev",
    "attribution": "attribution/data",
    "times": "time/data",
    "overhead": "corpus",
    "finders": "corpus",
    "events": "events",
    "classify_speed": "events",
    "dead_rules": "corpus",
    "resolutions": "un/gold",
    "resolutions_read": "un/texts",
    "grounding": "articles",
    "copies": "corpus",
    "same_event": "articles",
    "adding": "corpus",
}


def main() -> int:
    """Run the benchmarks that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME")
    parser.add_argument("--check", action="store_true", help="fail if a figure is under its floor")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="write higher figures as the new floors")
    parser.add_argument("--lower", action="store_true", help="write lower ones too; the changelog must say why")
    parser.add_argument("--keep", type=Path, help="keep the predicted records in this folder")
    args = parser.parse_args()
    bench = bench_folder()
    if not bench.is_dir():
        print(f"no benchmark data at {bench.name}/: nothing measured")
        return 0
    names = args.names or list(BENCHMARKS)
    with tempfile.TemporaryDirectory() as scratch:
        figures = {}
        for name in names:
            figures[name] = BENCHMARKS[name](bench, args.keep or Path(scratch))
            print(f"{name}: " + ", ".join(f"{key} {value:.3f}" for key, value in figures[name].items()), flush=True)
    digests = {name: data_digest(bench / DATA[name]) for name in names}
    if args.raise_ or args.lower:
        write_floors(figures, digests, lower=args.lower)
    return check_floors(figures, digests) if args.check else 0


if __name__ == "__main__":
    sys.exit(main())
