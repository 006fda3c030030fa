"""All that the archive has on one event, actor or paper, or on itself -> text on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.records import EventType
from dateline.records.answers import ActorFile, Count, EventFile, Evidence, PaperFile, Spell, Stats, ToldEvent
from dateline.records.judgement import Judgement
from dateline.render.answers import paper_name, report_name, speaker, stage_name, table, write
from dateline.render.plain import shown
from dateline.render.rows import shorten
from dateline.render.telling import of_event
from dateline.render.wording import ACTS, ACTS_BY_MODE, DEEDS, RELATIONS, date_value, when

DIM = "dim"
LONGEST = 400  # characters of a quotation
LONGEST_TITLE = 40
_JUDGED = {"same_event": "the same event as", "same_actor": "the same actor as", "same_paper": "the same paper as"}
_JUDGED |= {"not_same": "not the same as", "correct": "corrected:"}


def render_event_file(file: EventFile, console: Console) -> None:
    """Write an event and everything behind it."""
    write(_event_file(file), console)


def _event_file(file: EventFile) -> Iterator[RenderableType]:
    event = file.event
    yield _heading_of(event)
    yield Text(" · ".join(_facts(event)), style=DIM)
    for item in file.evidence:
        yield Text("")
        yield _report(item)
    if file.judgements:
        yield _heading("judgements")
        for judged in file.judgements:
            yield _judged(judged)
    if file.earlier:
        yield _heading("earlier versions and readings")
        for older in file.earlier:
            told = of_event(older)
            yield Text(
                shown(
                    f"version {older.report.version}: {_sentence(older)}, {older.status}, {when(older.date)} ({told.id})"
                )
            )


def _heading_of(event: ToldEvent) -> Text:
    return Text.assemble((shown(_sentence(event)), "bold"))


def _sentence(event: ToldEvent) -> str:
    told = of_event(event)
    who = ", ".join(told.who)
    whom = f" → {', '.join(told.whom)}" if told.whom else ""
    return f"{who}{whom}: {told.what}" if who or whom else told.what


def _facts(event: ToldEvent) -> Iterator[str]:
    yield f"event {event.uid}"
    yield f"{event.type}{f' {event.mode}' if event.mode else ''}"
    yield str(event.status)
    yield when(event.date) if event.dated else f"no date given; told {event.day}"
    if event.place:
        yield f"{shown(event.place)}{f', {event.country}' if event.country else ''}"
    if event.instrument:
        yield f"paper: {shown(event.instrument)}"
    if event.mediators:
        yield f"through {shown(', '.join(m.name for m in event.mediators))}"
    yield f"{event.reports} report{'s' if event.reports > 1 else ''}"


def _report(item: Evidence) -> RenderableType:
    event, report = item.event, item.event.report
    text = Text.assemble((shown(report.title or "no title"), "bold"))
    text.append(f"\n{shown(' · '.join(filter(None, (report_name(report), report.url or report.locator))))}", style=DIM)
    version = f"version {report.version}, " if report.version > 1 else ""
    text.append(f"\n“{shown(shorten(' '.join(event.quote.split()), LONGEST))}”", style="italic")
    text.append(f"\n{version}characters {event.start}–{event.end}; as told: {event.status}, {when(event.date)}")
    if item.said:
        text.append(f"\naccording to {shown(speaker(item.said))}: ")
        text.append(f"“{shown(shorten(' '.join(item.said.words.split()), LONGEST))}”", style="italic")
        text.append(f" (characters {item.said.start}–{item.said.end})")
        chain = " → ".join(f"{shown(v.name or 'unnamed')} ({v.role})" for v in item.said.chain)
        if chain:
            text.append(f"\nchain: {chain}")
    by = " · ".join(
        part for part in (f"rule {event.rule}" if event.rule else "", item.reader, item.generated_by) if part
    )
    text.append(f"\n{shown(by)} · {event.short}", style=DIM)
    return Padding(text, (0, 0, 0, 2))


def _judged(judged: Judgement) -> Text:
    text = Text(f"{judged.subject[:8]} {_JUDGED.get(judged.kind, judged.kind)} {shown(judged.object)}")
    text.append(f" · {shown(judged.who)}, {judged.made[:10]}: {shown(judged.why)} ({judged.uid[:8]})", style=DIM)
    if judged.undone:
        text.append(f" · undone {judged.undone[:10]} by {shown(judged.undone_by or '')}", style="bold")
    return text


def render_actor_file(file: ActorFile, console: Console) -> None:
    """Write what the archive knows of an actor."""
    write(_actor_file(file), console)


def _actor_file(file: ActorFile) -> Iterator[RenderableType]:
    actor = file.actor
    yield Text(shown(actor.name), style="bold")
    facts = (actor.kind.replace("_", " "), actor.country, actor.sector, actor.wikidata, shown(actor.uid))
    yield Text(" · ".join(filter(None, facts)), style=DIM)
    number = f"{'newest ' if file.bounded else ''}{actor.events:,} event{'' if actor.events == 1 else 's'}"
    yield Text(f"{number}, {actor.first} to {actor.last}" if actor.events else "no events", style=DIM)
    yield from _spells("offices", file.offices)
    yield from _spells("named", file.names)
    yield from _counts("did", ((_act_name(count.name), count) for count in file.acts))
    yield from _counts("with", ((count.name, count) for count in file.partners))
    yield from _latest(file.events, "latest events")
    if file.claims:
        yield _heading("said")
        made = table(("day", None), ("says", 6), ("in", 2), headed=False)
        for claim in file.claims:
            words = shown(shorten(" ".join(claim.words.split()), 160))
            made.add_row(claim.day, words, Text(shown(report_name(claim.report)), style=DIM))
        yield made


def _latest(events: Iterable[ToldEvent], heading: str) -> Iterator[RenderableType]:
    made = table(("when", None), ("what", 6), ("id", None), headed=False)
    for event in events:
        status = "" if event.status == "occurred" else f"{event.status} "
        day = when(event.date) if event.dated else f"told {event.day}"
        what = Text(shown(f"{status}{_sentence(event)}")).append(f" “{shown(of_event(event).words)}”", style="italic")
        made.add_row(day, what, Text(event.short, style=DIM))
    if made.row_count:
        yield _heading(heading)
        yield made


def _spells(heading: str, spells: Iterable[Spell]) -> Iterator[RenderableType]:
    made = table(("words", 4), ("days", None), ("reports", None), headed=False)
    for spell in spells:
        days = spell.first if spell.first == spell.last else f"{spell.first} – {spell.last}"
        made.add_row(shown(spell.words), days, f"{spell.reports:,} report{'' if spell.reports == 1 else 's'}")
    if made.row_count:
        yield _heading(heading)
        yield made


def _counts(heading: str, counts: Iterable[tuple[str, Count]]) -> Iterator[RenderableType]:
    if shown_counts := [f"{shown(name)} {count.number:,}" for name, count in counts]:
        yield _heading(heading)
        yield Text(", ".join(shown_counts))


def _act_name(coded: str) -> str:
    kind, _, mode = coded.partition(" ")
    return ACTS_BY_MODE.get((EventType(kind), mode)) or ACTS[EventType(kind)]


def render_paper_file(file: PaperFile, console: Console) -> None:
    """Write what the archive knows of a paper."""
    write(_paper_file(file), console)


def _paper_file(file: PaperFile) -> Iterator[RenderableType]:
    paper = file.paper
    yield Text(shown(paper_name(paper)), style="bold")
    facts = (paper.kind.replace("_", " "), paper.status and paper.status.replace("_", " "), paper.body, paper.uid)
    yield Text(shown(" · ".join(filter(None, facts))), style=DIM)
    for role, named in (("proposed by", paper.proposers), ("between", file.parties)):
        if named:
            yield Text(f"{role} {shown(', '.join(one.name for one in named))}")
    if paper.stages:
        yield _heading("stages")
        made = table(("date", None), ("stage", None), ("source", 4), headed=False)
        for stage in paper.stages:
            made.add_row(
                date_value(stage.value), stage_name(stage.stage), Text(shown(report_name(stage.report)), style=DIM)
            )
        yield made
    yield from _spells("named", file.names)
    if file.relations:
        yield _heading("beside other papers")
        for relation in file.relations:
            words = next((w for kind, w in RELATIONS.items() if kind == relation.type), relation.type)
            yield Text(f"{words} {'a part of ' if relation.part else ''}{shown(relation.other.name)}")
    yield from _provisions(file)
    if file.documents:
        yield _heading("its own text")
        for document in file.documents:
            yield Text(shown(" · ".join(filter(None, (document.title, document.published, document.url)))))
    yield from _latest(file.events, "events")


def _provisions(file: PaperFile) -> Iterator[RenderableType]:
    if file.provisions:
        yield _heading("what it says")
    for provision in file.provisions:
        deed = next((words for kind, words in DEEDS.items() if kind == provision.type), provision.type)
        text = Text.assemble((deed, "magenta"), f" {shown(provision.bearer)}: " if provision.bearer else ": ")
        text.append(shown(provision.action))
        for word, term in (("by", provision.deadline), ("until", provision.expires)):
            if term:
                text.append(f" · {word} {date_value(term)}")
        yield text.append(f" · {shown(shorten(provision.source, LONGEST_TITLE))}", style=DIM)


def render_stats(found: Stats, console: Console) -> None:
    """Write how much the archive holds."""
    write(_stats(found), console)


def _stats(found: Stats) -> Iterator[RenderableType]:
    days = f", {found.first} to {found.last}" if found.first else ""
    yield Text(f"{found.reports:,} reports{days}", style="bold")
    yield Text(f"{found.events:,} events, {found.claims:,} claims, {found.actors:,} actors, {found.papers:,} papers")
    groups = (
        ("events by type", found.types),
        ("events by status", found.statuses),
        ("reports by month", found.months),
        ("reports by outlet", found.outlets),
        ("seen most in the newest events", found.seen),
    )
    for heading, counts in groups:
        if counts:
            yield _heading(heading)
            yield _bars(counts)


def _bars(counts: Iterable[Count]) -> RenderableType:
    counts = tuple(counts)
    made = table(("name", 2), ("number", None), ("bar", 4), headed=False)
    most = max(count.number for count in counts)
    for count in counts:
        made.add_row(
            shown(count.name), f"{count.number:,}", Text("▇" * max(round(30 * count.number / most), 1), style=DIM)
        )
    return made


def _heading(words: str) -> Text:
    return Text(f"\n{words.upper()}", style="bold blue")
