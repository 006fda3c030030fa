"""Sources of every kind -> articles with the place that they came from."""

import gzip
import io
import json
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from dateline import Article, FetchError, ReadError, Record
from dateline.batch.gathering import FeedRead, Gathered, Gatherer, KnownEntry, PassedOver
from dateline.errors import Reason
from dateline.fetch import Fetched
from dateline.fetch.visiting import Visitor
from dateline.fetch.web import Validators
from dateline.records.resolution import Resolution

STORY = (
    "<p>Norwegian Foreign Minister Ada Berg met Danish Prime Minister Ivo Kral in Oslo on Monday, her ministry said.</p>"
    "<p>The two sides signed an agreement on fishing, and they will meet again in June to talk about the limits of the zone.</p>"
    "<p>Fishermen on both coasts had asked for the agreement, which comes after a year of talks between the two ministries.</p>"
)
PAGE = f"<html><head><title>Talks</title></head><body><article>{STORY}</article></body></html>"
ENTRY = "<item><title>{n}</title><link>https://wire.example/{n}</link><pubDate>Wed, 09 Apr 2031 10:00:00 GMT</pubDate></item>"
FEED = "<rss version='2.0'><channel><title>Harbour Wire</title>{entries}</channel></rss>"
DRAFT = """The Security Council,

Recalling its resolution 2100 (2013),

1. Decides to extend the mandate of the mission until 31 May 2032;

2. Asks the envoy to tell the Council by the end of May what has become of the harbour;

3. Decides to remain seized of the matter.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Web:
    """Answers by address; what is not there is not found."""

    def __init__(self, answers):
        self.answers, self.asked = answers, []

    def read(self, address, seen):
        self.asked.append(address)
        answer = self.answers.get(address, FetchError(f"{address}: HTTP 404", reason=Reason.NOT_FOUND))
        if isinstance(answer, Exception):
            raise answer
        if seen.etag == '"v1"':
            return None
        data = answer.encode() if isinstance(answer, str) else answer
        return Fetched(data=data, name=address, url=address, etag='"v1"')


def gather(*sources, web=None, states=None, there=(), **options):
    web = web or Web({})
    gatherer = Gatherer(
        visitor=Visitor(read=web.read, sleep=lambda _: None),
        feed_state=lambda address: (states or {}).get(address, Validators()),
        located=lambda locator: locator in there,
        **options,
    )
    return list(gatherer.gather(sources))


def shown(items):
    return [(getattr(i.what, "text", str(i.what)).split(".")[0], i.locator) for i in items if isinstance(i, Gathered)]


def test_files_go_by_their_own_address_or_their_file_s(folder):
    (folder / "a.txt").write_text("One.")
    (folder / "b.json").write_text('{"text": "Two.", "url": "https://wire.example/2"}')
    (folder / "c.jsonl").write_text('{"text": "Three."}\n{"text": "Four.", "id": "w 4"}\n')
    (folder / "d.csv").write_text("text,url\nFive.,https://wire.example/\n")
    (folder / "style.css").write_text("x")
    items = gather(".")
    assert shown(items) == [
        ("One", (folder / "a.txt").as_uri()),
        ("Two", "https://wire.example/2"),
        ("Three", f"{(folder / 'c.jsonl').as_uri()}#1"),
        ("Four", f"{(folder / 'c.jsonl').as_uri()}#w%204"),
        ("Five", f"{(folder / 'd.csv').as_uri()}#2"),  # a front page is no article's address
    ]
    assert [type(i) for i in items if not isinstance(i, Gathered)] == [PassedOver]


def test_what_cannot_be_read_is_an_error_in_its_place_and_the_rest_follows(folder):
    (folder / "a.jsonl").write_text('{"text": "One."}\n{broken\n')
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Two."}\n' * 500)[:-10])
    items = gather("nowhere.txt", "*.jsonl", "b.jsonl.gz", "a.jsonl", "no*match")
    errors = [i.what for i in items if isinstance(i.what, ReadError)]
    assert [e.reason for e in errors] == [
        Reason.NOT_FOUND,
        Reason.BROKEN,
        Reason.BROKEN,
        Reason.BROKEN,
        Reason.NOT_FOUND,
    ]
    assert sum(isinstance(i.what, Article) for i in items) > 2


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_json_lines_of_articles_or_records(monkeypatch, packed):
    record = Record(article=Article(text="One.", url="https://wire.example/1"))
    data = f'{record.to_json()}\n{{"text": "Two."}}\n'.encode()
    data = gzip.compress(data) if packed else data
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    first, second = gather("-")
    assert (first.what, first.locator) == (record, "https://wire.example/1")
    assert (second.what, second.locator) == (Article(text="Two."), None)


@pytest.mark.parametrize("text", ["One.", '{\n"text": "One."\n}', '[{"text": "One."}]', '{"text": "One."}'])
def test_standard_input_may_be_one_article(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert [i.what for i in gather("-")] == [Article(text="One.")]


def test_a_resolution_is_taken_as_one(folder):
    (folder / "draft.txt").write_text(DRAFT)
    (item,) = gather("draft.txt")
    assert isinstance(item.what, Resolution)
    assert item.locator == (folder / "draft.txt").as_uri()


def test_what_the_user_says_counts_before_what_the_source_says(folder):
    (folder / "a.json").write_text('{"text": "One.", "outlet": "Wire", "published": "2031-04-09"}')
    (item,) = gather("a.json", published=date(2031, 5, 1), outlet="Post")
    assert (item.what.published, item.what.outlet) == (date(2031, 5, 1), "Post")


def test_progress_is_told_in_bytes_of_the_files(folder):
    (folder / "a.txt").write_text("One.")
    (folder / "b.jsonl").write_text('{"text": "Two."}\n')
    places = []
    gather("a.txt", "b.jsonl", position=places.append)
    assert list(dict.fromkeys(places)) == [4, 21]


def test_a_feed_s_articles_are_fetched_and_completed_by_what_it_says():
    feed = FEED.format(entries=ENTRY.format(n=1) + ENTRY.format(n=2))
    web = Web({"https://wire.example/feed": feed, "https://wire.example/1": PAGE})
    first, second, done = gather("https://wire.example/feed", web=web)
    assert first.locator == "https://wire.example/1"
    assert (first.what.title, first.what.outlet, first.what.published) == ("Talks", "Harbour Wire", date(2031, 4, 9))
    assert str(second.what) == "https://wire.example/2: HTTP 404"
    assert done == FeedRead("https://wire.example/feed", Validators(etag='"v1"'))
    assert web.asked.count("https://wire.example/robots.txt") == 1


def test_an_entry_that_is_there_is_not_fetched_and_a_feed_without_news_not_read():
    web = Web({"https://wire.example/feed": FEED.format(entries=ENTRY.format(n=1))})
    assert gather("https://wire.example/feed", web=web, there={"https://wire.example/1"})[0] == KnownEntry()
    assert web.asked == ["https://wire.example/feed"]
    states = {"https://wire.example/feed": Validators(etag='"v1"')}
    assert gather("https://wire.example/feed", web=web, states=states) == [FeedRead("https://wire.example/feed", None)]


def test_a_feed_some_of_which_did_not_come_is_asked_for_in_full_again():
    slow = FetchError("no answer", reason=Reason.NOT_REACHED)
    feed = FEED.format(entries=ENTRY.format(n=1))
    web = Web({"https://wire.example/feed": feed, "https://wire.example/1": slow})
    assert [type(i) for i in gather("https://wire.example/feed", web=web)] == [Gathered]


def test_without_fetching_what_the_feed_holds_is_read():
    entry = "<item><title>T</title><link>https://wire.example/1</link><description>Talks went on.</description></item>"
    web = Web({"https://wire.example/feed": FEED.format(entries=entry)})
    item, done = gather("https://wire.example/feed", web=web, follow=False)
    assert (item.what.text, item.locator) == ("Talks went on.", "https://wire.example/1")
    assert done.address == "https://wire.example/feed#held"
    assert web.asked == ["https://wire.example/feed"]


def test_a_list_of_feeds_is_followed_past_those_that_fail(folder):
    (folder / "feeds.opml").write_text(
        "<opml><body><outline xmlUrl='https://a.example/feed'/><outline xmlUrl='https://b.example/feed'/></body></opml>"
    )
    web = Web({"https://b.example/feed": FEED.format(entries=ENTRY.format(n=1)), "https://wire.example/1": PAGE})
    missing, article, done = gather("feeds.opml", web=web)
    assert "https://a.example/feed: HTTP 404" in str(missing.what)
    assert article.what.title == "Talks"
    assert done.address == "https://b.example/feed"


def test_lists_of_feeds_that_name_lists_go_in_no_circle():
    address = "https://a.example/list"
    web = Web({address: f"<opml><body><outline xmlUrl='{address}'/></body></opml>"})
    (refused,) = gather(address, web=web)
    assert "no feed, though a list of feeds names it" in str(refused.what)
    assert web.asked == [address, address]


def test_a_packed_file_from_an_address_is_unpacked():
    web = Web({"https://wire.example/talks.csv.gz": gzip.compress(b"text\nOne.\n")})
    item, *_ = gather("https://wire.example/talks.csv.gz", web=web)
    assert (item.what, item.locator) == (Article(text="One."), "https://wire.example/talks.csv.gz#2")


def test_what_is_no_address_is_named_wherever_it_stands(folder):
    (folder / "a.json").write_text('{"text": "One.", "url": "http://[x"}')
    (folder / "feed.xml").write_text(FEED.format(entries="<item><link>http://[x</link></item>"))
    article, entry, named = gather("a.json", "feed.xml", "http://[x")
    assert article.locator == (folder / "a.json").as_uri()
    assert isinstance(entry.what, ReadError)
    assert "no address" in str(named.what)


def test_names_are_safe_to_keep(folder):
    (folder / "a.json").write_text(json.dumps({"text": "One.\0", "url": "https://wire.example/\0\ud800"}))
    (item,) = gather("a.json")
    assert item.locator == "https://wire.example/\ufffd\ufffd"
    assert item.what.text == "One.\ufffd"
