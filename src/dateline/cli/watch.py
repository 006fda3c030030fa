"""What a long run shows on stderr: a bar with counts, rate and time left on a terminal, refusals everywhere."""

import logging
import sys
import time
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TaskID, TextColumn
from rich.text import Text

from dateline.cli.messages import one_line
from dateline.errors import ReadError

if TYPE_CHECKING:
    from dateline.batch.tally import Tally

log = logging.getLogger(__name__)

# Refusals of one reason that are named; a crawl has thousands of pages that are no articles, and -v names them all.
NAMED = 20


LOADING = "loading the language model"


class TimeLeft(ProgressColumn):
    """The time that the rest of the files takes, by the share of them that is taken and the time it took.

    Nothing until articles are read: files are taken somewhat ahead of that, and the model has to be loaded first.
    """

    def render(self, task: Task) -> Text:
        """Return it as "0:03:12 left"; nothing where the rest is not known."""
        if not (task.total and task.completed and task.elapsed and task.fields["rate"]):
            return Text("")
        left = int(task.elapsed * (task.total - task.completed) / task.completed)
        return Text(f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02} left")


class Watch:
    """The run as a person at the terminal sees it."""

    def __init__(self, *, verbose: int = 0) -> None:
        self.refused = 0
        self._all = bool(verbose)
        self._reasons: Counter[str] = Counter()
        self._begun = time.monotonic()
        self._bar: Progress | None = None
        self._task = None if not sys.stderr.isatty() else self._make_bar()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            _send_log(sys.stderr)

    def begin(self, size: int | None) -> None:
        """Start the bar. size: of all sources in bytes, None where it is not known."""
        self._begun = time.monotonic()
        if self._bar and self._task is not None:
            self._bar.reset(self._task, total=size)
            self._bar.start()
            _send_log(sys.stderr)  # which is the bar's now, so that lines come above it

    def position(self, size: int) -> None:
        """Show how many bytes of the sources are taken."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=size)

    def progress(self, tally: "Tally") -> None:
        """Show the counts."""
        if self._bar and self._task is not None:
            elapsed = time.monotonic() - self._begun
            rate = f"{tally.read / elapsed:.1f}/s" if tally.read and elapsed else ""
            self._bar.update(self._task, counts=_counts(tally) or LOADING, rate=rate)

    def refuse(self, error: ReadError) -> None:
        """Name an input that was not read, and why; of those with one reason only so many, unless all are asked for."""
        self.refused += 1
        self._reasons[error.reason.value] += 1
        if not self._all and self._reasons[error.reason.value] > NAMED:
            return
        self._say(f"dateline: {one_line(error)}")
        if error.__cause__:
            log.info("caused by %s: %s", type(error.__cause__).__name__, one_line(error.__cause__))
            log.debug("in full:", exc_info=error)

    def _say(self, line: str) -> None:
        """Write a line to stderr, above the bar where there is one."""
        if self._bar and self._bar.live.is_started:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def tell_unnamed(self) -> None:
        """Say how many refusals were only counted."""
        unnamed = 0 if self._all else sum(max(0, n - NAMED) for n in self._reasons.values())
        if unnamed:
            click.echo(f"dateline: {unnamed} more were refused for the same reasons; -v names them", err=True)

    def _make_bar(self) -> TaskID:
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[counts]}"),
            TextColumn("{task.fields[rate]}"),
            TimeLeft(),
            console=Console(file=sys.stderr, highlight=False),
            transient=True,
        )
        return self._bar.add_task("adding", total=None, counts=LOADING, rate="")


def summary(tally: "Tally", store: str) -> str:
    """Return the counts in words, for people."""
    lines = [f"{store}: {_counted(tally.added, 'report')} added with {_counted(tally.events, 'event')}"]
    if tally.versions:
        lines[0] += f", {_counted(tally.versions, 'new version')} of old ones"
    if tally.known:
        lines[0] += f", {tally.known} there already"
    if tally.resolutions:
        lines[0] += f"; {_counted(tally.resolutions, 'resolution')} among them"
    if tally.unchanged:
        lines.append(f"{_counted(tally.unchanged, 'feed')} had nothing new")
    if tally.passed_over:
        lines.append(f"{_counted(tally.passed_over, 'file')} in folders passed over: not of a kind that is read")
    if tally.refused:
        reasons = ", ".join(f"{count} {reason}" for reason, count in tally.refused.most_common())
        lines.append(f"{tally.refused.total()} refused: {reasons}")
    return "\n".join(lines)


def _counts(tally: "Tally") -> str:
    shown = [("read", tally.read), ("known", tally.known), ("refused", tally.refused.total())]
    return " · ".join(f"{count:,} {what}" for what, count in shown if count)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def _send_log(stream: object) -> None:
    for handler in logging.getLogger("dateline").handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setStream(stream)
