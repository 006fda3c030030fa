"""RSS, Atom and OPML -> what they list: entries with links, and feeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

from dateline.errors import Reason, RefusedError
from dateline.load.accepting import accept
from dateline.load.days import parse_day
from dateline.load.items import Item
from dateline.load.paper_pages import blocks
from dateline.load.source import Source
from dateline.load.xmls import xml_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: where its article is, and what the feed itself holds of it.

    key: its guid, else its link. text: plain, empty where the feed has a title alone.
    """

    key: str | None
    link: str | None
    title: str | None
    published: date | None
    text: str
    outlet: str | None


def read_feed(source: Source) -> tuple[Entry, ...]:
    """Return a feed's entries, in its order. Raises RefusedError if it is no feed, or XML that may do harm."""
    text = xml_text(source)
    told = {"content-type": "application/xml; charset=utf-8", "content-location": source.url or ""}
    feed = feedparser.parse(BytesIO(text.encode("utf-8", "replace")), response_headers=told)
    if not feed.version and not feed.entries:
        message = f"{source.name}: no feed of a kind that is read; give an RSS or Atom feed"
        raise RefusedError(message, reason=Reason.FORMAT)
    # What RSS 1.0 dates its entries with is taken for a change by feedparser; in Atom it is one.
    dates = ("published", "created", "updated") if feed.version.startswith("rss") else ("published", "created")
    outlet = _words(feed.feed.get("title"))
    return tuple(_entry(entry, outlet, source.url, dates) for entry in feed.entries)


def feed_items(source: Source) -> Iterator[Item]:
    """Yield the articles as far as the feed itself holds them; an error for an entry without a text."""
    for n, entry in enumerate(read_feed(source), 1):
        where = f"{source.name}, entry {n}" + (f" ({entry.title})" if entry.title else "")
        try:
            article = accept(
                entry.text, where, url=entry.link, title=entry.title, outlet=entry.outlet, published=entry.published
            )
            yield Item(article, entry.key or str(n))
        except RefusedError as error:
            yield Item(error, entry.key or str(n))


def read_opml(source: Source) -> tuple[str, ...]:
    """Return the addresses of the feeds that an OPML list names, each once. Raises RefusedError if it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(xml_text(source).encode("utf-8", "replace"), parser)
    outlines = root.iter("{*}outline") if root is not None else ()
    found = (value for o in outlines for name, value in o.attrib.items() if str(name).lower() == "xmlurl")
    addresses = dict.fromkeys(_joined(source.url, str(value).strip()) for value in found if str(value).strip())
    if not addresses:
        message = f"{source.name}: an OPML list without a feed's address in it"
        raise RefusedError(message, reason=Reason.EMPTY)
    return tuple(addresses)


def _entry(entry: Any, outlet: str | None, base: str | None, dates: Iterable[str]) -> Entry:
    link = entry.get("link")
    return Entry(
        key=entry.get("id") or link,
        link=_joined(base, link) if link else None,
        title=_words(entry.get("title")),
        published=_published(entry, dates),
        text=_text(entry),
        outlet=_words(entry.get("source", {}).get("title")) or outlet,
    )


def _joined(base: str | None, link: str) -> str:
    """Return a link as an address; as it is where it is none, for whoever asks for it to say so."""
    try:
        return urljoin(base or "", link)
    except ValueError:
        return link


def _published(entry: Any, dates: Iterable[str]) -> date | None:
    """Return the day that the feed prints, in its own time zone; what is no date is left open."""
    for name in dates:
        try:
            return parse_day(entry.get(name) or "")
        except ValueError:
            continue
    return None


def _text(entry: Any) -> str:
    """Return the longest of what the entry holds, as paragraphs."""
    held = [*(content.get("value") or "" for content in entry.get("content", ())), entry.get("summary") or ""]
    return max((_plain(markup) for markup in held), key=len)


def _plain(markup: str) -> str:
    try:
        return blocks(html.fragment_fromstring(markup, create_parent="div")) if markup.strip() else ""
    except (etree.ParserError, ValueError):
        return ""


def _words(markup: str | None) -> str | None:
    return " ".join(_plain(markup).split()) or None if markup else None
