"""What falls due -> RFC 5545: rules of recurrence, states, days."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from dateline.records.due import Certainty, Due, DueKind
from dateline.render.ics import render_ics

MADE = datetime(2031, 3, 3, tzinfo=UTC)


def entry(**changed):
    facts = {
        "uid": "1@dateline", "kind": DueKind.REPORT, "earliest": "2031-05-01", "latest": "2031-05-01",
        "what": "report", "basis": "a paper", "quote": "to report", **changed,
    }  # fmt: skip
    return Calendar.from_ical(render_ics([Due(**facts)], made=MADE)).subcomponents[0]


@pytest.mark.parametrize(
    ("rhythm", "rule"),
    [
        ("P60D", "FREQ=DAILY;INTERVAL=60"),
        ("P2W", "FREQ=WEEKLY;INTERVAL=2"),
        ("P1Y", "FREQ=YEARLY;INTERVAL=1"),
        ("PT48H", "FREQ=DAILY;INTERVAL=2"),
    ],
)
def test_a_rhythm_becomes_a_rule(rhythm, rule):
    todo = entry(rhythm=rhythm)
    assert todo["RRULE"].to_ical().decode() == rule
    assert "DTSTART" in todo
    assert "DUE" not in todo


@pytest.mark.parametrize("rhythm", ["PT12H", "P0D", None])
def test_what_has_no_rule_is_due_once(rhythm):
    todo = entry(rhythm=rhythm)
    assert "RRULE" not in todo
    assert str(todo["DUE"].dt) == "2031-05-01"


@pytest.mark.parametrize(
    ("kind", "certainty", "status"),
    [
        (DueKind.VOTE, Certainty.TENTATIVE, "TENTATIVE"),
        (DueKind.MEETING, Certainty.CANCELLED, "CANCELLED"),
        (DueKind.EXPIRY, Certainty.CONFIRMED, "CONFIRMED"),
        (DueKind.REPORT, Certainty.TENTATIVE, "NEEDS-ACTION"),
        (DueKind.OBLIGATION, Certainty.CANCELLED, "CANCELLED"),
    ],
)
def test_status_is_one_that_the_component_may_have(kind, certainty, status):
    assert entry(kind=kind, certainty=certainty)["STATUS"] == status


def test_an_event_of_several_days_ends_on_the_day_after_the_last():
    event = entry(kind=DueKind.MEETING, earliest="2031-05-01", latest="2031-05-03")
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == ("2031-05-01", "2031-05-04")
