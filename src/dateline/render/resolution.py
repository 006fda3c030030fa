"""Resolution, outcome of a vote, what falls due -> tables and lines on a terminal."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.records.checked import Checked, Verdict
from dateline.records.due import Certainty, Due
from dateline.records.resolution import Duty, Item, OperativeParagraph, Resolution, Vote
from dateline.render.wording import date_value
from dateline.resolutions.council import Outcome

DIM = "dim"
_WIDEST = 110
_VERDICTS = {Verdict.CONFIRMED: "green", Verdict.CONTRADICTED: "bold red", Verdict.NOT_FOUND: "yellow"}


def render_resolution(resolution: Resolution, console: Console) -> None:
    """Write who decided what, paragraph by paragraph, each with the duties it makes, and how it was voted."""
    width = min(console.width, _WIDEST)
    console.print(_head(resolution), width=width)
    if resolution.preambular:
        openers = ", ".join(p.opener for p in resolution.preambular)
        console.print(Text(f"\n{len(resolution.preambular)} preambular paragraphs: {openers}", style=DIM), width=width)
    duties = {n: list(group) for n, group in groupby(resolution.provisions, key=lambda d: d.paragraph)}
    for paragraph in resolution.operative:
        console.print(_paragraph(paragraph), width=width)
        for item in paragraph.items:
            console.print(Padding(_item(item), (0, 0, 0, 4)), width=width)
        for duty in duties.get(paragraph.number, ()):
            console.print(Padding(_duty(duty), (0, 0, 0, 4)), width=width)
    for annex in resolution.annexes:
        console.print(Text(f"\n{annex.heading}: {len(annex.paragraphs)} paragraphs", style=DIM), width=width)
    for note in resolution.notes:
        console.print(Text(f"\n{note}", style="yellow"), width=width)


def render_outcome(outcome: Outcome, console: Console) -> None:
    """Write whether a vote adopts a draft, and every reason with its article."""
    said = {True: ("adopted", "bold green"), False: ("not adopted", "bold red"), None: ("open", "bold yellow")}
    console.print(Text(*said[outcome.adopted]))
    for reason in outcome.reasons:
        console.print(Text(f"  {reason}"), width=min(console.width, _WIDEST))


def render_checked(checked: Sequence[Checked], paper: str, console: Console) -> None:
    """Write each claim about a paper with what the paper's own text says to it."""
    if not checked:
        console.print(f"The article describes no provision of {paper}.")
    for item in checked:
        width = min(console.width, _WIDEST)
        verdict = item.verdict.value.replace("_", " ")
        console.print(Text.assemble("\n", (verdict, _VERDICTS[item.verdict]), f": {item.claim}"), width=width)
        console.print(Padding(Text(f"article: “{_short(item.quote)}”", style=DIM), (0, 0, 0, 4)), width=width)
        if item.passage:
            console.print(Padding(Text(f"{item.ref}: “{_short(item.passage)}”", style=DIM), (0, 0, 0, 4)), width=width)
        for detail in item.details:
            console.print(Padding(Text(detail), (0, 0, 0, 4)), width=width)


def render_due(items: Sequence[Due], console: Console) -> None:
    """Write what falls due as a table in the order of its days."""
    if not items:
        console.print("Nothing falls due.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    for heading, ratio in (("when", None), ("kind", None), ("who", None), ("what", 5), ("says", 3)):
        width = 18 if heading == "who" else None  # the Secretary-General stays on one line
        table.add_column(
            heading, ratio=ratio, width=width, header_style=DIM, no_wrap=heading in ("when", "kind"), overflow="fold"
        )
    for item in items:
        style = {Certainty.TENTATIVE: "italic", Certainty.CANCELLED: "strike"}.get(item.certainty, "")
        kind = item.kind.value.replace("_", " ") + (" ?" if item.certainty is Certainty.TENTATIVE else "")
        table.add_row(
            _days(item),
            kind,
            item.by or "–",
            Text(_short(item.what), style=style),
            Text(_short(item.basis, 70), style=DIM),
        )
    console.print(table, width=min(console.width, 140))


def _head(resolution: Resolution) -> Text:
    name = resolution.name
    facts = [resolution.body, resolution.symbol, f"adopted {resolution.adopted}" if resolution.adopted else None]
    facts += [_vote(resolution.vote) if resolution.vote else None, "Chapter VII" if resolution.chapter_vii else None]
    cited = ", ".join(f"{n} ({y})" if y else str(n) for n, y in resolution.cites())
    lines = [(f"{name[:1].upper()}{name[1:]}", "bold"), ("\n" + " · ".join(filter(None, facts)), DIM)]
    return Text.assemble(*lines, (f"\ncites {cited}" if cited else "", DIM))


def _vote(vote: Vote) -> str:
    ways = {"unanimously": vote.unanimous, "without a vote": vote.without_vote, "by consensus": vote.consensus}
    how = next((way for way, is_so in ways.items() if is_so), "")
    if vote.in_favour is not None:
        how = f"{vote.in_favour} for, {vote.against} against, {vote.abstain} abstaining"
    named = "; ".join(
        f"{what}: {', '.join(states)}"
        for what, states in (
            ("against", vote.opponents),
            ("abstaining", vote.abstainers),
            ("absent", vote.absent),
            ("not voting", vote.not_participating),
        )
        if states
    )
    return ", ".join(filter(None, (f"meeting {vote.meeting}" if vote.meeting else "", how, named)))


def _paragraph(paragraph: OperativeParagraph) -> Text:
    label = paragraph.label or str(paragraph.number)
    return Text.assemble(f"\n{label}. ", *_emphasized(paragraph.text, paragraph.verbs))


def _emphasized(text: str, verbs: Iterable[str]) -> Iterable[str | tuple[str, str]]:
    """Yield the text with the body's verbs in bold."""
    at = 0
    for verb in verbs:
        found = text.lower().find(verb.lower(), at)
        if found < 0:
            continue
        yield text[at:found]
        yield text[found : found + len(verb)], "bold"
        at = found + len(verb)
    yield text[at:]


def _item(item: Item) -> Text:
    inner = "".join(f"\n    {i.label} {i.text}" for i in item.items)
    return Text(f"{item.label} {item.text}{inner}")


def _duty(duty: Duty) -> Text:
    facts = [
        _in_words("by", "within", duty.deadline),
        _in_words("until", "for", duty.expires),
        _in_words("from", "from", duty.starts),
        _in_words("every", "every", duty.rhythm),
        "report" if duty.report else None,
        duty.sub,
    ]
    known = " · ".join(filter(None, facts))
    return Text.assemble(
        ("→ ", DIM),
        (duty.type.value, "cyan"),
        ": ",
        duty.bearer or "nobody named",
        (f"  {known}" if known else "", DIM),
    )


def _in_words(before_day: str, before_length: str, term: str | None) -> str | None:
    """Return "by 2031-05-01" or "within 90 days"."""
    if term is None:
        return None
    words = date_value(term)
    return f"{before_day} {term}" if words == term else f"{before_length} {words.removeprefix('within ')}"


def _days(item: Due) -> str:
    return item.latest if item.earliest == item.latest else f"{item.earliest}..{item.latest}"


def _short(words: str, longest: int = 160) -> str:
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
