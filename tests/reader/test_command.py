"""dateline read --reader llm: a server answers, stderr names what is refused, and nothing is sent unasked."""

import json

import pytest
from click.testing import CliRunner
from tests.reader.server import KEY, TEXT, good, hang_up

from dateline import Record
from dateline.cli import commands


@pytest.fixture
def run(replies, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(TEXT.replace("Oslo", "Bergen"), encoding="utf-8")
    setting = {"DATELINE_LLM_KEY": KEY, "DATELINE_LLM_CACHE": "answers.sqlite", "DATELINE_LLM_MODEL": "test-model"}

    def go(*arguments, **environment):
        given = {**setting, "DATELINE_LLM_BASE_URL": replies.url, **environment}
        result = CliRunner().invoke(commands, ["read", *arguments], env=given, prog_name="dateline")
        assert KEY not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return go


def test_a_model_reads_and_its_record_reads_back(run, replies):
    replies.steps = [json.dumps(good())]
    result = run("good.txt", "--reader", "llm", "--json", "--published", "2031-04-09")
    record = Record.from_json(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert record.events[0].date.value == "2031-04-07"
    assert "test-model" in record.generated_by


def test_what_is_refused_is_shown_with_v_and_kept_in_the_record(run, replies):
    answer = good()
    answer["events"][0]["mode"] = "telepathy"
    replies.steps = [json.dumps(answer)]
    result = run("good.txt", "--reader", "llm", "--json", "-v", "--published", "2031-04-09")
    assert "CONSULT has no mode 'telepathy'" in result.stderr
    assert Record.from_json(result.stdout).refused == ("event CONSULT at 'met': CONSULT has no mode 'telepathy'",)


def test_an_article_that_is_not_read_is_named_and_the_other_is_read(run, replies):
    replies.steps = ["no JSON at all", json.dumps(good())]
    result = run("good.txt", "other.txt", "--reader", "llm", "--json", "--jobs", "1")
    assert result.exit_code == 3
    assert "holds no JSON" in result.stderr
    assert Record.from_json(result.stdout).article.text.count("Bergen") == 1


def test_the_rules_read_by_default_and_send_nothing(run, replies):
    replies.steps = [hang_up]
    assert run("good.txt", "--json").exit_code == 0
    assert replies.requests == []


def test_a_dry_run_tells_tokens_and_cost_and_sends_nothing(run, replies):
    result = run("good.txt", "other.txt", "--reader", "llm", "--dry-run", "--price-in", "3", "--price-out", "15")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 articles, nothing sent: about ")
    assert "at 3 in and 15 out a million tokens" in result.stdout
    assert replies.requests == []


@pytest.mark.parametrize("missing", ["DATELINE_LLM_MODEL", "DATELINE_LLM_BASE_URL"])
def test_a_model_or_server_that_is_not_given_is_asked_for(run, missing):
    result = run("good.txt", "--reader", "llm", **{missing: ""})
    assert result.exit_code == 2
    assert missing in result.stderr


def test_both_readers_differences_are_notes_and_a_work_list(run, replies, tmp_path):
    replies.steps = [json.dumps({**good(), "events": []})]
    result = run("good.txt", "--reader", "both", "--json", "--differences", "out.jsonl", "--published", "2031-04-09")
    record = Record.from_json(result.stdout)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert record.events
    assert {"found": "rules", "layer": "events"}.items() <= lines[0].items()
    assert sum(note.startswith("to review: ") for note in record.notes) == len(lines)


def test_differences_need_two_readers(run):
    assert run("good.txt", "--differences", "out.jsonl").exit_code == 2
