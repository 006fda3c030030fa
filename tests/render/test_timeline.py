"""The timeline as text and as a picture: its words, its signs, and that no label touches another."""

import itertools
import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from tests.views.test_timeline import TODAY, due, event

from dateline.records import EventStatus
from dateline.render.days import span_name
from dateline.render.scale import scale
from dateline.render.svg import fit, width
from dateline.render.timeline import render_timeline
from dateline.render.timeline_svg import HIGH, render_svg
from dateline.views.timeline import timeline

SVG = "{http://www.w3.org/2000/svg}"


def shown(*told, dues=()):
    out = StringIO()
    render_timeline(timeline(told, dues, today=TODAY), Console(file=out, width=100, color_system=None))
    return out.getvalue()


def picture(*told, dues=(), lanes="actor"):
    return ET.fromstring(render_svg(timeline(told, dues, today=TODAY), lanes=lanes))  # noqa: S314


def test_every_standing_is_told_apart_without_colour():
    told = [event("2031-04-07", status=status) for status in EventStatus]
    lines = [line for line in shown(*told).splitlines() if "Ada Berg" in line]
    signs = {re.search(r"[●◐○◌✕⊘][^A]*", line)[0].strip() for line in lines}
    assert len(signs) == len(EventStatus)


def test_the_months_stand_above_their_days_and_what_is_ahead_apart():
    text = shown(event("2031-04-07"), event("2031-04-20", status=EventStatus.PLANNED), dues=[due("2031-05-02")])
    headings = [line for line in text.splitlines() if line and not line.startswith(" ") and "Ada" not in line]
    assert headings[:4] == ["APRIL 2031", "AHEAD OF 10 APR 2031", "April 2031", "May 2031"]


@pytest.mark.parametrize(
    ("first", "last", "value", "words"),
    [
        ("2031-04-07", "2031-04-07", "2031-04-07", "Mon 7"),
        ("2031-04-07", "2031-04-07", "2031-04-07TNI", "Mon 7, night"),
        ("2031-04-01", "2031-04-30", "2031-04", "in Apr"),
        ("2031-01-01", "2031-12-31", "2031", "in 2031"),
        ("2031-04-07", "2031-04-13", "2031-W15", "7–13"),
        ("2031-03-30", "2031-04-05", "2031-W14", "30 Mar – 5 Apr"),
        ("2031-03-01", "2031-05-31", "2031-SP", "spring 2031"),
        ("2031-12-28", "2032-01-03", None, "28 Dec 2031 – 3 Jan 2032"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(first, last, value, words):
    assert span_name(first, last, value, "2031-04") == words


def test_an_event_without_a_date_is_marked_as_told_on_that_day():
    assert "told Wed 9" in shown(event())


def test_control_characters_never_reach_the_terminal():
    assert "\x1b" not in shown(*[event("2031-04-07")], dues=[due("2031-04-12")]).replace("\x1b[2m", "")


def days(numbers):
    return [(TODAY + timedelta(days=n)).isoformat() for n in numbers]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-9000, 900), st.integers(0, 400), st.sampled_from(EventStatus)), max_size=40))
def test_no_label_of_a_picture_touches_another_and_none_leaves_it(several):
    told = [event(*days([n, n + long]), status=status, uid=f"{i:016x}") for i, (n, long, status) in enumerate(several)]
    root = picture(*told)
    high = float(root.get("viewBox").split()[3])
    boxes = []
    for label in root.iter(f"{SVG}text"):
        size = float(label.get("font-size", 8))
        words = "".join(label.itertext())
        wide = width(words, size, bold=label.get("font-weight") == "bold") * 0.9
        x, y = float(label.get("x")), float(label.get("y"))
        start = x - wide if label.get("text-anchor") == "end" else x - wide / 2 if label.get("text-anchor") else x
        assert start >= -1
        assert start + wide <= 843
        assert 0 <= y <= high
        if label.get("paint-order") and y > 80:
            boxes.append((start, start + wide, y - size * 0.7, y))
    for one, other in itertools.combinations(boxes, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, (one, other)


def test_a_picture_of_sixty_events_fits_a_page():
    told = [event(*days([n * 3 - 160] * 2), uid=f"{n:016x}") for n in range(60)]
    assert float(picture(*told).get("viewBox").split()[3]) <= HIGH + 1


def test_a_day_is_a_dot_and_a_span_a_bar():
    root = picture(event("2031-01-01", "2031-03-31"), event("2031-04-07"))
    assert list(root.iter(f"{SVG}circle"))
    assert len([r for r in root.iter(f"{SVG}rect") if r.get("rx")]) == 1


def test_an_empty_picture_says_so_and_odd_words_are_still_xml():
    assert "Nothing found." in "".join(picture().itertext())
    odd = event("2031-04-07")
    object.__setattr__(odd, "words", "a < b & \x07 \ud800 ]]>")
    assert "a < b &" in "".join(picture(odd).itertext())


def test_the_axis_keeps_the_order_of_days_and_shows_where_it_is_shortened():
    axis = scale(["2001-01-01", "2031-04-01", "2031-04-02"], 100, 800)
    places = [axis.at(day) for day in ("2000-01-01", "2001-01-01", "2015-01-01", "2031-04-01", "2031-04-02")]
    assert places == sorted(places)
    assert len(axis.breaks()) == 1


def test_long_names_are_cut_to_their_room():
    cut = fit("Permanent Representative of the Federal Republic", 8, 60)
    assert cut.endswith("…")
    assert width(cut, 8) <= 60
    assert date.fromisoformat("2031-04-10") == TODAY
