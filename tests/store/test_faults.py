"""What goes wrong around a store: no report that was said to be kept is lost, none is half there, the next run carries on."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from tests.store.adder import BATCH
from tests.store.conftest import dump
from tests.store.samples import report
from tests.store.test_adding import rows

import dateline.store.opening
from dateline.archive import open_archive
from dateline.errors import StoreError
from dateline.records.entry import Added
from dateline.store import open_store, schema

ROOT = Path(__file__).parents[2]
TIMES = 50  # killed, on each database
REPORTS = 400  # more than one run gets through before it is killed


def adding(address, first, last):
    command = [sys.executable, "-m", "tests.store.adder", address, str(first), str(last)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # noqa: S603 - our own words


def check_whole(store, kept):
    """Every report that was said to be kept is there with all its parts, and no report is there without them."""
    with store.engine.begin() as connection:
        there = connection.execute(select(func.count()).select_from(schema.articles)).scalar()
        assert there >= kept
        for table, parts in ((schema.readings, 1), (schema.events, 2), (schema.appearances, 3), (schema.dues, 3)):
            counts = select(func.count()).select_from(table).group_by(table.c.article_pk)
            found = connection.execute(counts).scalars().all()
            assert found == [parts] * there, table.name
        parties = connection.execute(select(func.count()).select_from(schema.parties)).scalar()
        assert parties == 4 * there
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    return there


def test_killed_at_any_moment_fifty_times(address):
    """One child after another is killed while it adds; each goes on where the last one was."""
    dice = random.Random(6)  # noqa: S311 - no secrets here
    kept = first = 0
    with open_archive(address) as archive:
        for _ in range(TIMES):
            pid = os.fork()
            if pid == 0:  # the child: nothing but adding, from the first report that the parent does not know as kept
                _add_until_killed(address, first)
            time.sleep(dice.uniform(0.02, 0.12))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            there = check_whole(archive, kept)
            assert there >= kept
            kept = first = there
        assert kept > TIMES / 2, "hardly anything was added between the kills"
        made = [report(n) for n in range(kept + 8)]
        done = archive.add(made)
        assert done.known == kept
        check_whole(archive, kept + 8)
        assert archive.record(1) == report(0).record


def _add_until_killed(address, first):
    try:
        with open_archive(address) as archive:
            for start in range(first, first + REPORTS, BATCH):
                archive.add([report(n) for n in range(start, start + BATCH)])
    finally:
        os._exit(1)


def test_what_a_killed_process_said_was_kept_is_kept(address):
    child = adding(address, 0, REPORTS)
    said = [child.stdout.readline().strip() for _ in range(6)]
    child.kill()
    child.communicate()
    kept = int(said[-1])
    assert kept == 5 * BATCH
    with open_store(address) as store:
        check_whole(store, kept)
        assert store.known([(report(n).record.article, report(n).locator) for n in range(kept)]) == [True] * kept


def test_a_full_disk_keeps_what_was_kept_before_and_says_so(tmp_path):
    name = str(tmp_path / "archive.db")
    with open_store(name) as store:
        store.add([report(n) for n in range(4)])
        before = dump(store)
    full = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({Path(name).stat().st_size + 300_000}, resource.RLIM_INFINITY))\n"
        "from tests.store.adder import main; main()"
    )
    command = [sys.executable, "-c", full, name, "4", "900"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    (last,) = [line for line in done.stderr.splitlines() if "StoreError" in line]
    assert any(word in last for word in ("the disk is full", "the disk does not answer"))
    with open_store(name) as store:
        kept = check_whole(store, int(done.stdout.split()[-1]) if done.stdout.split()[-1].isdigit() else 4)
        assert [row for row in dump(store)["articles"] if row[0] <= 4] == before["articles"]
        assert store.add([report(n) for n in range(kept + 4)]) == Added(added=4, known=kept)


def test_a_store_without_room_says_that_the_disk_is_full(tmp_path):
    with open_store(str(tmp_path / "archive.db")) as store:
        store.add([report(1)])
        before = dump(store)
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match=r"archive\.db: the disk is full; nothing of the last batch was kept"):
            store.add([report(n) for n in range(2, 60)])
        assert dump(store) == before


def test_a_store_that_another_process_writes_to_is_waited_for(address, backend):
    """A second writer waits until the first is done, and both are kept."""
    with open_store(address) as one, open_store(address) as other:
        with one.engine.execution_options(writes=True).begin() as connection:
            dateline.store.opening.lock(connection)
            thread = threading.Thread(target=other.add, args=([report(1)],))
            thread.start()
            time.sleep(0.3)
            assert thread.is_alive()
        thread.join(20)
        assert not thread.is_alive()
        assert rows(one, schema.articles, "pk") == [1]


def test_a_store_that_stays_locked_is_named_and_nothing_is_lost(address, monkeypatch):
    monkeypatch.setattr(dateline.store.opening, "WAIT", 0.2)
    with open_store(address) as one, open_store(address) as other:
        one.add([report(1)])
        with one.engine.execution_options(writes=True).begin() as connection:
            dateline.store.opening.lock(connection)
            with pytest.raises(StoreError, match="another process has been writing for more than"):
                other.add([report(2)])
            assert other.record(1) == report(1).record  # who asks need not wait
        assert other.add([report(1), report(2)]) == Added(added=1, known=1)


def test_a_server_that_stops_while_reports_are_added_loses_none(cluster, new_database, request):
    if "DATELINE_TEST_POSTGRES" in os.environ:
        pytest.skip("PostgreSQL: a server that is not ours is not stopped")
    address = new_database(request.getfixturevalue("template"))
    child = adding(address, 0, 4000)
    while child.stdout.readline().strip() in ("ready", "4", "8"):
        pass
    cluster.stop("immediate")
    try:
        said, told = child.communicate(timeout=60)
    finally:
        cluster.start()
    assert child.returncode == 1
    (last,) = [line for line in told.splitlines() if "StoreError" in line]
    gone = (
        "the server went away; nothing of the last batch was kept",
        "the server is starting or stopping",
        "does not answer",
    )
    assert any(words in last for words in gone), last
    with open_store(address) as store:
        kept = check_whole(store, int((said.split() or ["12"])[-1]))
        assert store.add([report(n) for n in range(kept + 4)]) == Added(added=4, known=kept)


def test_a_server_that_is_not_there_is_named_without_its_password():
    with pytest.raises(
        StoreError, match=r"^postgresql://127\.0\.0\.1:1/archive: the server does not answer"
    ) as refused:
        open_store("postgresql://ada:secret@127.0.0.1:1/archive")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no database at all, only words " * 40, "not a store of Dateline's"),
        (b"SQLite format 3\x00" + b"\xff" * 2000, "not a store of Dateline's|the file is damaged"),
    ],
)
def test_what_is_no_store_is_named(tmp_path, content, message):
    (tmp_path / "archive.db").write_bytes(content)
    with pytest.raises(StoreError, match=message):
        open_store(str(tmp_path / "archive.db"))
    assert (tmp_path / "archive.db").read_bytes() == content


def test_a_store_cut_short_is_told_to_be_damaged(tmp_path):
    name = tmp_path / "archive.db"
    with open_store(str(name)) as store:
        store.add([report(n) for n in range(40)])
    name.write_bytes(name.read_bytes()[: name.stat().st_size // 2])
    with pytest.raises(StoreError, match="damaged; restore a copy"), open_store(str(name)) as store:
        store.add([report(n) for n in range(100, 160)])
    sqlite3.connect(name).close()
