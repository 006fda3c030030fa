"""docs/cli.md: each command's help written between its marks, from the commands themselves.

    python -m tools.cli_docs

A test holds the page to what this writes.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dateline.cli import commands

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
MARKED = re.compile(r"(<!-- help: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
WIDTH = 100


def helps() -> Iterator[tuple[str, str]]:
    """Yield each command's name, "dateline" first, with its help."""
    yield from _helps(commands, "dateline")


def _helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    yield name, _help(command, name)
    if isinstance(command, click.Group):
        for verb, part in sorted(command.commands.items()):
            yield from _helps(part, f"{name} {verb}")


def written(page: str) -> str:
    """Return the page with the help of each command that it has marks for. KeyError for a command that is none."""
    known = dict(helps())
    return MARKED.sub(lambda match: f"{match[1]}```text\n{known[match[2]]}\n```\n{match[3]}", page)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    context.help_option_names = ["-h", "--help"]
    return command.get_help(context)


def main() -> int:
    """Write the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
