"""Bytes -> Article: text, Markdown, HTML, PDF, JSON and JSON Lines."""

from dateline.load.accepting import MAX_CHARACTERS
from dateline.load.days import parse_day
from dateline.load.loading import load

__all__ = ["MAX_CHARACTERS", "load", "parse_day"]
