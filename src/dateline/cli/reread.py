"""dateline reread: new rules read old articles again."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

import click

from dateline.batch.reading import Reader, rules_reader
from dateline.cli.messages import Messages, set_up_log
from dateline.cli.options import Day, model_option
from dateline.cli.reading import exit_code
from dateline.cli.stores import store_option
from dateline.cli.writing import write_line
from dateline.errors import DatelineError, ReadError
from dateline.records.entry import Entry, Reread, Stale

BATCH = 64  # articles in one transaction: that much work a crash may cost


@click.command()
@click.option("--since", type=Day(), metavar="DATE", help="Articles published on or after this day alone.")
@click.option("--until", type=Day(), metavar="DATE", help="Articles published on or before this day alone.")
@click.option("--outlet", metavar="NAME", help="Articles of this outlet alone, by its name as the archive has it.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many articles.")
@click.option("--json", "as_json", is_flag=True, help="Write the counts as one JSON object.")
@model_option
@click.option("-v", "--verbose", count=True, help="Say more on stderr.")
@store_option
def reread(
    since: date | None,
    until: date | None,
    outlet: str | None,
    limit: int | None,
    as_json: bool,
    model: str | None,
    verbose: int,
    store: str,
) -> None:
    """Read the archive's articles again with today's rules, as far as other rules have read them.

    Claims that are as before keep their ids and judgements; new ones are added, and those that the rules no longer
    find are marked and leave the answers. A run that was stopped goes on where it was, and a second run does nothing.
    """
    set_up_log(verbose)
    messages = Messages()
    done = Reread()
    from dateline.archive import open_archive  # noqa: PLC0415 - the database's library is no part of the help

    with open_archive(store, create=False) as archive:
        read, maker = _reader(model)
        after, left = 0, limit
        days = {"since": since.isoformat() if since else "", "until": until.isoformat() if until else ""}
        while left is None or left > 0:
            batch = archive.stale(maker, after=after, limit=min(BATCH, left or BATCH), outlet=outlet, **days)
            if not batch:
                break
            done += archive.reread(list(_read(batch, read, messages)))
            after, left = batch[-1].pk, None if left is None else left - len(batch)
            messages.progress(f"{done.articles} read again, {messages.refused} refused")
    messages.clear()
    _tell(done, as_json=as_json)
    click.get_current_context().exit(exit_code(done.articles, messages.refused))


def _read(batch: Sequence[Stale], read: Reader, messages: Messages) -> Iterator[tuple[int, Entry]]:
    """The articles' new entries; where one cannot be read, the others are read one by one."""
    from dateline.archive import entry  # noqa: PLC0415

    try:
        records = list(read([stale.article for stale in batch]))
        made = [(s.pk, entry(record, s.locator)) for s, record in zip(batch, records, strict=True)]
    except DatelineError as error:
        if len(batch) > 1:
            for stale in batch:
                yield from _read([stale], read, messages)
        else:
            messages.refuse(ReadError(f"article {batch[0].article.id}: not read again: {error}"))
    else:
        yield from made


def _reader(model: str | None) -> tuple[Reader, str]:
    """The reader by rules, and what its records say made them."""
    from dateline.flow import generated_by  # noqa: PLC0415 - spaCy takes a second to load
    from dateline.lexicons import load_lexicons  # noqa: PLC0415
    from dateline.parse import load_model, model_name  # noqa: PLC0415

    return rules_reader(model), generated_by(load_lexicons(), model_name(load_model(model)))


def _tell(done: Reread, *, as_json: bool) -> None:
    if as_json:
        write_line(json.dumps(asdict(done)))
    elif not done.articles:
        write_line("nothing to read again: these rules have read all of it")
    else:
        events = f"events: {done.kept:,} as before, {done.new:,} new, {done.gone:,} gone"
        became = f" ({done.followed:,} of them read otherwise)" if done.followed else ""
        write_line(f"{done.articles:,} articles read again; {events}{became}")
