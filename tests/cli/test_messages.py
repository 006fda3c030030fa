"""What goes to stderr, on a terminal and elsewhere."""

import io
import sys

import pytest

from dateline import ReadError
from dateline.cli.messages import ERASE, Messages, one_line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_in_one_line_that_refusals_replace(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    messages = Messages()
    messages.progress("fetching a.txt")
    messages.progress("fetching b.txt")
    messages.refuse(ReadError("b.txt: no such file"))
    messages.clear()
    assert sys.stderr.getvalue() == f"{ERASE}fetching a.txt{ERASE}fetching b.txt{ERASE}dateline: b.txt: no such file\n"
    assert messages.refused == 1


def test_progress_is_silent_elsewhere(capsys):
    messages = Messages()
    messages.progress("fetching a.txt")
    messages.clear()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("text", "line"), [("a\nb", "a b"), ("  a \t b\r\n", "a b"), ("", "")])
def test_a_message_is_one_line(text, line):
    assert one_line(text) == line
