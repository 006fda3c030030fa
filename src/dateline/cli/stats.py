"""dateline stats: how much an archive holds, by what."""

from typing import Any

import click

from dateline.cli.asking import Form, archive, filters_of, form_options, when_options


@click.command()
@when_options
@form_options
def stats(as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """Count reports, events and claims, by type, status, month and outlet, and who is seen most."""
    from dateline.render.files import render_stats  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store import asking_stats as asking  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = asking.stats(connection, filters)
    form.show([plain(found)], lambda out: render_stats(found, out))
