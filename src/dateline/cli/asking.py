"""What the verbs that ask the archive share: their options, the names of the tables, and how answers come out."""

import csv
import io
import json
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.stores import store_option
from dateline.cli.writing import console, write_line
from dateline.load import parse_day
from dateline.records import EventStatus, EventType
from dateline.records.plover import MODES

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.store.filters import Filters
    from dateline.store.store import Asked

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")


class Bound(click.ParamType[str]):
    """A day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY; its first day, or its last one."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the ISO day, or end with a usage error if there is none."""
        try:
            if found := _MONTH.fullmatch(str(value).strip()):
                year, month = int(found[1]), int(found[2] or (12 if self.last else 1))
                day = monthrange(year, month)[1] if self.last else 1
                return date(year, month, day).isoformat()
            return parse_day(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write YYYY-MM-DD, or YYYY-MM or YYYY for all of it", param, ctx)


def _choice(values: Iterable[str]) -> click.Choice[str]:
    return click.Choice(sorted(values), case_sensitive=False)


_ALL_MODES = {mode for modes in MODES.values() for mode in modes}
_WHO: tuple[Decorator, ...] = (
    click.option("--actor", metavar="NAME", help="Who acts or mediates: a name, an id, or a country's code (CHN)."),
    click.option("--recipient", metavar="NAME", help="Upon whom."),
    click.option("--party", metavar="NAME", help="Who takes part, on any side."),
    click.option("--between", nargs=2, metavar="NAME NAME", help="Both take part, on any side."),
)
_WHAT: tuple[Decorator, ...] = (
    click.option(
        "--type",
        "types",
        multiple=True,
        type=_choice(EventType),
        metavar="TYPE",
        help="A PLOVER type, such as CONSULT; more than once for more of them.",
    ),
    click.option("--mode", "modes", multiple=True, type=_choice(_ALL_MODES), metavar="MODE", help="A type's mode."),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=_choice(EventStatus),
        metavar="STATUS",
        help=f"{', '.join(EventStatus)}; more than once for more of them.",
    ),
    click.option("--place", metavar="NAME", help="Where: a place's name or a country's code."),
)
_WHEN: tuple[Decorator, ...] = (
    click.option("--since", type=Bound(last=False), metavar="DATE", help="From this day, month or year on."),
    click.option("--until", type=Bound(last=True), metavar="DATE", help="Up to and with this day, month or year."),
)
source_option = click.option("--source", metavar="NAME", help="According to whom: an outlet, an agency, a speaker.")
_TOLD: tuple[Decorator, ...] = (
    source_option,
    click.option("--about", metavar="TEXT", help='Words that it must hold; "quoted ones" together, -such not at all.'),
)
_GONE = click.option("--all", "gone", is_flag=True, help="Also what newer versions and newer rules no longer say.")
_FORMS: tuple[Decorator, ...] = (
    click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line."),
    click.option("--csv", "as_csv", is_flag=True, help="Write a table with commas and a line of headings."),
    store_option,
)


def limit_option(default: int, what: str = "At most so many; 0 is all.") -> Decorator:
    """Return --limit."""
    return click.option("--limit", type=click.IntRange(min=0), default=default, show_default=True, help=what)


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add all filters of events to a verb."""
    return _with((*_WHO, *_WHAT, *_WHEN, *_TOLD, _GONE), function)


def when_and_told_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the filters that hold for papers and claims too."""
    return _with((*_WHEN, *_TOLD, _GONE), function)


def when_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --since and --until to a verb."""
    return _with(_WHEN, function)


def form_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json, --csv and --store to a verb."""
    return _with(_FORMS, function)


def _with(options: Iterable[Decorator], function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(tuple(options)):
        function = option(function)
    return function


def filters_of(given: dict[str, Any]) -> "Filters":
    """Return the filters of a verb's options. Raises a usage error where they leave no day."""
    from dateline.store.filters import Filters  # noqa: PLC0415 - as all of the store: no help waits for it

    if given.get("since") and given.get("until") and given["since"] > given["until"]:
        raise click.UsageError(f"--since {given['since']} is later than --until {given['until']}")
    known = {**given, "types": tuple(map(EventType, given.get("types", ())))}
    return Filters(**{**known, "statuses": tuple(map(EventStatus, given.get("statuses", ())))})


@contextmanager
def archive(address: str) -> Iterator["Asked"]:
    """Within it the archive at an address is asked. Raises StoreError where there is none."""
    from dateline.store import open_store  # noqa: PLC0415

    with open_store(address, create=False) as store, store.asked() as connection:
        yield connection


def aliases(name: str) -> tuple[str, ...]:
    """Return the ids that the actor tables have for a name: "PRC" is "country:CHN"."""
    from dateline.lexicons.actors import load_actors, name_words  # noqa: PLC0415 - a second, that few questions need

    lex, words = load_actors(), name_words(name)
    found = [known.key for wanted, known in lex.names.get(words[0] if words else "", ()) if wanted == words]
    return tuple(dict.fromkeys([*found, *(f"person:{p}" for p in lex.surnames.get(name.lower(), ()))]))


def today() -> date:
    """Return the day by this machine's clock, in UTC."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How answers come out: JSON Lines, a table with commas, or one that people read."""

    as_json: bool = False
    as_csv: bool = False

    def __post_init__(self) -> None:
        if self.as_json and self.as_csv:
            raise click.UsageError("--json and --csv: give one of them")

    @property
    def for_people(self) -> bool:
        """Neither JSON nor commas."""
        return not (self.as_json or self.as_csv)

    def show(self, answers: Iterable[dict[str, Any]], render: Callable[["Console"], None]) -> None:
        """Write the answers: one by one as they come where the form is JSON or commas."""
        if self.for_people:
            render(console())
        elif self.as_json:
            for answer in answers:
                write_line(json.dumps(answer, ensure_ascii=False))
        else:
            self._write_csv(answers)

    @staticmethod
    def _write_csv(answers: Iterable[dict[str, Any]]) -> None:
        from dateline.render.flat import flat  # noqa: PLC0415

        headed = False
        for row in map(flat, answers):
            line = io.StringIO()
            writer = csv.DictWriter(line, fieldnames=row, lineterminator="")
            if not headed:
                writer.writeheader()
                write_line(line.getvalue())
                line.seek(line.truncate(0))
                headed = True
            writer.writerow(row)
            write_line(line.getvalue())
