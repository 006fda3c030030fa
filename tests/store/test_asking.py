"""What the archive answers, on both databases."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.samples import NAMES, PUBLISHED, report

from dateline.errors import DatelineError, StoreError, UsageError
from dateline.records import DateRange, EventStatus, EventType
from dateline.records.judgement import JudgementKind
from dateline.store.asking import dues_beside, events, timeline
from dateline.store.asking_actors import actor_file, actors
from dateline.store.asking_claims import claims
from dateline.store.asking_dues import dues
from dateline.store.asking_events import event_file
from dateline.store.asking_papers import paper_file, papers
from dateline.store.asking_stats import stats
from dateline.store.asking_texts import search
from dateline.store.filters import Filters

TODAY = date(2031, 4, 10)


@pytest.fixture
def told(store):
    store.add([report(1), report(2, names=(NAMES[2], NAMES[3]))])
    return store


def ask(store, **asked):
    with store.asked() as connection:
        return timeline(connection, Filters(**asked), TODAY, 50).events


def listed(store, **asked):
    with store.asked() as connection:
        return [(e.day, e.status.value, e.actors[0].name) for e in events(connection, Filters(**asked), None)]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 4),
        ({"actor": "Ada Berg"}, 2),
        ({"actor": "ada  BERG"}, 2),
        ({"actor": "Berg"}, 2),
        ({"actor": "NOR"}, 4),
        ({"recipient": "Ada Berg"}, 0),
        ({"party": "Ivo Kral"}, 2),
        ({"between": ("Ada Berg", "Ivo Kral")}, 2),
        ({"between": ("Ada Berg", "Mira Solheim")}, 0),
        ({"types": (EventType.CONSULT,)}, 4),
        ({"types": (EventType.AID, EventType.CONSULT)}, 4),
        ({"types": (EventType.AID,)}, 0),
        ({"modes": ("visit",)}, 2),
        ({"statuses": (EventStatus.PLANNED,)}, 2),
        ({"since": "2031-04-08"}, 2),
        ({"until": "2031-04-08"}, 2),
        ({"place": "oslo"}, 2),
        ({"place": "Os"}, 0),
        ({"source": "harbour wire"}, 4),
        ({"source": "mission"}, 2),
        ({"about": "again"}, 2),
        ({"about": "met -solheim"}, 1),
        ({"source": "Harbour Wire", "about": "met", "actor": "Ada Berg"}, 1),
    ],
)
def test_filters_leave_the_events_that_they_say(told, asked, count):
    assert len(ask(told, **asked)) == count
    assert len(listed(told, **asked)) == count


def test_a_timeline_stands_in_the_order_of_days_and_a_list_the_newest_first(told):
    days = [event.day for event in ask(told)]
    assert days == sorted(days) == ["2031-04-07"] * 2 + ["2031-04-20"] * 2
    assert [day for day, _, _ in listed(told)] == days[::-1]


def test_a_timeline_shows_so_many_before_today_and_so_many_ahead(told):
    with told.asked() as connection:
        found = timeline(connection, Filters(), TODAY, 1)
    assert [event.day for event in found.events] == ["2031-04-07", "2031-04-20"]
    assert (found.more_before, found.more_after) == (True, True)


def test_an_event_without_a_date_stands_on_the_day_of_its_report(store):
    entry = report(1)
    undated = replace(entry.record.events[0], date=DateRange())
    store.add([report(1, events=(undated,))])
    (event,) = ask(store)
    assert (event.day, event.dated) == (PUBLISHED.isoformat(), False)
    assert not ask(store, dated=True)


def test_what_a_newer_version_no_longer_says_is_left_out_unless_it_is_asked_for(store):
    store.add([report(1)])
    newer = report(1, names=(NAMES[2], NAMES[3]))
    store.add([newer])
    assert {e.actors[0].name for e in ask(store)} == {NAMES[2]}
    assert len(listed(store, gone=True)) == 4


def test_events_that_are_judged_the_same_stand_once_with_their_reports(told):
    one, other = (e.uid for e in ask(told, statuses=(EventStatus.OCCURRED,)))
    told.judge(JudgementKind.SAME_EVENT, one, other, who="ed", why="same day, same room")
    (event,) = ask(told, statuses=(EventStatus.OCCURRED,))
    assert event.reports == 2
    with told.asked() as connection:
        file = event_file(connection, event.uid[:8])
    assert {item.event.uid for item in file.evidence} == {one, other}
    assert [judged.why for judged in file.judgements] == ["same day, same room"]


def test_everything_behind_an_event_reads_back_from_its_article(told):
    with told.asked() as connection:
        file = event_file(connection, ask(told)[0].uid[:8])
    text = report(1).record.article.text
    for item in file.evidence:
        assert text[item.event.start : item.event.end] == item.event.quote
        assert item.said is None or text[item.said.start : item.said.end] == item.said.words
        assert (item.event.rule, item.reader, item.generated_by) == ("consult.meet", "rules", "rules 1")
    assert [voice.name for voice in file.evidence[0].said.chain] == ["mission"]


def test_an_event_shows_what_earlier_versions_of_its_report_told(store):
    store.add([report(1)])
    changed = replace(report(1).record.events[0], status=EventStatus.DENIED)
    entry = report(1, events=(changed,), names=(NAMES[0], NAMES[4]))
    store.add([entry])
    with store.asked() as connection:
        file = event_file(connection, ask(store)[0].uid)
    assert [(e.status.value, e.report.version) for e in file.earlier] == [("occurred", 1)]


@pytest.mark.parametrize("name", ["Nobody", "", "ada berg; drop table actors", "%", "person:none"])
def test_a_name_that_is_not_there_is_one_clear_line(told, name):
    with pytest.raises(StoreError, match="no actor of the archive"):
        ask(told, party=name or "''")


def test_part_of_several_names_lists_the_candidates(store):
    store.add([report(1), report(2, names=("Ada Kral", NAMES[3]))])
    with pytest.raises(StoreError, match="Ada Berg; Ada Kral"):
        ask(store, actor="Ada")


def test_an_actor_has_its_offices_names_deeds_and_partners(told):
    with told.asked() as connection:
        file = actor_file(connection, "Ada Berg")
    day = PUBLISHED.isoformat()
    assert [(s.words, s.first, s.last) for s in file.offices] == [("Envoy", day, day)]
    assert [s.words for s in file.names] == ["Ada Berg"]
    assert [(c.name, c.number) for c in file.partners] == [("Ivo Kral", 2)]
    assert sum(c.number for c in file.acts) == file.actor.events == 2


def test_actors_are_listed_by_how_often_they_take_part(told):
    with told.asked() as connection:
        found = actors(connection, Filters(statuses=(EventStatus.PLANNED,)), 3)
    assert [actor.events for actor in found] == [1, 1, 1]


def test_a_paper_has_its_stages_with_the_report_that_gives_them(told):
    with told.asked() as connection:
        assert len(list(papers(connection, Filters(), None))) == 2
        file = paper_file(connection, "S/2031/2")
    assert [(s.stage, s.value, s.report.title) for s in file.paper.stages] == [("expires", "2031-05", "Round 2")]
    assert [p.action for p in file.provisions] == ["stay until May"]
    assert [one.name for one in file.paper.proposers] == [NAMES[2]]


def test_claims_are_asked_by_speaker_and_by_words(told):
    with told.asked() as connection:
        assert len(list(claims(connection, Filters(actor="mission"), None))) == 2
        assert len(list(claims(connection, Filters(about="Berg"), None))) == 1
        (claim,) = claims(connection, Filters(about="met -Berg"), None)
    assert claim.words == "Mira Solheim met Tarek Odu in Oslo on Monday"


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("patrols", {"Round 1", "Round 2"}),
        ('"met Ivo Kral"', {"Round 1"}),
        ('"Ivo met"', set()),
        ("patrols -Kral", {"Round 2"}),
        ("S/2031/2", {"Round 2"}),
        ("ÓSLO", {"Round 1", "Round 2"}),
        ("zzmonth203104x", set()),
    ],
)
def test_a_search_finds_words_phrases_and_not_what_must_not_be_there(told, typed, titles):
    with told.asked() as connection:
        hits = list(search(connection, typed, Filters(), None))
    assert {hit.report.title for hit in hits} == titles


def test_a_hits_marks_stand_on_the_words(told):
    with told.asked() as connection:
        (hit,) = search(connection, '"Ivo Kral"', Filters(), None)
    marked = {words[a:b] for words, marks in zip(hit.passages, hit.marks, strict=True) for a, b in marks}
    assert marked == {"Ivo Kral"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
def test_nothing_that_is_typed_is_an_error_of_syntax(told, typed):
    with told.asked() as connection:
        for asked in (
            lambda: search(connection, typed, Filters(), 5),
            lambda: events(connection, Filters(about=typed), 5),
        ):
            with suppress(UsageError):  # no word to look for
                list(asked())


def test_a_corrected_act_falls_due_on_its_new_day_and_a_cancelled_one_says_so(told):
    (planned,) = ask(told, statuses=(EventStatus.PLANNED,), actor="Ada Berg")
    told.correct(planned.uid, ["date=2031-04-25"], who="ed", why="put off")

    def due():
        with told.asked() as connection:
            found = dues(connection, Filters(since="2031-04-10", actor="Ada Berg"), None)
            return [(d.due.earliest, d.due.certainty.value) for d in found if d.event]

    assert due() == [("2031-04-25", "TENTATIVE")]
    told.correct(planned.uid, ["status=cancelled"], who="ed", why="called off")
    assert due() == [("2031-04-25", "CANCELLED")]
    told.correct(planned.uid, ["status=occurred"], who="ed", why="it was held")
    assert due() == []


def test_what_papers_set_a_day_for_stands_beside_the_events(told):
    with told.asked() as connection:
        found = timeline(connection, Filters(), TODAY, 50)
        beside = dues_beside(connection, Filters(), found, TODAY, 50)
        assert {d.due.kind.value for d in beside} == {"expiry"}
        assert dues_beside(connection, Filters(types=(EventType.AID,)), found, TODAY, 50) == ()


def test_stats_count_what_is_there(told):
    with told.asked() as connection:
        found = stats(connection, Filters())
    assert (found.reports, found.events, found.claims) == (2, 4, 2)
    assert [(c.name, c.number) for c in found.statuses] == [("occurred", 2), ("planned", 2)]
    assert [(c.name, c.number) for c in found.months] == [("2031-04", 2)]


def test_an_empty_archive_answers_with_nothing(store):
    with store.asked() as connection:
        assert timeline(connection, Filters(), TODAY, 5).events == ()
        assert list(search(connection, "peace", Filters(), 5)) == []
        assert list(dues(connection, Filters(), 5)) == []
        assert stats(connection, Filters()).reports == 0
        with pytest.raises(DatelineError):
            event_file(connection, "abcdef12")
