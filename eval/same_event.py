"""One event from many reports: invented reports, read as any other, joined through the index keys, held against labels.

The first half of the reports was looked at while the joining was made; the second, written before it was tried, is the
honest figure ("unseen").
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline import Article, Record
from dateline.flow import read_articles
from dateline.lexicons import load_lexicons
from dateline.link.joining_events import join_tellings
from dateline.link.same_event import best_group
from dateline.link.sketches import asked_keys, kept_keys, sketch_of
from dateline.parse import load_model
from dateline.records import Event
from dateline.records.ids import content_id
from dateline.records.sketch import EventSketch
from dateline.records.told import Told
from eval.floors import Figures

DATA = Path(__file__).with_name("data")
HALVES = {"": "same_event_a.toml", "unseen_": "same_event_b.toml"}


@dataclass(frozen=True)
class Labelled:
    """What is labelled of a report's event: None where Dateline found no event at its words."""

    report: str
    event: str
    uid: str | None


def bench_same_event(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Pairs of tellings joined rightly, and contradictions found; events that the reader missed count as missed."""
    figures: Figures = {}
    for half, name in HALVES.items():
        figures |= {f"{half}{key}": value for key, value in _measure(DATA / name).items()}
    return figures


def _measure(path: Path) -> Figures:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = [
        Article(text=r["text"].strip() + "\n", outlet=r["outlet"], published=r["published"]) for r in data["report"]
    ]
    records = list(read_articles(articles, load_model(), load_lexicons()))
    sketches: list[EventSketch] = []
    labels: list[Labelled] = []
    for row, record in zip(data["report"], records, strict=True):
        sketches += [sketch_of(_told(row["id"], record, event)) for event in record.events]
        labels += _labels(row, record)
    groups = group(sketches)
    return _pairs(labels, groups) | _contradictions(
        data, {r.article.id: d["id"] for r, d in zip(records, data["report"], strict=True)}, groups
    )


def _told(report: str, record: Record, event: Event) -> Told:
    uid = content_id("sample", report, event.id)
    uids = tuple((a.id, a.known or f"name:{report}:{a.name}") for a in record.actors)
    return Told(uid=uid, group=uid, record=record, event=event, actor_uids=uids)


def _labels(row: dict[str, Any], record: Record) -> Iterator[Labelled]:
    for event, words in row["tells"]:
        start = record.article.text.index(words)
        end = start + len(words)
        found = next((e for e in record.events if e.trigger[0] < end and e.trigger[1] > start), None)
        yield Labelled(row["id"], event, content_id("sample", row["id"], found.id) if found else None)


def group(sketches: list[EventSketch]) -> list[list[EventSketch]]:
    """Return the groups that come of adding the events in the order of their publication, found by their keys alone."""
    groups: list[list[EventSketch]] = []
    index: dict[int, set[int]] = {}
    for sketch in sorted(sketches, key=lambda s: (s.published, s.uid)):
        near = sorted({number for key in asked_keys(sketch) for number in index.get(key, ())})
        found = best_group(sketch, [groups[number] for number in near])
        number = near[found[0]] if found else len(groups)
        if found:
            groups[number].append(sketch)
        else:
            groups.append([sketch])
        for key in kept_keys(sketch):
            index.setdefault(key, set()).add(number)
    return groups


def _pairs(labels: list[Labelled], groups: list[list[EventSketch]]) -> Figures:
    of = {sketch.uid: number for number, members in enumerate(groups) for sketch in members}
    gold = joined = right = 0
    for a, b in combinations(labels, 2):
        if a.report == b.report:
            continue
        same = a.event == b.event
        together = a.uid is not None and b.uid is not None and of[a.uid] == of[b.uid]
        gold, joined, right = gold + same, joined + together, right + (same and together)
    precision, recall = right / max(joined, 1), right / gold
    return {"pair_f1": 2 * precision * recall / max(precision + recall, 1e-9), "precision": precision, "recall": recall}


def _contradictions(data: dict[str, Any], names: dict[str, str], groups: list[list[EventSketch]]) -> Figures:
    """The share of the labelled contradictions that are found, and of the found ones that are labelled."""
    found = set()
    for members in groups:
        for c in join_tellings(members).contradictions if len(members) > 1 else ():
            found.add((c.field.value, frozenset((names[c.first.report], names[c.second.report]))))
    gold = {(c["field"], frozenset(c["reports"])) for c in data.get("contradiction", ())}
    hit = {g for g in gold if any(f == g[0] and pair & g[1] for f, pair in found)}
    right = {f for f in found if any(f[0] == field and f[1] & pair for field, pair in gold)}
    return {"contradictions": len(hit) / max(len(gold), 1), "not_invented": len(right) / max(len(found), 1)}
