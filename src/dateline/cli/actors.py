"""dateline actors, actor: who takes part; and everything about one of them."""

from typing import Any

import click

from dateline.cli.asking import Form, aliases, archive, filter_options, filters_of, form_options, limit_option


@click.command()
@filter_options
@limit_option(30)
@form_options
def actors(limit: int, as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """List who takes part in events, the most active first.

    Counted are the newest 5,000 events that the options leave.
    """
    from dateline.render.answers import render_actors  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store import asking_actors as asking  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = asking.actors(connection, filters, limit or None, aliases)
    note = "--limit 0 shows all" if limit and len(found) == limit else ""
    form.show(map(plain, found), lambda out: render_actors(found, out, note))


@click.command()
@click.argument("name")
@form_options
def actor(name: str, as_json: bool, as_csv: bool, store: str) -> None:
    """Show what the archive has on the actor NAME: offices, names, deeds, with whom, words.

    NAME is a name, or the id that 'dateline actors' shows. Offices and names are those that the reports use, with
    the days of the first and the last of these; deeds and partners are counted over the newest 1,000 events.
    """
    from dateline.render.files import render_actor_file  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store.asking_actors import actor_file  # noqa: PLC0415

    form = Form(as_json=as_json, as_csv=as_csv)
    with archive(store) as connection:
        found = actor_file(connection, name, aliases)
    form.show([plain(found)], lambda out: render_actor_file(found, out))
