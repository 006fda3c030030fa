"""docs/cli.md has every command's help, as it is."""

import click
from tools.cli_docs import MARKED, PAGE, helps, written

from dateline.cli import commands


def test_the_page_has_every_command_and_its_help_as_it_is():
    page = PAGE.read_text(encoding="utf-8")
    assert [match[2] for match in MARKED.finditer(page)] == [
        name for name, _ in sorted(helps(), key=lambda h: page.find(f"<!-- help: {h[0]} -->"))
    ]
    assert written(page) == page, "write it anew: python -m tools.cli_docs"


def test_every_command_and_option_says_what_it_does():
    for name, command in commands.commands.items():
        assert command.help, name
        assert all(option.help for option in command.params if isinstance(option, click.Option)), name
