"""Shapes and words -> the elements of an SVG picture, as text; and how wide words are without a font at hand."""

from collections.abc import Iterable
from unicodedata import combining, east_asian_width
from xml.sax.saxutils import escape, quoteattr

# Widths of Helvetica's letters in parts of its size, by kind: a little more than most, so that no label runs into another.
_NARROW, _WIDE = frozenset("iljtfIr.,:;'’|!()[]- ‘“”\""), frozenset("mwMW@%—…")
_WIDTHS = (0.34, 0.57, 0.70, 0.92, 1.0)


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide words are in Helvetica or Arial of a size."""
    return sum(map(_width, words)) * size * (1.07 if bold else 1.0)


def _width(letter: str) -> float:
    if letter in _NARROW:
        return _WIDTHS[0]
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return _WIDTHS[4]
    return _WIDTHS[3] if letter in _WIDE else _WIDTHS[2] if letter.isupper() else _WIDTHS[1]


def fit(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return the words, or as many letters of them as there is room for, and an ellipsis."""
    if width(words, size, bold=bold) <= room:
        return words
    kept = words
    while kept and width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """Return an element; "_" in an attribute's name is "-", and a value of None leaves it out."""
    known = "".join(
        f" {_name(key)}={quoteattr(_value(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{known}>{content}</{name}>" if content else f"<{name}{known}/>"


def text(words: str, x: float, y: float, *, more: str = "", **attributes: object) -> str:
    """Return words that begin (or, by text_anchor, end) at a place on their line. more: a span behind them."""
    return element("text", escape(_clean(words)) + more, x=x, y=y, **attributes)


def span(words: str, **attributes: object) -> str:
    """Return words within others that look different."""
    return element("tspan", escape(_clean(words)), **attributes)


def title(words: str) -> str:
    """Return what a reader sees who points at the element that this stands in."""
    return element("title", escape(_clean(words)))


def group(parts: Iterable[str], **attributes: object) -> str:
    """Return elements as one."""
    return element("g", "".join(parts), **attributes)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else _clean(str(value))


def _clean(words: str) -> str:
    """What XML can hold."""
    return "".join(c if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff" else " " for c in words)
