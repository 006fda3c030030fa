"""JSON and other tables of fields -> Articles: the article's own fields, checked."""

import json
import logging
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dateline.errors import ReadError, Reason, RecordError, RefusedError
from dateline.load.accepting import accept
from dateline.load.columns import renamed
from dateline.load.days import parse_day
from dateline.load.decoding import charset_of, decode
from dateline.load.items import Item
from dateline.load.language import language_name
from dateline.load.source import Source
from dateline.records import Article, Record

log = logging.getLogger(__name__)

LAYERS = ("actors", "times", "attributions", "events", "instruments", "provisions")


def _day(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    return parse_day(value) if value.strip() else None


class ArticleFields(BaseModel):
    """An article as others write it, under our names. Fields that are not here are passed over: exports have their own."""

    model_config = ConfigDict(strict=True, extra="ignore")

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Annotated[date | None, BeforeValidator(_day)] = None
    language: str | None = None
    place: str | None = None
    agency: str | None = None


def json_items(source: Source, *, lines: bool = False) -> Iterator[Item]:
    """Yield what a JSON object holds, or each element of an array, or each line of JSON Lines.

    An object is an article's fields, or a record of Dateline's. What is broken or refused comes as an error in its
    place, and what follows is read.
    """
    text = decode(source.data, source.name, charset_of(source.content_type))
    for where, key, value in _values(text, source.name, lines=lines):
        yield item_of(value, where, key, source.url)


def item_of(value: object, where: str, key: str | None, url: str | None = None) -> Item:
    """Return what a JSON value is: an article, a record, or an error, which `value` may be too.

    where: its place, for messages. key: its number, for which its own id stands if it has one. url: for an article
    that does not tell its own.
    """
    if isinstance(value, ReadError):
        return Item(value, key)
    if isinstance(value, Mapping) and key is not None and isinstance(own := renamed(value)[0].get("id"), str | int):
        key = str(own)
    try:
        if isinstance(value, Mapping) and isinstance(value.get("article"), Mapping):
            if any(layer in value for layer in LAYERS):
                return Item(_record(value, where), key)
            value = value["article"]
        return Item(article_of(value, where, url), key)
    except RefusedError as error:
        return Item(error, key)


def article_of(value: object, where: str, url: str | None = None) -> Article:
    """Return the article with these fields, under the names that `columns` knows. Raises RefusedError."""
    if not isinstance(value, Mapping):
        message = f'{where}: no JSON object; give an article\'s fields, as in {{"text": "..."}}'
        raise RefusedError(message, reason=Reason.BROKEN)
    given, called = renamed(value)
    try:
        fields = ArticleFields.model_validate(given)
    except ValidationError as error:
        raise RefusedError(f"{where}: {_first(error, called)}", reason=Reason.BROKEN) from error
    _check_language(fields.language, where)
    log.debug("%s: passed over: %s", where, ", ".join(sorted(map(str, set(value) - {*called.values()}))) or "nothing")
    return accept(
        fields.text,
        where,
        url=fields.url or url,
        title=fields.title,
        outlet=fields.outlet,
        published=fields.published,
        place=fields.place,
        agency=fields.agency,
    )


def parse_json(text: str, where: str) -> object:
    """Return the value; a RefusedError if the text is no JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if "\n" in text else f"column {error.colno}"
        return RefusedError(f"{where}: broken JSON at {place} ({error.msg}); mend it", reason=Reason.BROKEN)
    except RecursionError:
        message = f"{where}: JSON nested too deeply; give an article's fields"
        return RefusedError(message, reason=Reason.BROKEN)
    except ValueError as error:  # a number with more digits than Python turns into one
        return RefusedError(f"{where}: broken JSON ({error}); mend it", reason=Reason.BROKEN)


def _record(value: object, where: str) -> Record:
    try:
        return Record.from_dict(value)
    except RecordError as error:
        raise RefusedError(
            f"{where}: {error}; give the record as `dateline read --json` wrote it", reason=Reason.BROKEN
        ) from error


def _values(text: str, name: str, *, lines: bool) -> Iterator[tuple[str, str | None, object]]:
    """Each JSON value with its place in the source and its key; a ReadError where there is none."""
    if not lines:
        whole = parse_json(text, name)
        if isinstance(whole, list):
            yield from ((f"{name}, item {n}", str(n), value) for n, value in enumerate(whole, 1))
            return
        lines = isinstance(whole, ReadError) and _one_object_a_line(text)
        if not lines:
            yield name, None, whole
            return
    for n, line in enumerate(text.split("\n"), 1):  # splitlines would cut at U+2028, which JSON strings may hold
        if line.strip():
            where = f"{name}, line {n}"
            yield where, str(n), parse_json(line, where)


def _one_object_a_line(text: str) -> bool:
    filled = [line for line in text.split("\n") if line.strip()]
    return len(filled) > 1 and all(line.startswith("{") for line in filled)


def _first(error: ValidationError, called: Mapping[str, str]) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(called.get(str(part), str(part)) for part in problem["loc"])
    if problem["type"] == "missing":
        return f"no field {field!r}; give it the article's {field}"
    return f"field {field!r}: {problem['msg'].removeprefix('Value error, ')}"


def _check_language(language: str | None, where: str) -> None:
    code = (language or "en").lower().replace("_", "-").split("-")[0]
    if code not in ("en", "eng", "english", "und"):
        message = f"{where}: marked as {language_name(code)}; Dateline reads English"
        raise RefusedError(message, reason=Reason.LANGUAGE)
