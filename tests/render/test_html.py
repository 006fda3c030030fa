"""The page: all of the text, all that was found, nothing from elsewhere."""

import re
from dataclasses import replace

import pytest

from dateline import Article, Record
from dateline.render.html import render_page


def test_the_text_is_there_to_the_character(record, read_page):
    assert read_page(render_page([record])).texts == [record.article.text]


def test_every_finding_stands_on_both_sides_and_every_link_leads_somewhere(record, read_page):
    page = read_page(render_page([record]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.values("href")} <= set(ids)
    in_text = {key for _, a in page.elements if "m" in (a.get("class") or "").split() for key in a["data-k"].split()}
    in_panel = {a["data-k"] for _, a in page.elements if "item" in (a.get("class") or "").split()}
    assert in_text == in_panel
    assert len(in_panel) == 15


def test_events_triggers_have_the_colour_of_their_quad(record, read_page):
    classes = [a["class"] for _, a in read_page(render_page([record])).elements if "m event" in (a.get("class") or "")]
    assert sorted(re.findall(r"quad\d", " ".join(classes))) == ["quad1", "quad1", "quad4"]


def test_the_publication_stands_between_past_and_future(record):
    page = render_page([record])
    order = [
        page.index(words) for words in ('<h4 class="">2031-04-07', "published 2031-04-09", '<h4 class="">2031-04-11')
    ]
    assert order == sorted(order)


def test_a_page_asks_for_nothing_from_elsewhere(record, read_page):
    page = read_page(render_page([record]))
    assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "base"}
    assert not page.values("src")
    assert "default-src 'none'" in "".join(page.values("content"))
    assert "url(" not in render_page([record])
    assert "@import" not in render_page([record])


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://wire.example/1?a=1&b=2", True),
        ("javascript:alert(1)", False),
        ("ftp://wire.example/1", False),
        (None, False),
    ],
)
def test_the_original_is_linked_if_it_is_a_web_address(record, url, linked, read_page):
    page = read_page(render_page([replace(record, article=replace(record.article, url=url))]))
    assert (url in page.values("href")) is linked


def test_mark_up_in_texts_and_names_is_text(record):
    page = render_page([record])
    assert "<b>" not in page
    assert "&lt;b&gt;older&lt;/b&gt; plan" in page


def test_several_articles_on_one_page_keep_their_ids_apart(record, read_page):
    other = Record(article=Article(text="Rain.\nIt rained."))
    page = read_page(render_page([record, record, other]))
    assert page.texts == [record.article.text] * 2 + [other.article.text]
    assert len(page.values("id")) == len(set(page.values("id")))
    assert {"#r1", "#r2", "#r3"} <= set(page.values("href"))


def test_no_article_is_a_page_too():
    assert "No article was read." in render_page([])
