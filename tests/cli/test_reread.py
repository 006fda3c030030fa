"""dateline reread: an archive that older rules have read."""

import json

from dateline.store import open_store


def age(rules="dateline 0.0.1"):
    with open_store("dateline.db") as store, store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE readings SET generated_by = ?", (rules,))


def test_what_other_rules_read_is_read_again_once(run, folder):
    assert run("add", "good.txt", "three.jsonl").exit_code == 3
    assert run("reread").stdout == "nothing to read again: these rules have read all of it\n"
    age()
    assert run("reread", "--limit", "1").stdout.startswith("1 articles read again; events: ")
    done = json.loads(run("reread", "--json").stdout)
    assert (done["articles"], done["new"], done["gone"]) == (2, 0, 0)
    assert json.loads(run("reread", "--json").stdout)["articles"] == 0


def test_only_some_days_are_read_again(run, folder):
    run("add", "three.jsonl")
    age()
    assert json.loads(run("reread", "--json", "--since", "2031-04-10").stdout)["articles"] == 0
    assert json.loads(run("reread", "--json", "--until", "2031-04-09").stdout)["articles"] == 1


def test_an_archive_that_is_not_there_is_not_made(run, folder):
    result = run("reread")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no store; `dateline add` makes one" in result.stderr
