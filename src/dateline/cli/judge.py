"""dateline judge, undo, judgements: what people hold of the archive's claims."""

import json
from typing import TYPE_CHECKING

import click

from dateline.cli.stores import judging_options, store_option, who_judges
from dateline.cli.writing import console, write_line
from dateline.records.judgement import Judgement, JudgementKind

if TYPE_CHECKING:
    from dateline.store import Store

WHAT = click.Choice(["actor", "paper", "event"])


@click.group()
def judge() -> None:
    """Say that two actors, papers or events are one, or are not, or that a field of an event is wrong.

    A judgement lies on top of what was read and changes none of it; 'dateline undo' takes it back. An actor, paper or
    event is given by its id, the beginning of it, or a name that only one has.
    """


@judge.command()
@click.argument("what", type=WHAT)
@click.argument("one")
@click.argument("other")
@judging_options
def same(what: str, one: str, other: str, store: str, who: str | None, why: str) -> None:
    """Hold two of the archive's actors, papers or events to be one."""
    with _opened(store) as archive:
        kind = JudgementKind(f"same_{what}")
        made = archive.judge(kind, archive.find(what, one), archive.find(what, other), who=who_judges(who), why=why)
    _tell(made)


@judge.command("not-same")
@click.argument("what", type=WHAT)
@click.argument("one")
@click.argument("other")
@judging_options
def not_same(what: str, one: str, other: str, store: str, who: str | None, why: str) -> None:
    """Hold two apart, so that no rule makes them one again."""
    with _opened(store) as archive:
        ends = archive.find(what, one), archive.find(what, other)
        made = archive.judge(JudgementKind.NOT_SAME, *ends, who=who_judges(who), why=why)
    _tell(made)


@judge.command()
@click.argument("event")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@judging_options
def correct(event: str, changes: tuple[str, ...], store: str, who: str | None, why: str) -> None:
    """Set fields of an event right: type, mode, status, date or place; 'none' empties one.

    A date is a year, month or day (2025, 2025-11, 2025-11-17), or the first and last day with a '/' between.
    """
    with _opened(store) as archive:
        made = archive.correct(archive.find("event", event), changes, who=who_judges(who), why=why)
    for each in made:
        _tell(each)


@click.command()
@click.argument("judgement")
@judging_options
def undo(judgement: str, store: str, who: str | None, why: str) -> None:
    """Take a judgement back: what it changed is as if it had not been made.

    JUDGEMENT is its id, or the beginning of it; 'dateline judgements' lists them.
    """
    with _opened(store) as archive:
        made = archive.undo(judgement, who=who_judges(who), why=why)
    _tell(made)


@click.command()
@click.option("--of", metavar="ID", help="Those of one actor, paper or event alone.")
@click.option("--all", "undone", is_flag=True, help="Those that were undone too.")
@click.option("--json", "as_json", is_flag=True, help="Write each judgement as JSON, one object a line.")
@store_option
def judgements(of: str | None, undone: bool, as_json: bool, store: str) -> None:
    """List the judgements, the last first: what is held, by whom, since when and why."""
    with _opened(store) as archive:
        found = archive.judgements(of=_any(archive, of) if of else None, undone=undone)
    if as_json:
        for each in found:
            write_line(json.dumps(each.to_dict(), ensure_ascii=False))
        return
    from dateline.render.judgements import render_judgements  # noqa: PLC0415

    render_judgements(found, console())


def _opened(address: str) -> "Store":
    from dateline.store import open_store  # noqa: PLC0415 - the database's library is no part of the help

    return open_store(address, create=False)


def _any(archive: "Store", given: str) -> str:
    """The id of whatever is meant; as given where nothing is."""
    from dateline.errors import StoreError  # noqa: PLC0415

    for what in WHAT.choices:
        try:
            return archive.find(what, given)
        except StoreError:
            continue
    return given


def _tell(made: Judgement) -> None:
    from dateline.render.judgements import judgement_line  # noqa: PLC0415

    click.echo(judgement_line(made))
