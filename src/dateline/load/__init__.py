"""Bytes -> Articles: text, Markdown, HTML, PDF, JSON, JSON Lines, CSV, Parquet, WARC, RSS and Atom."""

from dateline.load.accepting import MAX_CHARACTERS
from dateline.load.days import parse_day
from dateline.load.items import Item
from dateline.load.kinds import Kind, has_known_ending, kind_of
from dateline.load.loading import STREAMED, load, load_items, stream_items

__all__ = [
    "MAX_CHARACTERS",
    "STREAMED",
    "Item",
    "Kind",
    "has_known_ending",
    "kind_of",
    "load",
    "load_items",
    "parse_day",
    "stream_items",
]
