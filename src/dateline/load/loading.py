"""What a source gave -> its articles, each with the metadata that the user gave on top."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BufferedReader, BytesIO

from dateline.errors import ReadError
from dateline.load.items import Item
from dateline.load.kinds import Kind, kind_of
from dateline.load.source import Source
from dateline.load.texts import read_text
from dateline.records import Article, Record

# Formats that hold articles without end: they are read as they come, whatever their length.
STREAMED = frozenset({Kind.JSON_LINES, Kind.CSV, Kind.PARQUET, Kind.WARC})


def load(
    source: Source,
    *,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Iterator[Article | ReadError]:
    """Yield the source's articles: one, or several from a table or a feed. An error stands in the place of each refused one.

    published, title, outlet: count before what the source says of itself. Without any date the article has none. Of a
    record its article is taken.
    """
    try:
        for item in load_items(source):
            what = item.what.article if isinstance(item.what, Record) else item.what
            if isinstance(what, ReadError):
                yield what
            else:
                yield replace(
                    what,
                    published=published or what.published,
                    title=title or what.title,
                    outlet=outlet or what.outlet,
                )
    except ReadError as error:
        yield error


def load_items(source: Source) -> Iterator[Item]:
    """Yield what a source holds, with what tells each from the others. Raises ReadError if it is of no use at all."""
    # Each reader is imported when its format comes: HTML, PDF and JSON bring heavy libraries along.
    match kind_of(source):
        case Kind.HTML:
            from dateline.load.pages import read_page  # noqa: PLC0415

            yield Item(read_page(source))
        case Kind.PDF:
            from dateline.load.pdfs import read_pdf  # noqa: PLC0415

            yield Item(read_pdf(source))
        case Kind.MARKDOWN:
            from dateline.load.markdown import read_markdown  # noqa: PLC0415

            yield Item(read_markdown(source))
        case Kind.JSON | Kind.JSON_LINES as kind:
            from dateline.load.fields import json_items  # noqa: PLC0415

            yield from json_items(source, lines=kind is Kind.JSON_LINES)
        case Kind.FEED | Kind.OPML as kind:
            yield from _listed(source, kind)
        case Kind.TEXT:
            yield Item(read_text(source))
        case kind:
            yield from stream_items(BufferedReader(BytesIO(source.data)), source.name, kind, source.url)


def stream_items(file: BufferedReader, name: str, kind: Kind, url: str | None = None) -> Iterator[Item]:
    """Yield what a file of one of the STREAMED formats holds, as it is read.

    Raises ReadError where it breaks off, or if it is of no use at all.
    """
    match kind:
        case Kind.CSV:
            from dateline.load.rows import read_rows  # noqa: PLC0415

            yield from read_rows(file, name, url)
        case Kind.PARQUET:
            from dateline.load.tables import read_table  # noqa: PLC0415

            yield from read_table(file, name, url)
        case Kind.WARC:
            from dateline.load.warcs import read_archive  # noqa: PLC0415

            yield from read_archive(file, name, load_items)
        case _:
            from dateline.load.lines import read_lines  # noqa: PLC0415

            yield from read_lines(file, name, url)


def _listed(source: Source, kind: Kind) -> Iterator[Item]:
    from dateline.load.feeds import feed_items, read_opml  # noqa: PLC0415

    if kind is Kind.FEED:
        yield from feed_items(source)
        return
    count = len(read_opml(source))
    raise ReadError(f"{source.name}: a list of {count} feeds, not an article; `dateline add` follows them")
