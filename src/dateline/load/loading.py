"""What a source gave -> its articles, each with the metadata that the user gave on top."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.errors import ReadError
from dateline.load.kinds import Kind, kind_of
from dateline.load.source import Source
from dateline.load.texts import read_text
from dateline.records import Article


def load(
    source: Source,
    *,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Iterator[Article | ReadError]:
    """Yield the source's articles: one, or several from JSON. An error stands in the place of each refused one.

    published, title, outlet: count before what the source says of itself. Without any date the article has none.
    """
    try:
        for item in _read(source):
            if isinstance(item, ReadError):
                yield item
            else:
                yield replace(
                    item,
                    published=published or item.published,
                    title=title or item.title,
                    outlet=outlet or item.outlet,
                )
    except ReadError as error:
        yield error


def _read(source: Source) -> Iterator[Article | ReadError]:
    # Each reader is imported when its format comes: HTML, PDF and JSON bring heavy libraries along.
    match kind_of(source):
        case Kind.HTML:
            from dateline.load.pages import read_page  # noqa: PLC0415

            yield read_page(source)
        case Kind.PDF:
            from dateline.load.pdfs import read_pdf  # noqa: PLC0415

            yield read_pdf(source)
        case Kind.MARKDOWN:
            from dateline.load.markdown import read_markdown  # noqa: PLC0415

            yield read_markdown(source)
        case Kind.JSON | Kind.JSON_LINES as kind:
            from dateline.load.fields import read_json  # noqa: PLC0415

            yield from read_json(source, lines=kind is Kind.JSON_LINES)
        case Kind.TEXT:
            yield read_text(source)
