"""Two resolutions, drafts or versions -> how they differ, paragraph by paragraph."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.lexicons.resolutions import load_resolutions
from dateline.records.comparison import Change, Comparison, Difference
from dateline.records.resolution import Resolution
from dateline.resolutions.differences import added, classify, dropped
from dateline.resolutions.units import Unit, covered, likeness, read_units, weigh

ALIKE = 0.4  # two paragraphs belong together; 0.3 to 0.5 tried on reworded versions, flat between 0.35 and 0.45
IN_PART = 0.65  # of a paragraph's weight must stand in another for it to be a part of that one
MORE = 0.15  # of the whole's weight must be what the part alone explains

Pairing = list[tuple[list[Unit], list[Unit]]]


def compare(left: Resolution, right: Resolution, *, names: tuple[str, str] = ("first", "second")) -> Comparison:
    """Return how the second text differs from the first; what both share is there too, as `same`."""
    lex = load_resolutions()
    ours, theirs = read_units(left), read_units(right)
    weights = weigh([*ours, *theirs])
    pairs = _pair(ours, theirs, weights)
    _join_parts(pairs, ours, theirs, weights)
    moved = _moved(pairs)
    rows: list[tuple[float, Difference]] = []
    for a, b in pairs:
        rows.append((a[0].rank, classify(a, b, lex, moved=(a[0].rank in moved))))
    paired = {id(u) for a, b in pairs for u in (*a, *b)}
    rows += [(u.rank, dropped(u)) for u in ours if id(u) not in paired]
    rows += [(_place(u, pairs), added(u)) for u in theirs if id(u) not in paired]
    differences = tuple(difference for _, difference in sorted(rows, key=lambda row: row[0]))
    return Comparison(left=names[0], right=names[1], differences=differences)


def _pair(ours: list[Unit], theirs: list[Unit], weights: dict[str, float]) -> Pairing:
    """Pair one to one, the most alike first; of equals those that stand at like places."""
    edges = [
        (-likeness(a, b, weights) - 0.05 * (a.operative == b.operative), abs(a.rank - b.rank), a.rank, b.rank)
        for a in ours
        for b in theirs
    ]
    pairs: Pairing = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for score, _, i, j in sorted(edges):
        if -score >= ALIKE and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append(([ours[i]], [theirs[j]]))
    return sorted(pairs, key=lambda pair: pair[0][0].rank)


def _join_parts(pairs: Pairing, ours: list[Unit], theirs: list[Unit], weights: dict[str, float]) -> None:
    """Add to each pair the unpaired paragraphs that one of its sides was split into."""
    paired = {id(u) for a, b in pairs for u in (*a, *b)}
    for unit in theirs:
        if id(unit) not in paired and (pair := _whole_of(unit, pairs, weights, side=0)):
            pair[1].append(unit)
    for unit in ours:
        if id(unit) not in paired and (pair := _whole_of(unit, pairs, weights, side=1)):
            pair[0].append(unit)
    for a, b in pairs:
        a.sort(key=lambda u: u.rank)
        b.sort(key=lambda u: u.rank)


def _whole_of(
    unit: Unit, pairs: Pairing, weights: dict[str, float], *, side: int
) -> tuple[list[Unit], list[Unit]] | None:
    """Return the pair whose one side says what the unit says and what its other side does not say."""
    best, share = None, IN_PART
    for pair in pairs:
        whole, other = pair[side], pair[1 - side]
        if (inside := covered(unit, whole, weights)) < share:
            continue
        gain = covered(whole[0], [*other, unit], weights) - covered(whole[0], other, weights)
        if gain >= MORE:
            best, share = pair, inside
    return best


def _moved(pairs: Pairing) -> set[int]:
    """Return the ranks (in the first text) of paragraphs that left the order which most of them keep."""
    kept = _longest_rising([b[0].rank for _, b in pairs])
    return {a[0].rank for index, (a, _) in enumerate(pairs) if index not in kept}


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    """Return the indices of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, rank in enumerate(ranks):
        at = bisect_left(tails, rank)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [rank]
        ends[at : at + 1] = [index]
    kept: set[int] = set()
    index_or_none: int | None = ends[-1] if ends else None
    while index_or_none is not None:
        kept.add(index_or_none)
        index_or_none = before[index_or_none]
    return kept


def _place(unit: Unit, pairs: Iterable[tuple[list[Unit], list[Unit]]]) -> float:
    """Return where an added paragraph stands among the first text's: after the partner of the one before it."""
    ahead = [(b[-1].rank, a[-1].rank) for a, b in pairs if b[-1].rank < unit.rank]
    return max(ahead)[1] + 0.5 + unit.rank / 10_000 if ahead else -1 + unit.rank / 10_000


__all__ = ["Change", "compare"]
