"""WARC: the articles of a crawl, and of one that breaks off all that is whole."""

from io import BufferedReader, BytesIO

import pytest

from dateline import RefusedError
from dateline.load import Kind, stream_items, warcs

PAGE = "<html><head><title>Talks {n}</title></head><body><article>{story}{story}</article></body></html>"
STORY = (
    "<p>Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday, her ministry said.</p>"
    "<p>The two sides signed an agreement on fishing and will meet again in June to talk about the zone.</p>"
)


def record(kind: str, url: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(status: str, content_type: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body


def records(extra: bytes = b"") -> list[bytes]:
    made = [record("warcinfo", "", b"software: x\r\n")]
    for n in range(3):
        page = PAGE.format(n=n, story=STORY).encode() + extra
        made += [record("response", f"https://wire.example/{n}", answer("200 OK", "text/html", page))]
        made += [record("response", "https://wire.example/p", answer("200 OK", "image/png", b"\x89PNG"))]
    return [*made, record("response", "https://wire.example/x", answer("404 Not Found", "text/html", b"no"))]


def archive(extra: bytes = b"") -> bytes:
    return b"".join(records(extra))


def read(data, name="talks.warc"):
    return list(stream_items(BufferedReader(BytesIO(data)), name, Kind.WARC))


def test_pages_become_articles_and_the_rest_is_passed_over():
    items = read(archive())
    assert [(item.key, item.what.url, item.what.title) for item in items] == [
        (key, f"https://wire.example/{n}", f"Talks {n}") for n, key in enumerate(["2", "4", "6"])
    ]


def test_an_archive_cut_anywhere_gives_all_that_is_whole_and_one_line():
    whole = archive()
    ends = [whole.index(f"https://wire.example/{n}".encode()) for n in range(3)]
    for cut in [*range(ends[1] - 40, ends[1] + 500, 7), whole.index(b"HTTP/1.1", ends[1]), len(whole) - 5]:
        articles, refusal = until_refused(whole[:cut])
        assert "talks.warc: broken after record" in refusal, cut
        assert 1 <= len(articles) <= 3
        assert all("will meet again" in a.text for a in articles)


def until_refused(data):
    articles, refusal = [], ""
    try:
        articles.extend(item.what for item in stream_items(BufferedReader(BytesIO(data)), "talks.warc", Kind.WARC))
    except RefusedError as error:
        refusal = str(error)
    return articles, refusal


def test_what_is_no_archive_is_refused():
    with pytest.raises(RefusedError, match="broken after record 0"):
        read(b"WARC/1.0\r\nnonsense")


def test_a_page_that_unpacks_without_end_is_refused_and_the_others_read(monkeypatch):
    monkeypatch.setattr(warcs, "MAX_PAGE", 1000)
    items = read(archive(extra=b" " * 2000))
    assert [str(item.what) for item in items] == [
        f"talks.warc, record {key} (https://wire.example/{n}): larger than 0 MB, the most that is read of one page"
        for n, key in enumerate([2, 4, 6])
    ]
