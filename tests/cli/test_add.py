"""dateline add: into a real archive, again and again, and past everything that is broken."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from tests.load.test_feeds import BOMBS
from tests.load.test_warcs import archive

DONE, FAILED, MISUSED, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130
MANY = 300  # short articles: two processes take a few seconds, in which something can happen to them
SHORT = "Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday, her ministry said. Round {n}."
STORY = "".join(f"<p>{SHORT.format(n=n)} They spoke about the limits of the zone for a day.</p>" for n in range(3))
PAGE = f"<html><title>Talks</title><body><article>{STORY}<p>{{path}}</p></article>"
ITEMS = "".join(f"<item><link>/{n}</link></item>" for n in (1, 2, "away"))
FEED = f"<rss version='2.0'><channel>{ITEMS}</channel></rss>"


def added(result) -> tuple[int, int, int]:
    counts = json.loads(result.stdout)
    return counts["added"] + counts["versions"], counts["known"], counts["refused"]


def test_articles_are_kept_and_the_counts_told(run, folder):
    result = run("add", "good.txt", "three.jsonl")
    assert result.exit_code == IN_PART
    assert result.stderr == "dateline: three.jsonl, line 2: no field 'text'; give it the article's text\n"
    first, last = result.stdout.splitlines()
    assert first.startswith("dateline.db: 3 reports added with ")
    assert last == "1 refused: 1 broken"
    assert (folder / "dateline.db").exists()


def test_adding_twice_adds_nothing_and_is_no_failure(run):
    assert added(run("add", "good.txt", "--json")) == (1, 0, 0)
    again = run("add", "good.txt", "--json", "--store", "dateline.db")
    assert (added(again), again.exit_code) == ((0, 1, 0), DONE)


def test_another_text_from_the_same_place_is_a_new_version(run, folder):
    run("add", "good.txt")
    (folder / "good.txt").write_text(SHORT.format(n=2), encoding="utf-8")
    assert "0 reports added with" not in run("add", "good.txt").stdout.replace("0 reports added", "", 1)
    (folder / "good.txt").write_text(SHORT.format(n=3), encoding="utf-8")
    assert json.loads(run("add", "good.txt", "--json").stdout)["versions"] == 1


def test_records_are_taken_from_read_as_they_are(run):
    records = run("read", "good.txt", "--json").stdout
    result = run("add", "-", "--json", stdin=records)
    assert added(result) == (1, 0, 0)
    assert json.loads(result.stdout)["events"] == len(json.loads(records)["events"])


def test_a_folder_is_read_to_its_end_past_what_is_no_article(run):
    result = run("add", ".", "--json")
    counts = json.loads(result.stdout)
    assert (counts["added"], counts["reasons"]) == (3, {"no words in it": 1, "not English": 1, "broken": 1})
    assert counts["passed_over"] >= 1  # the archive itself


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nowhere.txt"], FAILED, "nowhere.txt: no such file"),
        (["good.txt", "--store", "good.txt"], FAILED, "not a store of Dateline's"),
        (["good.txt", "--model", "nowhere_lg"], FAILED, "no spaCy model 'nowhere_lg' is installed"),
        (["good.txt", "--reader", "llm"], MISUSED, "needs a model"),
        (["good.txt", "--jobs", "0"], MISUSED, "0 is not in the range"),
    ],
)
def test_a_run_that_cannot_be_is_one_line(run, arguments, code, message):
    result = run("add", *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_of_many_refusals_the_first_are_named_and_all_with_v(run, folder):
    (folder / "many.jsonl").write_text("{}\n" * 30, encoding="utf-8")
    few = run("add", "many.jsonl").stderr.splitlines()
    assert (len(few), few[-1]) == (21, "dateline: 10 more were refused for the same reasons; -v names them")
    assert sum("no field 'text'" in line for line in run("add", "many.jsonl", "-v").stderr.splitlines()) == 30


def test_a_dry_run_reads_and_keeps_nothing(run):
    result = run("add", "three.jsonl", "--dry-run")
    assert "2 articles, nothing sent" in result.stdout
    assert added(run("add", "three.jsonl", "--json"))[0] == 2


# What is broken or malicious: one clear line, and what is whole is kept.


def test_an_archive_that_breaks_off_gives_its_whole_pages(run, folder):
    whole = archive()
    (folder / "talks.warc").write_bytes(whole[: whole.index(b"https://wire.example/2") + 300])
    (folder / "talks.warc.gz").write_bytes(gzip.compress(whole)[:-40])
    result = run("add", "talks.warc", "talks.warc.gz", "--json")
    assert result.exit_code == IN_PART
    assert added(result)[0] >= 2
    assert "talks.warc: broken after record 5; the pages before it are read" in result.stderr
    assert "talks.warc.gz: " in result.stderr
    assert result.stderr.count("\n") == 2


def test_a_table_with_broken_rows_gives_the_others(run, folder):
    (folder / "talks.csv").write_text(f"text,date\n{SHORT.format(n=1)},2031-04-09\n", encoding="utf-8")
    with (folder / "talks.csv").open("a", encoding="utf-8") as file:
        file.write(f'"{SHORT}",soon\nx,y,z\n"{SHORT.format(n=2)}",2031-04-10\n')
    (folder / "quoted.csv").write_text(f'text,date\n"{SHORT.format(n=1)}",2031-04-09\n"{SHORT},2031', encoding="utf-8")
    result = run("add", "quoted.csv", "talks.csv", "--json")
    assert result.exit_code == IN_PART
    lines = result.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == [
        "quoted.csv, row 3",
        *(f"talks.csv, row {n}" for n in (2, 3, 4)),
    ]
    assert added(result)[0] == 2


def test_a_gzip_bomb_is_one_line(run, folder, monkeypatch):
    monkeypatch.setattr("dateline.fetch.streams.MAX_BYTES", 100_000)
    (folder / "bomb.jsonl.gz").write_bytes(gzip.compress(b" " * 30_000_000))
    result = run("add", "bomb.jsonl.gz", "good.txt", "--json")
    assert (result.exit_code, added(result)) == (IN_PART, (1, 0, 1))
    assert "bomb.jsonl.gz: unpacks to more than 100 times its size, as gzip bombs do" in result.stderr


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_an_xml_bomb_is_one_line(run, folder, bomb):
    (folder / "feed.xml").write_text(bomb, encoding="utf-8")
    result = run("add", "feed.xml")
    assert result.exit_code == FAILED
    assert result.stderr.startswith("dateline: feed.xml: XML that defines entities of its own, as XML bombs do")
    assert result.stderr.count("\n") == 1


class Wire(BaseHTTPRequestHandler):
    """A site with a feed, its two articles, a feed without end and a way into a private network."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        match self.path:
            case "/away":
                self.answer(302, location="http://10.1.2.3/secrets")
            case "/feed" if self.headers.get("If-None-Match") == '"v1"':
                self.answer(304)
            case "/feed":
                self.answer(200, FEED, etag='"v1"')
            case "/endless":
                self.answer(200, "<rss version='2.0'><channel>")
                while not self.server.stop.wait(0.02):
                    self.wfile.write(b"<item><link>/1</link></item>")
            case "/1" | "/2":
                self.answer(200, PAGE.format(path=self.path), content_type="text/html")
            case _:
                self.answer(404)

    def answer(self, status: int, body: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


class Server(HTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Wire)
        self.asked: list[str] = []
        self.stop = threading.Event()

    def handle_error(self, *_: object) -> None:
        pass  # whoever has heard enough hangs up


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("dateline.fetch.visiting.PAUSE", 0.0)
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", server.asked
        server.stop.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def public_is_here(monkeypatch):
    monkeypatch.setattr("dateline.fetch.guard.is_public", lambda number: number == "127.0.0.1")


def test_a_feed_is_followed_once_and_not_into_a_private_network(run, site, public_is_here):
    address, asked = site
    result = run("add", f"{address}/feed", "--json")
    assert (result.exit_code, added(result)) == (IN_PART, (2, 0, 1))
    private = "leads to a private network or this machine (10.1.2.3); --allow-private lets it"
    assert result.stderr == f"dateline: {address}/away: {private}\n"
    again = run("add", f"{address}/feed")
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (DONE, "1 feed had nothing new")
    assert asked.count("/1") == 1


def test_a_feed_that_never_ends_is_one_line(run, site, public_is_here, monkeypatch):
    monkeypatch.setattr("dateline.fetch.web.DEADLINE", 0.5)
    address, _ = site
    result = run("add", f"{address}/endless", "good.txt", "--json")
    assert (result.exit_code, added(result)) == (IN_PART, (1, 0, 1))
    assert result.stderr.startswith(f"dateline: {address}/endless: not finished after")
    assert result.stderr.count("\n") == 1


def test_this_machine_is_not_asked_unless_allowed(run, site):
    address, asked = site
    result = run("add", f"{address}/1")
    assert (result.exit_code, asked) == (FAILED, [])
    assert "private network" in result.stderr
    assert added(run("add", f"{address}/1", "--json", "--allow-private"))[0] == 1


# Processes, real ones.


@pytest.fixture
def started(folder):
    """A run of many articles by two processes, as soon as the archive holds the first of them."""
    lines = "".join(json.dumps({"text": SHORT.format(n=n) * 2, "id": n}) + "\n" for n in range(MANY))
    (folder / "many.jsonl").write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "add", "many.jsonl", "--jobs", "2", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603
    while process.poll() is None and not kept():
        time.sleep(0.05)
    yield process
    process.kill()
    process.communicate()


def kept() -> int:
    try:
        connection = sqlite3.connect("file:dateline.db?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return 0
    try:
        return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def children(pid: int) -> list[int]:
    command = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(pid)]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_reading_process_that_is_killed_loses_nothing(started):
    os.kill(children(started.pid)[0], signal.SIGKILL)
    out, err = started.communicate(timeout=120)
    counts = json.loads(out)
    assert (started.returncode, counts["added"], counts["refused"]) == (DONE, MANY, 0)
    assert err.startswith("dateline: a reading process ended by signal 9")
    assert kept() == MANY


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_keeps_what_is_read_and_the_same_command_carries_on(started, run):
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=120)
    counts = json.loads(out)
    assert (started.returncode, counts["interrupted"]) == (INTERRUPTED, True)
    assert err == "dateline: interrupted; all that was read is kept, and the same command carries on\n"
    assert 0 < counts["added"] == kept() < MANY
    assert added(run("add", "many.jsonl", "--json")) == (MANY - counts["added"], counts["added"], 0)
