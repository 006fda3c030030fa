"""Records -> one self-contained page: each article with all that is marked in it, beside what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline.records import Actor, Record, Timex, TimexType
from dateline.render.marks import Layer, Paragraph, Piece, find_marks, leads, paragraphs
from dateline.render.papers import PaperRow, paper_rows
from dateline.render.places import Places
from dateline.render.rows import ClaimRow, EventRow, claim_rows, event_rows, known, title
from dateline.render.wording import QUADS, UNDATED, date_value

# The layers that a reader can switch, with their names; cues come and go with claims, clauses with events.
SWITCHES = {
    Layer.EVENT: "Events",
    Layer.CLAIM: "Claims",
    Layer.PAPER: "Papers",
    Layer.ACTOR: "Actors",
    Layer.TIME: "Times",
}
UNWRITABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")  # what a page cannot hold: NUL, lone surrogates


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The events of one date. after_publication: whether it lies behind the article's own."""

    heading: str
    events: tuple[EventRow, ...]
    after_publication: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article as the page shows it. leads: key -> offset of the piece to jump to."""

    number: int
    record: Record
    title: str
    known: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    places: Places
    leads: dict[str, int]
    days: tuple[Day, ...]
    claims: tuple[ClaimRow, ...]
    papers: tuple[PaperRow, ...]
    actors: tuple[tuple[str, Actor], ...]
    times: tuple[tuple[str, Timex], ...]


def render_page(records: Iterable[Record]) -> str:
    """Return the page. It asks nothing of the network, and works without scripts but for the highlighting."""
    readings = [_reading(number, record) for number, record in enumerate(records, 1)]
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(readings=readings, switches=SWITCHES, quads=QUADS, undated=UNDATED, linked=_linked, quad=_quad)
    )
    return page.translate(UNWRITABLE)


def _reading(number: int, record: Record) -> Reading:
    marks = find_marks(record)
    text = record.article.text
    return Reading(
        number=number,
        record=record,
        title=title(record),
        known=known(record),
        paragraphs=paragraphs(text, marks),
        places=Places(text),
        leads=leads(marks),
        days=_days(record),
        claims=claim_rows(record),
        papers=paper_rows(record),
        actors=tuple((f"a{n}", actor) for n, actor in enumerate(record.actors, 1)),
        times=tuple((f"t{n}", timex) for n, timex in enumerate(record.times, 1)),
    )


def _days(record: Record) -> tuple[Day, ...]:
    published = str(record.article.published or "9999")
    return tuple(
        Day(
            heading=heading,
            events=(events := tuple(rows)),
            after_publication=(events[0].event.date.earliest or "") > published,
        )
        for heading, rows in groupby(event_rows(record), key=lambda row: row.when)
    )


def _linked(keys: Sequence[str], leads_here: dict[str, int], start: int) -> str | None:
    """Return which of a piece's keys it is a link to, if it is where one of them is shown first."""
    here = [key for key in keys if leads_here[key] == start and key[0] in "esip"]
    return min(here, key=lambda key: "esip".index(key[0]), default=None)


def _quad(reading: Reading, piece: Piece) -> str:
    """Return the class that colours an event's trigger, with a blank before it; nothing for other pieces."""
    key = next((mark.key for mark in piece.marks if mark.layer is Layer.EVENT), None)
    return f" quad{reading.record.events[int(key[1:]) - 1].quad}" if key else ""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dateline.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"exact": _exact, "time": _time}
    made.globals |= {name: _file(f"page.{name}") for name in ("css", "js")}
    return made


def _exact(text: str) -> Markup:
    """Escape so that a browser has the same characters: it would read a bare CR as a line feed."""
    return Markup(escape(text).replace("\r", Markup("&#13;")))  # noqa: S704 - both parts are escaped


def _time(timex: Timex) -> str:
    value = timex.interval or timex.value
    if value is None:
        return f"open: {timex.why}" if timex.why else "open"
    words = date_value(value) if timex.type is TimexType.DATE else value
    return f"{words}, {timex.mod.replace('_', ' ').lower()}" if timex.mod else words


def _file(name: str) -> Markup:
    return Markup((files("dateline.render") / "templates" / name).read_text(encoding="utf-8"))  # noqa: S704 - our own
