"""Plain text -> Article: the text as it is."""

from dateline.load.accepting import accept
from dateline.load.decoding import charset_of, decode
from dateline.load.source import Source
from dateline.records import Article


def read_text(source: Source) -> Article:
    """Return the article whose text is the whole file: every character counts, line ends too."""
    text = decode(source.data, source.name, charset_of(source.content_type))
    return accept(text, source.name, url=source.url)
