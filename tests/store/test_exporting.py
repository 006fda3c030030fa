from dataclasses import replace

from tests.store.samples import report

from dateline.records import EventStatus, Location
from dateline.records.judgement import JudgementKind
from dateline.store.exporting import exported
from dateline.store.filters import Filters

OSLO = Location(country="NOR", admin1="NO.12", lat=59.91, lon=10.75)


def told(store, **asked):
    with store.asked() as connection:
        return list(exported(connection, Filters(**asked)))


def test_events_come_with_the_record_that_each_stands_in_the_earliest_first(store):
    entries = [report(1), report(2)]
    store.add(entries)
    found = told(store)
    assert [t.event.date.earliest for t in found] == sorted(t.event.date.earliest for t in found)
    assert {t.record.article.id for t in found} == {e.record.article.id for e in entries}
    assert all(t.group == t.uid for t in found)
    assert all(t.record.article.text[slice(*t.event.trigger)] for t in found)


def test_a_correction_is_exported_and_the_words_stay(store):
    store.add([report(1)])
    (planned,) = told(store, statuses=(EventStatus.PLANNED,))
    store.correct(planned.uid, ["status=cancelled", "date=2031-05"], who="Ada", why="called off")
    (called_off,) = told(store, statuses=(EventStatus.CANCELLED,))
    assert (called_off.event.date.earliest, called_off.event.date.latest) == ("2031-05-01", "2031-05-31")
    assert called_off.quote == planned.quote


def test_a_corrected_place_does_not_keep_the_point_of_the_one_that_was_read(store):
    met, later = report(1).record.events
    store.add([report(1, events=(replace(met, location=OSLO), later))])
    (read,) = told(store, place="Oslo")
    assert read.event.location == OSLO
    store.correct(read.uid, ["place=Nairobi"], who="Ada", why="the ministry's note")
    (moved,) = told(store, place="Nairobi")
    assert moved.event.location.country == "KEN"
    assert moved.event.location.lat < 0
    store.correct(read.uid, ["place=Nowhere at All"], who="Ada", why="a slip of mine")
    assert told(store, place="Nowhere at All")[0].event.location is None


def test_actors_are_who_they_were_judged_to_be(store):
    store.add([report(1), report(2)])
    ones = {t.actor_uid("a1") for t in told(store)}
    assert len(ones) == 2
    store.judge(JudgementKind.SAME_ACTOR, *sorted(ones), who="Ada", why="one and the same")
    assert len({t.actor_uid("a1") for t in told(store)}) == 1
