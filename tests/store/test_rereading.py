"""New rules read old articles again."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from tests.store.conftest import dump
from tests.store.samples import report
from tests.store.test_adding import rows

from dateline.archive import entry, open_archive
from dateline.records import DateRange, EventStatus
from dateline.records.entry import Reread
from dateline.records.judgement import JudgementKind
from dateline.store import schema

WHO = {"who": "ada", "why": "so it is"}
MADE_AGAIN = {"readings", "judgements"}


@pytest.fixture
def archive(address):
    with open_archive(address) as opened:
        opened.add([report(1), report(2)])
        yield opened


def read_again(archive, *, rules="rules 2", **layers):
    """Read article 1 as other rules would: with these layers in place of its own."""
    made = report(1, rules=rules, **layers)
    return archive.reread([(1, made)]), made


def events(archive, *columns, pk=1):
    return rows(archive, schema.events, *columns, article_pk=pk)


def changed_first(**fields):
    first, second = report(1).record.events
    return replace(first, **fields), second


def test_what_is_claimed_as_before_keeps_every_row(archive):
    before = dump(archive)
    done, made = read_again(archive)
    assert done == Reread(articles=1, kept=2)
    after = dump(archive)
    assert {name for name in before if before[name] != after[name]} == {"readings"}
    assert archive.record(1) == made.record
    assert rows(archive, schema.readings, "current", article_pk=1) == [False, True]


def test_other_numbers_of_the_same_actors_and_claims_change_no_id(archive):
    before = dump(archive)
    first, second, third = report(1).record.actors
    one, other = report(1).record.events
    (said,) = report(1).record.attributions
    renamed = {
        "actors": (replace(second, id="a1"), replace(third, id="a2"), replace(first, id="a3")),
        "events": (
            replace(other, id="e1", actors=("a3", "a1")),
            replace(one, id="e2", actors=("a3", "a1"), attribution="s7"),
        ),
        "attributions": (replace(said, id="s7", speaker="a2", chain=()),),
        "instruments": (replace(report(1).record.instruments[0], proposers=("a3",)),),
    }
    done, _ = read_again(archive, **renamed)
    assert done == Reread(articles=1, kept=2)
    after = dump(archive)
    assert before["parties"] == after["parties"]
    assert [row[:3] for row in before["events"]] == [row[:3] for row in after["events"]]
    assert events(archive, "local") == ["e2", "e1"]
    assert before["actors"] == after["actors"]


def test_what_the_rules_read_otherwise_is_followed_and_new_and_gone_are_marked(archive):
    old_uid, other_uid = events(archive, "uid")
    done, _ = read_again(archive, events=changed_first(status=EventStatus.DENIED)[:1])
    assert done == Reread(articles=1, kept=0, new=1, gone=2, followed=1)
    (first, second, third) = events(archive, "uid", "current", "followed_by")
    assert third[1:] == (True, None)
    assert first == (old_uid, False, third[0])
    assert second == (other_uid, False, None)
    assert rows(archive, schema.dues, "current", article_pk=1).count(False) == 1


def test_old_rules_again_bring_the_old_events_back(archive):
    before = dump(archive)
    read_again(archive, events=changed_first(status=EventStatus.DENIED))
    done, _ = read_again(archive, rules="rules 1")
    assert done == Reread(articles=1, kept=1, new=1, gone=1, followed=1)
    after = dump(archive)
    assert [row for row in after["events"] if row[1] in {old[1] for old in before["events"]}] == before["events"]
    first, _, third = events(archive, "uid", "current", "followed_by")
    assert third[1:] == (False, first[0])


def test_judgements_on_an_event_are_its_followers(archive):
    one, other = events(archive, "uid")[0], events(archive, "uid", pk=2)[0]
    same = archive.judge(JudgementKind.SAME_EVENT, one, other, **WHO)
    fixed = archive.judge(JudgementKind.CORRECT, one, "place=Geneva", **WHO)
    read_again(archive, events=changed_first(status=EventStatus.DENIED))
    old, _, new = events(archive, "pk", "group_pk", "place", "status", "current")
    assert (old[2:], new[2:]) == (("Oslo", "occurred", False), ("Geneva", "denied", True))
    ((partner, group),) = rows(archive, schema.events, "pk", "group_pk", uid=other)
    assert group == new[1] != old[1]
    for made in (same, fixed):
        archive.undo(made.uid, **WHO)
    old, _, new = events(archive, "pk", "group_pk", "place")
    assert (old[1], new[1:], rows(archive, schema.events, "group_pk", uid=other)) == (
        old[0],
        (new[0], "Oslo"),
        [partner],
    )


def test_a_correction_outlives_a_reading_that_changes_nothing_of_the_event(archive):
    uid = events(archive, "uid")[0]
    archive.judge(JudgementKind.CORRECT, uid, "date=2031-04-01", **WHO)
    before = dump(archive)
    read_again(archive)
    assert {name for name in before if before[name] != dump(archive)[name]} == {"readings"}


def test_only_what_other_rules_have_read_is_read_again_and_only_current_versions(archive):
    archive.add([report(3, locator="https://wire.example/2"), replace(report(4), reader="llm model")])
    assert [stale.pk for stale in archive.stale("rules 2")] == [1, 3]
    assert [stale.article for stale in archive.stale("rules 2", limit=1)] == [report(1).record.article]
    assert [stale.pk for stale in archive.stale("rules 2", after=1)] == [3]
    assert archive.stale("rules 2", since="2031-04-10") == archive.stale("rules 2", until="2031-04-08") == ()
    assert archive.stale("rules 2", outlet="Post") == archive.stale("rules 1") == ()
    read_again(archive)
    assert [stale.pk for stale in archive.stale("rules 2")] == [3]


def test_parties_follow_what_the_reading_says_of_an_unchanged_event(archive):
    first, second, third = report(1).record.actors
    read_again(archive, actors=(replace(first, country="SWE", wikidata="Q9"), second, third))
    with archive.engine.begin() as connection:
        query = select(schema.parties.c.country).where(schema.parties.c.event_pk == 1)
        assert set(connection.execute(query).scalars()) == {"SWE", None}
    assert rows(archive, schema.appearances, "name", "current", article_pk=1) == [
        ("Ada Berg", False),
        ("Ivo Kral", True),
        ("mission", True),
        ("Ada Berg", True),
    ]


def test_an_event_without_a_date_may_get_one(archive):
    undated = changed_first(date=DateRange())
    done, made = read_again(archive, events=undated)
    assert (done.new, done.followed) == (1, 1)
    assert archive.record(1) == made.record
    assert entry(made.record, "x").record == made.record
