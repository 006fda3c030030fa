"""The command as a program of its own: what only a process can show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli.commands import BROKEN_PIPE

PROGRAM = [sys.executable, "-m", "dateline"]


def run(*arguments: str, **fields: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=False, timeout=120, **fields
    )


def test_the_package_runs_as_a_program():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("dateline ")


def test_an_error_is_one_line_and_an_exit_code(folder):
    done = run("read", "nowhere.txt", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "dateline: nowhere.txt: no such file; an address begins with http:// or https://\n"


def test_a_locale_of_ascii_shows_question_marks(folder):
    (folder / "curly.txt").write_text("“Talks” resumed.", encoding="utf-8")
    done = run("read", "curly.txt", cwd=folder, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "?Talks? resumed." in done.stdout


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_reader_that_has_seen_enough_ends_the_run_in_silence(folder, form):
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [*PROGRAM, "read", "good.txt", *form],
            stdout=write_end,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
            timeout=120,
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (BROKEN_PIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["read", "good.txt", "--json"]])
def test_a_full_disk_is_one_line_and_an_exit_code(folder, arguments):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False, timeout=120
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"dateline: standard output: ")
    assert done.stderr.count(b"\n") == 1
