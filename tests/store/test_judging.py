import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store.conftest import dump
from tests.store.samples import report
from tests.store.test_adding import rows

from dateline.errors import StoreError
from dateline.records.judgement import JudgementKind
from dateline.store import schema
from dateline.store.judging import JUDGED

WHO = {"who": "ada", "why": "one portrait"}
ACTOR, EVENT, PAPER = JudgementKind.SAME_ACTOR, JudgementKind.SAME_EVENT, JudgementKind.SAME_PAPER
NOT, CORRECT = JudgementKind.NOT_SAME, JudgementKind.CORRECT
KINDS = st.sampled_from([*((k, of) for of, _ in JUDGED for k in (of, of, NOT)), (CORRECT, EVENT), (CORRECT, EVENT)])
NUMBERS = st.integers(0, 60)
CORRECTIONS = ("status=planned", "status=denied", "type=AID", "mode=phone", "date=2030", "date=none", "place=Oslo")


def uids(store, table, **where):
    return rows(store, table, "uid", **where)


@pytest.fixture
def filled(store):
    store.add([report(n) for n in (1, 2, 3)])
    return store


def parts_of(store, actor_pk):
    """Every derived row that names an actor."""
    with store.engine.begin() as connection:
        return [
            sum(1 for _ in connection.execute(select(table).where(table.c.actor_pk == actor_pk)))
            for table in (schema.parties, schema.instrument_parties, schema.attributions)
        ]


def test_one_actor_after_a_judgement_and_two_again_after_its_undoing(filled):
    before = dump(filled)
    one, other = uids(filled, schema.actors, name="Ada Berg")[:2]
    made = filled.judge(ACTOR, one, other, **WHO)
    assert rows(filled, schema.actors, "canonical_pk", name="Ada Berg") == [1, 1, 7]
    assert parts_of(filled, 1) == [4, 2, 0]
    undone = filled.undo(made.uid[:8], who="ivo", why="another portrait")
    assert (undone.undone_by, undone.undone_why, undone.who, undone.why) == (
        "ivo",
        "another portrait",
        "ada",
        "one portrait",
    )
    assert dump(filled) == before
    assert filled.judgements() == ()
    assert filled.judgements(undone=True) == (undone,)


def test_a_chain_comes_apart_where_it_is_cut(filled):
    a, b, c = uids(filled, schema.actors, name="mission")
    first = filled.judge(ACTOR, a, b, **WHO)
    filled.judge(ACTOR, c, b, **WHO)
    assert rows(filled, schema.actors, "canonical_pk", name="mission") == [3, 3, 3]
    filled.undo(first.uid, **WHO)
    assert rows(filled, schema.actors, "canonical_pk", name="mission") == [3, 6, 6]
    assert [parts_of(filled, pk)[2] for pk in (3, 6)] == [1, 2]


def test_a_judgement_that_holds_is_not_made_again(filled):
    one, other = uids(filled, schema.actors, name="Ada Berg")[:2]
    first = filled.judge(ACTOR, one, other, **WHO)
    assert filled.judge(ACTOR, other, one, who="ivo", why="too") == first
    assert len(filled.judgements()) == 1


def test_what_was_judged_holds_for_reports_that_come_later(store):
    store.add([report(1)])
    known = "Q7"
    first, second, third = report(1).record.actors
    listed = (replace(first, wikidata=known), second, third)
    store.add([report(2, actors=listed)])
    store.judge(ACTOR, uids(store, schema.actors, name="Ada Berg")[0], f"wikidata:{known}", **WHO)
    joined = rows(store, schema.actors, "canonical_pk", name="Ada Berg")
    assert joined == [4, 4]  # what a table knows stands for what it does not
    store.add([report(3, actors=listed)])
    assert parts_of(store, 4)[:2] == [6, 3]


@pytest.mark.parametrize(
    ("kind", "subject", "other", "message"),
    [
        (ACTOR, "name:none", "name:nobody", "no actor of the archive"),
        (ACTOR, "first actor", "first actor", "one and the same"),
        (ACTOR, "first actor", "first event", "no actor of the archive"),
        (EVENT, "first actor", "second actor", "no event of the archive"),
        (CORRECT, "first actor", "status=planned", "no event of the archive"),
        (CORRECT, "first event", "status=done", "'done': no status; one of occurred, "),
        (CORRECT, "first event", "type=TALK", "'TALK': no PLOVER type; one of "),
        (CORRECT, "first event", "mode=hit", "CONSULT has no mode 'hit'; it has multilateral, phone"),
        (CORRECT, "first event", "date=2031-13", "no date; write 2025, 2025-11"),
        (CORRECT, "first event", "actors=Berg", "no correction; write one of type, mode"),
        (CORRECT, "first event", "date=2031-05/2031-04", "ends before it begins"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(filled, kind, subject, other, message):
    there = {"first actor": uids(filled, schema.actors)[0], "second actor": uids(filled, schema.actors)[1]}
    there["first event"] = uids(filled, schema.events)[0]
    before = dump(filled)
    with pytest.raises(StoreError, match=message):
        filled.judge(kind, there.get(subject, subject), there.get(other, other), **WHO)
    assert dump(filled) == before
    assert filled.judgements(undone=True) == ()


@pytest.mark.parametrize(("who", "why"), [("", "so"), ("ada", " "), ("ada", "\0")])
def test_a_judgement_needs_who_and_why(filled, who, why):
    one, other = uids(filled, schema.actors)[:2]
    with pytest.raises(StoreError):
        filled.judge(ACTOR, one, other, who=who, why=why)


def test_two_that_are_not_the_same_cannot_be_made_one_by_a_detour(filled):
    a, b, c = uids(filled, schema.actors, name="Ada Berg")
    apart = filled.judge(NOT, a, c, who="ivo", why="two portraits")
    filled.judge(ACTOR, a, b, **WHO)
    with pytest.raises(StoreError, match=r"ivo judged them not the same on \d{4}-\d\d-\d\d \(two portraits\)"):
        filled.judge(ACTOR, b, c, **WHO)
    assert rows(filled, schema.actors, "canonical_pk", name="Ada Berg") == [1, 1, 7]
    filled.undo(apart.uid, **WHO)
    filled.judge(ACTOR, b, c, **WHO)
    with pytest.raises(StoreError, match="other judgements make them one"):
        filled.judge(NOT, a, c, **WHO)


def test_a_correction_changes_the_event_its_day_and_nothing_raw(filled):
    event = uids(filled, schema.events)[1]
    before = dump(filled)
    for change in ("date=2031-04-22", "place=Geneva", "status=cancelled", "type=AID", "mode=none"):
        filled.judge(CORRECT, event, change, **WHO)
    fields = ("type", "mode", "status", "quad", "date", "earliest", "latest", "day", "place", "country")
    assert rows(filled, schema.events, *fields, uid=event) == [
        ("AID", None, "cancelled", 2, "2031-04-22", "2031-04-22", "2031-04-22", "2031-04-22", "Geneva", "CHE")
    ]
    with filled.engine.begin() as connection:
        days = connection.execute(select(schema.parties.c.day).where(schema.parties.c.event_pk == 2)).scalars()
        assert set(days) == {"2031-04-22"}
    assert dump(filled)["readings"] == before["readings"]
    for made in filled.judgements():
        filled.undo(made.uid, **WHO)
    assert dump(filled) == before


def test_the_last_correction_of_a_field_holds(filled):
    event = uids(filled, schema.events)[0]
    filled.judge(CORRECT, event, "status=denied", **WHO)
    last = filled.judge(CORRECT, event, "status=planned", **WHO)
    assert rows(filled, schema.events, "status", uid=event) == ["planned"]
    filled.undo(last.uid, **WHO)
    assert rows(filled, schema.events, "status", uid=event) == ["denied"]


def test_an_event_without_its_date_stands_where_it_was_published(filled):
    event = uids(filled, schema.events)[0]
    filled.judge(CORRECT, event, "date=none", **WHO)
    assert rows(filled, schema.events, "date", "earliest", "day", uid=event) == [(None, "", "2031-04-09")]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(st.tuples(KINDS, NUMBERS, NUMBERS), max_size=12), seed=st.integers(0, 999))
def test_undoing_all_judgements_in_any_order_gives_back_the_tables(filled, acts, seed):
    # Nothing is drawn once the store is changed: an example that is given up half way would leave it so.
    before = dump(filled)
    there = {kind: uids(filled, table) for kind, table in JUDGED}
    held = []
    for (kind, among), one, other in acts:
        ids = there[among]
        words = CORRECTIONS[other % len(CORRECTIONS)] if kind is CORRECT else ids[other % len(ids)]
        try:
            held.append(filled.judge(kind, ids[one % len(ids)], words, **WHO).uid)
        except StoreError:
            continue
    held = sorted(set(held))
    random.Random(seed).shuffle(held)  # noqa: S311 - no secrets here
    for uid in held:
        filled.undo(uid, **WHO)
    assert dump(filled) == before


@pytest.mark.parametrize("what", ["actor", "paper", "event"])
def test_an_id_or_its_beginning_is_found(filled, what):
    table = {"actor": schema.actors, "paper": schema.papers, "event": schema.events}[what]
    for uid in uids(filled, table):
        assert filled.find(what, uid) == uid
    assert filled.find(what, uids(filled, table)[1][:15]) == uids(filled, table)[1]


def test_a_name_is_found_where_it_is_one_actors_and_else_the_candidates_are_told(filled):
    with pytest.raises(StoreError, match=r"several actors; give the id of one: name:\w{16} \(Ada Berg, NOR\); name:"):
        filled.find("actor", "ada  berg")
    a, b, c = uids(filled, schema.actors, name="Ada Berg")
    filled.judge(ACTOR, a, b, **WHO)
    filled.judge(ACTOR, b, c, **WHO)
    assert filled.find("actor", "ADA BERG") == a
    with pytest.raises(StoreError, match="'Berg': no actor"):
        filled.find("actor", "Berg")
