"""dateline export: events of an archive in the formats that the field's tools read."""

import io
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from dateline.cli.asking import aliases, archive, filter_options, filters_of, limit_option
from dateline.cli.due import dues_of_archive
from dateline.cli.stores import store_option
from dateline.cli.writing import write_bytes
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.store.filters import Filters

NAMES = ("polecat", "plover", "icews", "mentions", "ftm", "timelinejs", "jsonld", "parquet", "ics")


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(NAMES, case_sensitive=False))
@click.option("-o", "--output", "out", required=True, metavar="OUT", help="The file to write; '-' is stdout.")
@filter_options
@limit_option(0)
@store_option
def export(format_: str, out: str, limit: int, store: str, **asked: Any) -> None:
    """Write events of an archive in another format: polecat, plover, icews, mentions, ftm, timelinejs, jsonld, parquet, ics.

    With the same filters as 'dateline events', the earliest first. POLECAT comes with a file beside it,
    OUT.evidence.tsv, that has the quotation, its place, address, status and chain by Event ID. POLECAT, PLOVER and
    ICEWS know no status: there planned acts are AGREE, as PLOVER's manual has them, and denied, cancelled or only
    proposed ones are left out. ics is the calendar of what falls due; of the filters, --actor, --party, --about and
    the days count there.
    """
    filters, most = filters_of(asked), limit or None
    if format_ == "ics":
        _calendar(store, filters, most, out)
        return
    count = _parquet(store, filters, most, out) if format_ == "parquet" else _text(format_, store, filters, most, out)
    if out != "-":
        click.echo(f"{out}: {count} events", err=True)


def _text(format_: str, store: str, filters: "Filters", limit: int | None, out: str) -> int:
    from dateline.render.exports import FORMATS  # noqa: PLC0415 - no help waits for it, nor for the store
    from dateline.store.exporting import exported  # noqa: PLC0415

    chosen = FORMATS[format_]
    with ExitStack() as files:
        connection = files.enter_context(archive(store))
        file = files.enter_context(_writing(out))
        beside = None
        if chosen.sidecar and out != "-":
            beside = files.enter_context(_writing(str(Path(out).with_suffix(chosen.sidecar))))
        return chosen.write(exported(connection, filters, limit, aliases), file, beside)


def _parquet(store: str, filters: "Filters", limit: int | None, out: str) -> int:
    from dateline.render.exports import parquet  # noqa: PLC0415
    from dateline.store.exporting import exported  # noqa: PLC0415

    if out == "-":
        raise click.UsageError("parquet is no text for standard output; give -o a file")
    with archive(store) as connection, _whole(out) as part:
        return parquet.write(exported(connection, filters, limit, aliases), part)


def _calendar(store: str, filters: "Filters", limit: int | None, out: str) -> None:
    from dateline.render.ics import render_ics  # noqa: PLC0415

    write_bytes(render_ics(dues_of_archive(store, filters, limit), made=datetime.now(UTC)), out)


@contextmanager
def _writing(out: str) -> Iterator[IO[str]]:
    """Open a file for text, or standard output; UTF-8 and plain line ends everywhere."""
    if out == "-":
        written = io.StringIO()
        yield written
        write_bytes(written.getvalue().encode(), out)
        return
    with _whole(out) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def _whole(out: str) -> Iterator[Path]:
    """Give a file beside `out` that takes its place once all is written: what breaks off leaves no half of a table."""
    part = Path(f"{out}.part")
    try:
        yield part
        os.replace(part, out)  # noqa: PTH105 - both are paths already
    except OSError as error:
        raise DatelineError(f"{out}: cannot be written ({error.strerror}); give another file") from error
    finally:
        part.unlink(missing_ok=True)
