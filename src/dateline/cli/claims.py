"""dateline claims, search: who says what; and which reports hold which words."""

from typing import Any

import click

from dateline.cli.asking import (
    Form,
    aliases,
    archive,
    filters_of,
    form_options,
    limit_option,
    source_option,
    when_and_told_options,
    when_options,
)


@click.command()
@click.option("--actor", metavar="NAME", help="Who speaks: a name, an id, or a country's code.")
@when_and_told_options
@limit_option(30)
@form_options
def claims(limit: int, as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """List who says what, the newest first.

    The days are those of saying where the text tells them, else of the reports; --about looks in the words said.
    """
    from dateline.render.answers import render_claims  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store import asking_claims as asking  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = asking.claims(connection, filters, limit or None, aliases)
        form.show(map(plain, found), lambda out: render_claims(found, out))


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@when_options
@source_option
@limit_option(20)
@form_options
def search(words: tuple[str, ...], limit: int, as_json: bool, as_csv: bool, store: str, **asked: Any) -> None:
    """Find the reports that hold all words of TEXT, the newest first.

    Words within quotation marks stand together ('"Security Council"'); a word with a minus must not be there: write
    it after '--', or in quotes with the others. Case and accents do not matter. The words are marked: in bold on a
    terminal, within [ ] elsewhere.
    """
    from dateline.render.answers import render_hits  # noqa: PLC0415
    from dateline.render.flat import plain  # noqa: PLC0415
    from dateline.store import asking_texts as asking  # noqa: PLC0415

    form, filters = Form(as_json=as_json, as_csv=as_csv), filters_of(asked)
    with archive(store) as connection:
        found = asking.search(connection, " ".join(words), filters, limit or None)
        form.show(map(plain, found), lambda out: render_hits(found, out))
