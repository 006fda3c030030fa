"""Lists of answers -> tables on a terminal: events, actors, papers, claims, search hits."""

import re
from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.records import Span
from dateline.records.answers import ActorSummary, Hit, PaperSummary, Report, ToldClaim, ToldEvent
from dateline.render.plain import shown
from dateline.render.rows import shorten
from dateline.render.telling import names, of_event, source_of, voices
from dateline.render.wording import STAGES, date_value, when

WIDEST = 132  # columns; longer lines are hard to read
DIM = "dim"
LONGEST_QUOTE = 240
LONGEST_NAME = 60
_PADDING = re.compile(r" +$", re.MULTILINE)
Column = tuple[str, int | None]  # heading, and its share of the width: none for as wide as its words


def write(parts: Iterable[RenderableType], console: Console) -> None:
    """Write the parts to the console's file, no wider than WIDEST, without blanks at the ends of lines."""
    with console.capture() as captured:
        for part in parts:
            console.print(part, width=min(console.width, WIDEST))
    console.file.write(_PADDING.sub("", captured.get()))


def table(*columns: Column, headed: bool = True) -> Table:
    """Return an empty table; a column without a share is as wide as its longest word."""
    made = Table(box=None, expand=True, header_style=DIM, padding=(0, 2, 0, 0), pad_edge=False, show_header=headed)
    for heading, ratio in columns:
        made.add_column(heading, ratio=ratio, no_wrap=ratio is None)
    return made


def render_events(events: Iterable[ToldEvent], console: Console) -> None:
    """Write one line for each report's telling of an event."""
    made = table(("when", None), ("who", 3), ("what", 5), ("to whom", 3), ("according to", 2), ("id", None))
    for event in events:
        told = of_event(event)
        undated = not event.dated
        made.add_row(
            Text(f"told {event.day}" if undated else when(event.date), style=DIM if undated else ""),
            shown(", ".join(told.who)) or "–",
            _act(event),
            shown(", ".join(told.whom)),
            Text(shown(told.source), style=DIM),
            Text(told.id, style=DIM),
        )
    write([made] if made.row_count else ["Nothing found."], console)


def _act(event: ToldEvent) -> Text:
    told = of_event(event)
    text = Text(told.what)
    if event.status != "occurred":
        text.append(f", {event.status}", style="bold")
    if told.place:
        text.append(f" in {shown(told.place)}")
    return text.append(f" “{shown(told.words)}”", style="italic") if told.words else text


def render_actors(actors: Sequence[ActorSummary], console: Console, note: str) -> None:
    """Write one line for each actor."""
    made = table(
        ("actor", 4), ("kind", None), ("country", None), ("events", None), ("first", None), ("last", None), ("id", 3)
    )
    for actor in actors:
        made.add_row(
            Text(shown(shorten(actor.name, LONGEST_NAME)), style="bold"),
            actor.kind.replace("_", " "),
            actor.country or "",
            f"{actor.events:,}",
            actor.first,
            actor.last,
            Text(shown(actor.uid), style=DIM),
        )
    parts: list[RenderableType] = [made] if actors else ["Nothing found."]
    write([*parts, *([Text(note, style=DIM)] if note else [])], console)


def render_papers(papers: Iterable[PaperSummary], console: Console) -> None:
    """Write one line for each paper."""
    made = table(("paper", 4), ("kind", None), ("status", None), ("by", 2), ("stages", 3), ("reports", None))
    for paper in papers:
        stages = [f"{stage_name(s.stage)} {date_value(s.value)}" for s in paper.stages]
        made.add_row(
            Text(shown(paper_name(paper)), style="bold"),
            paper.kind.replace("_", " "),
            (paper.status or "").replace("_", " "),
            shown(", ".join(names(paper.proposers, ()))),
            shown("; ".join(stages)),
            f"{paper.reports}, {paper.last}" if paper.last else f"{paper.reports}",
        )
    write([made] if made.row_count else ["Nothing found."], console)


def paper_name(paper: PaperSummary) -> str:
    """Return a paper's name, with its symbol where that is not in it."""
    name = shorten(paper.name, LONGEST_NAME)
    return f"{name} ({paper.symbol})" if paper.symbol and paper.symbol not in paper.name else name


def stage_name(stage: str) -> str:
    """Return the words for a stage."""
    return next((words for known, words in STAGES.items() if known == stage), stage)


def render_claims(claims: Iterable[ToldClaim], console: Console) -> None:
    """Write one line for each thing said."""
    made = table(("day", None), ("who", 2), ("says", 6), ("in", 2))
    for claim in claims:
        made.add_row(
            claim.day,
            shown(speaker(claim)),
            Text(shown(shorten(" ".join(claim.words.split()), LONGEST_QUOTE))),
            Text(shown(report_name(claim.report)), style=DIM),
        )
    write([made] if made.row_count else ["Nothing found."], console)


def speaker(claim: ToldClaim) -> str:
    """Return who says it, and through whom."""
    named = claim.speaker.name if claim.speaker else claim.source or ""
    return voices(claim.chain) or " ".join(named.split()) or "unnamed"


def report_name(report: Report) -> str:
    """Return who printed a report, or what it is called, and its day."""
    return ", ".join(part for part in (source_of(report), report.published) if part)


def render_hits(hits: Iterable[Hit], console: Console) -> None:
    """Write each report with the words that were looked for: in bold on a terminal, within [ ] without colour."""
    parts: list[RenderableType] = []
    for hit in hits:
        report = hit.report
        head = Text(shown(report.title or "no title"), style="bold")
        facts = [report.published, report.outlet or report.agency, report.url]
        head.append(f"\n{shown(' · '.join(filter(None, facts)))}", style=DIM)
        for words, marks in zip(hit.passages, hit.marks, strict=True):
            head.append("\n  ").append(marked(words, marks, plain=console.color_system is None))
        parts += [head, ""]
    write(parts or ["Nothing found."], console)


def marked(words: str, marks: Sequence[Span], *, plain: bool) -> Text:
    """Return words with spans of them marked."""
    text, at = Text(), 0
    for start, end in marks:
        text.append(_safe(words[at:start]))
        text.append(f"[{_safe(words[start:end])}]" if plain else _safe(words[start:end]), style="bold yellow")
        at = end
    return text.append(_safe(words[at:]))


def _safe(words: str) -> str:
    """What a terminal may show, with the blanks at its ends."""
    inner = shown(words)
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if inner and words[-1:].isspace() else ''}"
