"""Sources -> resolutions, for the verbs that read papers rather than articles."""

import re
from collections.abc import Iterator
from datetime import date

from dateline.cli.messages import Messages
from dateline.errors import ReadError, RefusedError
from dateline.fetch import Fetched, fetch
from dateline.load import load
from dateline.records import Article
from dateline.records.resolution import Resolution

_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso\b")


def read_paper(source: str, *, allow_private: bool = False) -> Resolution:
    """Return the resolution that a source holds: text, Markdown, HTML, PDF or Akoma Ntoso. Raises ReadError."""
    from dateline.resolutions import parse_resolution  # noqa: PLC0415 - pydantic checks its lexicon

    fetched = fetch(source, allow_private=allow_private)
    if (page := _from_page(fetched)) is not None:
        return page
    text = next(iter(_texts(fetched)))
    try:
        return parse_resolution(text)
    except RefusedError as error:
        raise RefusedError(f"{source}: {error}") from error


def read_paper_or_article(source: str, *, allow_private: bool = False) -> Resolution | Article:
    """Return the resolution that a source holds, or its article where it is one. Raises ReadError."""
    messages = Messages()
    for item in read_papers_and_articles((source,), messages, allow_private=allow_private):
        return item
    raise RefusedError(f"{source}: neither a resolution nor an article was read")


def read_papers_and_articles(
    sources: tuple[str, ...], messages: Messages, published: date | None = None, *, allow_private: bool = False
) -> Iterator[Resolution | Article]:
    """Yield the resolution or the articles of each source; one that cannot be read is named on stderr."""
    from dateline.resolutions import is_resolution, parse_resolution  # noqa: PLC0415

    for source in sources:
        try:
            fetched = fetch(source, allow_private=allow_private)
            if _AKN.search(fetched.data[:2000]):
                yield parse_resolution(next(iter(_texts(fetched))))
                continue
            if (page := _from_page(fetched)) is not None:
                yield page
                continue
            for item in load(fetched, published=published):
                if isinstance(item, ReadError):
                    messages.refuse(item)
                else:
                    yield parse_resolution(item.text) if is_resolution(item.text) else item
        except ReadError as error:
            messages.refuse(error)


def _from_page(fetched: Fetched) -> Resolution | None:
    """Return the resolution that an HTML page holds, read from all its blocks; None where it holds none."""
    from dateline.load.paper_pages import paper_text  # noqa: PLC0415 - lxml only where papers come
    from dateline.resolutions import is_resolution, parse_resolution  # noqa: PLC0415

    if _AKN.search(fetched.data[:2000]):
        return None
    text = paper_text(fetched)
    return parse_resolution(text) if text and is_resolution(text) else None


def _texts(fetched: Fetched) -> Iterator[str]:
    if _AKN.search(fetched.data[:2000]):
        from dateline.render.akn import read_akn  # noqa: PLC0415 - lxml only where XML comes

        yield read_akn(fetched.data)
        return
    for item in load(fetched):
        if isinstance(item, ReadError):
            raise item
        yield item.text
