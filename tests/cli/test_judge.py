"""Judging, undoing and looking after an archive, on the command line."""

import json

import pytest
from tests.store.samples import report

from dateline.store import open_store


@pytest.fixture
def archive(folder, monkeypatch):
    monkeypatch.setenv("DATELINE_WHO", "ada")
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    with open_store("dateline.db") as store:
        store.add([report(1), report(2)])
    return folder / "dateline.db"


def ids(run, name):
    """Return the ids of the actors of a name, from what the command says of it."""
    told = run("judge", "same", "actor", name, "nobody", "--why", "so").stderr
    return [word for word in told.replace(";", " ").split() if word.startswith("name:")]


def test_two_names_are_held_to_be_one_and_apart_again(run, archive):
    one, other = ids(run, "Ada Berg")
    made = run("judge", "same", "actor", one, other[:12], "--why", "one portrait")
    assert made.exit_code == 0
    uid = made.stdout.split()[0]
    assert made.stdout.endswith(f"{one} is {other} (ada: one portrait)\n")
    assert uid in run("judgements").stdout
    assert run("undo", uid[:6], "--why", "two portraits", "--who", "ivo").exit_code == 0
    assert run("judgements").stdout == ""
    (line,) = run("judgements", "--all", "--json").stdout.splitlines()
    assert json.loads(line)["undone_by"] == "ivo"
    again = run("undo", uid, "--why", "so")
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)
    assert "ivo undid it on" in again.stderr


def test_an_event_is_set_right_or_not_at_all(run, archive):
    with open_store("dateline.db") as store, store.engine.begin() as connection:
        uid = connection.exec_driver_sql("SELECT uid FROM events").scalar()
    done = run("judge", "correct", uid[:8], "status=planned", "date=2031-05", "--why", "the ministry corrects")
    assert done.stdout.count(f"{uid} has ") == 2
    wrong = run("judge", "correct", uid, "place=Bergen", "status=gone", "--why", "so")
    assert wrong.exit_code == 1
    assert "'gone': no status" in wrong.stderr
    assert len(run("judgements", "--of", uid, "--json").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("judge", "same", "actor", "Berg", "Kral", "--why", "so"), "'Berg': no actor of the archive"),
        (("judge", "not-same", "event", "0000", "1111", "--why", "so"), "'0000': no event of the archive"),
        (("judge", "same", "actor", "Ada Berg", "mission", "--why", "so"), "'Ada Berg': several actors; give the id"),
        (("undo", "zzzz", "--why", "so"), "'zzzz': no judgement; `dateline judgements` lists them"),
        (("judgements", "--store", "none.db"), "none.db: no store; `dateline add` makes one"),
        (("store", "info", "--store", "good.txt"), "good.txt: not a store of Dateline's"),
        (("store", "upgrade", "--store", "none.db"), "none.db: no store"),
    ],
)
def test_what_cannot_be_is_one_line(run, archive, arguments, message):
    result = run(*arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert message in result.stderr
    assert not (archive.parent / "none.db").exists()


def test_a_judgement_asks_for_its_reason(run, archive):
    assert run("judge", "same", "actor", "Berg", "Kral").exit_code == 2


def test_an_archive_is_told_of(run, archive):
    told = run("store", "info").stdout
    assert "SQLite, version " in told
    assert "2031-04-09 to 2031-04-09" in told
    found = json.loads(run("store", "info", "--json").stdout)
    assert (found["counts"]["articles"], found["counts"]["events"], found["is_new"]) == (2, 4, True)
    assert run("store", "upgrade").stdout.endswith("as this Dateline has it\n")
