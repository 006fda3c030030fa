"""An address -> an engine on a store of the right version; and the way from an old version to this one."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from dateline.errors import StoreError
from dateline.store.schema import VERSION, metadata
from dateline.store.searching import create_index

if TYPE_CHECKING:
    from alembic.config import Config

DEFAULT = "dateline.db"
WRITERS = 0x0DA7E11E  # PostgreSQL's advisory lock; any number, the same for all of us
WAIT = 30.0  # seconds for another process's write to end; an addition's transaction takes well under one
MIGRATIONS = Path(__file__).parent / "migrations"
CREDENTIALS = re.compile(r"(?<=//)[^/\s]*@|(?<=[?&]password=)[^&\s]*")


def shown(url: str) -> str:
    """Return the address without a name and password in it."""
    return CREDENTIALS.sub("", url)


def open_engine(address: str, *, create: bool = True) -> Engine:
    """Return an engine on the store at an address, made there if `create` and there is none.

    address: a file's path, "sqlite:///...", or "postgresql://...". Raises StoreError for what is no store, one of
    another version, or a server that cannot be reached.
    """
    engine, where = _engine(_url(address)), shown(address)
    _check_file(engine, create=create)
    try:
        with ours(where):
            _check_or_create(engine, where, create=create)
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def known_engine(address: str) -> Iterator[Engine]:
    """Within it there is an engine on what is at an address, whatever its version. Raises StoreError where no file is."""
    engine = _engine(_url(address))
    _check_file(engine, create=False)
    try:
        with ours(shown(address)):
            yield engine
    finally:
        engine.dispose()


def upgrade(address: str) -> tuple[str, str]:
    """Bring the store at an address to this version, all steps or none; return the version before and after."""
    from alembic import command  # noqa: PLC0415 - only an upgrade needs it

    where = shown(address)
    with known_engine(address) as engine, engine.execution_options(writes=True).begin() as connection:
        lock(connection)
        before = version_of(connection)
        if before is None or before not in known_versions():
            _check_version(before, where)
        command.upgrade(_config(connection), "head")
    return str(before), VERSION


def known_versions() -> set[str]:
    """Return the versions from which there is a way to this one."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def version_of(connection: Connection) -> str | None:
    """Return a store's version, None where there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def lock(connection: Connection) -> None:
    """Let one writer in at a time: SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{1000 * WAIT:.0f}ms'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS})


def told(error: SQLAlchemyError, where: str) -> StoreError:
    """Return a database's error in our words: what happened, where, what to do."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    words = " ".join(str(cause).split())
    for sign, advice in _ADVICE.items():
        if sign in words.lower():
            return StoreError(f"{where}: {advice}")
    return StoreError(f"{where}: {CREDENTIALS.sub('', words)}")


_BUSY = f"another process has been writing for more than {WAIT:.0f} seconds; try again when it is done"
_FULL = (
    "the disk is full; nothing of the last batch was kept, all before it was: make room and run the same command again"
)
_GONE = "the server went away; nothing of the last batch was kept, all before it was: run the same command again when it is back"
_ADVICE = {
    "database is locked": _BUSY,
    "lock timeout": _BUSY,
    "database or disk is full": _FULL,
    "no space left": _FULL,
    "disk i/o error": "the disk does not answer; nothing of the last batch was kept, all before it was",
    "file is not a database": "not a store of Dateline's; give another file",
    "malformed": "the file is damaged; restore a copy",
    "unable to open database file": "cannot be opened; check that the folder is there and may be written to",
    "attempt to write a readonly database": "may not be written to; check its permissions",
    "connection refused": "the server does not answer; check that it runs, and the address",
    "server closed the connection": _GONE,
    "terminating connection": _GONE,
    "the connection is lost": _GONE,
    "consuming input failed": _GONE,
    "the database system is": "the server is starting or stopping; run the same command again when it is up",
}


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"{shown(str(url))}: needs PostgreSQL's driver: pip install 'dateline[postgres]'"
            ) from error
    engine = create_engine(url, connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # or the driver would begin transactions of its own, too late
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")  # what was said to be kept is on the disk: one flush a batch
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA temp_store=MEMORY")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes the lock at once: one that read first could not be made to wait, only to fail.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _url(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{shown(address)}: no address of a store; write a file's path or postgresql://...") from error
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url
    raise StoreError(
        f"{shown(address)}: stores are SQLite files or PostgreSQL databases; write a path or postgresql://..."
    )


def _check_file(engine: Engine, *, create: bool) -> None:
    """A store that is only asked is not made by asking."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return
    if not create and not Path(name).is_file():
        raise StoreError(f"{name}: no store; `dateline add` makes one")


def _check_or_create(engine: Engine, where: str, *, create: bool) -> None:
    with engine.begin() as connection:
        empty, version = _is_empty(connection), version_of(connection)
    if not empty:
        _check_version(version, where)
    elif create:
        with engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            if _is_empty(connection):  # another process may have been quicker
                _create(connection)
    else:
        raise StoreError(f"{where}: no store; `dateline add` makes one")


def _is_empty(connection: Connection) -> bool:
    return not inspect(connection).get_table_names()


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    create_index(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": VERSION})


def _check_version(version: str | None, where: str) -> None:
    if version == VERSION:
        return
    if version is None:
        raise StoreError(f"{where}: a database, but no store of Dateline's; give another one")
    if version in known_versions():
        raise StoreError(f"{where}: made by an older Dateline; `dateline store upgrade` brings it up to date")
    raise StoreError(f"{where}: made by a newer Dateline ({version}); update Dateline")


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


@contextmanager
def ours(where: str) -> Iterator[None]:
    """Within it a database's errors become StoreErrors."""
    try:
        yield
    except SQLAlchemyError as error:
        raise told(error, where) from error
