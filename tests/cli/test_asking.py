"""The verbs that ask the archive, as the command line has them."""

import csv
import io
import json

import pytest
from tests.store.samples import NAMES, report

from dateline.store import open_store

VERBS = {
    "timeline": ["--today", "2031-04-10"],
    "events": [],
    "actors": [],
    "actor": ["Ada Berg"],
    "instruments": [],
    "instrument": ["S/2031/1"],
    "claims": [],
    "search": ["patrols"],
    "stats": [],
}


@pytest.fixture
def archive(tmp_path):
    address = str(tmp_path / "archive.db")
    with open_store(address) as store:
        store.add([report(1), report(2, names=(NAMES[2], NAMES[3]))])
    return address


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_writes_a_table_json_and_commas(run, archive, verb):
    told = run(verb, *VERBS[verb], "--store", archive)
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.strip()
    lines = [json.loads(line) for line in run(verb, *VERBS[verb], "--store", archive, "--json").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run(verb, *VERBS[verb], "--store", archive, "--csv").stdout)))
    assert len(lines) == len(rows) > 0
    assert not any(None in row for row in rows)


@pytest.mark.parametrize("verb", VERBS)
def test_a_missing_archive_is_one_clear_line(run, tmp_path, verb):
    told = run(verb, *VERBS[verb], "--store", str(tmp_path / "none.db"))
    assert (told.exit_code, told.stdout, len(told.stderr.splitlines())) == (1, "", 1)
    assert "no store; `dateline add` makes one" in told.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "--type", "PARLEY"),
        ("timeline", "--since", "yesterday"),
        ("events", "--since", "2031-05", "--until", "2031-04"),
        ("events", "--json", "--csv"),
        ("events", "--limit", "-1"),
        ("search", '"', "()"),
    ],
)
def test_what_makes_no_sense_is_misuse(run, archive, arguments):
    told = run(*arguments, "--store", archive)
    assert (told.exit_code, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)


def test_the_id_of_a_timeline_is_what_show_takes(run, archive):
    first = json.loads(run("events", "--status", "occurred", "--store", archive, "--json").stdout.splitlines()[0])
    told = run("show", first["uid"][:8], "--store", archive)
    assert told.exit_code == 0
    for words in ("according to mission", "consult.meet", "Round 2", "characters 0–44"):
        assert words in " ".join(told.stdout.split())


def test_a_picture_is_written_where_it_is_asked_for(run, archive, tmp_path):
    for lanes in ("actor", "instrument"):
        told = run("timeline", "--svg", str(tmp_path / "out.svg"), "--lanes", lanes, "--store", archive)
        assert (told.exit_code, told.stdout) == (0, "")
        assert (tmp_path / "out.svg").read_text(encoding="utf-8").startswith("<svg")


def test_what_falls_due_is_asked_of_the_archive_without_a_source(run, archive):
    told = run("due", "--since", "2031-04-10", "--store", archive, "--json", "--actor", "Ada Berg")
    assert [json.loads(line)["earliest"] for line in told.stdout.splitlines()] == ["2031-04-20"]
    assert run("due", "--since", "2031-04-10", "--within", "5d", "--store", archive, "--json").stdout == ""
