"""What a source gave, and how much of it we take."""

from dataclasses import dataclass

from dateline.errors import RefusedError

# Bytes, after decompression. Enough for the longest PDF and for a JSON Lines file of ten thousand articles, and
# little enough to hold in memory; the length of one article's text has its own limit in load.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of one source and what came with them.

    name: what messages call it; its ending may tell the format. content_type: the server's header, as sent.
    url: the address that it came from in the end, redirects followed; None for a file.
    """

    data: bytes
    name: str
    content_type: str | None = None
    url: str | None = None


def too_large(name: str) -> RefusedError:
    """Return the error for a source of more than MAX_BYTES."""
    return RefusedError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB, the most that is read; split it")
