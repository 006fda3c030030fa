"""Judgements -> lines and a table for people to read."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dateline.records.judgement import Judgement, JudgementKind
from dateline.render.plain import shown

SIGNS = {JudgementKind.NOT_SAME: "is not", JudgementKind.CORRECT: "has"}


def judgement_line(made: Judgement) -> str:
    """Return a judgement on one line, its id first."""
    end = f"; undone by {made.undone_by}: {made.undone_why}" if made.undone else ""
    return shown(f"{made.uid} {_held(made)} ({made.who}: {made.why}{end})")


def render_judgements(judgements: Iterable[Judgement], console: Console) -> None:
    """Write a table of judgements."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("id", "made", "by", "what is held", "why"):
        table.add_column(name, overflow="fold", no_wrap=name in ("id", "made"))
    for made in judgements:
        why = (
            made.why
            if not made.undone
            else f"{made.why}; undone {made.undone[:10]} by {made.undone_by}: {made.undone_why}"
        )
        cells = (made.uid, made.made[:10], made.who, _held(made), why)
        table.add_row(*(escape(shown(cell)) for cell in cells), style="dim" if made.undone else None)
    if table.row_count:
        console.print(table)


def _held(made: Judgement) -> str:
    return f"{made.subject} {SIGNS.get(made.kind, 'is')} {made.object}"
