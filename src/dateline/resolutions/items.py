"""Marked passages -> a paragraph's items, nested as their marks say; marks that a scanner misread are mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.records.resolution import Item
from dateline.resolutions.passages import Passage

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(slots=True)
class ItemDraft:
    """An item with its passage."""

    label: str
    passage: Passage
    items: list["ItemDraft"] = field(default_factory=list)

    def shown(self) -> Item:
        """Return the item as the record has it."""
        last = self.last()
        return Item(
            label=self.label,
            text=self.passage.text,
            span=(self.passage.span()[0], last.span()[1]),
            items=tuple(i.shown() for i in self.items),
        )

    def last(self) -> Passage:
        """Return the passage that stands last in it."""
        return self.items[-1].last() if self.items else self.passage


def build_items(marked: Sequence[tuple[str, Passage]]) -> tuple[ItemDraft, ...]:
    """Return the top-level items in order. A mark of another kind than the first one's opens a level below it."""
    top: list[ItemDraft] = []
    kind = ""
    for mark, passage in marked:
        if not passage.text:
            continue
        expected = _next(kind, len(top))
        if not top:
            kind = _kind(mark, first=True)
            top.append(ItemDraft(_label(_next(kind, 0) or mark, kind), passage))
        elif kind == "-" or mark == expected or _misread(mark, expected, kind, top[-1]):
            top.append(ItemDraft(_label(mark if kind == "-" else expected, kind), passage))
        elif _kind(mark, first=not top[-1].items) == kind and kind == "a" and mark > top[-1].label.strip("()"):
            top.append(ItemDraft(_label(mark, kind), passage))
        else:
            top[-1].items.append(ItemDraft(_label(mark, _kind(mark, first=True)), passage))
    return tuple(top)


def _kind(mark: str, *, first: bool) -> str:
    if not mark.isalnum():
        return "-"
    if mark.isdigit():
        return "1"
    return "i" if mark in _ROMAN and (first or len(mark) > 1) else "a"


def _next(kind: str, count: int) -> str:
    """Return the mark that comes after `count` marks of a kind."""
    match kind:
        case "1":
            return str(count + 1)
        case "i":
            return _ROMAN[count] if count < len(_ROMAN) else ""
        case "a":
            return chr(ord("a") + count) if count < 26 else ""
    return ""


def _misread(mark: str, expected: str, kind: str, before: ItemDraft) -> bool:
    """Is it a letter that the scanner took for a digit, as (6) for (b)? Digits below a letter begin with 1."""
    return kind == "a" and mark.isdigit() and mark != "1" and not before.items and bool(expected)


def _label(mark: str, kind: str) -> str:
    return "-" if kind == "-" or not re.fullmatch(r"\w+", mark) else f"({mark})"
