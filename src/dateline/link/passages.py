"""Two texts -> the passages that they share, however these were moved about and reworded a little. Pure.

Runs of three equal words, or of two rare ones, are found through an index and grown; the longest ones come first, each word is used once. Runs
that follow each other closely in both texts are one passage, and the words between them are what an editor changed.
"""

from dataclasses import dataclass

from dateline.lexicons.common_words import load_common_words
from dateline.link.words import Words

LONGEST_GAP = 10  # words between two runs, in either text; a third of the words edited leaves gaps of 1 to 8
FEWEST_SAME = 8  # words; shorter runs are names, titles and phrases that anybody writes
LEAST_SAME = 0.4  # of a passage's words, the others being edits
FEWEST_TELLING = 4  # different words of a passage that are not in every twelfth report
MOST_PLACES = 8  # of a run in the other text; one that comes more often is a phrase

Run = tuple[int, int, int]  # first word here, first word there, how many


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared passage: words here and there, and the runs of equal words in it, in order."""

    here: range
    there: range
    runs: tuple[Run, ...]
    same: int

    def gaps(self) -> tuple[tuple[range, range], ...]:
        """Return what stands between the runs, here and there; either may be empty."""
        return tuple(
            (range(a + n, next_a), range(b + n, next_b))
            for (a, b, n), (next_a, next_b, _) in zip(self.runs, self.runs[1:], strict=False)
        )


def shared_runs(here: Words, there: Words) -> list[Run]:
    """Return the runs of equal words that two texts share, three at least or two rare ones, each word once, the longest first."""
    return _used_once(_runs(here, there), len(here.words), len(there.words))


def shared_passages(here: Words, there: Words, runs: list[Run] | None = None) -> tuple[Passage, ...]:
    """Return the passages that two texts share, in the order of the first; runs: theirs, if they are there already."""
    runs = shared_runs(here, there) if runs is None else runs
    passages = (_passage(chain, here, there) for chain in _chains(sorted(runs)))
    return tuple(p for p in passages if _tells(p, here))


def _runs(here: Words, there: Words) -> list[Run]:
    """Return the longest runs of equal words, three at least or two rare ones, in no order."""
    grams, a_words, b_words = there.grams, here.words, there.words
    found = []
    for a in range(len(a_words) - 1):
        places = grams.get(a_words[a : a + 3]) or grams.get(a_words[a : a + 2])
        if places is None or len(places) > MOST_PLACES:
            continue
        for b in places:
            if a and b and a_words[a - 1] == b_words[b - 1]:
                continue  # inside a run that is found already, unless that one's beginning comes too often
            n = 2
            while a + n < len(a_words) and b + n < len(b_words) and a_words[a + n] == b_words[b + n]:
                n += 1
            found.append((a, b, n))
    return found


def _used_once(runs: list[Run], here: int, there: int) -> list[Run]:
    """Return the runs, the longest first, without words that a longer one has used."""
    free_here, free_there = bytearray(b"\1") * here, bytearray(b"\1") * there
    kept = []
    for a, b, n in sorted(runs, key=lambda run: (-run[2], run[0], run[1])):
        first, last = _free(free_here[a : a + n], free_there[b : b + n])
        if last - first >= min(n, 3):
            kept.append((a + first, b + first, last - first))
            free_here[a + first : a + last] = free_there[b + first : b + last] = bytes(last - first)
    return kept


def _free(here: bytearray, there: bytearray) -> tuple[int, int]:
    """Return the first stretch of a run that is free in both texts."""
    first = next((i for i, (x, y) in enumerate(zip(here, there, strict=True)) if x and y), len(here))
    last = next((i for i in range(first, len(here)) if not (here[i] and there[i])), len(here))
    return first, last


def _chains(runs: list[Run]) -> list[list[Run]]:
    """Return the runs grouped where one follows another closely in both texts. Runs come in the order of the first."""
    chains: list[list[Run]] = []
    open_chains: list[list[Run]] = []
    for run in runs:
        open_chains = [c for c in open_chains if run[0] - (c[-1][0] + c[-1][2]) <= LONGEST_GAP]
        near = [c for c in open_chains if 0 <= run[1] - (c[-1][1] + c[-1][2]) <= LONGEST_GAP]
        if near:
            near[-1].append(run)
        else:
            chains.append([run])
            open_chains.append(chains[-1])
    return chains


def _passage(runs: list[Run], here: Words, there: Words) -> Passage:
    first, last = runs[0], runs[-1]
    passage = Passage(
        here=range(first[0], last[0] + last[2]),
        there=range(first[1], last[1] + last[2]),
        runs=tuple(runs),
        same=sum(n for _, _, n in runs),
    )
    kept = sum(_kept(here.words[a.start : a.stop], there.words[b.start : b.stop]) for a, b in passage.gaps())
    return Passage(passage.here, passage.there, passage.runs, passage.same + kept)


def _kept(here: tuple[str, ...], there: tuple[str, ...]) -> int:
    """Return how many words of a gap stand on both sides of it."""
    return len(set(here).intersection(there)) if here and there else 0


def _tells(passage: Passage, here: Words) -> bool:
    """Whether a passage is long, alike and telling enough to be no chance."""
    length = max(len(passage.here), len(passage.there))
    if passage.same < FEWEST_SAME or passage.same < LEAST_SAME * length:
        return False
    ranks = load_common_words()
    telling = {w for a, _, n in passage.runs for w in here.words[a : a + n] if ranks.get(w, 1)}
    return len(telling) >= FEWEST_TELLING
