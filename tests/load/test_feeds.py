"""RSS, Atom and OPML, and XML that is a weapon."""

from datetime import date

import pytest

from dateline import Article, ReadError, RefusedError
from dateline.errors import Reason
from dateline.load import load
from dateline.load.feeds import read_feed, read_opml

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour &amp; Wire</title>
<item><title>Berg meets Kral</title><link>/talks</link><guid>tag:w-1</guid>
<pubDate>Wed, 09 Apr 2031 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{story}</p><p>They will <b>meet</b> again.</p>]]></content:encoded></item>
<item><title>No text</title><link>https://wire.example/2</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>tag:1</id><title>T</title>
<link href="https://wire.example/1"/><published>2031-04-09T10:00:00Z</published><summary>Talks.</summary></entry></feed>"""


def test_an_entry_has_its_link_day_and_longest_text(source, story):
    feed = source(RSS.format(story=story), "feed", url="https://wire.example/feed.xml")
    first, second = read_feed(feed)
    assert (first.link, first.key, first.outlet) == ("https://wire.example/talks", "tag:w-1", "Harbour & Wire")
    assert (first.published, first.title) == (date(2031, 4, 9), "Berg meets Kral")
    assert first.text == f"{story}\n\nThey will meet again."
    assert (second.text, second.published) == ("", None)


def test_what_a_feed_itself_holds_can_be_read(source, story):
    article, refused = load(source(RSS.format(story=story), "feed"))
    assert article.text.startswith(story)
    assert isinstance(refused, ReadError)
    assert str(refused).startswith("feed, entry 2 (No text): no words in it")
    (atom,) = load(source(ATOM, "feed"))
    expected = Article(
        text="Talks.", title="T", outlet="Wire", url="https://wire.example/1", published=date(2031, 4, 9)
    )
    assert atom == expected


def test_the_date_of_rss_1_is_a_publication_s_and_a_change_in_atom_is_none(source):
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><item><link>https://wire.example/1</link>
    <dc:date>2031-04-09T10:00:00Z</dc:date></item></rdf:RDF>"""
    assert read_feed(source(rdf, "feed"))[0].published == date(2031, 4, 9)
    assert read_feed(source(ATOM.replace("published", "updated"), "feed"))[0].published is None


def test_a_broken_feed_gives_what_it_has(source):
    text = "<rss version='2.0'><channel><title>A & B</title><item><link>https://wire.example/1</link><title>T"
    assert [entry.link for entry in read_feed(source(text, "feed"))] == ["https://wire.example/1"]


BOMBS = {
    "laughs": '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
    "file": '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hosts">]><rss version="2.0"><channel><title>&f;</title></channel></rss>',
    "hidden": '<!-- <rss> --><?x <rss?><!DOCTYPE rss [<!entity a "ha">]><rss version="2.0"><channel/></rss>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://10.0.0.1/x.dtd"> %p;]><rss version="2.0"><channel/></rss>',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("read", [read_feed, read_opml])
def test_xml_with_entities_of_its_own_is_refused(source, bomb, encoding, read):
    with pytest.raises(RefusedError, match="defines entities of its own, as XML bombs do") as caught:
        read(source(bomb.encode(encoding), "feed"))
    assert caught.value.reason is Reason.FORMAT


def test_entities_may_be_written_about(source):
    text = ATOM.replace("Talks.", "&lt;!ENTITY is a declaration.")
    assert len(read_feed(source(text, "feed"))) == 1


def test_xml_without_end_is_refused(source, monkeypatch):
    monkeypatch.setattr("dateline.load.xmls.MAX_XML", 1_000_000)
    with pytest.raises(RefusedError, match="more than 1 MB of XML"):
        read_feed(source(ATOM + " " * 1_000_001, "feed"))


def test_what_is_no_feed_is_refused(source):
    with pytest.raises(RefusedError, match="no feed of a kind that is read"):
        read_feed(source("<x/>", "feed"))


def test_a_list_names_its_feeds_once(source):
    text = """<opml version="2.0"><body><outline text="Wires"><outline type="rss" xmlUrl="https://a.example/feed"/>
    <outline xmlurl="/b.xml"/></outline><outline xmlUrl="https://a.example/feed"/><outline text="x"/></body></opml>"""
    assert read_opml(source(text, "list.opml", url="https://b.example/list")) == (
        "https://a.example/feed",
        "https://b.example/b.xml",
    )
    with pytest.raises(RefusedError, match="without a feed's address"):
        read_opml(source("<opml><body/></opml>", "list.opml"))
