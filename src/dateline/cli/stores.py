"""The option --store, and the one who judges."""

import getpass
from collections.abc import Callable
from typing import Any

import click

from dateline.errors import UsageError

DEFAULT_STORE = "dateline.db"  # as dateline.store has it: its import takes a tenth of a second that no help needs

store_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--store",
    envvar="DATELINE_STORE",
    show_envvar=True,
    default=DEFAULT_STORE,
    show_default=True,
    metavar="URL",
    help="The archive: a file's path, or postgresql://user@host/database.",
)


def judging_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --why and --who to a verb, and --store."""
    for option in (
        store_option,
        click.option(
            "--who",
            envvar="DATELINE_WHO",
            show_envvar=True,
            metavar="NAME",
            help="Who judges; the user of this machine, if not given.",
        ),
        click.option("--why", required=True, metavar="TEXT", help="The reason, kept beside the judgement."),
    ):
        function = option(function)
    return function


def who_judges(given: str | None) -> str:
    """Return the name that was given, else that of the machine's user."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may know no name for the user's number
        raise UsageError("who judges? give --who") from None
