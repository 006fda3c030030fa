"""How an entry stands -> its sign: a dot for a day, a bar for a span; told apart by shape and fill, not by colour."""

from dateline.render import svg
from dateline.views.timeline import Standing

INK, PAPER, RED = "#1a1a1a", "#ffffff", "#a0001c"
RADIUS, HALF = 3.3, 2.6  # of dots; half a bar's height
LEGEND = (
    (Standing.DONE, "done"),
    (Standing.ONGOING, "ongoing"),
    (Standing.PLANNED, "planned"),
    (Standing.PAST, "was planned, no report of it"),
    (Standing.PROPOSED, "proposed or on condition"),
    (Standing.DUE, "due by a paper"),
    (Standing.DENIED, "denied"),
    (Standing.CANCELLED, "cancelled"),
)
_OPEN = {"fill": PAPER, "stroke": INK, "stroke_width": 1.2}
_DASHED = {**_OPEN, "stroke_dasharray": "1.6 1.3"}


def sign(standing: Standing, x: float, end: float, y: float) -> str:
    """Return the sign of an entry whose days stand between two places on a line."""
    return _bar(standing, x, end, y) if end - x > 2 * RADIUS else _dot(standing, x, y)


def _dot(standing: Standing, x: float, y: float) -> str:
    if standing in (Standing.DUE, Standing.WAS_DUE):
        return _diamond(x, y)
    if standing is Standing.DENIED:
        return _cross(x, y)
    style = {"fill": INK, "stroke": INK, "stroke_width": 1.2} if standing is Standing.DONE else _OPEN
    if standing in (Standing.PROPOSED, Standing.CONDITIONAL):
        style = _DASHED
    dot = svg.element("circle", cx=x, cy=y, r=RADIUS, **style)
    return dot + _within(standing, x, y)


def _within(standing: Standing, x: float, y: float) -> str:
    if standing is Standing.ONGOING:
        half = f"M{x:.1f},{y - RADIUS:.1f}a{RADIUS},{RADIUS} 0 0 0 0,{2 * RADIUS}z"
        return svg.element("path", d=half, fill=INK)
    if standing is Standing.CANCELLED:
        return _stroke(x - 4.6, y + 4.6, x + 4.6, y - 4.6)
    if standing is Standing.PAST:
        return svg.text("?", x, y + 2.2, font_size=6, font_weight="bold", text_anchor="middle", fill=INK)
    return ""


def _bar(standing: Standing, x: float, end: float, y: float) -> str:
    style: dict[str, object] = {"fill": "#6b6b6b", "stroke": INK, "stroke_width": 0.8}
    if standing in (Standing.PROPOSED, Standing.CONDITIONAL):
        style = _DASHED
    elif standing is not Standing.DONE:
        style = _OPEN
    bar = svg.element("rect", x=x, y=y - HALF, width=end - x, height=2 * HALF, rx=HALF, **style)
    if standing is Standing.ONGOING:
        return bar + svg.element("rect", x=x, y=y, width=end - x, height=HALF, fill=INK)
    if standing is Standing.CANCELLED:
        return bar + _stroke(x - 2, y, end + 2, y)
    if standing is Standing.DENIED:
        return bar + _cross((x + end) / 2, y)
    if standing in (Standing.DUE, Standing.WAS_DUE):
        return bar + _diamond(end, y)
    return bar


def _diamond(x: float, y: float) -> str:
    return svg.element("path", d=f"M{x:.1f},{y - 4.2:.1f}l4.2,4.2l-4.2,4.2l-4.2,-4.2z", **_OPEN)


def _cross(x: float, y: float) -> str:
    return _stroke(x - 3.2, y - 3.2, x + 3.2, y + 3.2) + _stroke(x - 3.2, y + 3.2, x + 3.2, y - 3.2)


def _stroke(x1: float, y1: float, x2: float, y2: float) -> str:
    return svg.element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=RED, stroke_width=1.7)
