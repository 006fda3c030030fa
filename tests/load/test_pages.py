"""Web pages: the article and its metadata, or a refusal."""

from datetime import date

import pytest

from dateline import RefusedError
from dateline.load.pages import read_page

HEAD = """<title>Berg meets Kral - Harbour Wire</title><meta property="og:title" content="Berg meets Kral">
<meta property="og:site_name" content="Harbour Wire"><meta property="article:published_time" content="2031-04-09T23:00:00-05:00">"""


@pytest.fixture
def page(story):
    def make(body: str | None = None, head: str = HEAD) -> str:
        body = (
            body or f"<article><h1>Berg meets Kral</h1><p>{story}</p><p>{story.replace('June', 'July')}</p></article>"
        )
        return f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}<footer>© 1999</footer>"

    return make


def test_the_main_text_and_its_metadata_are_found(source, page, story):
    article = read_page(source(page(), url="https://wire.example/1"))
    assert article.text == f"{story}\n{story.replace('June', 'July')}"
    assert (article.title, article.outlet, article.published) == ("Berg meets Kral", "Harbour Wire", date(2031, 4, 9))
    assert article.url == "https://wire.example/1"


def test_a_page_without_a_date_has_none_rather_than_one_from_its_footer(source, page):
    assert read_page(source(page(head="<title>Berg meets Kral</title>"))).published is None


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8"])
def test_a_page_says_its_encoding(source, page, story, charset):
    html = page(head=f"<meta charset='{charset}'>").replace("met", "met “face to face”")
    assert "met “face to face” Danish" in read_page(source(html.encode(charset))).text


def test_an_xml_declaration_does_no_harm(source, page):
    assert read_page(source(f"<?xml version='1.0' encoding='utf-8'?>{page()}")).title == "Berg meets Kral"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Please accept our cookies.</p>",
        "<p></p>",
        "".join(
            f"<h2><a href='/{n}'>Some long headline number {n}</a></h2><p>A teaser of words.</p>" for n in range(20)
        ),
        "<ul>"
        + "".join(f"<li><a href='/{n}'>Berg meets Kral and signs paper {n}.</a></li>" for n in range(40))
        + "</ul>",
    ],
    ids=["consent", "empty", "front page", "list"],
)
def test_a_page_without_an_article_is_refused(source, page, body):
    with pytest.raises(RefusedError, match="no article on this page; give the address of one article, or its text"):
        read_page(source(page(body)))


def test_an_error_page_is_refused_however_much_it_says(source, page):
    with pytest.raises(RefusedError, match="no article on this page"):
        read_page(source(page(head="<title>404 Not Found</title><meta property='og:title' content='Page not found'>")))


def test_a_page_in_another_language_is_refused_by_its_name(source, page):
    german = (
        "Die beiden Seiten unterzeichneten am Montag in Oslo ein Abkommen über die Fischerei, sagte die Ministerin. "
        * 5
    )
    with pytest.raises(RefusedError, match="this is German; Dateline reads English"):
        read_page(source(page(f"<article><h1>Abkommen</h1><p>{german}</p></article>")))


def test_a_page_too_large_is_refused_before_it_is_parsed(source, monkeypatch):
    monkeypatch.setattr("dateline.load.pages.MAX_PAGE", 9)
    with pytest.raises(RefusedError, match="a page of more than"):
        read_page(source("<p>" * 10))


@pytest.mark.parametrize("html", ["<html>", "<", "<!doctype html><!--", "<html><body>" + "<div>" * 3000 + "x"])
def test_a_broken_page_is_a_refusal_and_no_traceback(source, html):
    with pytest.raises(RefusedError):
        read_page(source(html))
