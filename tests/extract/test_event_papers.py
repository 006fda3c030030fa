"""Papers do not act, what they hold is a provision; a bare 'the call' tells of the call before; phones and hosts."""

from datetime import date

import pytest

from dateline.extract.event_choices import choose_mode
from dateline.flow import read


@pytest.mark.parametrize(
    "text",
    [
        "The plan includes training the police and working with Egypt.",
        "The tasks of the force include cooperating with Chad.",
        "The force is meant to coordinate with Egypt.",
    ],
)
def test_what_a_paper_holds_is_no_act(text, tell):
    assert [told.type for told in tell(text) if told.type in ("COOPERATE", "AID")] == []


def test_what_a_state_does_is_one(tell):
    assert "COOPERATE" in [told.type for told in tell("Chad is cooperating with Egypt.")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("President Putin discussed the war with President Assad by phone.", "phone"),
        ("President Putin spoke with President Assad over the telephone.", "phone"),
        ("President Putin met President Assad.", None),
        ("President Putin visited Syria.", "visit"),
    ],
)
def test_the_mode_is_the_rules_or_that_of_the_means(text, mode, tell, lex):
    acts = [told.act for told in tell(text) if told.type == "CONSULT"]
    assert choose_mode([], acts[0].candidate, lex.events) == mode


def test_the_host_is_the_country_of_the_town_that_is_visited(tell):
    told = tell("Norway's foreign minister flew to Lima on Monday. Peru is a member of the council.")
    assert any("Peru" in t.recipients | t.actors for t in told if t.type == "CONSULT")


def test_a_bare_noun_dates_the_act_that_it_means_and_the_dateline_none():
    text = (
        "MOSCOW, May 16 (AFP) - President Vladimir Putin spoke by phone with Chancellor Angela Merkel, the Kremlin said.\n"
        "The phone call took place on Monday, the agency added."
    )
    calls = [e for e in read(text, published=date(2012, 5, 16)).events if e.type == "CONSULT"]
    assert [(e.mode, e.date.earliest) for e in calls] == [("phone", "2012-05-14")]
