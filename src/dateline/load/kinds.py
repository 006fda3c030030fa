"""A source's bytes, header and name -> which reader takes it."""

import re
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dateline.errors import Reason, RefusedError
from dateline.load.source import Source


class Kind(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    JSON = "JSON"
    JSON_LINES = "JSON Lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    WARC = "WARC"
    FEED = "feed"
    OPML = "OPML"


CONTENT_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/markdown": Kind.MARKDOWN,
    "application/pdf": Kind.PDF,
    "application/json": Kind.JSON,
    "application/jsonl": Kind.JSON_LINES,
    "application/x-ndjson": Kind.JSON_LINES,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "application/vnd.apache.parquet": Kind.PARQUET,
    "application/warc": Kind.WARC,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "text/x-opml": Kind.OPML,
}
ENDINGS = {
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".pdf": Kind.PDF,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".warc": Kind.WARC,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".opml": Kind.OPML,
}
# First bytes of files that people take for articles; others with NUL bytes are refused where they are decoded.
SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"%!PS": "a PostScript file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a WebP image or a recording",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
OURS = {b"WARC/": Kind.WARC, b"PAR1": Kind.PARQUET}
ROOT = re.compile(
    rb"\A[^<\w]*(?>(?:<!--(?:(?!-->).)*-->|<(?:\?|!(?!--|doctype\s))[^>]*>)\s*)*<(?:!doctype\s+)?(rss|feed|rdf:rdf|opml)[\s>\[]",
    re.IGNORECASE | re.DOTALL,
)
ROOTS = {b"rss": Kind.FEED, b"feed": Kind.FEED, b"rdf:rdf": Kind.FEED, b"opml": Kind.OPML}
HEAD = 1024  # bytes in which a PDF may begin, and an HTML page tells what it is


def has_known_ending(name: str) -> bool:
    """Does a file's name say that it is of a kind that is read, packed or not?"""
    plain = name.lower().removesuffix(".gz")
    return PurePosixPath(plain).suffix in {*ENDINGS, ".txt", ".text", ".xml", ".rdf"}


def kind_of(source: Source) -> Kind:
    """Return the format: by its first bytes, else the server's header, else its ending, else its looks.

    Raises RefusedError for a format that is not read, by its name.
    """
    head = source.data[:HEAD]
    if b"%PDF-" in head:
        return Kind.PDF
    for signature, kind in OURS.items():
        if head.startswith(signature):
            return kind
    for signature, what in SIGNATURES.items():
        if head.startswith(signature):
            raise RefusedError(f"{source.name}: {what}; save its text and read that", reason=Reason.FORMAT)
    return _rooted(head) or _declared(source) or _looks(head, source.name)


def _rooted(head: bytes) -> Kind | None:
    """Return what an XML document's first element says: servers send feeds as web pages and as plain XML."""
    root = ROOT.search(head.replace(b"\0", b""))
    return ROOTS[root[1].lower()] if root else None


def _declared(source: Source) -> Kind | None:
    content_type = (source.content_type or "").split(";")[0].strip().lower()
    try:
        path = urlsplit(source.url).path if source.url else source.name
    except ValueError:  # what an archive calls an address need not be one
        path = source.name
    ending = PurePosixPath(path.lower().removesuffix(".gz")).suffix  # what is here is unpacked, whatever its name says
    return CONTENT_TYPES.get(content_type) or ENDINGS.get(ending)


def _looks(head: bytes, name: str) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start):
        return Kind.HTML
    if start.startswith((b"<?xml", b"<!doctype")):
        message = f"{name}: XML, not an article; give the page or text that it stands for"
        raise RefusedError(message, reason=Reason.FORMAT)
    if "".join(start[:20].decode("ascii", "replace").split()).startswith(('{"', "[{")):
        return Kind.JSON
    return Kind.TEXT
