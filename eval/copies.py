"""Copies and origins: reprints that a seeded script makes of real dispatches, found again among two thousand others.

    python -m eval.copies [--seeds N] [--shape words|phrases]

Reprints are cut, reordered, edited by 5 to 30 words in a hundred, given or robbed of an agency line and a headline, or
merged of two. datasketch's plain MinHash LSH runs on the same texts at its best threshold. Pairs that the dispatches
themselves form (updates, repeated background) are neither right nor wrong.
"""

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline import Article
from dateline.lexicons.outlets import Outlets, load_outlets
from dateline.link.comparing import compare_reports
from dateline.link.origins import Match, origin
from dateline.link.reports import Report
from dateline.link.signatures import band_keys
from dateline.link.words import read_words
from dateline.records.copies import Copy, Origin, OriginKind
from eval.floors import Figures

SEED = 7
OTHERS, REPRINTS = 2000, 500
MOST_CANDIDATES = 30  # compared for a new report, those with most keys in common first
NEUTRAL = 0.08  # of the shorter one's five-word runs: the dispatches themselves share that much
OUTLETS = (
    "Harbour Courier",
    "Northern Ledger",
    "Evening Tribune of Alder",
    "Lakeside Post",
    "Radio Meridian",
    "City Notes",
)
PLACES = ("LONDON", "PARIS", "GENEVA", "NEW YORK", "BEIJING")
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)

Pair = tuple[int, int]
Sentences = list[tuple[int, int, str]]  # dispatch, number of the sentence, words


@dataclass(frozen=True)
class Made:
    """A report of the test: parts are the sentences of dispatches that it was made of."""

    article: Article
    parts: frozenset[tuple[int, int]] = frozenset()
    sources: tuple[int, ...] = ()


@dataclass
class Timer:
    """Seconds spent, by step: all candidates of a report count as one verification."""

    signing: float = 0.0
    comparing: float = 0.0


def bench_copies(bench: Path, keep: Path) -> Figures:  # noqa: ARG001 - each benchmark takes both folders
    """Return pair F1 and origins right at the pinned seed, and F1 of plain MinHash LSH beside it."""
    return run(bench / "corpus" / "newswire.jsonl.gz", SEED, "words")


def run(corpus: Path, seed: int, shape: str) -> Figures:
    """Return the figures of one seed and shape of edits."""
    rng = random.Random(seed)  # noqa: S311 - a seed is the point
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    others = [_dispatch(row) for row in rng.sample(rows, OTHERS)]
    made = others + _reprints(others, rng, shape)
    gold, neutral = _gold(made)
    reports = [Report(m.article) for m in made]
    timer = Timer()
    found = _found(reports, timer)
    figures = {f"pair_{name}": value for name, value in _score(set(found), gold, neutral).items()}
    sources = {pair for pair in gold if not made[pair[0]].sources}
    figures["source_recall"] = len(sources & found.keys()) / len(sources)
    figures |= _origins(made, reports, found, load_outlets())
    figures["signed_a_second"] = len(reports) / timer.signing
    figures["verified_a_second"] = len(reports) / timer.comparing
    return figures | _plain(made, gold, neutral)


def _dispatch(row: dict[str, Any]) -> Made:
    return Made(Article(text=row["text"], outlet=row["outlet"], published=date.fromisoformat(row["published"])))


def _reprints(others: list[Made], rng: random.Random, shape: str) -> list[Made]:
    sentences = [_sentences(i, m.article.text) for i, m in enumerate(others)]
    long = [i for i, s in enumerate(sentences) if len(s) >= 4]
    bases = rng.sample(long, REPRINTS * 4 // 5)  # some dispatches are reprinted twice and more
    words = [w for i in rng.sample(long, 200) for _, _, s in sentences[i] for w in s.split()]
    return [_reprint(rng.choice(bases), others, sentences, words, rng, shape) for _ in range(REPRINTS)]


def _reprint(
    base: int, others: list[Made], sentences: list[Sentences], words: list[str], rng: random.Random, shape: str
) -> Made:
    sources = [base]
    taken = _cut(sentences[base], rng)
    if rng.random() < 0.2:
        near = [i for i in range(len(others)) if i != base and len(sentences[i]) >= 4 and _days(others, base, i) <= 3]
        if near:
            sources.append(rng.choice(near))
            taken = _merged(taken, _cut(sentences[sources[1]], rng), rng)
    if rng.random() < 0.3:
        taken = [*taken[:1], *rng.sample(taken[1:], len(taken) - 1)]
    rate = rng.uniform(0.05, 0.3)
    edit = _edit_words if shape == "words" else _edit_phrases
    text = "\n\n".join(edit(s, rate, words, rng) for _, _, s in taken)
    agencies = {others[i].article.outlet for i in sources}
    latest = max(others[i].article.published or date.min for i in sources)
    article = Article(
        text=_framed(text, rng.choice(sorted(filter(None, agencies))) if len(agencies) == 1 else None, rng),
        outlet=rng.choice(OUTLETS),
        published=latest + timedelta(days=rng.choice((0, 0, 1))),
        title=" ".join(rng.sample(words, 6)),
    )
    return Made(article, frozenset((i, n) for i, n, _ in taken), tuple(sources))


def _framed(text: str, agency: str | None, rng: random.Random) -> str:
    """Put an agency line or a headline around a text, as often as not; a merged story of two agencies has neither line."""
    chance = rng.random()
    if agency and chance < 0.25:
        text = f"{rng.choice(PLACES)} ({agency}) - {text}"
    elif agency and chance < 0.4:
        text = f"{text}\n\n{rng.choice(('Source: ', '© ', '-- '))}{agency}"
    return f"{rng.choice(PLACES).title()} in brief: the day's report\n\n{text}" if rng.random() < 0.3 else text


def _sentences(number: int, text: str) -> Sentences:
    words = read_words(text)
    places = [words.place(s.start, s.stop - 1) for s in words.sentences]
    ends = [start for start, _ in places[1:]] + [len(text)]
    return [(number, n, text[a:b].strip()) for n, ((a, _), b) in enumerate(zip(places, ends, strict=True))]


def _cut(sentences: Sentences, rng: random.Random) -> Sentences:
    if rng.random() < 0.45:
        return list(sentences)
    most = max(3, round(len(sentences) * rng.uniform(0.35, 0.9)))
    if rng.random() < 0.6:
        first = rng.randint(0, max(0, len(sentences) - most))
        return sentences[first : first + most] if rng.random() < 0.3 else sentences[:most]
    return [sentences[i] for i in sorted(rng.sample(range(len(sentences)), min(most, len(sentences))))]


def _merged(a: Sentences, b: Sentences, rng: random.Random) -> Sentences:
    shorter = max(3, round(min(len(a), len(b)) * 1.5))
    a, b = a[:shorter], b[:shorter]
    if rng.random() < 0.7:
        return a + b
    mixed = []
    for i in range(0, max(len(a), len(b)), 2):
        mixed += a[i : i + 2] + b[i : i + 2]
    return mixed


def _edit_words(sentence: str, rate: float, words: list[str], rng: random.Random) -> str:
    done: list[str] = []
    for word in sentence.split():
        if rng.random() >= rate:
            done.append(word)
        elif (kind := rng.random()) < 0.6:
            done.append(rng.choice(words))
        elif kind < 0.8:
            done += [rng.choice(words), word]
        elif kind < 0.9 and done:
            done.insert(-1, word)
    return " ".join(done)


def _edit_phrases(sentence: str, rate: float, words: list[str], rng: random.Random) -> str:
    """Replace phrases of two to six words, as an editor does who rewords a clause."""
    done: list[str] = []
    old = sentence.split()
    at = 0
    while at < len(old):
        size = rng.randint(2, 6)
        if rng.random() < rate / 4 * (1 + rate):
            done += rng.choices(words, k=max(1, size + rng.randint(-2, 2)))
            at += size
        else:
            done.append(old[at])
            at += 1
    return " ".join(done)


def _days(others: list[Made], a: int, b: int) -> int:
    return abs(((others[a].article.published or date.min) - (others[b].article.published or date.min)).days)


def _gold(made: list[Made]) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that are copies, and those of which nothing is said."""
    gold = {(source, i) for i, m in enumerate(made) for source in m.sources}
    by_source: dict[int, list[int]] = defaultdict(list)
    for i, m in enumerate(made):
        for source in m.sources:
            by_source[source].append(i)
    neutral: set[Pair] = set()
    for copies in by_source.values():
        for a, b in combinations(copies, 2):
            both = len(made[a].parts & made[b].parts)
            half = both >= 0.5 * min(len(made[a].parts), len(made[b].parts)) and both >= 3
            (gold if half else neutral).add((a, b))
    natural = _natural(made[:OTHERS])
    for a, b in natural:
        group_a, group_b = [a, *by_source[a]], [b, *by_source[b]]
        neutral |= {(min(x, y), max(x, y)) for x in group_a for y in group_b if x != y}
    return gold, neutral - gold


def _natural(dispatches: list[Made]) -> set[Pair]:
    """Return the pairs of dispatches that share NEUTRAL of the shorter one's runs of five words."""
    grams = [_grams(m.article.text, 5) for m in dispatches]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, own in enumerate(grams):
        for gram in own:
            holders[gram].append(i)
    shared = Counter(pair for held in holders.values() if 1 < len(held) <= 30 for pair in combinations(held, 2))
    return {(a, b) for (a, b), n in shared.items() if n >= NEUTRAL * min(len(grams[a]), len(grams[b]))}


def _grams(text: str, size: int) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return set(zip(*(words[k:] for k in range(size)), strict=False)) or {tuple(words)}


def _found(reports: list[Report], timer: Timer) -> dict[Pair, Copy]:
    """Return the copies among reports that come one by one, in order of their days, each looked up by its keys."""
    index: dict[int, list[int]] = defaultdict(list)
    found = {}
    for i in sorted(range(len(reports)), key=lambda i: (str(reports[i].article.published), i)):
        begun = time.perf_counter()
        keys = band_keys(reports[i].signature)
        hits = Counter(j for key in keys for j in index.get(key, ()))
        timer.signing += time.perf_counter() - begun
        begun = time.perf_counter()
        for j, _ in hits.most_common(MOST_CANDIDATES):
            if (copy := compare_reports(reports[i], reports[j])) is not None:
                found[min(i, j), max(i, j)] = copy
        timer.comparing += time.perf_counter() - begun
        for key in keys:
            index[key].append(i)
    return found


def _score(found: Iterable[Pair], gold: set[Pair], neutral: set[Pair]) -> Figures:
    counted = set(found) - neutral
    right = len(counted & gold)
    precision = right / len(counted) if counted else 0.0
    recall = right / len(gold)
    return {"f1": 2 * precision * recall / max(precision + recall, 1e-9), "precision": precision, "recall": recall}


def _origins(made: list[Made], reports: list[Report], found: dict[Pair, Copy], outlets: Outlets) -> Figures:
    """Return the shares of right origins: of reprints (all agencies, no others) and of the dispatches (the agency's own)."""
    matches: dict[int, list[tuple[int, Copy]]] = defaultdict(list)
    order = {i: n for n, i in enumerate(sorted(range(len(made)), key=lambda i: (str(made[i].article.published), i)))}
    for (a, b), copy in found.items():
        late, early = (a, b) if order[a] > order[b] else (b, a)
        matches[late].append((early, copy))
    origins: dict[int, Origin] = {}
    for i in sorted(order, key=lambda i: order[i]):
        earlier = [
            Match(copy=copy, article=made[j].article, report=str(j), origin=origins.get(j)) for j, copy in matches[i]
        ]
        origins[i] = origin(reports[i].article, None, outlets, earlier)
    right = [
        origins[i].kind is OriginKind.AGENCY
        and set(origins[i].sources) == {o.id for s in m.sources if (o := outlets.resolve(made[s].article.outlet))}
        for i, m in enumerate(made)
        if m.sources
    ]
    own = [origins[i].kind is OriginKind.OWN for i, m in enumerate(made) if not m.sources]
    return {"origin": sum(right) / len(right), "dispatch_own": sum(own) / len(own)}


def _plain(made: list[Made], gold: set[Pair], neutral: set[Pair]) -> Figures:
    """Return F1 of datasketch's MinHash LSH over three-word shingles at the threshold that suits it best."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a library for development alone

    shingles = [[" ".join(gram).encode() for gram in _grams(m.article.text, 3)] for m in made]
    hashes = list(MinHash.generator(shingles, num_perm=128, seed=1))
    best = (0.0, 0.0)
    for threshold in THRESHOLDS:
        index = MinHashLSH(threshold=threshold, num_perm=128)
        for i, minhash in enumerate(hashes):
            index.insert(i, minhash)
        found = {(min(i, j), max(i, j)) for i, minhash in enumerate(hashes) for j in index.query(minhash) if i != j}
        best = max(best, (_score(found, gold, neutral)["f1"], threshold))
    return {"plain_minhash_f1": best[0], "plain_minhash_at": best[1]}


def main() -> None:
    """Print the figures of several seeds and shapes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--shape", choices=("words", "phrases"), default="words")
    args = parser.parse_args()
    for seed in range(1, args.seeds + 1):
        figures = run(args.corpus, seed, args.shape)
        print(f"seed {seed}: " + ", ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
