"""Record -> text on a terminal: a table of events, then claims, then papers, each with its place in the article."""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.records import Record
from dateline.render.papers import PaperRow, ProvisionRow, paper_rows
from dateline.render.places import Places
from dateline.render.plain import shown as _shown
from dateline.render.rows import ClaimRow, EventRow, claim_rows, event_rows, known, shorten, title
from dateline.render.wording import UNDATED

LONGEST_QUOTE = 220  # characters of a claim that are shown: two or three lines; the place says where the rest is
WIDEST = 132  # columns; longer lines are hard to read
COLOURS = {1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
STATUS_COLOURS = {"denied": "bold red", "cancelled": "bold red"}
OPEN_STATUS = "bold cyan"  # what has not happened, or not yet in full
DIM = "dim"
PADDING = re.compile(r" +$", re.MULTILINE)


def render_record(record: Record, console: Console) -> None:
    """Write the record to the console's file: colour where it has it, never wider than WIDEST columns."""
    places = Places(record.article.text)
    parts = (
        _head(record),
        *_events(record, places),
        *_claims(record, places),
        *_papers(record, places),
        *_notes(record),
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part, width=min(console.width, WIDEST))
    console.file.write(PADDING.sub("", captured.get()))  # tables fill their last column with blanks


def _head(record: Record) -> Text:
    line = Text.assemble((_shown(title(record)), "bold"), "\n", (" · ".join(map(_shown, known(record))), DIM))
    if not (record.events or record.attributions or record.instruments or record.provisions):
        line.append("\n\nNo event, claim or instrument found.")
    return line


def _events(record: Record, places: Places) -> Iterable[Text | Table]:
    rows = event_rows(record)
    if not rows:
        return
    yield _heading("who did what")
    table = _table("when", "who", "what", "to whom", places.heading, ratios=(None, 3, 5, 3, None))
    before = UNDATED
    for row in rows:
        table.add_row(
            Text(row.when, style=DIM if row.when in (before, UNDATED) else "bold"),
            Text(_list(row.who) or "–"),
            _act(row),
            _others(row),
            Text(places.place(row.event.trigger[0]), style=DIM),
        )
        before = row.when
    yield table


def _act(row: EventRow) -> Text:
    text = Text.assemble((row.what, COLOURS[row.event.quad]))
    if row.status:
        text.append(f", {row.status}", style=STATUS_COLOURS.get(row.status, OPEN_STATUS))
    if row.event.place:
        text.append(f" in {_shown(row.event.place)}")
    if row.counts:
        text.append(f", {_list(row.counts)}")
    if row.about:
        text.append(f": {_list(row.about)}")
    if row.words:
        text.append(f"\n“{_shown(row.words)}”", style="italic")
    return text


def _others(row: EventRow) -> Text:
    text = Text(_list(row.whom))
    for word, name in (("through ", _list(row.through)), ("according to ", _shown(row.source or ""))):
        if name:
            text.append("\n" if text.plain else "").append(word, style=DIM).append(name, style=DIM)
    return text


def _claims(record: Record, places: Places) -> Iterable[Text | Table]:
    rows = claim_rows(record)
    if not rows:
        return
    yield _heading("who says so")
    table = _table("who", "says", places.heading, ratios=(2, 5, None))
    for row in rows:
        place = places.places(row.claim.content or row.claim.cue)
        table.add_row(_voice(row), _quote(row), Text(place, style=DIM))
    yield table


def _voice(row: ClaimRow) -> Text:
    text = Text(_shown(row.who))
    if row.through:
        text.append(f"\nthrough {_list(row.through)}", style=DIM)
    return text


def _quote(row: ClaimRow) -> Text:
    return Text.assemble((f"{_shown(row.said)}: ", DIM), shorten(_shown(row.words), LONGEST_QUOTE))


def _papers(record: Record, places: Places) -> Iterable[Text | Padding]:
    rows = paper_rows(record)
    if not rows:
        return
    yield _heading("papers, and what they say")
    for row in rows:
        yield _paper(row, places)
        for provision in row.provisions:
            yield Padding(_provision(provision, places), (0, 0, 0, 4))


def _paper(row: PaperRow, places: Places) -> Text:
    if row.instrument is None:
        return Text("Of a paper that is not named", style="italic")
    text = Text.assemble((_shown(row.name), "bold"), f" ({row.kind}, {row.status})")
    return _with_facts(text, row.facts, places.phrase(row.instrument.evidence))


def _provision(row: ProvisionRow, places: Places) -> Text:
    text = Text.assemble((row.deed, "magenta"), f" {_shown(row.bearer)}: " if row.bearer else ": ", _shown(row.action))
    return _with_facts(text, row.terms, places.phrase(row.provision.evidence))


def _with_facts(text: Text, facts: Iterable[tuple[str, str]], place: str) -> Text:
    for name, value in facts:
        text.append(" · ", style=DIM).append(f"{name} ", style=DIM).append(_shown(value))
    return text.append(f" · {place}", style=DIM)


def _notes(record: Record) -> Iterable[Text]:
    for note in record.notes:
        yield Text.assemble(("\nnote: ", "bold yellow"), _shown(note))


def _heading(words: str) -> Text:
    return Text(f"\n{words.upper()}", style="bold blue")


def _table(*headings: str, ratios: tuple[int | None, ...]) -> Table:
    table = Table(box=None, expand=True, header_style=DIM, padding=(0, 2, 0, 0), pad_edge=False)
    for heading, ratio in zip(headings, ratios, strict=True):
        fixed = ratio is None
        table.add_column(heading, ratio=ratio, no_wrap=fixed, justify="right" if heading == headings[-1] else "left")
    return table


def _list(words: Iterable[str]) -> str:
    return ", ".join(map(_shown, words))
