"""The command `dateline`: its verbs, and every error as one line with its exit code."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from dateline.cli.actors import actor, actors
from dateline.cli.add import add
from dateline.cli.claims import claims, search
from dateline.cli.demo import demo
from dateline.cli.due import due
from dateline.cli.events import events, show
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.instruments import instrument, instruments
from dateline.cli.judge import judge, judgements, undo
from dateline.cli.messages import one_line
from dateline.cli.read import read
from dateline.cli.reread import reread
from dateline.cli.resolution import compare, resolution, vote
from dateline.cli.stats import stats
from dateline.cli.store import store
from dateline.cli.timeline import timeline
from dateline.errors import DatelineError

# What shells report for a program that SIGPIPE or SIGINT ended: 128 and the signal's number.
BROKEN_PIPE = 141
INTERRUPTED = 130


class Complaint(click.ClickException):
    """An error as it is shown: one line on stderr, no traceback."""

    def show(self, file: Any = None) -> None:
        """Write the line."""
        click.echo(f"dateline: {one_line(self.format_message())}", file=file, err=True)


class Misuse(Complaint):
    """A complaint about the command line itself."""

    exit_code = 2


class Verbs(click.Group):
    """A group whose errors, the parser's too, end as one line and an exit code."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse the options before the verb."""
        with _one_line_errors():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse and run the verb."""
        with _one_line_errors():
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, where a closed pipe is still an error of ours
            return result


@contextmanager
def _one_line_errors() -> Iterator[None]:
    try:
        yield
    except DatelineError as error:
        raise (Misuse if error.exit_code == Misuse.exit_code else Complaint)(str(error)) from error
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "dateline"
        raise Misuse(f"{error.format_message().rstrip('.')}; see '{where} --help'") from error
    except BrokenPipeError:
        # Whoever read our output has seen enough. What is left in the buffer goes nowhere, or the interpreter would
        # complain of it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    except OSError as error:  # help, and what was left in the buffer: a full disk
        raise Complaint(f"{error.filename or 'standard output'}: {error.strerror}; give another file") from error
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def commands() -> None:
    """Read the news of diplomacy: who did what to whom, when, according to whom, and which papers say what."""


READING = (read, demo, explain, resolution, compare, vote, due)
ARCHIVE = (add, timeline, events, show, actors, actor, instruments, instrument, claims, search, stats, export)
for verb in (*READING, *ARCHIVE, judge, undo, judgements, reread, store):
    commands.add_command(verb)


def main() -> None:
    """Run the command line and exit."""
    commands.main(prog_name="dateline")
