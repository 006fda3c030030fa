"""The text of a resolution or draft -> its paragraphs, provisions, votes; two of them -> their differences."""

from dateline.resolutions.parsing import is_resolution, parse_resolution

__all__ = ["is_resolution", "parse_resolution"]
