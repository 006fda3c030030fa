"""A web page -> Article: main text, title, outlet and date, by trafilatura and htmldate."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from dateline.errors import Reason, RefusedError
from dateline.load.accepting import accept
from dateline.load.days import parse_day
from dateline.load.decoding import charset_of, decode
from dateline.load.source import Source
from dateline.records import Article

MAX_PAGE = 10_000_000  # bytes; newspapers' pages have up to 3 MB, and lxml needs some twenty times the size
MIN_WORDS = 40  # words in full sentences: consent walls and error pages have fewer, the shortest wire briefs more
# A front page: this many headlines that are links, and teasers instead of paragraphs between them. Reports too link
# to other stories, but their paragraphs run to 25 words and more.
HEADLINE_LINKS = 8
TEASER_WORDS = 20
LINKED_LINES = 1 / 3  # share of lines that are nothing but a link's text, from which a page is a list

DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
NO_ARTICLE = re.compile(
    r"(error )?(403|404)\b|page not found|not found$|access denied|just a moment|attention required|are you a robot",
    re.IGNORECASE,
)
# No guesses from the running text, where years of copyright and of history stand. The bounds only keep htmldate from
# setting its own: the day it is now, and 1995.
DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2999-12-31"}


def read_page(source: Source) -> Article:
    """Return the article on a page, its paragraphs one a line, without the headline.

    Raises RefusedError if the page holds none: an index, an error page, a wall.
    """
    if len(source.data) > MAX_PAGE:
        message = f"{source.name}: a page of more than {MAX_PAGE // 1_000_000} MB; save its text and read it"
        raise RefusedError(message, reason=Reason.TOO_LARGE)
    head = source.data[:2048].decode("ascii", "replace")
    html = decode(source.data, source.name, charset_of(source.content_type) or charset_of(head))
    html = DECLARATION.sub("", html)  # what it says of the encoding is no longer true
    page = _extract(html, source.url)
    lines = _without_headline((page.text or "").splitlines(), page.title) if page else []
    if page is None or _is_no_article(lines, page.title, html):
        message = f"{source.name}: no article on this page; give the address of one article, or its text"
        raise RefusedError(message, reason=Reason.NO_ARTICLE)
    return accept(
        "\n".join(lines),
        source.name,
        url=source.url or page.url,
        title=page.title,
        outlet=page.sitename,
        published=_day(page.date),
    )


def _extract(html: str, url: str | None) -> Document | None:
    found = bare_extraction(
        html,
        url=url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )
    return found if isinstance(found, Document) else None


def _day(found: str | None) -> date | None:
    return parse_day(found) if found else None


def _without_headline(lines: Sequence[str], title: str | None) -> list[str]:
    """Return the lines but the headline, which is the article's title and not its first sentence."""
    return list(lines[1:] if lines and title and lines[0].strip() == title.strip() else lines)


def _is_no_article(lines: Sequence[str], title: str | None, html: str) -> bool:
    sentences = [line for line in lines if SENTENCE_END.search(line.strip())]
    words = sum(len(line.split()) for line in sentences)
    if words < MIN_WORDS or NO_ARTICLE.match(title or ""):
        return True
    tree: Any = load_html(html)
    links = {_words(a) for a in tree.iter("a")}
    if sum(" ".join(line.split()) in links for line in lines) > LINKED_LINES * len(lines):
        return True
    return words / len(sentences) < TEASER_WORDS and _headline_links(tree) >= HEADLINE_LINKS


def _headline_links(tree: Any) -> int:
    headings = [heading for level in ("h1", "h2", "h3", "h4") for heading in tree.iter(level)]
    linked = [
        h for h in headings if next(h.iter("a"), None) is not None or next(h.iterancestors("a"), None) is not None
    ]
    return sum(len(_words(h).split()) >= 4 for h in linked)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
