"""Sources -> resolutions, for the verbs that read papers rather than articles."""

from collections.abc import Iterator
from datetime import date

from dateline.cli.messages import Messages
from dateline.errors import ReadError, RefusedError
from dateline.fetch import fetch
from dateline.load import load
from dateline.records import Article
from dateline.records.resolution import Resolution


def read_paper(source: str, *, allow_private: bool = False) -> Resolution:
    """Return the resolution that a source holds: text, Markdown, HTML, PDF or Akoma Ntoso. Raises ReadError."""
    from dateline.batch.papers import paper_of  # noqa: PLC0415 - pydantic checks its lexicon
    from dateline.resolutions import parse_resolution  # noqa: PLC0415

    fetched = fetch(source, allow_private=allow_private)
    if (paper := paper_of(fetched)) is not None:
        return paper
    first = next(iter(load(fetched)))
    if isinstance(first, ReadError):
        raise first
    try:
        return parse_resolution(first.text)
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
    from dateline.batch.papers import as_paper, paper_of  # noqa: PLC0415

    for source in sources:
        try:
            fetched = fetch(source, allow_private=allow_private)
            if (paper := paper_of(fetched)) is not None:
                yield paper
                continue
            for item in load(fetched, published=published):
                if isinstance(item, ReadError):
                    messages.refuse(item)
                else:
                    yield as_paper(item) or item
        except ReadError as error:
            messages.refuse(error)
