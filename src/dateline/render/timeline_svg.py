"""Timeline -> one SVG picture for print: lanes, an axis of days, a sign for how each entry stands, and its words.

What is done, planned, denied or called off differs in shape and fill, so it is told apart on a grey printer too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.render import svg
from dateline.render.days import MONTHS, day_name, span_name
from dateline.render.lanes import Lane, Placed
from dateline.render.lanes import lanes as lanes_of
from dateline.render.scale import Scale, scale
from dateline.render.signs import LEGEND, sign
from dateline.render.telling import standing_word
from dateline.views.timeline import Entry, Timeline

WIDE, HIGH = 842.0, 595.0  # points: A4, lying
MARGIN, NAMES = 26.0, 104.0  # at the edges; for the lanes' names
TOP, FOOT = 74.0, 46.0
SIZE, SMALL = 7.6, 6.6  # points of letters: what newspapers set their listings in
ROW, ROW_SHORT = 21.0, 11.5  # with and without the entries' own words
LONGEST, LONGEST_LINE = 172.0, 205.0  # points of a label of two lines, and of one
GAP = 7.0
INK, GREY, PALE, RULE = "#1a1a1a", "#555555", "#eef1f6", "#c9ced6"
HALO: dict[str, Any] = {
    "stroke": "#ffffff",
    "stroke_width": 2.2,
    "paint_order": "stroke",
    "stroke_linejoin": "round",
}  # over thin lines


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an entry stands in its lane: sign from x to end, label from start, to its right or left."""

    placed: Placed
    x: float
    end: float
    start: float
    stop: float
    left: bool
    row: int


def render_svg(timeline: Timeline, *, lanes: str = "actor") -> str:
    """Return the picture. lanes: "actor" or "instrument". A page of A4, lying; longer only where the entries need it."""
    made = lanes_of(timeline, by=lanes)
    if not made:
        return _picture(HIGH / 4, [svg.text("Nothing found.", MARGIN, MARGIN + 14, font_size=12)], timeline)
    axis = scale(_days(timeline), MARGIN + NAMES + 10, WIDE - MARGIN - 12)
    worded = True
    spots = [_spots(lane, axis, worded=worded) for lane in made]
    rows = [max(spot.row for spot in lane) + 1 for lane in spots]
    if TOP + FOOT + sum(rows) * ROW + 8 * len(made) > HIGH:
        worded = False
        spots = [_spots(lane, axis, worded=worded) for lane in made]
        rows = [max(spot.row for spot in lane) + 1 for lane in spots]
    step = ROW if worded else ROW_SHORT
    high = max(TOP + FOOT + sum(rows) * step + 8.0 * len(made), HIGH / 3)
    floor = high - FOOT
    parts = [*_background(axis, timeline.today, floor), *_axis(axis, timeline, floor)]
    y = TOP
    for lane, places, count in zip(made, spots, rows, strict=True):
        parts += _lane(lane, places, y, count * step + 8, step=step, worded=worded)
        y += count * step + 8
    parts += [svg.element("line", x1=MARGIN, x2=WIDE - MARGIN, y1=y, y2=y, stroke=RULE, stroke_width=0.6)]
    return _picture(high, [*parts, *_legend(high)], timeline)


def _days(timeline: Timeline) -> Iterator[str]:
    yield timeline.today
    for entry in timeline.entries():
        yield entry.first
        yield entry.last


def _spots(lane: Lane, axis: Scale, *, worded: bool) -> list[_Spot]:
    """Each entry in the first row of its lane in which it touches nothing."""
    rows: list[list[tuple[float, float]]] = []
    spots = []
    for placed in sorted(lane.entries, key=lambda p: (axis.at(p.entry.first), axis.at(p.entry.last))):
        x, end = axis.at(placed.entry.first), axis.at(placed.entry.last)
        wide = min(_label_width(placed, worded=worded), LONGEST if worded else LONGEST_LINE)
        left = end + 8 + wide > WIDE - MARGIN and x - 8 - wide > MARGIN + NAMES
        start = x - 8 - wide if left else end + 8
        if not left and start + wide > WIDE - MARGIN:
            wide = max(WIDE - MARGIN - start, 20.0)
        low, high = min(x - (13 if not placed.entry.dated else 5), start), max(end + 5, start + wide)
        row = next(
            (n for n, taken in enumerate(rows) if all(high + GAP < a or low > b + GAP for a, b in taken)), len(rows)
        )
        if row == len(rows):
            rows.append([])
        rows[row].append((low, high))
        spots.append(_Spot(placed, x, end, start, start + wide, left, row))
    return spots


def _label_width(placed: Placed, *, worded: bool) -> float:
    head = svg.width(_heading(placed), SIZE, bold=True)
    words = svg.width(f"“{placed.told.words}”", SMALL) if placed.told.words else 0.0
    return max(head, words) if worded else head + 4 + words


def _heading(placed: Placed) -> str:
    """The day where it is no single one, or asked for by its standing; then the act."""
    entry = placed.entry
    when = "" if entry.first == entry.last else f"{_when(entry)}: "
    return f"{when}{placed.label}"


def _when(entry: Entry) -> str:
    value = getattr(getattr(entry.item, "date", None), "value", None)
    return span_name(entry.first, entry.last, value)


def _lane(lane: Lane, spots: Sequence[_Spot], y: float, high: float, *, step: float, worded: bool) -> Iterator[str]:
    yield svg.element("line", x1=MARGIN, x2=WIDE - MARGIN, y1=y, y2=y, stroke=RULE, stroke_width=0.6)
    lines = _wrapped(lane.name, max(int((high - 4) // 10), 1))
    names = [svg.text(line, MARGIN, y + 13 + 10 * n, font_weight="bold", font_size=8.6) for n, line in enumerate(lines)]
    yield svg.group([svg.title(lane.name), *names], fill=INK)
    for spot in spots:
        yield _entry(spot, y + 6 + spot.row * step, worded=worded)


def _wrapped(name: str, most: int) -> list[str]:
    """A lane's name on at most so many lines, cut where it is longer."""
    lines: list[str] = []
    for word in name.split():
        if lines and svg.width(f"{lines[-1]} {word}", 8.6, bold=True) <= NAMES - 6:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [svg.fit(line, 8.6, NAMES - 6, bold=True) for line in lines]


def _entry(spot: _Spot, y: float, *, worded: bool) -> str:
    placed, middle = spot.placed, y + 4.4
    parts = [svg.title(_tip(placed))]
    if not placed.entry.dated:
        parts.append(
            svg.element(
                "line",
                x1=spot.x - 13,
                x2=spot.x - 4,
                y1=middle,
                y2=middle,
                stroke=INK,
                stroke_width=1.1,
                stroke_dasharray="1.2 2",
            )
        )
    parts.append(sign(placed.entry.standing, spot.x, spot.end, middle))
    at, anchor = (spot.stop, "end") if spot.left else (spot.start, None)
    room = spot.stop - spot.start + 1
    parts += _label(placed, at, y, room, anchor, worded=worded)
    return svg.group(parts)


def _label(placed: Placed, x: float, y: float, room: float, anchor: str | None, *, worded: bool) -> Iterator[str]:
    """The act, and the text's own words below or, where rows are many, behind it."""
    head = svg.fit(_heading(placed), SIZE, room, bold=True)
    words = f"“{placed.told.words}”" if placed.told.words else ""
    style: dict[str, Any] = {"text_anchor": anchor, **HALO}
    if worded:
        yield svg.text(head, x, y + 7, font_size=SIZE, font_weight="bold", fill=INK, **style)
        if words:
            yield svg.text(svg.fit(words, SMALL, room), x, y + 15.4, font_size=SMALL, fill=GREY, **style)
        return
    left = room - svg.width(head, SIZE, bold=True) - 4
    behind = svg.fit(words, SMALL, left) if left > 28 else ""
    span = svg.span(behind, dx=3.0, font_size=SMALL, font_weight="normal", fill=GREY) if len(behind) > 4 else ""
    yield svg.text(head, x, y + 7, more=span, font_size=SIZE, font_weight="bold", fill=INK, **style)


def _tip(placed: Placed) -> str:
    """All of it, for who points at it."""
    entry, told = placed.entry, placed.told
    day = _when(entry) if entry.dated else f"told {day_name(entry.first)}, no date given"
    who = " → ".join(filter(None, (", ".join(told.who), ", ".join(told.whom))))
    parts = (
        day,
        standing_word(entry),
        f"{who}: {told.what}",
        f"“{told.words}”" if told.words else "",
        told.source,
        told.id,
    )
    return " · ".join(filter(None, parts))


def _background(axis: Scale, today: str, floor: float) -> Iterator[str]:
    x = axis.at(today)
    yield svg.element("rect", x=x, y=TOP - 30, width=max(WIDE - MARGIN - x, 0.0), height=floor - TOP + 30, fill=PALE)
    yield svg.element("line", x1=x, x2=x, y1=TOP - 34, y2=floor, stroke=INK, stroke_width=0.9, stroke_dasharray="4 2")
    side = "end" if x > WIDE - 90 else None
    yield svg.text(
        f"today, {day_name(today)}", x + (-4 if side else 3), TOP - 36, font_size=SMALL, text_anchor=side, fill=INK
    )


def _axis(axis: Scale, timeline: Timeline, floor: float) -> Iterator[str]:
    """Months above, days below them, thin lines down; a day is named where there is room."""
    yield svg.element("line", x1=MARGIN + NAMES, x2=WIDE - MARGIN, y1=TOP - 6, y2=TOP - 6, stroke=INK, stroke_width=0.8)
    for x in axis.breaks():
        slashes = f"M{x - 3:.1f},{TOP - 2:.1f}l3,-8m1,8l3,-8"
        yield svg.element("path", d=slashes, stroke=INK, stroke_width=0.9, fill="none")
    days = sorted({day for entry in timeline.entries() for day in (entry.first, entry.last)})
    month, month_end, day_end = "", 0.0, 0.0
    for day in days:
        x = axis.at(day)
        yield svg.element("line", x1=x, x2=x, y1=TOP - 8, y2=TOP - 4, stroke=INK, stroke_width=0.6)
        if day[:7] != month and x >= month_end:
            name = f"{MONTHS[int(day[5:7]) - 1][:3]} {day[:4]}"
            wide = svg.width(name, SIZE, bold=True)
            at = min(x - 2, WIDE - MARGIN - wide)
            yield svg.text(name, at, TOP - 20, font_size=SIZE, font_weight="bold", fill=INK, **HALO)
            month, month_end = day[:7], at + wide + 5
        if x >= day_end:
            number = str(int(day[8:]))
            yield svg.text(number, x, TOP - 10.5, font_size=SMALL, text_anchor="middle", fill=INK)
            yield svg.element("line", x1=x, x2=x, y1=TOP, y2=floor, stroke=RULE, stroke_width=0.3)
            day_end = x + svg.width(number, SMALL) + 4


def _legend(high: float) -> Iterator[str]:
    x, y = MARGIN, high - 24
    for standing, words in LEGEND:
        yield sign(standing, x + 4, x + 4, y - 2.4)
        yield svg.text(words, x + 11, y, font_size=SMALL, fill=INK)
        x += 11 + svg.width(words, SMALL) + 14
    note = "A bar is a span of days known no better. A dotted line before a sign: told on that day, no date given. // long empty times are shortened."
    yield svg.text(note, MARGIN, high - 12, font_size=SMALL, fill=GREY)


def _picture(high: float, parts: Sequence[str], timeline: Timeline) -> str:
    entries = timeline.entries()
    span = f"{day_name(entries[0].first)} to {day_name(max(e.last for e in entries))}" if entries else ""
    head = svg.text(
        f"Timeline{f', {span}' if span else ''}", MARGIN, MARGIN + 6, font_size=13, font_weight="bold", fill=INK
    )
    content = "".join(
        [svg.title(f"Timeline {span}"), svg.element("rect", width=WIDE, height=high, fill="#ffffff"), head, *parts]
    )
    return svg.element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        width="297mm",
        height=f"{high / WIDE * 297:.1f}mm",
        viewBox=f"0 0 {WIDE:.0f} {high:.1f}",
        role="img",
        font_family="Helvetica, Arial, sans-serif",
    )
