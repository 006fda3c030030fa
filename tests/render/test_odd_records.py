"""Records of odd texts, with spans anywhere: both renderers show them."""

import io
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console
from tests.parts import drawing, spans_in

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
from dateline.render.terminal import render_record

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
    span, spans = spans_in(text)
    some = drawing(draw)

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
@given(record=records())
def test_any_record_makes_a_sound_page_with_all_of_its_text(record, read_page):
    page = render_page([record])
    page.encode()
    readable = re.sub("[\x00\ud800-\udfff]", "\ufffd", record.article.text)
    assert read_page(page).texts == [readable]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=records(), width=st.integers(20, 140))
def test_any_record_is_shown_on_a_terminal_that_it_cannot_steer(record, width):
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False)
    render_record(record, console)
    shown = console.file.getvalue()
    shown.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
