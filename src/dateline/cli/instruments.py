"""dateline instruments, instrument: the papers that reports speak of; and everything about one of them."""

from typing import Any

import click

from dateline.cli.asking import Form, aliases, archive, filters_of, form_options, limit_option, when_and_told_options


@click.command()
@click.option("--actor", metavar="NAME", help="Who proposes it, or is a party to it.")
@when_and_told_options
@limit_option(30)
@form_options
def instruments(limit: int, as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """List agreements, drafts, resolutions and plans, the last reported first.

    The days are those of the reports; --about looks in the papers' names.
    """
    from dateline.render.answers import render_papers  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store.asking_papers import papers  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = papers(connection, filters, limit or None, aliases)
        form.show(map(plain, found), lambda out: render_papers(found, out))


@click.command()
@click.argument("name")
@form_options
def instrument(name: str, as_json: bool, as_csv: bool, store: str) -> None:
    """Show what the archive has on the paper NAME: its stages and who tells them, what it says, what was done with it.

    NAME is a name, a symbol such as S/2026/14, or an id.
    """
    from dateline.render.files import render_paper_file  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store.asking_papers import paper_file  # noqa: PLC0415

    form = Form(as_json=as_json, as_csv=as_csv)
    with archive(store) as connection:
        found = paper_file(connection, name, aliases)
    form.show([plain(found)], lambda out: render_paper_file(found, out))
