"""Resolution -> the units that a comparison pairs: one for each paragraph, with its words weighed."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.lexicons.resolutions import load_resolutions
from dateline.records.comparison import Side
from dateline.records.resolution import Duty, Item, OperativeParagraph, PreambularParagraph, Resolution
from dateline.resolutions.header import MONTHS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_SUFFIXES = (
    "ization",
    "isation",
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "ly",
    "al",
)


_MONTHS = frozenset(MONTHS)


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with its words. stems: content words cut to their stems; rank: its place in the text."""

    side: Side
    operative: bool
    rank: int
    verbs: tuple[str, ...]
    words: tuple[str, ...]
    stems: Counter[str]
    duties: tuple[Duty, ...]


def read_units(resolution: Resolution) -> list[Unit]:
    """Return the paragraphs in text order."""
    units = [_unit(f"pp {p.number}", p, (), rank) for rank, p in enumerate(resolution.preambular)]
    for p in resolution.operative:
        duties = tuple(d for d in resolution.provisions if d.paragraph == p.number)
        units.append(_unit(f"op {p.number}", p, duties, len(units)))
    return units


def weigh(units: Iterable[Unit]) -> dict[str, float]:
    """Return how much each stem tells: what stands in every paragraph tells nothing."""
    units = list(units)
    spread = Counter(stem for unit in units for stem in unit.stems)
    return {stem: math.log(1 + len(units) / count) for stem, count in spread.items()}


def likeness(left: Unit, right: Unit, weights: dict[str, float]) -> float:
    """Return 0 to 1: cosine of the weighed stems, a little more where the opening words agree."""
    dot = sum(left.stems[s] * right.stems[s] * weights[s] ** 2 for s in left.stems.keys() & right.stems.keys())
    norm = _norm(left.stems, weights) * _norm(right.stems, weights)
    return 0.9 * (dot / norm if norm else 0.0) + 0.1 * (left.words[:1] == right.words[:1])


def covered(part: Unit, whole: Sequence[Unit], weights: dict[str, float]) -> float:
    """Return the share of the part's weight that stands in the units of `whole`; its days may be others."""
    there: Counter[str] = Counter()
    for unit in whole:
        there |= unit.stems
    telling = [s for s in part.stems if not s.isdigit() and s not in _MONTHS]
    total = sum(weights[s] for s in telling)
    return sum(weights[s] for s in telling if s in there) / total if total else 0.0


def tokens(text: str) -> tuple[str, ...]:
    """Return a text's words and numbers as written."""
    return tuple(_WORD.findall(text))


def is_content(word: str) -> bool:
    """Does the word tell something by itself?"""
    return word.lower() not in load_resolutions().function_words


def stem(word: str) -> str:
    """Return a word cut to what its forms share, roughly: only ever compared with other stems."""
    word = word.lower().replace("-", "")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def _unit(ref: str, paragraph: PreambularParagraph | OperativeParagraph, duties: tuple[Duty, ...], rank: int) -> Unit:
    text = " ".join([paragraph.text, *_texts(paragraph.items)])
    words = tokens(text)
    operative = isinstance(paragraph, OperativeParagraph)
    verbs = paragraph.verbs if isinstance(paragraph, OperativeParagraph) else (paragraph.opener,)
    stems = Counter(stem(w) for w in words if is_content(w))
    return Unit(Side(ref=ref, text=text, span=paragraph.span), operative, rank, verbs, words, stems, duties)


def _texts(items: tuple[Item, ...]) -> Iterable[str]:
    for item in items:
        yield f"{item.label} {item.text}"
        yield from _texts(item.items)


def _norm(stems: Counter[str], weights: dict[str, float]) -> float:
    return math.sqrt(sum((count * weights[s]) ** 2 for s, count in stems.items()))
