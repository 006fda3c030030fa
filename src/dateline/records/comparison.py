"""How two texts differ: paragraphs paired by meaning and wording, each difference classed, words set side by side."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.records.spans import Span


class Change(StrEnum):
    """What happened to a paragraph on the way from the first text to the second."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    STRONGER = "stronger"
    WEAKER = "weaker"
    OTHER_BEARER = "other_bearer"
    OTHER_DATE = "other_date"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A paragraph as one text has it. ref: "pp 2" preambular, "op 3" operative; text: items included."""

    ref: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of words that both texts have ("same"), or only the first ("dropped") or the second ("added")."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Paragraphs that belong together, what changed between them and how, in words a reader can check.

    left, right: empty where a text has nothing to set against the other's; several where one was split or merged.
    details: one line for each change ("verb: Demands -> Calls upon"). words: the second against the first.
    """

    left: tuple[Side, ...]
    right: tuple[Side, ...]
    changes: tuple[Change, ...]
    details: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts set side by side, in the order of the first one; what only the second has stands where it stands there."""

    left: str
    right: str
    differences: tuple[Difference, ...]

    @property
    def identical(self) -> bool:
        """Do both texts say the same in the same order?"""
        return all(d.changes == (Change.SAME,) for d in self.differences)

    def count(self, change: Change) -> int:
        """Return how many paragraphs underwent a change."""
        return sum(change in d.changes for d in self.differences)

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain dicts and lists."""
        return {
            "left": self.left,
            "right": self.right,
            "identical": self.identical,
            "differences": [
                {
                    "changes": list(d.changes),
                    "details": list(d.details),
                    "left": [_side(s) for s in d.left],
                    "right": [_side(s) for s in d.right],
                    "words": [[w.change, w.text] for w in d.words],
                }
                for d in self.differences
            ],
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON; on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _side(side: Side) -> dict[str, Any]:
    return {"ref": side.ref, "text": side.text, "span": list(side.span)}
