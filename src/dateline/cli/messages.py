"""What goes to stderr: refusals, progress, the log."""

import logging
import sys

import click

from dateline.errors import DatelineError

log = logging.getLogger(__name__)

ERASE = "\r\x1b[2K"  # to the line's begin, and clear it


def one_line(text: object) -> str:
    """Return the text on one line: names of files may hold line breaks."""
    return " ".join(str(text).split())


class Messages:
    """Refusals, one line each and counted, and on a terminal a line of progress below them."""

    def __init__(self) -> None:
        self.refused = 0
        self._in_progress = False

    def refuse(self, error: DatelineError) -> None:
        """Name an input that is not read, and why."""
        self.refused += 1
        self.clear()
        click.echo(f"dateline: {one_line(error)}", err=True)
        if error.__cause__:
            log.info("caused by %s: %s", type(error.__cause__).__name__, one_line(error.__cause__))
            log.debug("in full:", exc_info=error)

    def progress(self, text: str) -> None:
        """Show what is being done, on a terminal only, in place of what was shown before."""
        if sys.stderr.isatty():
            sys.stderr.write(f"{ERASE}{text}")
            sys.stderr.flush()
            self._in_progress = True

    def clear(self) -> None:
        """Take the line of progress away, before anything else is written."""
        if self._in_progress:
            sys.stderr.write(ERASE)
            sys.stderr.flush()
            self._in_progress = False


def set_up_log(verbosity: int) -> None:
    """Send the package's log to stderr: warnings; counts with -v; every step and traceback with -vv."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("dateline: %(message)s"))
    logger = logging.getLogger("dateline")
    logger.handlers[:] = [handler]
    logger.setLevel({0: logging.WARNING, 1: logging.INFO}.get(verbosity, logging.DEBUG))
    root = logging.getLogger()
    if not root.handlers:  # without any, Python prints the warnings of every library
        root.addHandler(logging.NullHandler())
