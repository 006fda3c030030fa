"""dateline timeline: what happened, by day, and what is ahead."""

from typing import Any

import click

from dateline.cli.asking import Bound, Form, aliases, archive, filter_options, filters_of, form_options, limit_option
from dateline.cli.asking import today as by_the_clock
from dateline.cli.writing import write_bytes


@click.command()
@filter_options
@click.option("--dated", is_flag=True, help="Leave out what the reports give no date for.")
@click.option("--today", type=Bound(last=False), metavar="DATE", help="What is ahead is ahead of this day.")
@limit_option(60, "At most so many up to today, the newest, and so many ahead; 0 is all.")
@click.option("--svg", metavar="OUT", help="Draw it, into the file OUT; '-' is stdout.")
@click.option(
    "--lanes",
    type=click.Choice(["actor", "instrument"]),
    default="actor",
    show_default=True,
    help="With --svg: a lane for each actor, or for each paper.",
)
@form_options
def timeline(
    today: str | None, limit: int, svg: str | None, lanes: str, as_json: bool, as_csv: bool, store: str, **asked: Any
) -> None:
    """Show what happened, day by day, and what is ahead.

    Events that judgements hold to be the same stand once. What a report gives no date for stands on the day of the
    report and is marked 'told'; what is no more exact than a month or a year says so. Votes, ends of mandates and duties
    that papers set are shown beside the events. The id at the end of a line is what 'dateline show' takes.
    """
    from datetime import date  # noqa: PLC0415

    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.render.timeline import render_timeline  # noqa: PLC0415
    from dateline.store import asking  # noqa: PLC0415
    from dateline.views.timeline import timeline as view  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    day = date.fromisoformat(today) if today else by_the_clock()
    with archive(store) as connection:
        found = asking.timeline(connection, filters, day, limit or None, aliases)
        dues = asking.dues_beside(connection, filters, found, day, limit or None, aliases)
    shown = view(found.events, dues, today=day)
    if svg:
        from dateline.render.timeline_svg import render_svg  # noqa: PLC0415

        write_bytes(render_svg(shown, lanes=lanes).encode(), svg)
        return
    notes = [found.note(limit)] if found.note(limit) else []
    form.show(map(plain, shown.entries()), lambda out: render_timeline(shown, out, notes))
