"""Records from JSON: what `to_json` writes is read back whole, and what is wrong is named by its place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Actor, Article, Event, Record, RecordError
from dateline.records import ActorKind, DateRange, EventStatus, EventType

SMALL = Record(
    article=Article(text="Berg met Kral."),
    actors=(Actor(id="a1", name="Berg", kind=ActorKind.PERSON, mentions=((0, 4),)),),
    events=(
        Event(
            id="e1",
            type=EventType.CONSULT,
            status=EventStatus.OCCURRED,
            trigger=(5, 8),
            evidence=((0, 13),),
            actors=("a1",),
            date=DateRange(value="2031"),
        ),
    ),
)


def changed(*path: str | int, to: object) -> dict:
    data = json.loads(SMALL.to_json())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return data


def test_what_a_record_writes_is_read_back_as_the_same_record():
    assert Record.from_json(SMALL.to_json()) == SMALL
    assert Record.from_dict(SMALL.to_dict()) == SMALL


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.none() | st.text(), st.none() | st.dates())
def test_any_article_is_read_back(text, title, published):
    record = Record(article=Article(text=text, title=title, published=published))
    assert Record.from_json(record.to_json()) == record


def test_what_a_later_version_adds_is_passed_over():
    assert Record.from_dict(changed("events", 0, "weather", to="fine")) == SMALL


def test_a_whole_number_will_do_for_degrees():
    place = {"country": "NOR", "lat": 60, "lon": 10.75}
    (event,) = Record.from_dict(changed("events", 0, "location", to=place)).events
    assert (event.location.lat, event.location.lon) == (60.0, 10.75)


def test_fields_that_have_a_default_may_be_missing():
    assert Record.from_dict({"article": {"text": "Rain."}}) == Record(article=Article(text="Rain."))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed("events", 0, "type", to="GOSSIP"), r"record\.events\[0\]\.type: 'GOSSIP' is no EventType"),
        (changed("events", 0, "trigger", to=[5]), r"record\.events\[0\]\.trigger: 1 items, not 2"),
        (changed("events", 0, "trigger", to=["5", "8"]), r"trigger\[0\]: not int but str '5'"),
        (changed("events", 0, "trigger", to=[False, True]), r"trigger\[0\]: not int but bool"),
        (changed("events", 0, "actors", to="a1"), r"actors: not a list but str"),
        (changed("events", 0, "actors", to=["a7"]), r"event e1 names \['a7'\], which the record does not hold"),
        (changed("events", 0, "date", to=None), r"date: not an object but null"),
        (changed("actors", 0, "name", to=None), r"actors\[0\]\.name: not str but null"),
        (changed("article", "published", to="yesterday"), r"published: 'yesterday' is no date"),
        (changed("article", to={}), r"record\.article: no 'text'"),
        ([], "record: not an object but list"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(data, message):
    with pytest.raises(RecordError, match=message):
        Record.from_dict(data)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_broken_json_is_an_error_of_ours(text):
    with pytest.raises(RecordError, match="broken JSON"):
        Record.from_json(text)
