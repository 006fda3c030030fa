"""dateline demo: the example article that ships with Dateline -> its record."""

from importlib.resources import files

import click

from dateline.cli.messages import Messages, set_up_log
from dateline.cli.options import Output, output_options
from dateline.cli.reading import exit_code, show_records
from dateline.errors import ReadError
from dateline.fetch import Fetched
from dateline.load import load
from dateline.records import Article

EXAMPLE = "harbour-accord.json"


@click.command()
@output_options
def demo(as_json: bool, html: str | None, model: str | None, verbose: int) -> None:
    """Read the example article that comes with Dateline.

    An invented negotiation, told as a news agency would.
    """
    set_up_log(verbose)
    messages = Messages()
    read_in_all = show_records(iter([example()]), Output(as_json=as_json, html=html), messages, model)
    click.get_current_context().exit(exit_code(read_in_all, messages.refused))


def example() -> Article:
    """Return the example article."""
    data = (files("dateline") / "examples" / EXAMPLE).read_bytes()
    (article,) = load(Fetched(data=data, name=EXAMPLE))
    if isinstance(article, ReadError):
        raise article
    return article
