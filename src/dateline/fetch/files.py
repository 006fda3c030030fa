"""Files and standard input -> bytes, never more than the limit."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.errors import FetchError, Reason
from dateline.fetch.fetched import MAX_BYTES, Fetched, too_large

STDIN = "standard input"


def open_file(path: str) -> BinaryIO:
    """Return a file, open for reading. Raises FetchError if it is missing, a directory or closed to us."""
    with told(path):
        return Path(path).open("rb")


@contextmanager
def told(path: str) -> Iterator[None]:
    """Within it what goes wrong with a file becomes a FetchError that names it."""
    try:
        yield
    except FileNotFoundError as error:
        message = f"{path}: no such file; an address begins with http:// or https://"
        raise FetchError(message, reason=Reason.NOT_FOUND) from error
    except IsADirectoryError as error:
        raise FetchError(f"{path}: a directory; name the files in it, as in {path.rstrip('/')}/*") from error
    except PermissionError as error:
        message = f"{path}: may not be read; check its permissions"
        raise FetchError(message, reason=Reason.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FetchError(f"{path}: cannot be read ({reason}); check the name") from error


def read_file(path: str) -> Fetched:
    """Return a file's bytes. Raises FetchError if it is missing, a directory or closed to us."""
    with open_file(path) as file, told(path):
        data = file.read(MAX_BYTES + 1)  # read, not measured: a pipe or a device has no size to ask for
    return _within_limit(data, path)


def read_stdin() -> Fetched:
    """Return the bytes of standard input."""
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise FetchError(f"{STDIN}: cannot be read ({error.strerror}); pipe an article into it") from error
    return _within_limit(data, STDIN)


def _within_limit(data: bytes, name: str) -> Fetched:
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return Fetched(data=data, name=name)
