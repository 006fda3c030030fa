"""dateline add: sources of every kind -> the archive."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.messages import set_up_log
from dateline.cli.options import Day, model_option, private_option
from dateline.cli.reader import ReaderChoice, begin_work_list, reader_options_beside_jobs, show_estimate, with_model
from dateline.cli.reading import exit_code
from dateline.cli.stores import store_option
from dateline.cli.watch import Watch, summary
from dateline.cli.writing import write_line
from dateline.records import Article

if TYPE_CHECKING:
    from dateline.batch.gathering import Gatherer
    from dateline.batch.workers import Alone, Workers
    from dateline.store import Store

INTERRUPTED = 130


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@store_option
@click.option("--published", type=Day(), metavar="DATE", help="Day of publication of all that is added.")
@click.option("--outlet", help="Who printed all that is added.")
@click.option("--no-fetch", is_flag=True, help="Of feeds, read what they hold themselves; do not follow their links.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read.")
@private_option
@reader_options_beside_jobs
@model_option
@click.option("--json", "as_json", is_flag=True, help="Write the counts as one JSON object.")
@click.option("-v", "--verbose", count=True, help="Name every refusal, and say more; -vv also where errors come from.")
def add(  # noqa: PLR0913, PLR0917 - one for each option
    sources: tuple[str, ...],
    store: str,
    published: date | None,
    outlet: str | None,
    no_fetch: bool,
    jobs: int,
    allow_private: bool,
    requests: int,
    model: str | None,
    as_json: bool,
    verbose: int,
    **reader: Any,
) -> None:
    """Read articles and keep their records in an archive.

    A SOURCE is a file, a folder with all that is in it, a pattern such as 'news/*.html', an http or https address,
    or '-' for JSON Lines on standard input: articles in any format that 'dateline read' takes; CSV, JSON Lines and
    Parquet with articles or with Dateline's records; WARC; RSS and Atom feeds, whose articles are fetched, and OPML
    lists of feeds. Files may be packed by gzip.

    What the archive has already is not read again: a run that broke off goes on with the same command.
    """
    from dateline.archive import open_archive  # noqa: PLC0415
    from dateline.batch.adding import Adding  # noqa: PLC0415 - the help comes without the second that spaCy takes
    from dateline.fetch.finding import total_size  # noqa: PLC0415
    from dateline.flow import complete  # noqa: PLC0415
    from dateline.load import has_known_ending  # noqa: PLC0415

    set_up_log(verbose)
    choice = ReaderChoice(jobs=requests, **reader)
    with open_archive(store) as archive, Watch(verbose=verbose) as watch:
        gatherer = _gatherer(archive, watch, follow=not no_fetch, allow_private=allow_private)
        gatherer.published, gatherer.outlet = published, outlet
        if choice.dry_run:
            show_estimate(_articles(gatherer, sources, watch), choice)
            click.get_current_context().exit(exit_code(1, watch.refused))
        watch.begin(total_size(sources, has_known_ending))
        with _readers(jobs, choice, model) as readers:
            adding = Adding(
                archive=archive, readers=readers, complete=complete, refuse=watch.refuse, progress=watch.progress
            )
            tally = adding.run(gatherer.gather(sources))
    watch.tell_unnamed()
    if as_json:
        write_line(json.dumps({**tally.to_dict(), "store": archive.name}, ensure_ascii=False))
    else:
        write_line(summary(tally, archive.name))
    if tally.interrupted:
        click.echo("dateline: interrupted; all that was read is kept, and the same command carries on", err=True)
        click.get_current_context().exit(INTERRUPTED)
    click.get_current_context().exit(exit_code(tally.done, tally.refused.total()))


def _gatherer(store: "Store", watch: Watch, *, follow: bool, allow_private: bool) -> "Gatherer":
    from dateline.batch.gathering import Gatherer  # noqa: PLC0415
    from dateline.fetch.visiting import Visitor  # noqa: PLC0415
    from dateline.fetch.web import Validators  # noqa: PLC0415

    def feed_state(address: str) -> Validators:
        etag, last_modified = store.feed_state(address)
        return Validators(etag=etag, last_modified=last_modified)

    return Gatherer(
        visitor=Visitor(allow_private=allow_private),
        follow=follow,
        feed_state=feed_state,
        located=lambda locator: store.located([locator])[0],
        position=watch.position,
    )


def _readers(jobs: int, choice: ReaderChoice, model: str | None) -> "AbstractContextManager[Alone | Workers]":
    from dateline.batch.reading import rules_reader  # noqa: PLC0415
    from dateline.batch.workers import Alone, Workers  # noqa: PLC0415

    if choice.reader == "rules":
        make, made_by = partial(rules_reader, model), "rules"
    else:
        begin_work_list(choice)
        make, made_by = partial(with_model, choice, model), f"{choice.reader} {choice.llm}"
    return Alone(make, made_by) if jobs == 1 else Workers(jobs, make, made_by)


def _articles(gatherer: "Gatherer", sources: tuple[str, ...], watch: Watch) -> Iterator[Article]:
    """Yield the articles that would be read, were they not in the archive."""
    from dateline.batch.gathering import Gathered  # noqa: PLC0415
    from dateline.errors import ReadError  # noqa: PLC0415

    for item in gatherer.gather(sources):
        if isinstance(item, Gathered) and isinstance(item.what, ReadError):
            watch.refuse(item.what)
        elif isinstance(item, Gathered) and isinstance(item.what, Article):
            yield item.what
