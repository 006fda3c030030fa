"""Events of a report made by hand, as an archive would tell them."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from dateline import Record
from dateline.records import DateRange, Event, EventStatus, EventType
from dateline.records.told import Told
from dateline.render.exports import FORMATS

UIDS = ("1f00000000000000", "2e00000000000000", "3d00000000000000", "4c00000000000000")
Export = Callable[..., tuple[str, str]]


@pytest.fixture(scope="session")
def told(record: Record) -> list[Told]:
    """A meeting that took place; one denied; a visit planned within a week; one in a month that is all that is known."""
    met = replace(record.events[2], actors=("a1", "a2"), recipients=())
    monday = DateRange(value="2031-04-07", earliest="2031-04-07", latest="2031-04-07")
    week = DateRange(value="2031-W15", earliest="2031-04-07", latest="2031-04-13")
    month = DateRange(value="2031-04", earliest="2031-04-01", latest="2031-04-30")
    meeting = replace(met, id="m1", type=EventType.CONSULT, mode=None, status=EventStatus.OCCURRED, date=monday)
    events: tuple[Event, ...] = (
        meeting,
        replace(meeting, id="m2", status=EventStatus.DENIED),
        replace(meeting, id="m3", mode="visit", status=EventStatus.PLANNED, date=week),
        replace(meeting, id="m4", type=EventType.ASSAULT, mode="firearms", date=month),
    )
    whole = replace(record, events=(*record.events, *events))
    return [
        Told(uid=uid, group=UIDS[0], record=whole, event=event, locator="https://news.example/kral")
        for uid, event in zip(UIDS, events, strict=True)
    ]


@pytest.fixture
def export() -> Export:
    """Write events in a format; return the file and what stands beside it."""

    def write(name: str, items: list[Told]) -> tuple[str, str]:
        out, beside = StringIO(), StringIO()
        FORMATS[name].write(items, out, beside)
        return out.getvalue(), beside.getvalue()

    return write
