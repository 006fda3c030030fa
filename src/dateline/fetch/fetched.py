"""What a source gave, and how much of it we take."""

from dataclasses import dataclass

from dateline.errors import Reason, RefusedError

# Bytes, after decompression. Enough for the longest PDF and for a JSON Lines file of ten thousand articles, and
# little enough to hold in memory; the length of one article's text has its own limit in load.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of one source and what came with them.

    name: what messages call it; its ending may tell the format. content_type: the server's header, as sent.
    url: the address that it came from in the end, redirects followed; None for a file. etag, last_modified: what its
    server wants to be told when it is asked for a newer one.
    """

    data: bytes
    name: str
    content_type: str | None = None
    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def too_large(name: str) -> RefusedError:
    """Return the error for a source of more than MAX_BYTES."""
    most = f"{MAX_BYTES // 1_000_000} MB"
    return RefusedError(f"{name}: larger than {most}, the most that is read; split it", reason=Reason.TOO_LARGE)
