"""Every test of the store runs on SQLite and on PostgreSQL."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from tests.store.cluster import Cluster, NoServerError, new_cluster

from dateline.store import Store, open_store
from dateline.store.schema import metadata

NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    try:
        made = new_cluster()
    except NoServerError as reason:
        pytest.skip(f"PostgreSQL: {reason}")
    yield made
    made.stop("immediate")
    shutil.rmtree(made.folder)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> str:
    """Return the address of a server on which databases may be made."""
    given = os.environ.get("DATELINE_TEST_POSTGRES")
    return given.rstrip("/") if given else request.getfixturevalue("cluster").address


@pytest.fixture(scope="session")
def template(server: str) -> Iterator[str]:
    """Return the name of a database that is an empty store, to be copied: a tenth of a second quicker than making one."""
    name = f"dateline_test_{os.getpid()}"
    _run(server, f"CREATE DATABASE {name} TEMPLATE template0")
    open_store(f"{server}/{name}").close()
    yield name
    _run(server, f"DROP DATABASE {name}")


@pytest.fixture
def new_database(server: str) -> Iterator[Callable[..., str]]:
    """Return what makes a database, empty or a copy, and gives its address."""
    made = []

    def new(of: str = "template0") -> str:
        name = f"dateline_test_{os.getpid()}_{next(NUMBERS)}"
        _run(server, f"CREATE DATABASE {name} TEMPLATE {of}")
        made.append(name)
        return f"{server}/{name}"

    yield new
    for name in made:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def backend(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def empty_address(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return an address where there is nothing yet."""
    if backend == "sqlite":
        return str(tmp_path / "archive.db")
    return request.getfixturevalue("new_database")()


@pytest.fixture
def address(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a store that holds nothing."""
    if backend == "sqlite":
        open_store(str(tmp_path / "archive.db")).close()
        return str(tmp_path / "archive.db")
    return request.getfixturevalue("new_database")(request.getfixturevalue("template"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables but the judgements."""
    with store.engine.begin() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(table.select())), key=repr)
            for table in metadata.sorted_tables
            if table.name != "judgements"
        }


def _run(server: str, statement: str) -> None:
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:") + "/postgres")
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
