"""Days -> places on an axis on which long empty stretches are shortened. Pure."""

import itertools
import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LONG = 45  # days without an entry, after which the axis is shown broken


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of an axis and their places."""

    days: tuple[int, ...]  # ordinals
    places: tuple[float, ...]

    def at(self, day: str) -> float:
        """Return the place of an ISO day; of one beyond the axis its end."""
        number = date.fromisoformat(day).toordinal()
        i = bisect_right(self.days, number) - 1
        if i < 0:
            return self.places[0]
        if i == len(self.days) - 1:
            return self.places[-1]
        part = (number - self.days[i]) / (self.days[i + 1] - self.days[i])
        return self.places[i] + part * (self.places[i + 1] - self.places[i])

    def breaks(self) -> list[float]:
        """Return the places in the middle of what is shortened most."""
        pairs = zip(self.days, self.days[1:], self.places, self.places[1:], strict=False)
        return [(x + y) / 2 for one, other, x, y in pairs if other - one > LONG]


def scale(days: Iterable[str], left: float, right: float) -> Scale:
    """Return an axis from `left` to `right` for ISO days: a gap twice as long takes one step more."""
    numbers = tuple(sorted({date.fromisoformat(day).toordinal() for day in days}))
    gaps = [1 + math.log2(other - one) for one, other in itertools.pairwise(numbers)]
    total, place, places = sum(gaps) or 1.0, left, [left]
    for gap in gaps:
        place += gap / total * (right - left)
        places.append(place)
    return Scale(numbers, tuple(places))
