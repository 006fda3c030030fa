from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store.conftest import dump
from tests.store.samples import records, report

from dateline import Article, Record
from dateline.archive import entry
from dateline.errors import StoreError
from dateline.records.entry import Added
from dateline.store import schema

NUMBERS = count(1)
PROPERTY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


def rows(store, table, *columns, **where):
    query = select(*(table.c[c] for c in columns)).order_by(table.c.pk)
    for name, value in where.items():
        query = query.where(table.c[name] == value)
    with store.engine.begin() as connection:
        return [tuple(row) if len(row) > 1 else row[0] for row in connection.execute(query)]


def test_adding_twice_adds_nothing(store):
    reports = [report(1), report(2)]
    assert store.add(reports) == Added(added=2)
    before = dump(store)
    assert store.add(reports) == Added(known=2)
    assert store.add([report(2), report(2), report(3)]) == Added(added=1, known=2)
    assert before["events"] == [r for r in dump(store)["events"] if r[2] < 3]


def test_what_is_known_is_told_beforehand(store):
    store.add([report(1)])
    one, two = report(1), report(2)
    asked = [(one.record.article, one.locator), (two.record.article, two.locator), (one.record.article, None)]
    assert store.known(asked) == [True, False, False]


@PROPERTY
@given(batch=st.lists(records(), min_size=1, max_size=4))
def test_each_record_comes_back_equal_and_every_quote_reads_back(store, batch):
    entries = [entry(r, f"https://wire.example/{next(NUMBERS)}") for r in batch]  # one store for all examples
    store.add(entries)
    before = dump(store)
    store.add(entries)
    assert dump(store) == before
    with store.engine.begin() as connection:
        keys = dict(connection.execute(select(schema.articles.c.uid, schema.articles.c.pk)).all())
        for made in entries:
            record = store.record(keys[made.uid])
            assert record == made.record
            found = connection.execute(
                select(schema.events, schema.articles.c.text)
                .join(schema.articles, schema.events.c.article_pk == schema.articles.c.pk)
                .where(schema.events.c.article_pk == keys[made.uid])
            ).all()
            by_id = {e.id: e for e in record.events}
            assert len(found) == len(by_id)
            for row in found:
                event = by_id[row.local]
                assert row.text[row.trigger_start : row.trigger_end] == record.quote(event.trigger)
                assert row.text[row.start : row.end] == record.quote((event.evidence or (event.trigger,))[0])


def test_a_changed_article_is_a_new_version_beside_the_old(store):
    old, new = report(1, locator="https://wire.example/a"), report(2, locator="https://wire.example/a")
    assert store.add([old]) == Added(added=1)
    assert store.add([new]) == Added(versions=1)
    assert store.add([old, new]) == Added(known=2)
    assert rows(store, schema.articles, "version", "current") == [(1, False), (2, True)]
    for table in (schema.events, schema.attributions, schema.readings, schema.dues, schema.provisions):
        assert set(rows(store, table, "article_pk", "current")) == {(1, False), (2, True)}, table.name
    assert store.record(1) == old.record


def test_versions_in_one_batch_follow_one_another(store):
    reports = [report(n, locator="https://wire.example/a") for n in (1, 2, 3)]
    assert store.add(reports) == Added(added=1, versions=2)
    assert rows(store, schema.articles, "version", "current") == [(1, False), (2, False), (3, True)]
    assert set(rows(store, schema.events, "article_pk", "current")) == {(1, False), (2, False), (3, True)}


def test_one_text_from_two_places_is_two_reports(store):
    same = [
        report(1, locator="https://wire.example/a"),
        report(1, locator="https://post.example/b"),
        report(1, locator=None),
    ]
    assert store.add(same) == Added(added=3)
    assert rows(store, schema.articles, "version", "current") == [(1, True)] * 3
    assert len(set(rows(store, schema.articles, "text_id"))) == 1
    assert len(set(rows(store, schema.events, "uid"))) == 6


@pytest.mark.parametrize("bad", ["NUL \0 here", "half a pair \ud83d here"])
@pytest.mark.parametrize("field", ["text", "title", "place"])
def test_what_no_database_keeps_is_refused_when_it_is_read(bad, field):
    article = replace(Article(text="Berg met Kral.", title="Talks"), **{"id": "", field: bad})
    with pytest.raises(StoreError, match=r"^article [0-9a-f]{16}: holds a character that no database keeps"):
        entry(Record(article=article))


@pytest.mark.parametrize("bad", ["https://wire.example/\0", "https://wire.example/\udc00"])
def test_an_address_that_no_database_keeps_is_refused_and_nothing_is_added(store, bad):
    with pytest.raises(StoreError, match="its address: holds a character"):
        store.add([report(1), report(2, locator=bad)])
    assert rows(store, schema.articles, "pk") == []


def test_words_that_only_look_like_nul_are_kept(store):
    made = entry(Record(article=Article(text="They wrote \\u0000 and \\\\u0000.", title="\\u0000")), None)
    store.add([made])
    assert store.record(1) == made.record


def test_actors_of_the_tables_are_one_and_others_stay_apart(store):
    store.add([report(1), report(2)])
    names = rows(store, schema.actors, "name", "pk", "canonical_pk")
    assert [name for name, _, _ in names] == ["Ada Berg", "Ivo Kral", "mission"] * 2
    assert all(pk == canonical for _, pk, canonical in names)


def test_two_of_one_name_in_one_report_stay_two(store):
    first, second, third = report(1).record.actors
    twins = (first, replace(second, name=first.name), replace(third, name=first.name))
    store.add([report(1, actors=twins)])
    assert len(set(rows(store, schema.actors, "uid"))) == 3
