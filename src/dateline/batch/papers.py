"""What a source gave -> the resolution in it, where it is one rather than an article."""

import re

from dateline.errors import ReadError, Reason, RefusedError
from dateline.fetch import Fetched
from dateline.records import Article
from dateline.records.resolution import Resolution
from dateline.resolutions import is_resolution, parse_resolution

_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso\b")
_HEAD = 2000  # bytes in which an XML document says what it is


def paper_of(fetched: Fetched) -> Resolution | None:
    """Return the resolution that is all of an XML document or of an HTML page, read from all its blocks, if it is one.

    Raises ReadError if XML says that it is one but is not.
    """
    if _AKN.search(fetched.data[:_HEAD]):
        from dateline.render.akn import read_akn  # noqa: PLC0415 - lxml only where XML comes

        try:
            return parse_resolution(read_akn(fetched.data))
        except RefusedError as error:
            raise RefusedError(f"{fetched.name}: {error}", reason=Reason.BROKEN) from error
    from dateline.load.paper_pages import paper_text  # noqa: PLC0415 - lxml only where papers come

    try:
        text = paper_text(fetched)
    except ReadError:
        return None  # whoever loads it tells why
    return parse_resolution(text) if text and is_resolution(text) else None


def as_paper(article: Article) -> Resolution | None:
    """Return the resolution that a text is, None if it is an article."""
    return parse_resolution(article.text) if is_resolution(article.text) else None
