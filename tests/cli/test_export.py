"""Exports of a small archive made by hand: files, what stands beside them, and what is said of what cannot be."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import Actor, Article, Event, Record
from dateline.archive import entry
from dateline.cli import commands
from dateline.cli.export import NAMES
from dateline.records import ActorKind, DateRange, EventStatus, EventType
from dateline.store import open_store

TEXT = "Ada Berg met Ivo Kral on Monday. Berg will visit Bergen on Friday."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def day(value: str) -> DateRange:
    return DateRange(value=value, earliest=value, latest=value)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of one report with a meeting and a planned visit."""
    actors = (
        Actor(id="a1", name="Ada Berg", kind=ActorKind.PERSON, mentions=(at("Ada Berg"),)),
        Actor(id="a2", name="Ivo Kral", kind=ActorKind.PERSON, mentions=(at("Ivo Kral"),)),
    )
    met = Event(
        id="e1",
        type=EventType.CONSULT,
        status=EventStatus.OCCURRED,
        trigger=at("met"),
        evidence=(at("Ada Berg met Ivo Kral on Monday"),),
        actors=("a1", "a2"),
        date=day("2031-04-07"),
    )
    visit = Event(
        id="e2",
        type=EventType.CONSULT,
        mode="visit",
        status=EventStatus.PLANNED,
        trigger=at("visit"),
        evidence=(at("Berg will visit Bergen on Friday"),),
        actors=("a1",),
        date=day("2031-04-11"),
    )
    article = Article(text=TEXT, published=date(2031, 4, 9), outlet="Harbour Wire")
    path = tmp_path / "archive.db"
    with open_store(str(path)) as store:
        store.add([entry(Record(article=article, actors=actors, events=(met, visit)), "https://news.example/kral")])
    return path


def run(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["export", *arguments, "--store", str(archive)])


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_written_whole(name: str, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{name}"
    result = run(archive, name, "-o", str(out))
    assert result.exit_code == 0, result.output
    assert out.stat().st_size > 0
    assert not list(tmp_path.glob("*.part"))
    assert (tmp_path / "out.evidence.tsv").exists() is (name == "polecat")


def test_filters_choose_what_is_exported(archive: Path) -> None:
    rows = run(archive, "plover", "-o", "-", "--status", "planned").stdout.splitlines()
    assert len(rows) == 1
    assert '"AGREE"' in rows[0]


def test_what_falls_due_is_a_calendar(archive: Path) -> None:
    text = run(archive, "ics", "-o", "-").stdout
    assert "BEGIN:VCALENDAR" in text
    assert "20310411" in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("csv", "-o", "-"), 2, "is not one of"),
        (("parquet", "-o", "-"), 2, "give -o a file"),
        (("plover",), 2, "Missing option"),
        (("plover", "-o", "-", "--actor", "Nobody Known"), 1, "Nobody Known"),
    ],
)
def test_what_cannot_be_is_one_line(arguments: tuple[str, ...], code: int, words: str, archive: Path) -> None:
    result = run(archive, *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_that_was_there_stays_where_the_export_fails(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.tsv"
    out.write_text("old", encoding="utf-8")
    assert run(archive, "polecat", "-o", str(out), "--actor", "Nobody Known").exit_code == 1
    assert out.read_text(encoding="utf-8") == "old"


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    result = run(tmp_path / "none.db", "plover", "-o", "-")
    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()
