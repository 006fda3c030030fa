"""dateline read: articles -> their records."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from dateline.cli.messages import Messages, set_up_log
from dateline.cli.options import Day, Output, output_options, private_option
from dateline.cli.reader import ReaderChoice, reader_options, show_estimate
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
@private_option
@reader_options
@output_options
def read(  # noqa: PLR0913, PLR0917 - one for each option
    sources: tuple[str, ...],
    published: date | None,
    title: str | None,
    outlet: str | None,
    allow_private: bool,
    as_json: bool,
    html: str | None,
    model: str | None,
    verbose: int,
    **reader: Any,
) -> None:
    """Read articles and show who did what to whom, when, according to whom.

    A SOURCE is a file, an http or https address, or '-' for standard input: plain text, Markdown, HTML, PDF, JSON,
    JSON Lines, CSV, Parquet, WARC, RSS or Atom. Without --published the date is the one that the source gives, else that of a date line in the
    text; else relative dates such as 'on Saturday' are left open.

    With --reader llm the articles' texts are sent to a language model. Only what it quotes from the text comes into
    a record; what it answers beyond that is in the record's 'refused', shown with -v.
    """
    set_up_log(verbose)
    output = Output(as_json=as_json, html=html)
    choice = ReaderChoice(**reader)
    messages = Messages()
    given = {"published": published, "title": title, "outlet": outlet}
    articles = _articles(sources, given, messages, allow_private=allow_private)
    if choice.dry_run:
        count = show_estimate(articles, choice)
    else:
        count = show_records(articles, output, messages, model, choice)
    click.get_current_context().exit(exit_code(count, messages.refused))


def _articles(
    sources: tuple[str, ...], given: dict[str, Any], messages: Messages, *, allow_private: bool
) -> Iterator[Article]:
    """Every article of every source that can be read; the others are named on stderr."""
    for source in sources:
        messages.progress(f"fetching {source}")
        try:
            fetched = fetch(source, allow_private=allow_private)
        except ReadError as error:
            messages.refuse(error)
            continue
        for item in load(fetched, **given):
            if isinstance(item, ReadError):
                messages.refuse(item)
            else:
                yield item
