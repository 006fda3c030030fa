"""From an older version to this one: all of it or nothing."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect, text

from dateline.errors import StoreError
from dateline.store import open_store, schema, upgrade
from dateline.store.info import store_info
from dateline.store.opening import _config, known_versions, version_of
from dateline.store.opening import _engine as engine_on
from dateline.store.opening import _url as url_of

DIES = """
import os, signal, sys
from alembic import op
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
op.{act} = die
from dateline.store import upgrade
upgrade(sys.argv[1])
"""
KEPT = {"uid": "0123456789abcdef", "text_id": "fedcba9876543210", "text": "Kept as it was.", "added": "2031-04-09"}


@pytest.fixture
def old(empty_address) -> str:
    """Return the address of a store of the first version, with an article in it."""
    engine = engine_on(url_of(empty_address))
    with engine.execution_options(writes=True).begin() as connection:
        command.upgrade(_config(connection), "0001")
        article = {"pk": 1, "version": 1, "published": "2031-04-09", "language": "en", "current": True, **KEPT}
        connection.execute(schema.articles.insert(), article)
    engine.dispose()
    return empty_address


def looked_at(address: str, look: Callable[[Connection], Any]) -> Any:
    engine: Engine = engine_on(url_of(address))
    with engine.begin() as connection:
        found = look(connection)
    engine.dispose()
    return found


def objects(connection: Connection) -> set[str]:
    """Return everything but the tables, as the database itself writes it."""
    if connection.dialect.name == "sqlite":
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (type <> 'table' OR name = 'articles_fts')"
    else:
        query = "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes WHERE schemaname = 'public'"
    return {" ".join(sql.replace('"', "").split()) for sql in connection.execute(text(query)).scalars()}


def differences(connection: Connection) -> list[Any]:
    def ours(thing: Any, name: str | None, kind: str, reflected: bool, _: Any) -> bool:
        return kind != "table" or not (name or "").startswith(("articles_fts", "alembic"))

    options = {"compare_type": True, "include_object": ours}
    return [
        change
        for change in compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata)
        if "articles_fts" not in repr(change) and "events_by_place" not in repr(change)  # what Alembic cannot see
    ]


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_an_old_store_becomes_what_a_new_one_is(old, backend, request, tmp_path):
    assert upgrade(old) == ("0001", schema.VERSION)
    assert looked_at(old, differences) == []
    fresh = str(tmp_path / "fresh.db") if backend == "sqlite" else request.getfixturevalue("new_database")()
    open_store(fresh).close()
    assert looked_at(old, objects) == looked_at(fresh, objects)
    with open_store(old) as store, store.engine.begin() as connection:
        row = connection.execute(schema.articles.select()).one()
        assert {name: row._mapping[name] for name in KEPT} == KEPT
        assert store_info(old).counts["articles"] == 1
    assert upgrade(old) == (schema.VERSION, schema.VERSION)


def test_an_old_store_is_told_of_and_not_touched(old):
    with pytest.raises(StoreError, match="made by an older Dateline; `dateline store upgrade` brings it up to date"):
        open_store(old)
    assert looked_at(old, version_of) == "0001"
    assert (store_info(old).version, store_info(old).is_new) == ("0001", False)


@pytest.mark.parametrize("act", ["add_column", "create_index"])
def test_an_upgrade_that_is_killed_leaves_the_store_as_it_was(old, act):
    before = looked_at(old, objects), looked_at(old, lambda c: inspect(c).get_columns("provisions"))
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", DIES.format(act=act), old], check=False, capture_output=True, timeout=60
    )
    assert done.returncode == -9, done.stderr
    after = looked_at(old, objects), looked_at(old, lambda c: inspect(c).get_columns("provisions"))
    assert [len(part) for part in after] == [len(part) for part in before]
    assert after[0] == before[0]
    assert looked_at(old, version_of) == "0001"
    assert upgrade(old) == ("0001", schema.VERSION)


def test_a_store_of_a_newer_version_is_left_alone(address):
    engine = engine_on(url_of(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    for act in (open_store, upgrade):
        with pytest.raises(StoreError, match=r"made by a newer Dateline \(9999\); update Dateline"):
            act(address)


def test_a_database_of_others_is_left_alone(empty_address):
    engine = engine_on(url_of(empty_address))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE wine (year INTEGER)"))
    engine.dispose()
    for act in (open_store, upgrade, store_info):
        with pytest.raises(StoreError, match="a database, but no store of Dateline's"):
            act(empty_address)


def test_the_last_step_is_the_version():
    assert max(known_versions()) == schema.VERSION
