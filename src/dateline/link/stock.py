"""A report -> which of its words stand in many reports: standing lines, and sentences that the archive knows. Pure."""

from collections.abc import Collection, Iterable
from datetime import date

from dateline.lexicons.origins import load_origins
from dateline.link.reports import Report

STOCK_DAYS = 4  # days of publication; a story is reprinted for two or three, background for months
STOCK_STRETCH = 21  # days from the first to the last
FEWEST_KEYS = 2  # of a sentence's four; one may be chance


def stock_words(report: Report, stock: Collection[int]) -> bytearray:
    """Return 1 for each word of a report that is no news of its own; stock: keys that `is_stock` says are."""
    words = report.words
    flags = bytearray(len(words.words))
    spans = [m.span() for _, pattern in load_origins().stock for m in pattern.finditer(words.text)]
    if stock:
        signed = zip(report.signature.sentences, report.signature.keys, strict=True)
        spans += [span for span, keys in signed if sum(key in stock for key in keys) >= FEWEST_KEYS]
    for span in spans:
        inside = words.inside(*span)
        flags[inside.start : inside.stop] = b"\1" * len(inside)
    return flags


def is_stock(days: Iterable[date]) -> bool:
    """Whether a key found in reports of these days is a stock passage's: many days over weeks, not one story's reprints."""
    found = set(days)
    return len(found) >= STOCK_DAYS and (max(found) - min(found)).days >= STOCK_STRETCH
