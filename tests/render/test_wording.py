"""Every code has words."""

from dataclasses import replace
from itertools import chain

import pytest

from dateline.records import MODES, DateRange, EventStatus, ProvisionType, RelationType, Stage
from dateline.render.wording import (
    ACTS,
    ACTS_BY_MODE,
    DEEDS,
    QUADS,
    RELATIONS,
    STAGES,
    act,
    counts,
    date_value,
    status,
    when,
)


def test_every_type_mode_stage_relation_and_deed_has_words():
    assert set(ACTS) == set(MODES)
    assert set(ACTS_BY_MODE) == set(chain.from_iterable(((t, mode) for mode in modes) for t, modes in MODES.items()))
    assert (set(STAGES), set(RELATIONS), set(DEEDS)) == (set(Stage), set(RelationType), set(ProvisionType))
    assert set(QUADS) == {1, 2, 3, 4}


def test_two_modes_never_share_their_words():
    assert len(set(ACTS_BY_MODE.values()) | set(ACTS.values())) >= len(ACTS_BY_MODE)


def test_an_act_is_named_by_its_mode_or_by_its_type(record):
    visit, _, meeting = record.events
    assert (act(visit), act(meeting)) == ("visit", "talks")


def test_only_what_has_not_simply_happened_has_a_status(record):
    assert [status(replace(record.events[0], status=s)) for s in EventStatus] == [None, *list(EventStatus)[1:]]


def test_victims_and_crowds_are_counted_as_far_as_they_are_known(record):
    assert counts(record.events[0]) == ()
    assert counts(replace(record.events[0], dead=0, injured=12, size=5000)) == ("0 dead", "12 injured", "5,000 people")


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "words"),
    [
        (None, None, None, "undated"),
        ("2031-04-07", "2031-04-07", "2031-04-07", "2031-04-07"),
        ("2031-04", "2031-04-01", "2031-04-30", "2031-04"),
        ("2031-W15", "2031-04-07", "2031-04-13", "2031-04-07 – 2031-04-13"),
        ("PAST_REF", None, None, "in the past"),
        (None, None, "2031-04-13", "2031-04-13"),
    ],
)
def test_an_event_date_is_as_exact_as_it_is_known(value, earliest, latest, words):
    assert when(DateRange(value=value, earliest=earliest, latest=latest)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2014/..", "since 2014"),
        ("../2027-12-31", "until 2027-12-31"),
        ("2014/2015", "2014 – 2015"),
        ("P1M", "within 1 month"),
        ("P60D", "within 60 days"),
        ("PT2H", "PT2H"),
        ("2031-W15", "2031-04-07 – 2031-04-13"),
        ("2031-W99", "2031-W99"),
        ("immediately", "immediately"),
        ("", ""),
    ],
)
def test_values_are_put_in_words_or_left_as_they_are(value, words):
    assert date_value(value) == words
