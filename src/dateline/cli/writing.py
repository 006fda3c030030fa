"""Records -> stdout or a file, as lines, as a view, as a page."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from dateline.errors import DatelineError
from dateline.records import Record

PIPED_WIDTH = 100  # columns, where there is no terminal to ask and no COLUMNS


def write_line(line: str) -> None:
    """Write a line of JSON to stdout, at once: whoever reads it need not wait for the others."""
    with _writing("standard output"):
        sys.stdout.buffer.write(f"{line}\n".encode())  # JSON is UTF-8, whatever the terminal's locale
        sys.stdout.buffer.flush()


def write_view(record: Record, *, first: bool) -> None:
    """Write a record as people read it, a blank line between two."""
    from dateline.render.terminal import render_record  # noqa: PLC0415

    _replace_unprintable(sys.stdout)
    with _writing("standard output"):
        if not first:
            sys.stdout.write("\n")
        render_record(record, console())


def console() -> Console:
    """Return standard output as rich sees it: colour on a terminal alone, and not with NO_COLOR."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False)


def _replace_unprintable(stream: TextIO) -> None:
    """Let a locale without curly quotes show question marks, rather than end the run."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="replace")


def write_page(records: Sequence[Record], out: str) -> None:
    """Write the page of all records to the file `out`, or to stdout for '-'."""
    from dateline.render.html import render_page  # noqa: PLC0415

    write_bytes(render_page(records).encode(), out)


def write_bytes(content: bytes, out: str) -> None:
    """Write a file's bytes to the file `out`, or to stdout for '-'."""
    if out == "-":
        with _writing("standard output"):
            sys.stdout.buffer.write(content)
    else:
        with _writing(out):
            Path(out).write_bytes(content)


@contextmanager
def _writing(where: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DatelineError(f"{where}: cannot be written ({error.strerror}); give another file") from error
