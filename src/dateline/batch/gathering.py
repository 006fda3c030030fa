"""Sources -> articles, records and resolutions, each with its locator; what is none is an error in its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from dateline.batch.papers import as_paper, paper_of
from dateline.errors import FetchError, ReadError, Reason, RefusedError
from dateline.fetch.fetched import Fetched
from dateline.fetch.finding import Found, Place, find_sources, size_of
from dateline.fetch.streams import Stream, open_stream, unpack
from dateline.fetch.visiting import Visitor
from dateline.fetch.web import Validators
from dateline.load import STREAMED, Item, Kind, has_known_ending, kind_of, load_items, stream_items
from dateline.load.feeds import Entry, feed_items, read_feed, read_opml
from dateline.records import Article, Record
from dateline.records.packing import UNKEEPABLE
from dateline.records.resolution import Resolution

HEAD = 1 << 14  # bytes by which a stream's kind is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One thing that a source gave.

    locator: where it came from: its address, else its file's, with "#n" or its id for one of many; None where it came
    from nowhere that has a name.
    """

    what: Article | Record | Resolution | ReadError
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed that is read to its end: what to ask its server for the next time, None where it had not changed."""

    address: str
    validators: Validators | None


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A feed's entry whose page is in the archive already: it is not asked for again."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that is of no kind that is read."""


Gathering = Gathered | FeedRead | KnownEntry | PassedOver


def _nothing(_: object) -> None:
    return None


@dataclass(slots=True, kw_only=True)
class Gatherer:
    """How sources are opened.

    visitor: who asks for addresses. follow: whether a feed's entries are fetched, or only read as far as the feed
    holds them. published, outlet: count before what a source says. feed_state: what a feed was last read with.
    located: whether the archive has anything from a locator. position: told how many bytes of all files are taken.
    """

    visitor: Visitor
    follow: bool = True
    published: date | None = None
    outlet: str | None = None
    feed_state: Callable[[str], Validators]
    located: Callable[[str], bool]
    position: Callable[[int], None] = _nothing
    _taken: int = field(default=0, init=False)

    def gather(self, sources: tuple[str, ...]) -> Iterator[Gathering]:
        """Yield everything that the sources give, in order."""
        for found in find_sources(sources, has_known_ending):
            if isinstance(found, FetchError):
                yield Gathered(what=found)
                continue
            try:
                yield from self._source(found)
            except ReadError as error:
                yield Gathered(what=error)

    def _source(self, found: Found) -> Iterator[Gathering]:
        match found.place:
            case Place.PASSED_OVER:
                yield PassedOver()
            case Place.WEB:
                yield from self._address(found.name)
            case _:
                try:
                    with open_stream(found.name) as stream:
                        uri = None if found.place is Place.STDIN else Path(found.name).absolute().as_uri()
                        yield from self._stream(stream, uri)
                finally:  # refused or not, it is behind us
                    self._taken += size_of(found)
                    self.position(self._taken)

    def _stream(self, stream: Stream, uri: str | None) -> Iterator[Gathering]:
        head = stream.file.peek(HEAD)[:HEAD]
        kind = kind_of(Fetched(data=head, name=stream.plain_name)) if head else Kind.TEXT
        if uri is None and kind is Kind.JSON and _is_one_line(head):
            kind = Kind.JSON_LINES
        if kind not in STREAMED:
            yield from self._fetched(stream.rest(), uri)
            return
        for item in stream_items(stream.file, stream.name, kind):
            yield self._gathered(item, uri)
            self.position(self._taken + stream.position())

    def _address(self, address: str, *, listed: bool = False) -> Iterator[Gathering]:
        """Yield what an address holds: a page, a file, or a feed, which is asked for only what is new.

        listed: whether a list of feeds named it, which then must not be another list: lists may go in circles.
        """
        key = address if self.follow else f"{address}#held"
        fetched = self.visitor.visit(address, self.feed_state(key))
        if fetched is None:
            yield FeedRead(key, None)
            return
        fetched, failed = unpack(fetched), False
        if listed and kind_of(fetched) is not Kind.FEED:
            raise RefusedError(f"{fetched.name}: no feed, though a list of feeds names it", reason=Reason.FORMAT)
        for gathered in self._fetched(fetched, fetched.url):
            failed = failed or _may_pass(gathered)
            yield gathered
        if kind_of(fetched) is Kind.FEED and not failed:
            yield FeedRead(key, Validators(etag=fetched.etag, last_modified=fetched.last_modified))

    def _fetched(self, fetched: Fetched, uri: str | None) -> Iterator[Gathering]:
        if (paper := paper_of(fetched)) is not None:
            yield Gathered(what=paper, locator=uri)
            return
        kind = kind_of(fetched)
        if kind is Kind.OPML:
            for address in read_opml(fetched):
                try:
                    yield from self._address(address, listed=True)
                except ReadError as error:
                    yield Gathered(what=error)
        elif kind is Kind.FEED:
            yield from self._feed(fetched, uri)
        else:
            for item in load_items(fetched):
                yield self._gathered(item, uri)

    def _feed(self, fetched: Fetched, uri: str | None) -> Iterator[Gathering]:
        if not self.follow:
            for item in feed_items(fetched):
                yield self._gathered(item, uri)
            return
        for n, entry in enumerate(read_feed(fetched), 1):
            if entry.link is None:
                yield Gathered(
                    what=FetchError(f"{fetched.name}, entry {n}: no link to follow; --no-fetch reads the feed")
                )
            elif self.located(entry.link):
                yield KnownEntry()
            else:
                yield from self._entry(entry, entry.link)

    def _entry(self, entry: Entry, link: str) -> Iterator[Gathered]:
        """Yield the page of a feed's entry; what it does not say of itself is as the feed has it."""
        try:
            fetched = self.visitor.follow(link)
            if (paper := paper_of(fetched)) is not None:
                yield Gathered(what=paper, locator=link)
                return
            for item in load_items(fetched):
                yield self._gathered(
                    replace(item, what=_completed(item.what, entry)), link, link if item.key is None else None
                )
        except ReadError as error:
            yield Gathered(what=error)

    def _gathered(self, item: Item, uri: str | None, located: str | None = None) -> Gathered:
        what: Any = item.what
        if isinstance(what, ReadError):
            return Gathered(what=what)
        if isinstance(what, Article) and item.key is not None and what.url == uri:
            what = replace(what, url=None)  # the address of a table is not that of the articles in it
        article = what.article if isinstance(what, Record) else what
        locator = _keepable(located or _own(article.url, uri) or _part(uri, item.key))
        if isinstance(what, Record):
            return Gathered(what=what, locator=locator)
        try:
            return Gathered(what=as_paper(what) or self._given(what), locator=locator)
        except ReadError as error:
            return Gathered(what=error)

    def _given(self, article: Article) -> Article:
        return replace(article, published=self.published or article.published, outlet=self.outlet or article.outlet)


def _part(uri: str | None, key: str | None) -> str | None:
    return f"{uri}#{quote(key)}" if uri and key is not None else uri


def _keepable(locator: str | None) -> str | None:
    """Return a locator without what no database keeps."""
    return UNKEEPABLE.sub("\ufffd", locator) if locator else None


def _own(url: str | None, uri: str | None) -> str | None:
    """Return an article's address if it can be its own.

    The source's is not, where it holds many; and saved pages often name their site's front page.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if url != uri and (parts.path.strip("/") or parts.query) else None


def _completed(what: Article | Record | ReadError, entry: Entry) -> Article | Record | ReadError:
    if not isinstance(what, Article):
        return what
    # A page that does not name its outlet has its host's name for it, which the feed knows better.
    named = what.outlet if what.outlet and what.outlet not in (what.url or "") else None
    return replace(
        what,
        title=what.title or entry.title,
        published=what.published or entry.published,
        outlet=named or entry.outlet or what.outlet,
    )


def _may_pass(gathered: Gathering) -> bool:
    """Is this a failure that the next run may not meet?"""
    return (
        isinstance(gathered, Gathered)
        and isinstance(gathered.what, ReadError)
        and gathered.what.reason is Reason.NOT_REACHED
    )


def _is_one_line(head: bytes) -> bool:
    """Does standard input begin with a whole JSON object on one line, or one too long to see its end?"""
    line, end, _ = head.lstrip().partition(b"\n")
    return line.startswith(b"{") and (not end or line.rstrip().endswith(b"}"))
