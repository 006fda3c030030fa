"""A file of any length -> its bytes as they come, unpacked where gzip packed them."""

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import Reason, RefusedError
from dateline.fetch.fetched import MAX_BYTES, Fetched, too_large
from dateline.fetch.files import STDIN, open_file, told

BUFFER = 1 << 17
MAGIC = b"\x1f\x8b"
# How many times its size a file may unpack to. Text packs to a third, the most alike pages of a crawl to a thirtieth;
# a bomb has nearly 1,032, the most that the format can.
MAX_RATIO = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """An open file.

    file: its bytes, unpacked. name: what messages call it. plain_name: without the ending of what it was packed with.
    position: how many of its bytes, as they lie on the disk, have been taken.
    """

    file: "io.BufferedReader[Any]"
    name: str
    plain_name: str
    position: Callable[[], int]

    def rest(self) -> Fetched:
        """Return all that is left of it. Raises RefusedError if that is more than MAX_BYTES."""
        data = self.file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise too_large(self.name)
        return Fetched(data=data, name=self.plain_name)


@contextmanager
def open_stream(source: str) -> Iterator[Stream]:
    """Open a file, or standard input for '-'. Raises FetchError if it cannot be opened.

    Reading it raises RefusedError where it is no whole gzip file, or one that unpacks beyond all measure.
    """
    if source == "-":
        yield _stream(_Counted(sys.stdin.buffer, STDIN), STDIN)
        return
    with open_file(source) as file:
        yield _stream(_Counted(file, source), source)


def unpack(fetched: Fetched) -> Fetched:
    """Return what was fetched without gzip around it, if there is any. Raises RefusedError as reading a stream does."""
    if not fetched.data.startswith(MAGIC):
        return fetched
    plain = _stream(_Counted(io.BytesIO(fetched.data), fetched.name), fetched.name).rest()
    return replace(fetched, data=plain.data, content_type=None)


class _Counted(io.RawIOBase):
    """A file whose bytes are counted as they are taken."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._taken = 0

    def count(self) -> int:
        """Return how many bytes have been taken."""
        return self._taken

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with told(self._name):
            data = self._file.read1(len(buffer)) if hasattr(self._file, "read1") else self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._taken += len(data)
        return len(data)

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()


class _Unpacked(io.RawIOBase):
    """What gzip packed, however many files in a row, watched while it unpacks."""

    def __init__(self, packed: "io.BufferedReader[Any]", taken: Callable[[], int], name: str) -> None:
        self._gzip = gzip.GzipFile(fileobj=packed)
        self._taken = taken
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._gzip.read1(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            message = f"{self._name}: a gzip file that is broken or breaks off; what came before is read"
            raise RefusedError(message, reason=Reason.BROKEN) from error
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > max(MAX_BYTES, MAX_RATIO * self._taken()):
            message = f"{self._name}: unpacks to more than {MAX_RATIO} times its size, as gzip bombs do; it is not read"
            raise RefusedError(message, reason=Reason.TOO_LARGE)
        return len(data)


def _stream(counted: _Counted, name: str) -> Stream:
    file: io.BufferedReader[Any] = io.BufferedReader(counted, BUFFER)
    if not file.peek(len(MAGIC)).startswith(MAGIC):
        position = file.tell if counted.seekable() else counted.count
        return Stream(file=file, name=name, plain_name=name, position=position)
    plain_name = str(Path(name).with_suffix("")) if name.lower().endswith(".gz") else name
    unpacked: io.BufferedReader[Any] = io.BufferedReader(_Unpacked(file, counted.count, name), BUFFER)
    return Stream(file=unpacked, name=name, plain_name=plain_name, position=counted.count)
