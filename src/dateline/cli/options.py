"""Options that several verbs share: how results come out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from dateline.load import parse_day

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """How results come out: JSON Lines, a page (a file or '-'), or the terminal view where neither is asked for."""

    as_json: bool = False
    html: str | None = None

    def __post_init__(self) -> None:
        if self.html == "-" and self.as_json:
            raise click.UsageError("--json and '--html -' would both write to standard output; give --html a file")
        if self.html and self.html != "-" and not Path(self.html).parent.is_dir():
            raise click.UsageError(f"--html {self.html}: there is no directory {str(Path(self.html).parent)!r}")
        if self.html and Path(self.html).is_dir():
            raise click.UsageError(f"--html {self.html}: a directory; give a file in it")


class Day(click.ParamType[date]):
    """A day, as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or end with a usage error if there is none."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def output_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json, --html, --model and -v to a verb."""
    for option in reversed(OUTPUT_OPTIONS):
        function = option(function)
    return function


def private_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --allow-private to a verb that fetches addresses."""
    return click.option(
        "--allow-private", is_flag=True, help="Let addresses lead to this machine and to private networks."
    )(function)


model_option = click.option(
    "--model",
    envvar="DATELINE_MODEL",
    show_envvar=True,
    metavar="NAME",
    help="An installed spaCy pipeline for English, such as en_core_web_lg, in place of the default.",
)

OUTPUT_OPTIONS: tuple[Decorator, ...] = (
    click.option("--json", "as_json", is_flag=True, help="Write each record as JSON, one object a line."),
    click.option("--html", metavar="OUT", help="Write one self-contained page to the file OUT; '-' is stdout."),
    model_option,
    click.option("-v", "--verbose", count=True, help="Say more on stderr; -vv also where errors come from."),
)
