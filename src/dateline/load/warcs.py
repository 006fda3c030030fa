"""WARC, as crawlers and web archives write it -> the pages in it, one in memory at a time, and their articles."""

import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from dateline.errors import ReadError, Reason, RefusedError
from dateline.load.items import Item
from dateline.load.source import Source

MAX_PAGE = 50_000_000  # bytes of one page or paper, unpacked
# What can be an article; pictures, styles and scripts, which are most of a crawl, are passed over.
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
RECORDS = ("response", "resource", "conversion")
PIECE = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server answered when it was archived."""

    data: bytes
    name: str
    content_type: str | None
    url: str | None


def read_archive(file: BinaryIO, name: str, read: Callable[[Source], Iterator[Item]]) -> Iterator[Item]:
    """Yield the articles of each page, by `read`; an error in the place of what is broken or refused.

    file: unpacked, if it was packed. Of an archive that breaks off, what is whole is read. Raises RefusedError where
    it breaks off.
    """
    records = ArchiveIterator(file, no_record_parse=True)
    for number in count(1):
        try:
            page = _next_page(records, name, number)
        except StopIteration:
            return
        except ReadError as error:
            yield Item(error, str(number))
            continue
        except Exception as error:  # what a broken archive makes warcio raise has no common class
            message = f"{name}: broken after record {number - 1}; the pages before it are read"
            raise RefusedError(message, reason=Reason.BROKEN) from error
        if page is not None:
            yield from _articles(page, str(number), read)


def _next_page(records: ArchiveIterator, name: str, number: int) -> Page | None:
    with contextlib.redirect_stderr(io.StringIO()):  # where warcio tells what it finds odd
        record = next(records)
    written = record.rec_headers.get_header("Content-Length")
    if not (str(record.length) if written is None else written.strip()).isdecimal():
        raise EOFError(f"record {number} breaks off in its head")
    # Here and not by the iterator, which takes an answer that breaks off in its head for the archive's end.
    url = record.rec_headers.get_header("WARC-Target-URI")
    record.http_headers = records.loader.load_http_headers(record.rec_type, url, record.raw_stream, record.length)
    return _page(record, name, number)


def _articles(page: Page, key: str, read: Callable[[Source], Iterator[Item]]) -> Iterator[Item]:
    try:
        for item in read(page):
            yield Item(item.what, key if item.key is None else f"{key}.{item.key}")
    except ReadError as error:
        yield Item(error, key)


def _page(record: Any, name: str, number: int) -> Page | None:
    """Return the record's page, None if it holds none. Raises RefusedError if it is too large, EOFError if cut off."""
    headers = record.http_headers
    declared = headers.get_header("Content-Type") if headers else record.content_type
    wanted = (
        record.rec_type in RECORDS
        and (declared or "").split(";")[0].strip().lower() in TYPES
        and (headers is None or headers.get_statuscode() == "200")
    )
    url = record.rec_headers.get_header("WARC-Target-URI")
    where = f"{name}, record {number}" + (f" ({url})" if url else "")
    data = _read(record.content_stream(), where) if wanted else b""
    while record.raw_stream.read(PIECE):  # to its end, to see that it is there
        pass
    if record.raw_stream.limit > 0:
        raise EOFError(f"record {number} breaks off")
    return Page(data=data, name=where, content_type=declared, url=url) if wanted else None


def _read(stream: Any, where: str) -> bytes:
    data = bytearray()
    while piece := stream.read(PIECE):
        data += piece
        if len(data) > MAX_PAGE:
            message = f"{where}: larger than {MAX_PAGE // 1_000_000} MB, the most that is read of one page"
            raise RefusedError(message, reason=Reason.TOO_LARGE)
    return bytes(data)
