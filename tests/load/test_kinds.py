"""Which reader takes a source."""

import pytest

from dateline import RefusedError
from dateline.load.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("data", "name", "fields", "kind"),
    [
        ("Talks.", "talks.txt", {}, Kind.TEXT),
        ("Talks.", "talks", {}, Kind.TEXT),
        ("# Talks", "talks.md", {}, Kind.MARKDOWN),
        ("{}", "talks.json", {}, Kind.JSON),
        ("{}", "talks.JSONL", {}, Kind.JSON_LINES),
        ("<p>Talks", "talks.htm", {}, Kind.HTML),
        ("  <!DOCTYPE html><p>Talks", "standard input", {}, Kind.HTML),
        ("<?xml version='1.0'?><html>", "standard input", {}, Kind.HTML),
        ('\n{ "text": "Talks."}', "standard input", {}, Kind.JSON),
        ('[\n {"text": "Talks."}]', "standard input", {}, Kind.JSON),
        ("[1] Talks.", "standard input", {}, Kind.TEXT),
        ("%PDF-1.4", "talks.txt", {}, Kind.PDF),
        ("Talks.", "page", {"content_type": "text/html; charset=utf-8"}, Kind.HTML),
        ("{}", "page", {"content_type": "application/json"}, Kind.JSON),
        ("Talks.", "https://a.example/x", {"url": "https://a.example/talks.md?x=1.pdf"}, Kind.MARKDOWN),
        ("Talks.", "https://a.example/x", {"url": "https://a.example/x"}, Kind.TEXT),
        ("", "talks.txt", {}, Kind.TEXT),
        ("text\n", "talks.csv", {}, Kind.CSV),
        ("WARC/1.0\r\n", "talks", {}, Kind.WARC),
        ("PAR1", "talks", {}, Kind.PARQUET),
        ("<rss version='2.0'>", "talks.xml", {}, Kind.FEED),
        ("<?xml version='1.0'?>\n<!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'>", "talks", {}, Kind.FEED),
        ("<rss version='2.0'>", "page", {"content_type": "text/html"}, Kind.FEED),
        ("<opml version='2.0'>", "talks.xml", {}, Kind.OPML),
    ],
)
def test_a_format_is_told_by_its_bytes_its_header_or_its_name(source, data, name, fields, kind):
    assert kind_of(source(data, name, **fields)) is kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"{\\rtf1 Talks.}", "an RTF document"),
        (b"<?xml version='1.0'?><talks>", "XML, not an article"),
    ],
)
def test_formats_that_are_not_read_are_refused_by_name(source, data, what):
    with pytest.raises(RefusedError, match=f"^talks: {what}"):
        kind_of(source(data, "talks"))
