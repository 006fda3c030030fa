"""Files and addresses -> bytes: the only way out to the network."""

from dateline.fetch.fetched import MAX_BYTES, Fetched
from dateline.fetch.source import fetch

__all__ = ["MAX_BYTES", "Fetched", "fetch"]
