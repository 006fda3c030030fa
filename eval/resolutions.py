"""Resolutions read from their texts: every layer by the benchmark's own scorer, and how many are read a second."""

import time
from datetime import date
from pathlib import Path

from dateline.records.resolution import Item, Resolution
from dateline.render.akn import read_akn, render_akn
from dateline.resolutions import parse_resolution
from dateline.resolutions.council import decide, is_procedural, printed_ballot
from eval.floors import Figures
from eval.scoring import score


def bench_resolutions(bench: Path, keep: Path) -> Figures:
    """Header, counts, verbs, citations, votes and provisions of the resolutions that were read by hand."""
    folder = keep / "resolutions"
    folder.mkdir(parents=True, exist_ok=True)
    gold = bench / "un" / "gold"
    for path in sorted(gold.glob("*.json")):
        text = (bench / "un" / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        (folder / path.name).write_text(parse_resolution(text).to_json(), encoding="utf-8")
    report = score(bench / "un" / "score.py", gold, folder)
    provisions = report["provisions"]
    return {
        "header": min(report["header"].values()),
        "preambular": report["counts"]["preambular"],
        "operative": report["counts"]["operative"],
        "verbs": report["verbs"]["set"],
        "citations": report["citations"]["f1"],
        "votes": min(v for v in report["vote"].values() if v is not None),
        "chapter_vii": report["chapter_vii"],
        "provisions": provisions["f1"],
        **{key: provisions[key] for key in ("bearer", "deadline", "expires")},
    }


def bench_resolutions_read(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Share of all texts that come out whole, with an operative part, and texts read a second."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((bench / "un" / "texts").glob("*.txt"))]
    start = time.process_time()
    read = [parse_resolution(text) for text in texts]
    seconds = time.process_time() - start
    whole = sum(bool(r.operative) and r.number is not None for r in read)
    return {"whole": whole / len(read), "a_second": len(read) / seconds, "adopted": _adopted(read), "akn": _kept(read)}


def _kept(read: list[Resolution]) -> float:
    """Return the share whose paragraphs come back unchanged through Akoma Ntoso."""
    return sum(_paragraphs(r) == _paragraphs(parse_resolution(read_akn(render_akn(r)))) for r in read) / len(read)


def _paragraphs(resolution: Resolution) -> list[tuple[object, ...]]:
    preambular = [(p.text, p.section, _items(p.items)) for p in resolution.preambular]
    return [*preambular, *((p.text, p.label, _items(p.items)) for p in resolution.operative)]


def _items(items: tuple[Item, ...]) -> list[object]:
    return [(i.label, i.text, _items(i.items)) for i in items]


def _adopted(read: list[Resolution]) -> float:
    """Return the share of the printed adoption records that the Council's rules call adopted."""
    voted = [r for r in read if r.vote and r.adopted and (r.vote.in_favour or r.vote.unanimous)]
    return sum(_is_adopted(r, date.fromisoformat(r.adopted or "")) for r in voted) / len(voted)


def _is_adopted(resolution: Resolution, on: date) -> bool:
    if resolution.vote is None:
        return False
    start, end = (resolution.preambular or resolution.operative)[0].span[0], resolution.operative[-1].span[1]
    words = resolution.text[start:end]
    procedural = is_procedural(words) is not None
    return decide(printed_ballot(resolution.vote, on), on, procedural=procedural).adopted is True
