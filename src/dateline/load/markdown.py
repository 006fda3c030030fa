"""Markdown -> Article: front matter and first heading as metadata, the rest as plain paragraphs."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.errors import Reason, RefusedError
from dateline.load.accepting import accept
from dateline.load.days import parse_day
from dateline.load.decoding import charset_of, decode
from dateline.load.source import Source
from dateline.records import Article

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^(\w+):[ \t]+(.*?)[ \t]*\r?$", re.MULTILINE)
QUOTED = re.compile(r"(['\"])(.*)\1")
TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
INLINE = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(source: Source) -> Article:
    """Return the article, its marks gone: a blank line between paragraphs, no line breaks in them but hard ones.

    Of the front matter, `title`, `date` or `published`, `outlet` and `url` count. A first heading of level one is
    the title where the front matter has none, and not part of the text.
    """
    written = decode(source.data, source.name, charset_of(source.content_type))
    front = FRONT_MATTER.match(written)
    fields = _fields(front[1]) if front else {}
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(written[front.end() :] if front else written)))
    heading = blocks.pop(0)[1] if blocks and blocks[0][0] == "h1" else None
    return accept(
        "\n\n".join(text for _, text in blocks if text),
        source.name,
        url=source.url or fields.get("url"),
        title=fields.get("title") or heading,
        outlet=fields.get("outlet"),
        published=_published(fields, source.name),
    )


def _fields(front: str) -> dict[str, str]:
    """Return the one-line fields; what else YAML can say is not metadata of ours."""
    pairs = ((match[1].lower(), match[2]) for match in FIELD.finditer(front))
    return {key: quoted[2] if (quoted := QUOTED.fullmatch(value)) else value for key, value in pairs}


def _published(fields: dict[str, str], name: str) -> date | None:
    day = fields.get("published") or fields.get("date")
    try:
        return parse_day(day) if day else None
    except ValueError as error:
        raise RefusedError(f"{name}: its date: {error}", reason=Reason.BROKEN) from error


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each block's tag ("p", "h1", "td") and text, in order."""
    tag = ""
    for token in tokens:
        if token.type == "inline":
            yield tag, "".join(_inline(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield "pre", token.content.rstrip()
        elif token.type == "html_block":
            yield "html", unescape(TAG.sub("", token.content)).strip()
        tag = token.tag


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in INLINE:
            yield INLINE[token.type]
