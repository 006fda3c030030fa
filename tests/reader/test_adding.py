"""dateline add --reader llm: what the model read is kept, with who read it; what it did not read is refused."""

import json
import pickle
from functools import partial

import pytest
from click.testing import CliRunner
from tests.reader.server import KEY, TEXT, good

from dateline.cli import commands
from dateline.cli.reader import ReaderChoice, with_model


@pytest.fixture
def add(replies, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(TEXT.replace("Oslo", "Bergen"), encoding="utf-8")
    setting = {"DATELINE_LLM_KEY": KEY, "DATELINE_LLM_CACHE": "answers.sqlite", "DATELINE_LLM_MODEL": "test-model"}

    def go(*arguments):
        given = {**setting, "DATELINE_LLM_BASE_URL": replies.url}
        result = CliRunner().invoke(commands, ["add", *arguments, "--json"], env=given, prog_name="dateline")
        assert KEY not in result.output
        return result

    return go


def test_what_a_model_read_is_kept_and_not_asked_for_again(add, replies):
    replies.steps = [json.dumps(good())]
    first = json.loads(add("good.txt", "--reader", "llm").stdout)
    assert (first["added"], first["events"]) == (1, len(good()["events"]))
    assert json.loads(add("good.txt", "--reader", "llm").stdout)["known"] == 1
    assert len(replies.requests) == 1


def test_an_article_that_the_model_does_not_read_is_refused_and_the_other_kept(add, replies):
    replies.steps = ["no JSON at all", json.dumps(good()), "no JSON at all"]
    result = add("good.txt", "other.txt", "--reader", "llm", "--requests", "1")
    counts = json.loads(result.stdout)
    assert (result.exit_code, counts["added"], counts["reasons"]) == (3, 1, {"not read": 1})
    assert "holds no JSON" in result.stderr


def test_both_readers_leave_a_work_list(add, replies, tmp_path):
    replies.steps = [json.dumps({**good(), "events": []})]
    assert add("good.txt", "--reader", "both", "--differences", "out.jsonl").exit_code == 0
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("\n") >= 1


def test_other_processes_can_make_the_reader():
    choice = ReaderChoice(reader="both", llm="m", base_url="http://127.0.0.1:1/v1", differences="out.jsonl")
    assert pickle.loads(pickle.dumps(partial(with_model, choice, None))).args == (choice, None)  # noqa: S301
