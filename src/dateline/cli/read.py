"""dateline read: articles -> their records."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from dateline.cli.messages import Messages, set_up_log
from dateline.cli.options import Day, Output, output_options
from dateline.cli.reading import exit_code, show_records
from dateline.errors import ReadError
from dateline.fetch import fetch
from dateline.load import load
from dateline.records import Article


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", type=Day(), metavar="DATE", help="Day of publication, as YYYY-MM-DD.")
@click.option("--title", help="The article's title.")
@click.option("--outlet", help="Who printed it.")
@output_options
def read(
    sources: tuple[str, ...],
    published: date | None,
    title: str | None,
    outlet: str | None,
    as_json: bool,
    html: str | None,
    model: str | None,
    verbose: int,
) -> None:
    """Read articles and show who did what to whom, when, according to whom.

    A SOURCE is a file, an http or https address, or '-' for standard input: plain text, Markdown, HTML, PDF, JSON
    or JSON Lines. Without --published the date is the one that the source gives, else that of a date line in the
    text; else relative dates such as 'on Saturday' are left open.
    """
    set_up_log(verbose)
    output = Output(as_json=as_json, html=html)
    messages = Messages()
    given = {"published": published, "title": title, "outlet": outlet}
    read_in_all = show_records(_articles(sources, given, messages), output, messages, model)
    click.get_current_context().exit(exit_code(read_in_all, messages.refused))


def _articles(sources: tuple[str, ...], given: dict[str, Any], messages: Messages) -> Iterator[Article]:
    """Every article of every source that can be read; the others are named on stderr."""
    for source in sources:
        messages.progress(f"fetching {source}")
        try:
            fetched = fetch(source)
        except ReadError as error:
            messages.refuse(error)
            continue
        for item in load(fetched, **given):
            if isinstance(item, ReadError):
                messages.refuse(item)
            else:
                yield item
