"""A shared passage -> its figures and days that stay, and those that differ. Pure.

A market report or a weather bulletin is the same words each day with other figures: no copy, another day's news.
"""

import re

from dateline.link.passages import Passage
from dateline.link.words import Words
from dateline.records.copies import Shared

_FIGURE = re.compile(
    r"\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|january|february|march|april|june|july|august|"
    r"september|october|november|december|jan|feb|aug|sept?|oct|nov|dec|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|"
    r"thousand|dozen|first|second|third|fourth"
)
FEWEST_CHANGED = 3  # figures; two may be a correction or an update
OFTEN = 0.4  # changed for each that stayed, where the days differ: an editor changes few, a new day most


def is_figure(word: str) -> bool:
    """Whether a word is a number, a weekday or a month."""
    return _FIGURE.fullmatch(word) is not None


def kept_figures(passages: tuple[Passage, ...], here: Words) -> int:
    """Return how many figures the passages have in common."""
    return sum(is_figure(w) for p in passages for a, _, n in p.runs for w in here.words[a : a + n])


def changed_figures(passages: tuple[Passage, ...], here: Words, there: Words) -> tuple[Shared, ...]:
    """Return the figures that stand in the same gap of a passage and differ, first with first, second with second."""
    return tuple(
        Shared(here=here.spans[a], there=there.spans[b], words=0)
        for passage in passages
        for gap_here, gap_there in passage.gaps()
        for a, b in zip(_figures(gap_here, here), _figures(gap_there, there), strict=False)
        if here.words[a] != there.words[b]
    )


def is_template(kept: int, changed: int, *, other_day: bool) -> bool:
    """Whether so many figures changed that the passages are a form filled in anew."""
    if other_day:
        return changed >= FEWEST_CHANGED - 1 and changed >= OFTEN * kept
    return changed >= FEWEST_CHANGED and changed > kept


def _figures(gap: range, words: Words) -> list[int]:
    return [i for i in gap if is_figure(words.words[i])]
