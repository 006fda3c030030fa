"""dateline read: results to stdout, everything else to stderr, and the exit code of what became of the inputs."""

import json

import pytest
from click.testing import CliRunner

from dateline import ModelError, Record, RecordError, flow
from dateline.cli import commands
from dateline.flow import NO_DATE
from dateline.parse import DEFAULT_MODEL

DONE, FAILED, MISUSED, IN_PART = range(4)


def test_an_article_is_shown_in_plain_text_when_piped(run):
    result = run("read", "good.txt", "--published", "2031-04-09", "--title", "Berg & Kral", "--outlet", "Wire")
    assert (result.exit_code, result.stderr) == (DONE, "")
    assert result.stdout.startswith("Berg & Kral\nWire · 2031-04-09")
    assert "\x1b" not in result.stdout


def test_without_a_date_the_output_says_so(run):
    shown = " ".join(run("read", "good.txt").stdout.split())
    assert "no date" in shown
    assert NO_DATE in shown


def test_json_is_one_record_a_line_that_reads_back(run):
    result = run("read", "--json", "good.txt", "three.jsonl")
    records = [Record.from_json(line) for line in result.stdout.splitlines()]
    assert [r.article.title for r in records] == [None, "One", "Two"]
    assert result.stderr == "dateline: three.jsonl, line 2: no field 'text'; give it the article's text\n"
    assert result.exit_code == IN_PART


def test_a_dash_reads_standard_input(run, folder):
    story = (folder / "good.txt").read_text(encoding="utf-8")
    result = run("read", "-", "--json", stdin=story)
    assert json.loads(result.stdout)["article"]["text"] == story


def test_a_page_goes_to_the_file_and_nothing_else_to_stdout(run, folder):
    result = run("read", "good.txt", "three.jsonl", "--html", "out.html")
    assert (result.stdout, result.exit_code) == ("", IN_PART)
    page = (folder / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<article") == 3


def test_a_page_may_go_to_stdout_and_json_beside_it_to_a_file(run, folder):
    assert run("read", "good.txt", "--html", "-").stdout.startswith("<!doctype html>")
    both = run("read", "good.txt", "--html", "out.html", "--json")
    assert json.loads(both.stdout)["article"]
    assert (folder / "out.html").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file; an address begins with http:// or https://"),
        (["."], ".: a directory; name the files in it, as in ./*"),
        (["empty.txt"], "empty.txt: no words in it; give a file or page with an article's text"),
        (["german.txt"], "german.txt: this is German; Dateline reads English"),
        (["no\nwhere"], "no where: no such file; an address begins with http:// or https://"),
        (
            ["good.txt", "--model", "nowhere_lg"],
            "no spaCy model 'nowhere_lg' is installed; install it, or unset --model and DATELINE_MODEL",
        ),
    ],
)
def test_an_input_that_cannot_be_read_is_one_line_on_stderr_and_exit_1(run, arguments, message):
    result = run("read", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (FAILED, "", f"dateline: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "Missing argument 'SOURCE...'; see 'dateline read --help'"),
        (
            ["read", "good.txt", "--published", "soon"],
            "Invalid value for '--published': 'soon' is no date; write it as YYYY-MM-DD, such as 2025-11-16; "
            "see 'dateline read --help'",
        ),
        (["read", "good.txt", "--published", "2031-02-30"], "'2031-02-30' is no date"),
        (["read", "good.txt", "--html", "nowhere/x.html"], "--html nowhere/x.html: there is no directory 'nowhere'"),
        (["read", "good.txt", "--html", "."], "--html .: a directory; give a file in it"),
        (["read", "good.txt", "--html", "-", "--json"], "--json and '--html -' would both write to standard output"),
        (["read", "good.txt", "--nope"], "No such option '--nope'"),
        (["wirte"], "No such command 'wirte'"),
        (["--nope"], "No such option '--nope'"),
    ],
)
def test_misuse_is_one_line_on_stderr_and_exit_2(run, arguments, message):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (MISUSED, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_with_several_inputs_the_good_ones_come_out(run):
    result = run("read", "nowhere.txt", "good.txt", "empty.txt", "--title", "Berg & Kral")
    assert result.exit_code == IN_PART
    assert "Berg & Kral" in result.stdout
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == [" nowhere.txt", " empty.txt"]


def test_with_several_inputs_and_none_good_it_is_a_failure(run):
    result = run("read", "nowhere.txt", "empty.txt")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (FAILED, "", 2)


def test_the_model_may_be_named_by_the_environment_and_the_option_counts_before_it(run):
    assert "'nowhere_lg'" in run("read", "good.txt", DATELINE_MODEL="nowhere_lg").stderr
    assert run("read", "good.txt", "--model", DEFAULT_MODEL, DATELINE_MODEL="nowhere_lg").exit_code == DONE


def test_an_article_whose_reading_fails_is_named_and_the_others_are_read(run, monkeypatch):

    read_doc = flow.read_doc

    def failing(article, *rest):
        if article.title == "One":
            raise RecordError("span outside the text")
        return read_doc(article, *rest)

    monkeypatch.setattr(flow, "read_doc", failing)
    result = run("read", "good.txt", "three.jsonl", "--json")
    assert [json.loads(line)["article"]["title"] for line in result.stdout.splitlines()] == [None, "Two"]
    assert "(One): span outside the text" in result.stderr
    assert result.exit_code == IN_PART


def test_a_model_that_breaks_ends_the_run_in_one_line(run, monkeypatch):
    def broken(_: str | None) -> None:
        raise ModelError("model 'x' has no parser; Dateline needs a full English pipeline")

    monkeypatch.setattr("dateline.parse.load_model", broken)
    result = run("read", "good.txt", "three.jsonl")
    assert (result.exit_code, result.stdout) == (FAILED, "")
    assert result.stderr.splitlines()[-1].startswith("dateline: model 'x' has no parser")


def test_verbose_counts_and_tells_where_errors_come_from_on_stderr(run):
    result = run("read", "good.txt", "nowhere.txt", "-v")
    assert "dateline: read 1 articles:" in result.stderr
    assert "caused by FileNotFoundError" in result.stderr


def test_verbose_twice_gives_the_traceback(folder):
    result = CliRunner().invoke(commands, ["read", "nowhere.txt", "-vv"])
    assert result.stderr.startswith("dateline: nowhere.txt: no such file")
    assert "Traceback (most recent call last)" in result.stderr
