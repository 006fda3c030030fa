"""A page's HTML -> its text as a paper prints it: one paragraph a block, the numbers of lists written out. Pure."""

from collections.abc import Iterator

from lxml import html

from dateline.load.decoding import decode
from dateline.load.kinds import Kind, kind_of
from dateline.load.source import Source

_BLOCKS = frozenset("p div li h1 h2 h3 h4 h5 h6 tr section article main header blockquote dt dd pre".split())  # noqa: SIM905
_LEFT_OUT = frozenset(["script", "style", "nav", "footer", "aside", "noscript", "template", "head", "form"])
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def paper_text(source: Source) -> str | None:
    """Return the text of an HTML page with "1." and "(a)" before the entries of its lists; None for other formats."""
    if kind_of(source) is not Kind.HTML:
        return None
    try:
        root = html.fromstring(decode(source.data, source.name, source.content_type))
    except (ValueError, html.etree.ParserError):
        return None
    return blocks(root)


def blocks(element: html.HtmlElement) -> str:
    """Return the text inside an element, a blank line between its blocks."""
    return "\n\n".join(filter(None, (" ".join(block.split()) for block in _paragraphs(element))))


def _paragraphs(element: html.HtmlElement, mark: str = "") -> Iterator[str]:
    """Yield the blocks inside an element; `mark` stands before the first words."""
    words = mark + (element.text or "")
    for child in element:
        inner = list(_inside(child))
        if _is_block(child):
            yield words
            yield from inner
            words = ""
        elif inner:
            words += inner[0]
            if len(inner) > 1:
                yield words
                yield from inner[1:-1]
                words = inner[-1]
        words += child.tail or ""
    yield words


def _inside(child: html.HtmlElement) -> Iterator[str]:
    if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
        return
    if child.tag == "br":
        yield " "
    elif child.tag == "li":
        yield from _paragraphs(child, _mark(child))
    else:
        yield from _paragraphs(child)


def _is_block(child: html.HtmlElement) -> bool:
    return isinstance(child.tag, str) and (child.tag in _BLOCKS or child.tag in ("ol", "ul", "table"))


def _mark(entry: html.HtmlElement) -> str:
    """Return what a browser shows before the entry: "2. ", "(b) ", "(ii) ", "- "."""
    parent = entry.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    number = (int(start) if start.isdigit() else 1) + sum(1 for _ in entry.itersiblings("li", preceding=True))
    match parent.get("type", "1"):
        case "a":
            return f"({chr(ord('a') + (number - 1) % 26)}) "
        case "i":
            return f"({_ROMAN[(number - 1) % len(_ROMAN)]}) "
        case _:
            return f"{number}. "
