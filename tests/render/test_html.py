"""The page: all of the text, all that was found, nothing from elsewhere."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import Actor, Article, Attribution, Event, Instrument, Provision, Record, Timex
from dateline.records import (
    ActorKind,
    AttributionKind,
    EventStatus,
    EventType,
    InstrumentKind,
    InstrumentStatus,
    ProvisionType,
    TimexType,
)
from dateline.render.html import render_page

VOID = {"meta", "input", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed in its order. Keeps texts, ids, links and names of elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._in_text = 0
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"an attribute twice on <{tag}>"
        if tag in VOID:
            return
        self.open.append(tag)
        if ("class", "text") in attrs:
            self.texts.append("")
            self._in_text = len(self.open)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if len(self.open) < self._in_text:
            self._in_text = 0

    def handle_data(self, data):
        if self._in_text:
            self.texts[-1] += data

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if attrs.get(name) is not None]


def test_the_text_is_there_to_the_character(record):
    assert Page(render_page([record])).texts == [record.article.text]


def test_every_finding_stands_on_both_sides_and_every_link_leads_somewhere(record):
    page = Page(render_page([record]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.values("href")} <= set(ids)
    in_text = {key for _, a in page.elements if "m" in (a.get("class") or "").split() for key in a["data-k"].split()}
    in_panel = {a["data-k"] for _, a in page.elements if "item" in (a.get("class") or "").split()}
    assert in_text == in_panel
    assert len(in_panel) == 15


def test_events_triggers_have_the_colour_of_their_quad(record):
    classes = [a["class"] for _, a in Page(render_page([record])).elements if "m event" in (a.get("class") or "")]
    assert sorted(re.findall(r"quad\d", " ".join(classes))) == ["quad1", "quad1", "quad4"]


def test_the_publication_stands_between_past_and_future(record):
    page = render_page([record])
    order = [
        page.index(words) for words in ('<h4 class="">2031-04-07', "published 2031-04-09", '<h4 class="">2031-04-11')
    ]
    assert order == sorted(order)


def test_a_page_asks_for_nothing_from_elsewhere(record):
    page = Page(render_page([record]))
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
def test_the_original_is_linked_if_it_is_a_web_address(record, url, linked):
    page = Page(render_page([replace(record, article=replace(record.article, url=url))]))
    assert (url in page.values("href")) is linked


def test_mark_up_in_texts_and_names_is_text(record):
    page = render_page([record])
    assert "<b>" not in page
    assert "&lt;b&gt;older&lt;/b&gt; plan" in page


def test_several_articles_on_one_page_keep_their_ids_apart(record):
    other = Record(article=Article(text="Rain.\nIt rained."))
    page = Page(render_page([record, record, other]))
    assert page.texts == [record.article.text] * 2 + [other.article.text]
    assert len(page.values("id")) == len(set(page.values("id")))
    assert {"#r1", "#r2", "#r3"} <= set(page.values("href"))


def test_no_article_is_a_page_too():
    assert "No article was read." in render_page([])


ODD = st.sampled_from(
    [
        *(
            "\r\n",
            "\r",
            "\n\n",
            "\x00",
            "\ud83d",
            "<script>",
            "</p>",
            "&amp;",
            "&#13;",
            "]]>",
            '"',
            "🕊️",
            "👩🏽‍⚖️",
            "e\u0301",
        ),
        *("\u202e", "\u200f\u0627\u0644", "\u2028", "\ufeff", "\x85", "\x0c", "\ufffe", "{{ 1 }}", "{% if %}", "word "),
    ]
)
TEXTS = st.lists(st.one_of(ODD, st.text(st.characters(), max_size=4)), min_size=1, max_size=12).map("".join).filter(len)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return records whose spans lie anywhere, and whose words are anything."""
    text = draw(TEXTS)
    edge = st.integers(0, len(text))
    span = st.tuples(edge, edge).map(lambda ends: (min(ends), max(ends))).filter(lambda s: s[0] < s[1])
    spans = st.lists(span, min_size=1, max_size=3).map(tuple)
    number = count(1)

    def some(made_of, /, **fields):
        made = st.builds(
            made_of, **{name: s if isinstance(s, st.SearchStrategy) else st.just(s) for name, s in fields.items()}
        )
        return tuple(replace(m, id=f"x{next(number)}") for m in draw(st.lists(made, max_size=3)))

    return Record(
        article=Article(text=text, title=draw(st.none() | TEXTS), outlet=draw(st.none() | TEXTS)),
        actors=some(Actor, id="", name=TEXTS, kind=ActorKind.PERSON, mentions=spans),
        times=tuple(Timex(span=s, type=TimexType.DATE, value=draw(TEXTS)) for s in draw(st.lists(span, max_size=2))),
        attributions=some(Attribution, id="", kind=AttributionKind.DIRECT, source=spans, cue=spans, content=spans),
        events=some(
            Event, id="", type=EventType.AID, status=EventStatus.DENIED, trigger=span, evidence=spans, place=TEXTS
        ),
        instruments=some(
            Instrument, id="", kind=InstrumentKind.PLAN, name=TEXTS, evidence=spans, status=InstrumentStatus.AGREED
        ),
        provisions=some(Provision, id="", type=ProvisionType.DEMAND, action=TEXTS, evidence=spans, bearer=TEXTS),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_any_record_makes_a_sound_page_with_all_of_its_text(record):
    page = render_page([record])
    page.encode()
    readable = re.sub("[\x00\ud800-\udfff]", "\ufffd", record.article.text)
    assert Page(page).texts == [readable]
