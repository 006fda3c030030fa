"""Adding many articles: how much two processes gain, what the archive costs, and whether memory stays flat.

python -m eval.adding     # the soak: the whole corpus three times over, some minutes
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline import Article
from dateline.archive import open_archive
from dateline.batch.adding import Adding
from dateline.batch.gathering import Gathered
from dateline.batch.reading import rules_reader
from dateline.batch.workers import Alone, Readers, Workers
from dateline.flow import complete
from dateline.records.entry import Added, Entry
from dateline.records.resolution import Resolution
from eval.floors import Figures

ARTICLES = 200
ROUNDS = 3
WARM = 32  # articles that are read unmeasured: caches fill, and processes start
MEGABYTE = 1 << 20


class Timed:
    """An archive that counts the seconds spent in it; without another behind it, it keeps nothing."""

    def __init__(self, behind: Any = None) -> None:
        self._behind = behind
        self.seconds = 0.0

    def known(self, reports: Sequence[tuple[Article, str | None]]) -> list[bool]:
        """Ask the archive behind."""
        start = time.monotonic()
        there = self._behind.known(reports) if self._behind else [False] * len(reports)
        self.seconds += time.monotonic() - start
        return list(there)

    def located(self, locators: Sequence[str]) -> list[bool]:
        """Say that nothing is from anywhere: no feeds are added here."""
        return [False] * len(locators)

    def feed_state(self, address: str) -> tuple[str | None, str | None]:  # noqa: ARG002
        """Know no feed."""
        return None, None

    def set_feed_state(self, address: str, etag: str | None, last_modified: str | None) -> None:
        """Keep no feed."""

    def add_resolution(self, resolution: Resolution, locator: str | None = None) -> Added:
        """Add one to what lies behind; without, say that it was new."""
        return self._behind.add_resolution(resolution, locator) if self._behind else Added(added=1)

    def add(self, entries: Sequence[Entry]) -> Added:
        """Add to the archive behind."""
        start = time.monotonic()
        added: Added = self._behind.add(entries) if self._behind else Added(added=len(entries))
        self.seconds += time.monotonic() - start
        return added


def bench_adding(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Return how many times faster two processes are than one, and which share of two's time is not the archive's."""
    articles = _articles(bench / "corpus" / "newswire.jsonl.gz")
    with Alone(rules_reader) as alone, Workers(2, rules_reader) as two, tempfile.TemporaryDirectory() as folder:
        for readers in (alone, two):
            _add(articles[:WARM], readers, Timed(), "warm")
        measured = articles[WARM : WARM + ARTICLES]
        # Of several rounds the fastest: what else runs on the machine only ever slows one down.
        one_takes = min(_add(measured, alone, Timed(), "one") for _ in range(ROUNDS))
        two_take = min(_add(measured, two, Timed(), "two") for _ in range(ROUNDS))
        with open_archive(str(Path(folder) / "bench.db")) as store:
            archive = Timed(store)
            takes = _add(measured, two, archive, "kept")
    return {"speedup": one_takes / two_take, "reading": 1 - archive.seconds / takes}


def soak(corpus: Path) -> None:
    """Add the corpus under three sets of ids; write the most memory that each process had in each round."""
    articles = _articles(corpus)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(str(Path(folder) / "soak.db")) as store,
        Workers(2, rules_reader) as readers,
    ):
        for number in range(3):
            archive, most = Timed(store), {"parent": 0}
            takes = _add(articles, readers, archive, str(number), most)
            memory = ", ".join(f"{who} {size // MEGABYTE} MB" for who, size in most.items())
            share = archive.seconds / takes
            print(f"round {number + 1}: {takes:.0f} s, archive {share:.1%}, most memory: {memory}", flush=True)


def _add(
    articles: Sequence[Article], readers: Readers, archive: Timed, ids: str, most: dict[str, int] | None = None
) -> float:
    def gathered() -> Iterator[Gathered]:
        for number, article in enumerate(articles):
            yield Gathered(what=article, locator=f"urn:{ids}:{number}")
            if most is not None:
                _measure(readers, most)

    start = time.monotonic()
    adding = Adding(
        archive=archive,
        readers=readers,
        complete=complete,
        refuse=lambda error: print(error, file=sys.stderr),
        progress=lambda _: None,
    )
    adding.run(gathered())
    return time.monotonic() - start


def _measure(readers: Readers, most: dict[str, int]) -> None:
    processes = {"parent": "self"}
    if isinstance(readers, Workers):
        processes |= {f"reader {n}": str(pid) for n, pid in enumerate(readers.pids, 1)}
    for who, pid in processes.items():
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        most[who] = max(most.get(who, 0), pages * 4096)


def _articles(corpus: Path) -> list[Article]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(text=r["text"], published=date.fromisoformat(r["published"]), outlet=r["outlet"]) for r in rows]


if __name__ == "__main__":
    from eval.bench import bench_folder

    soak(bench_folder() / "corpus" / "newswire.jsonl.gz")
