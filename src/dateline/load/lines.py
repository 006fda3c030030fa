"""JSON Lines from a file of any length -> its articles and records, one line in memory at a time."""

from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import Reason, RefusedError
from dateline.load.decoding import MARKS, decode
from dateline.load.fields import item_of, parse_json
from dateline.load.items import Item

# Bytes. The record of the longest article that we read has about 4 MB.
MAX_LINE = 20_000_000


def read_lines(file: BinaryIO, name: str, url: str | None = None) -> Iterator[Item]:
    """Yield what each line holds, in order; an error in the place of what is broken or refused."""
    for n, line in enumerate(iter(lambda: file.readline(MAX_LINE + 1), b""), 1):
        where = f"{name}, line {n}"
        if n == 1:
            line = _without_mark(line, name)  # noqa: PLW2901 - the mark is no part of it
        if len(line) > MAX_LINE:
            _skip_line(file, line)
            message = f"{where}: longer than {MAX_LINE // 1_000_000} MB, the most that is read of one line"
            yield Item(RefusedError(message, reason=Reason.TOO_LARGE), str(n))
        elif line.strip():
            yield _item(line, where, str(n), url)


def _item(line: bytes, where: str, key: str, url: str | None) -> Item:
    try:
        return item_of(parse_json(decode(line.strip(), where), where), where, key, url)
    except RefusedError as error:
        return Item(error, key)


def _skip_line(file: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = file.readline(1 << 20)


def _without_mark(line: bytes, name: str) -> bytes:
    """Return the first line without a byte order mark. Raises RefusedError for the mark of anything but UTF-8."""
    for mark, encoding in MARKS:
        if line.startswith(mark):
            if encoding != "utf-8-sig":
                raise RefusedError(
                    f"{name}: {encoding}; JSON Lines are UTF-8, so save it as that", reason=Reason.FORMAT
                )
            return line[len(mark) :]
    return line
