"""Comparison -> terminal and a page side by side: what was added, dropped, moved, made stronger or weaker."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from rich.console import Console
from rich.text import Text

from dateline.records.comparison import Change, Comparison, Difference, Side

NAMES = {
    Change.SAME: "the same",
    Change.ADDED: "added",
    Change.DROPPED: "dropped",
    Change.MOVED: "moved",
    Change.SPLIT: "split",
    Change.MERGED: "merged",
    Change.STRONGER: "stronger",
    Change.WEAKER: "weaker",
    Change.OTHER_BEARER: "other bearer",
    Change.OTHER_DATE: "other date",
    Change.REWORDED: "reworded",
}
_COLOURS = {
    Change.ADDED: "green",
    Change.DROPPED: "red",
    Change.STRONGER: "bold magenta",
    Change.WEAKER: "bold yellow",
    Change.SAME: "dim",
}
_WIDEST = 110
_CLOSING = ",.;:)]”’!?"  # no blank before these


def render_comparison(comparison: Comparison, console: Console) -> None:
    """Write the differences in the order of the first text; in each, dropped words are struck and added ones underlined."""
    width = min(console.width, _WIDEST)
    console.print(Text.assemble((comparison.left, "bold"), " → ", (comparison.right, "bold")), width=width)
    if comparison.identical:
        console.print("The two texts are the same.")
        return
    console.print(Text(summary(comparison), style="dim"), width=width)
    for difference in comparison.differences:
        console.print(_difference(difference), width=width)


def summary(comparison: Comparison) -> str:
    """Return how many paragraphs underwent each change: "3 the same, 1 added, 2 weaker"."""
    counts = [(NAMES[change], comparison.count(change)) for change in Change]
    return ", ".join(f"{count} {name}" for name, count in counts if count)


def render_comparison_page(comparison: Comparison) -> str:
    """Return a self-contained page: both texts side by side, paragraph by paragraph."""
    template = _environment().get_template("comparison.html.j2")
    return template.render(
        comparison=comparison, summary=summary(comparison), names=NAMES, Change=Change, closing=_CLOSING
    )


def _difference(difference: Difference) -> Text:
    refs = " → ".join(filter(None, (_refs(difference.left), _refs(difference.right))))
    labels = [(f"{NAMES[c]} ", _COLOURS.get(c, "cyan")) for c in difference.changes]
    line = Text.assemble(f"\n{refs}  ", *labels)
    if difference.changes == (Change.SAME,):
        return line.append(_short(difference.left[0].text), "dim")
    for detail in difference.details:
        line.append(f"\n  {detail}", "dim")
    line.append("\n  ")
    for number, run in enumerate(difference.words):
        style = {Change.ADDED: "green underline", Change.DROPPED: "red strike"}.get(run.change, "")
        marked = {Change.ADDED: f"[+{run.text}+]", Change.DROPPED: f"[-{run.text}-]"}.get(run.change, run.text)
        line.append(" " if number and run.text[0] not in _CLOSING else "")
        line.append(marked, style)
    return line


def _refs(sides: tuple[Side, ...]) -> str:
    return " + ".join(side.ref for side in sides)


def _short(words: str, longest: int = 70) -> str:
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    css = files("dateline.render").joinpath("templates", "comparison.css").read_text(encoding="utf-8")
    environment.globals["css"] = Markup(css)  # noqa: S704 - our own file
    return environment
