"""Names that no table has: joined as reports are added, by an index, with the reason kept."""

from dataclasses import replace

import pytest
from tests.store.conftest import dump
from tests.store.samples import report
from tests.store.test_adding import rows

from dateline.archive import open_archive
from dateline.records.judgement import RULES, JudgementKind
from dateline.store import open_store, schema


@pytest.fixture
def archive(address):
    with open_archive(address) as opened:
        yield opened


def canonical(archive, name="Ada Berg"):
    return rows(archive, schema.actors, "canonical_pk", name=name)


def without_country(number):
    first, *others = report(number).record.actors
    return report(number, actors=(replace(first, country=None), *others))


@pytest.mark.parametrize("batches", [[[1, 2, 3]], [[1], [2], [3]]])
def test_one_full_name_and_country_is_one_actor_with_the_reason_kept(archive, batches):
    for batch in batches:
        archive.add([report(n) for n in batch])
    assert canonical(archive) == [1, 1, 1]
    assert canonical(archive, "mission") == [3, 6, 9]
    second, first = archive.judgements()
    assert (first.kind, first.who, first.why) == (
        JudgementKind.SAME_ACTOR,
        RULES,
        "same full name and country (NOR); nothing speaks against it",
    )
    assert first.object == second.object == rows(archive, schema.actors, "uid")[0]
    with archive.engine.begin() as connection:
        assert set(
            connection.execute(
                schema.instrument_parties.select().with_only_columns(schema.instrument_parties.c.actor_pk)
            ).scalars()
        ) == {1}


def test_what_lacks_a_country_stays_apart(archive):
    archive.add([report(1), without_country(2), report(3)])
    assert canonical(archive) == [1, 4, 1]


def test_an_undone_joining_stays_undone_and_two_of_one_name_take_in_no_third(archive):
    archive.add([report(1), report(2)])
    (made,) = archive.judgements()
    archive.undo(made.uid, who="ada", why="two sisters")
    assert canonical(archive) == [1, 4]
    archive.add([report(2), report(3)])
    assert canonical(archive) == [1, 4, 7]


def test_undoing_every_joining_gives_the_tables_of_a_store_without_rules(archive, tmp_path):
    batch = [report(n) for n in (1, 2, 3, 4)]
    archive.add(batch)
    for made in archive.judgements():
        archive.undo(made.uid, who="ada", why="so")
    with open_store(str(tmp_path / "plain.db")) as plain:
        plain.add(batch)
        added = {"articles": -2, "readings": 4}  # the columns that tell when
        for name, found in dump(plain).items():
            if name not in added:
                assert dump(archive)[name] == found, name


def test_offices_are_told_over_all_that_are_one(archive):
    archive.add([report(1), report(2)])
    uid = rows(archive, schema.actors, "uid")[0]
    assert archive.offices(uid) == (("Envoy", "2031-04-09"), ("Envoy", "2031-04-09"))
