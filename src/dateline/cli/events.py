"""dateline events, show: what was done, as each report tells it; and everything behind one event."""

from typing import Any

import click

from dateline.cli.asking import Form, aliases, archive, filter_options, filters_of, form_options, limit_option


@click.command()
@filter_options
@click.option("--dated", is_flag=True, help="Leave out what the reports give no date for.")
@limit_option(50)
@form_options
def events(limit: int, as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """List events as each report tells them, the newest first.

    An event that three reports tell stands three times; 'dateline timeline' shows it once.
    """
    from dateline.render.answers import render_events  # noqa: PLC0415 - no help waits for it, nor for the store
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store import asking  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = asking.events(connection, filters, limit or None, aliases)
        form.show(map(plain, found), lambda out: render_events(found, out))


@click.command()
@click.argument("event")
@form_options
def show(event: str, as_json: bool, as_csv: bool, store: str) -> None:
    """Show everything behind an EVENT: its reports, their words, who says so, what was judged.

    EVENT is the id that the other verbs show, or its beginning. For each report: the quotation and where it stands
    in the text, the article, the day, the chain from the speaker to the outlet, the rule that found it; then the
    judgements on it, and what earlier versions and readings told.
    """
    from dateline.render.files import render_event_file  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store.asking_events import event_file  # noqa: PLC0415

    form = Form(as_json=as_json, as_csv=as_csv)
    with archive(store) as connection:
        found = event_file(connection, event)
    rows = [plain(found)] if as_json else [plain(item.event) for item in found.evidence]
    form.show(rows, lambda out: render_event_file(found, out))
