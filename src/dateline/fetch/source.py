"""A source as the user names it (a file, an address, '-') -> its bytes."""

import re

from dateline.errors import FetchError, Reason
from dateline.fetch.fetched import Fetched
from dateline.fetch.files import read_file, read_stdin

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def fetch(source: str, *, allow_private: bool = False) -> Fetched:
    """Return what a file, an http or https address, or standard input ('-') holds.

    allow_private: whether an address may lead to this machine or a private network. Raises FetchError if it gives
    no bytes, RefusedError if it gives more than MAX_BYTES.
    """
    if source == "-":
        return read_stdin()
    if not source.strip():
        raise FetchError("a source without a name; give a file, an address or '-'")
    if not is_address(source):
        return read_file(source)
    from dateline.fetch.web import read_address  # noqa: PLC0415 - httpx loads slowly, and most sources are files

    return read_address(source, allow_private=allow_private)


def is_address(source: str) -> bool:
    """Is it an http or https address, rather than a file's name? Raises FetchError for an address of another kind."""
    scheme = SCHEME.match(source)
    if scheme and scheme[1].lower() not in ("http", "https"):
        message = f"{source}: {scheme[1]} addresses are not read; give an http or https address, or a file"
        raise FetchError(message, reason=Reason.FORMAT)
    return scheme is not None
