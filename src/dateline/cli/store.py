"""dateline store: what an archive holds, and the way from an older version to this one."""

import json

import click

from dateline.cli.stores import store_option
from dateline.cli.writing import write_line


@click.group()
def store() -> None:
    """Look after an archive: what it holds, its version."""


@store.command()
@store_option
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def info(store: str, as_json: bool) -> None:
    """Tell an archive's version, its size, and how many of each thing it holds. It may be of an older version."""
    from dateline.store.info import store_info  # noqa: PLC0415 - the database's library is no part of the help

    found = store_info(store)
    if as_json:
        write_line(json.dumps(found.to_dict(), ensure_ascii=False))
        return
    click.echo(f"{found.address}: {found.backend}, version {found.version}{'' if found.is_new else ' (old)'}")
    size = f"{found.size / 1e6:,.1f} MB"
    click.echo(f"{size}; {found.first or 'no day'} to {found.last or 'no day'}")
    for name, count in found.counts.items():
        click.echo(f"{count:>12,} {name}")


@store.command()
@store_option
def upgrade(store: str) -> None:
    """Bring an archive of an older Dateline to this version: all of it, or, where that fails, nothing."""
    from dateline.store import upgrade as upgrade_store  # noqa: PLC0415

    before, after = upgrade_store(store)
    click.echo(f"version {before}, as this Dateline has it" if before == after else f"version {before} -> {after}")
