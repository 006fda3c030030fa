"""dateline due: what falls due, by whom, by which paper or report."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.asking import aliases, archive, filters_of, limit_option, today
from dateline.cli.messages import Messages, set_up_log
from dateline.cli.options import Day, private_option
from dateline.cli.papers import read_papers_and_articles
from dateline.cli.reading import exit_code
from dateline.cli.stores import store_option
from dateline.cli.writing import console, write_bytes, write_line
from dateline.records import Article
from dateline.records.due import Due
from dateline.records.resolution import Resolution

if TYPE_CHECKING:
    from dateline.store.filters import Filters

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Duration(click.ParamType[timedelta]):
    """A length of time as '90d', '12w', '6m', '1y'."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Return the length, or end with a usage error."""
        if isinstance(value, timedelta):
            return value
        found = re.fullmatch(r"(\d{1,4})\s*([dwmy])", str(value).strip().lower())
        if not found:
            self.fail(f"{value!r} is no length of time; write 90d, 12w, 6m or 1y", param, ctx)
        return timedelta(days=int(found[1]) * _DAYS[found[2]])


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--within", type=Duration(), metavar="LENGTH", help="At most so far ahead: 90d, 12w, 6m, 1y.")
@click.option("--since", type=Day(), metavar="DATE", help="Count from this day; today, if not given.")
@click.option(
    "--actor", metavar="NAME", help="Only what names this actor; in an archive also an id or a country's code."
)
@click.option("--about", metavar="TEXT", help='Words that it must hold; "quoted ones" together, -such not at all.')
@click.option("--published", type=Day(), metavar="DATE", help="Day of publication of articles that do not tell it.")
@limit_option(0)
@click.option("--ics", metavar="OUT", help="Write a calendar (RFC 5545) to the file OUT; '-' is stdout.")
@click.option("--json", "as_json", is_flag=True, help="Write each entry as JSON, one object a line.")
@store_option
@private_option
@click.option("-v", "--verbose", count=True, help="Say more on stderr.")
def due(  # noqa: PLR0913, PLR0917 - one for each option
    sources: tuple[str, ...],
    within: timedelta | None,
    since: date | None,
    actor: str | None,
    about: str | None,
    published: date | None,
    limit: int,
    ics: str | None,
    as_json: bool,
    store: str,
    allow_private: bool,
    verbose: int,
) -> None:
    """Show what falls due when, by whom, by which paragraph or report.

    A SOURCE is an article or a resolution; without any, the archive is asked. Votes, meetings, entries into force,
    ends of mandates and duties with a day are listed in the order of their days; what the source only plans is marked
    with a question mark. What newer versions no longer say is left out, and a judgement's correction counts.
    """
    from dateline.views.due import holds, names, select_due  # noqa: PLC0415

    set_up_log(verbose)
    messages = Messages()
    read = 0
    day = since or today()

    def found() -> Iterator[Due]:
        nonlocal read
        for item in read_papers_and_articles(sources, messages, published, allow_private=allow_private):
            read += 1
            yield from (each for each in _due_in(item) if names(each, actor) and holds(each, about))

    if sources:
        items = select_due(found(), since=day, within=within)
    else:
        asked = {"since": day.isoformat(), "until": _last(day, within), "actor": actor, "about": about}
        items = select_due(dues_of_archive(store, filters_of(asked), limit or None), since=day, within=within)
        read = 1
    _show(items[: limit or None], ics=ics, as_json=as_json, table=bool(read) or not messages.refused)
    click.get_current_context().exit(exit_code(read, messages.refused))


def _show(items: Sequence[Due], *, ics: str | None, as_json: bool, table: bool) -> None:
    if ics:
        from dateline.render.ics import render_ics  # noqa: PLC0415

        write_bytes(render_ics(items, made=datetime.now(UTC)), ics)
    if as_json:
        for item in items:
            write_line(item.to_json())
    elif not ics and table:
        from dateline.render.resolution import render_due  # noqa: PLC0415

        render_due(items, console())


def _last(day: date, within: timedelta | None) -> str | None:
    try:
        return (day + within).isoformat() if within is not None else None
    except OverflowError:
        return None


def dues_of_archive(address: str, filters: "Filters", limit: int | None) -> list[Due]:
    """Return what falls due by an archive; in no order where something recurs."""
    from dateline.store.asking_dues import dues  # noqa: PLC0415 - no help waits for the store

    with archive(address) as connection:
        return [told.due for told in dues(connection, filters, limit, aliases)]


def _due_in(item: Resolution | Article) -> Iterator[Due]:
    from dateline.views.due import due_in_record, due_in_resolution  # noqa: PLC0415

    if isinstance(item, Resolution):
        return due_in_resolution(item)
    from dateline.flow import read_article  # noqa: PLC0415 - spaCy takes a second to load
    from dateline.lexicons import load_lexicons  # noqa: PLC0415
    from dateline.parse import load_model  # noqa: PLC0415

    return due_in_record(read_article(item, load_model(), load_lexicons()))
