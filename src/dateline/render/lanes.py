"""Timeline -> lanes: each entry once, beside those of the same actor or paper. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.records.answers import ToldEvent
from dateline.render.telling import Telling, telling
from dateline.views.timeline import Entry, Timeline

MOST = 9  # lanes: more do not stand on one page
OTHERS = "Others"
NO_PAPER = "No paper named"


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its lane: what it says, and the names that stand beside the lane's own."""

    entry: Entry
    told: Telling
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A name and the entries that stand with it."""

    name: str
    entries: tuple[Placed, ...]


def lanes(timeline: Timeline, *, by: str) -> tuple[Lane, ...]:
    """Return the lanes of a timeline, in the order of their first entries, what belongs nowhere last.

    by: "actor" or "instrument". An entry stands with that one of its actors with whom most others stand.
    """
    told = [(entry, telling(entry.item)) for entry in timeline.entries()]
    names = [tuple(_names(entry, words, by)) for entry, words in told]
    others = OTHERS if by == "actor" else NO_PAPER
    lane_of = _chosen(names)
    found: dict[str, list[Placed]] = {}
    for number, (entry, words) in enumerate(told):
        lane = lane_of.get(number, others)
        found.setdefault(lane, []).append(Placed(entry, words, _label(words, lane)))
    last = found.pop(others, None)
    made = [Lane(name, tuple(entries)) for name, entries in found.items()]
    return (*made, *([Lane(others, tuple(last))] if last else []))


def _chosen(names: Sequence[Sequence[str]]) -> dict[int, str]:
    """By an entry's number the lane it stands in: again and again the name that most of those left bear."""
    left = {number: several for number, several in enumerate(names) if several}
    chosen: dict[int, str] = {}
    for _ in range(MOST):
        counts = Counter(name for several in left.values() for name in several)
        if not counts:
            break
        best = max(counts, key=lambda name: counts[name])  # of several the one that is told first
        these = [number for number, several in left.items() if best in several]
        chosen.update((number, best) for number in these)
        for number in these:
            del left[number]
    return chosen


def _names(entry: Entry, told: Telling, by: str) -> Iterator[str]:
    if by == "actor":
        yield from told.who or told.whom[:1]
    elif isinstance(entry.item, ToldEvent):
        if entry.item.instrument:
            yield " ".join(entry.item.instrument.split())
    elif told.source:
        yield told.source


def _label(told: Telling, lane: str) -> str:
    """The act, and those who take part beside who the lane is of."""
    who = [name for name in told.who if name != lane]
    whom = [name for name in told.whom if name != lane]
    if lane in told.who:
        return " ".join(filter(None, (told.what, _list("→", whom), _list("with", who))))
    if lane in told.whom:
        return " ".join(filter(None, (_list("from", who), told.what)))
    return ": ".join(filter(None, (" ".join(filter(None, (", ".join(who), _list("→", whom)))), told.what)))


def _list(word: str, names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return f"{word} {listed}" if listed else ""
