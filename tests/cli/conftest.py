"""A folder with small articles in it, and the command run in it."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from dateline.cli import commands

STORY = (
    "Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Monday, her ministry said. "
    "The two sides signed an agreement on fishing and will meet again in June."
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working directory of the test: good.txt, empty.txt, german.txt, three.jsonl with a bad line in the middle."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    german = "Die beiden Seiten unterzeichneten am Montag in Oslo ein Abkommen über die Fischerei, wie sie mitteilten."
    (tmp_path / "german.txt").write_text(german, encoding="utf-8")
    lines = f'{{"text": "{STORY}", "title": "One", "published": "2031-04-09"}}\n{{}}\n{{"text": "Talks ended.", "title": "Two"}}\n'
    (tmp_path / "three.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder) -> Callable[..., Result]:
    """Run dateline with these arguments in the folder."""

    def go(*arguments: str, stdin: str | bytes | None = None, **environment: str) -> Result:
        result = CliRunner().invoke(commands, arguments, input=stdin, env=environment, prog_name="dateline")
        assert "Traceback" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return go
