"""A text and its metadata -> an Article, if it is one that we read."""

import re
from datetime import date

from dateline.errors import Reason, RefusedError
from dateline.load.language import foreign_language
from dateline.records import Article

# Code points. A long article has 20,000; the parser takes about 4 KB of memory for each, so this is about 1 GB.
MAX_CHARACTERS = 200_000
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")  # NUL and halves of surrogate pairs, which no database keeps


def accept(
    text: str,
    where: str,
    *,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    place: str | None = None,
    agency: str | None = None,
) -> Article:
    """Return the article with this text, unchanged but for NUL and halves of surrogate pairs, which become U+FFFD.

    where: the source's name for messages. Empty titles and the like become None. Raises RefusedError if the text
    is empty, too long or not English.
    """
    if not any(map(str.isalpha, text)):
        message = f"{where}: no words in it; give a file or page with an article's text"
        raise RefusedError(message, reason=Reason.EMPTY)
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(
            f"{where}: {len(text):,} characters; an article has at most {MAX_CHARACTERS:,} here, so split the text",
            reason=Reason.TOO_LARGE,
        )
    if language := foreign_language(text):
        raise RefusedError(f"{where}: this is {language}; Dateline reads English", reason=Reason.LANGUAGE)
    return Article(
        text=_keepable(text),
        url=_keepable(url or "") or None,
        title=_keepable(title or "") or None,
        outlet=_keepable(outlet or "") or None,
        published=published,
        place=_keepable(place or "") or None,
        agency=_keepable(agency or "") or None,
    )


def _keepable(text: str) -> str:
    return UNKEEPABLE.sub("\ufffd", text)
