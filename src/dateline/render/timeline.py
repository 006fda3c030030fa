"""Timeline -> text on a terminal or in a pipe: a month and its days, then what is ahead."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.records.answers import ToldEvent
from dateline.render.answers import write
from dateline.render.days import day_name, period_name, span_name
from dateline.render.plain import shown
from dateline.render.telling import Telling, mark, standing_word, telling
from dateline.views.timeline import Entry, Period, Standing, Timeline

DIM = "dim"
STYLES = {
    Standing.DENIED: "bold red",
    Standing.CANCELLED: "bold red",
    Standing.PLANNED: "bold cyan",
    Standing.DUE: "bold cyan",
    Standing.ONGOING: "green",
    Standing.DONE: "green",
}
KEY = "● done  ◐ ongoing  ○ planned  ◌ proposed or on condition  ◇ due by a paper  ✕ denied  ⊘ cancelled"


def render_timeline(timeline: Timeline, console: Console, notes: Iterable[str] = ()) -> None:
    """Write the timeline to the console's file; what each sign means stands below it."""
    write([*_parts(timeline), *(Text(note, style=DIM) for note in notes)], console)


def _parts(timeline: Timeline) -> Iterator[Text | Table]:
    if not timeline.entries():
        yield Text("Nothing found.")
        return
    for period in timeline.past:
        yield Text(f"{period_name(period.name).upper()}", style="bold blue")
        yield _table(period)
        yield Text("")
    if timeline.ahead:
        yield Text(f"AHEAD OF {day_name(timeline.today).upper()}", style="bold cyan")
        for period in timeline.ahead:
            yield Text(period_name(period.name), style="bold blue")
            yield _table(period)
        yield Text("")
    used = {mark(e) for e in timeline.entries()}
    yield Text("  ".join(part for part in KEY.split("  ") if part[0] in used), style=DIM)


def _table(period: Period) -> Table:
    table = Table(box=None, expand=True, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(width=14, no_wrap=False)
    table.add_column(width=1)
    table.add_column(ratio=5)
    table.add_column(ratio=2, style=DIM)
    table.add_column(width=8, style=DIM, no_wrap=True)
    before = ""
    for entry in period.entries:
        told = telling(entry.item)
        when = _when(entry)
        label = Text(when if when != before else "", style="bold" if entry.dated else DIM)
        sign = Text(mark(entry), style=STYLES.get(entry.standing, ""))
        table.add_row(label, sign, _what(entry, told), _source(entry, told), told.id)
        before = when
    return table


def _when(entry: Entry) -> str:
    if not entry.dated:
        return f"told {day_name(entry.first, entry.period)}"
    item = entry.item
    value = item.date.value if isinstance(item, ToldEvent) else None
    if isinstance(item, ToldEvent) and not item.date.earliest:
        return f"until {day_name(entry.last, entry.period)}"
    if isinstance(item, ToldEvent) and not item.date.latest:
        return f"since {day_name(entry.first, entry.period)}"
    return span_name(entry.first, entry.last, value, entry.period)


def _what(entry: Entry, told: Telling) -> Text:
    text = Text()
    if word := standing_word(entry):
        text.append(f"{word} ", style=STYLES.get(entry.standing, "bold"))
    text.append(shown(", ".join(told.who)), style="bold")
    if told.whom:
        text.append(" → " if told.who else "→ ").append(shown(", ".join(told.whom)), style="bold")
    text.append(f"{': ' if text.plain else ''}{told.what}")
    if told.place and told.place not in told.words:
        text.append(f" in {shown(told.place)}")
    if told.through:
        text.append(f", through {shown(', '.join(told.through))}")
    if told.words:
        text.append(f" “{shown(told.words)}”", style="italic")
    return text


def _source(entry: Entry, told: Telling) -> Text:
    more = f"{told.source}; " if told.source else ""
    return Text(shown(f"{more}{entry.reports} reports" if entry.reports > 1 else told.source))
