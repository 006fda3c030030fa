"""Is everybody who takes part in a gold event an actor of the record? Names compared as the articles' own scorer does."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.floors import Figures


def participants_found(bench: Path, predicted: Path) -> Figures:
    """Return the share of the gold events' participants that have an actor of their own in the predicted records.

    bench: the articles benchmark. predicted: a folder with one record an article.
    """
    scorer = load_scorer(bench / "score.py")
    found = wanted = 0
    for name, participants in gold_participants(bench):
        right = len(participants) - len(missing(participants, _record(scorer, bench, predicted, name)))
        found += right
        wanted += len(participants)
    return {"participants": found / wanted}


def gold_participants(bench: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the article and the names of each participant for each gold event."""
    for path in sorted((bench / "gold").glob("*.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            if fact["kind"] == "event":
                yield path.stem, fact["participants"]


def missing(participants: list[list[str]], record: tuple[ModuleType, Any]) -> list[list[str]]:
    """Return the participants without an actor; one actor stands for one of them."""
    scorer, rec = record
    actors = list(rec.actors)
    fits = [[scorer.matches(names, rec.strings(actor)) for actor in actors] for names in participants]
    taken = scorer.assign(range(len(participants)), range(len(actors)), lambda i, j: fits[i][j])
    return [names for i, names in enumerate(participants) if i not in taken]


def load_scorer(path: Path) -> ModuleType:
    """Return the benchmark's scorer as a module."""
    spec = importlib.util.spec_from_file_location("articles_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _record(scorer: ModuleType, bench: Path, predicted: Path, name: str) -> tuple[ModuleType, Any]:
    text = json.loads((bench / "texts" / f"{name}.json").read_text(encoding="utf-8"))["text"]
    return scorer, scorer.Record(json.loads((predicted / f"{name}.json").read_text(encoding="utf-8")), text)
