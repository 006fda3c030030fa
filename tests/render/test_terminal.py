"""What stands on the terminal, at which width, and what never does."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from dateline import Article, Record
from dateline.render.terminal import LONGEST_QUOTE, WIDEST, render_record


def shown(record: Record, width: int = 100, *, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, highlight=False, emoji=False)
    render_record(record, console)
    return console.file.getvalue()


def test_the_view_in_full(record):
    assert (
        shown(record)
        == """\
Berg & Kral
Harbour Wire · 2031-04-09 · Oslo

WHO DID WHAT
when        who                    what                                   to whom               line
2031-04-07  Ada Berg               talks: fishing                         Ivo Kral                 1
                                                                          through Norway
                                                                          according to mission
2031-04-11  Ada Berg               visit, planned in Bergen                                        2
                                   “visit Bergen on Friday”
undated     –                      shooting, denied                       according to Berg        2
                                   “fired”                                denied

WHO SAYS SO
who                         says                                                                line
mission                     said: Ada Berg met Ivo Kral in Oslo on Monday                          1
through Vela
Berg denied                 denied: that patrols had fired                                         2

PAPERS, AND WHAT THEY SAY
draft (draft resolution, proposed) · proposed by Norway · expires 2031-05 · succeeds part of
<b>older</b> plan · line 3
    authorizes patrols: stay · for watch the fish · with Ivo Kral · deadline within 60 days ·
    expires 2031-05-31 · line 3
<b>older</b> plan (plan, expired) · line 3
Of a paper that is not named
    demands Ivo Kral: leave · line 3

note: no publication date
"""
    )


@pytest.mark.parametrize("width", [40, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal_nor_than_people_read(record, width):
    assert max(map(len, shown(record, width).splitlines())) <= min(width, WIDEST)


def test_colour_comes_with_a_terminal_alone(record):
    assert "\x1b[" in shown(record, colour=True)
    assert "\x1b" not in shown(record)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown(record, colour=True)).split() == shown(record).split()


def test_planned_and_denied_stand_out(record):
    coloured = shown(record, colour=True)
    assert re.search(r"\x1b\[1;31m[^\x1b]*denied", coloured)
    assert re.search(r"\x1b\[1;36m[^\x1b]*planned", coloured)


def test_nothing_found_is_said():
    assert "No event, claim or instrument found." in shown(Record(article=Article(text="Rain.\nIt rained.")))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n Rain. \nIt rained.", "Rain."),
        ("Sunday, 16 November 2031\n\nIt rained all day long.", "It rained all day long."),
        (" \n", "No title"),
        ("word " * 30, f"{'word ' * 24}…"),
    ],
)
def test_an_article_without_a_title_is_known_by_its_first_sentence_and_one_without_a_date_says_so(text, title):
    assert shown(Record(article=Article(text=text))).replace("\n", " ").startswith(f"{title} no date ")


def test_places_are_offsets_where_all_is_one_line(record):
    one_line = replace(record.article, text=record.article.text.replace("\r\n", "  "), id="")
    view = shown(replace(record, article=one_line))
    assert "offset" in view
    assert not re.search(r"\blines? ", view)


def test_a_long_claim_is_cut_between_words(record):
    article = Article(text="word " * 100)
    claim = replace(record.attributions[1], content=((0, 499),), cue=((0, 4),), source=())
    view = shown(Record(article=article, attributions=(claim,)))
    assert view.partition("WHO SAYS SO")[2].count("word") == LONGEST_QUOTE // 5 + 1  # and the cue
    assert view.endswith("word …\n")


def test_characters_that_steer_a_terminal_are_left_out(record):
    steering = "red \x1b[31m, \x07, \u202eback\u202c, [bold]mark-up[/bold]"
    view = shown(replace(record, article=replace(record.article, title=steering)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", view)
    assert "[bold]mark-up[/bold]" in view
