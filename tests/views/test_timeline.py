"""What is behind a day and what is ahead of it."""

from datetime import date

import pytest

from dateline.records import DateRange, EventStatus, EventType
from dateline.records.answers import Named, Report, ToldDue, ToldEvent
from dateline.records.due import Certainty, Due, DueKind
from dateline.views.timeline import timeline

TODAY = date(2031, 4, 10)
REPORT = Report(uid="r", title="T", outlet="Harbour Wire", agency=None, published="2031-04-09", url=None, locator=None)


def event(first=None, last=None, status=EventStatus.OCCURRED, uid="0123456789abcdef"):
    return ToldEvent(
        uid=uid,
        group=1,
        type=EventType.CONSULT,
        mode=None,
        status=status,
        quad=1,
        day=first or "2031-04-09",
        quote="They met.",
        words="met.",
        start=0,
        end=9,
        report=REPORT,
        date=DateRange(value=first, earliest=first, latest=last or first),
        actors=(Named(name="Ada Berg", uid="name:1"),),
    )


def due(day, kind=DueKind.VOTE, certainty=Certainty.TENTATIVE, published="2031-04-09"):
    made = Due(
        uid="u", kind=kind, earliest=day, latest=day, what="vote: draft", basis="draft", quote="q", certainty=certainty
    )
    return ToldDue(due=made, event=None, published=published)


@pytest.mark.parametrize(
    ("told", "standing", "ahead"),
    [
        (event("2031-04-07"), "done", False),
        (event("2031-04-20", status=EventStatus.PLANNED), "planned", True),
        (event("2031-04-10", status=EventStatus.PLANNED), "planned", True),
        (event("2031-04-07", status=EventStatus.PLANNED), "was planned", False),
        (event("2031-04-01", "2031-04-30", status=EventStatus.PLANNED), "planned", True),
        (event(status=EventStatus.PLANNED), "planned", False),
        (event("2031-04-20", status=EventStatus.CANCELLED), "cancelled", True),
        (event("2031-04-07", status=EventStatus.DENIED), "denied", False),
    ],
)
def test_how_an_event_stands_depends_on_its_status_and_on_today(told, standing, ahead):
    (entry,) = timeline([told], [], today=TODAY).entries()
    assert (entry.standing.value, entry.ahead) == (standing, ahead)


def test_a_year_stands_under_the_year_and_before_its_months():
    found = timeline([event("2032-01-03"), event("2032-01-01", "2032-12-31")], [], today=TODAY)
    assert [period.name for period in found.ahead] == ["2032", "2032-01"]


def test_what_is_only_told_on_a_day_comes_after_what_happened_on_it():
    found = timeline([event(), event("2031-04-09")], [], today=TODAY)
    assert [entry.dated for entry in found.entries()] == [True, False]


def test_the_same_due_in_two_reports_stands_once_and_one_of_the_past_says_so():
    found = timeline([], [due("2031-04-12"), due("2031-04-12", published="2031-04-10"), due("2031-04-01")], today=TODAY)
    assert [(e.standing.value, e.reports) for e in found.entries()] == [("was due", 1), ("due", 2)]
