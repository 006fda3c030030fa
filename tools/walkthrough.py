"""README.md and docs/archive.md: from articles to a timeline in a few commands, their output as it is.

    python -m tools.walkthrough

A test holds the pages to what this writes;
ids of events differ from place to place where an article has no address but its file's.
"""

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from dateline.cli import commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "archive.md")
EXAMPLES = "src/dateline/examples"
MARKED = re.compile(r"(<!-- walkthrough -->\n).*?(<!-- end -->)", re.DOTALL)
ID = re.compile(r"\b[0-9a-f]{8}(?:[0-9a-f]{8})?\b")
ADOPTED = "“adopted a"  # the event that the walk goes into
STEPS = (
    f"add {EXAMPLES}",
    "timeline --dated --since 2034-02 --today 2034-03-16",
    "show ID",
    "due --since 2034-03-16",
    "export polecat -o events.tsv",
)


def without_ids(words: str) -> str:
    """Return the words with the same in place of every id and of the lexicons' digest."""
    return re.sub(r"lexicons \w+", "lexicons", ID.sub("0" * 8, words))


@cache
def outputs() -> tuple[tuple[str, str], ...]:
    """Return each command and what it writes, on an archive of the example articles alone."""
    return tuple(_outputs())


def _outputs() -> Iterator[tuple[str, str]]:
    shown = ""
    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        os.chdir(folder)
        try:
            for step in STEPS:
                command = step.replace("ID", _event(shown))
                arguments = [str(ROOT / a) if a == EXAMPLES else a for a in shlex.split(command)]
                result = CliRunner().invoke(
                    commands, arguments, env={"COLUMNS": "100", "DATELINE_STORE": "dateline.db"}
                )
                if result.exit_code:
                    raise RuntimeError(f"{command}: {result.output}")
                shown = shown if step.startswith("show") else result.stdout
                lines = (line.rstrip() for line in result.output.splitlines())
                yield command, "\n".join(lines)
        finally:
            os.chdir(here)


def _event(shown: str) -> str:
    """The id of the event that the walk goes into, from the timeline before."""
    line = next((line for line in shown.splitlines() if ADOPTED in line), "")
    found = ID.search(line)
    return found[0] if found else "ID"


def written(page: str) -> str:
    """Return the page with the commands and their output between its marks."""
    parts = [f"$ dateline {command}\n{output}" for command, output in outputs()]
    block = "```console\n" + "\n".join(parts) + "\n```\n"
    return MARKED.sub(lambda match: match[1] + block + match[2], page)


def main() -> int:
    """Write the pages."""
    for page in PAGES:
        page.write_text(written(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
