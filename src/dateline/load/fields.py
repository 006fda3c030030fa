"""JSON and JSON Lines -> Articles: the article's own fields, checked."""

import json
import logging
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dateline.errors import ReadError, RefusedError
from dateline.load.accepting import accept
from dateline.load.days import parse_day
from dateline.load.decoding import charset_of, decode
from dateline.load.language import language_name
from dateline.load.source import Source
from dateline.records import Article

log = logging.getLogger(__name__)


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    return parse_day(value) if value.strip() else None


class ArticleFields(BaseModel):
    """An article as others write it. Fields that are not here are passed over: exports have their own."""

    model_config = ConfigDict(strict=True, extra="ignore")

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Annotated[date | None, BeforeValidator(_day)] = None
    language: str | None = None
    place: str | None = None
    agency: str | None = None


def read_json(source: Source, *, lines: bool = False) -> Iterator[Article | ReadError]:
    """Yield the article of a JSON object, or of each element of an array, or of each line of JSON Lines.

    An object is an article's fields, or a record of Dateline's, whose `article` is taken. What is broken or refused
    comes as an error in its place, and what follows is read.
    """
    text = decode(source.data, source.name, charset_of(source.content_type))
    for where, value in _values(text, source.name, lines=lines):
        try:
            yield value if isinstance(value, ReadError) else _article(value, where, source.url)
        except RefusedError as error:
            yield error


def _values(text: str, name: str, *, lines: bool) -> Iterator[tuple[str, object]]:
    """Each JSON value with its place in the source; a ReadError where there is none."""
    if not lines:
        whole = _parse(text, name)
        if isinstance(whole, list):
            yield from ((f"{name}, item {n}", value) for n, value in enumerate(whole, 1))
            return
        lines = isinstance(whole, ReadError) and _one_object_a_line(text)
        if not lines:
            yield name, whole
            return
    for n, line in enumerate(text.split("\n"), 1):  # splitlines would cut at U+2028, which JSON strings may hold
        if line.strip():
            where = f"{name}, line {n}"
            yield where, _parse(line, where)


def _one_object_a_line(text: str) -> bool:
    filled = [line for line in text.split("\n") if line.strip()]
    return len(filled) > 1 and all(line.startswith("{") for line in filled)


def _parse(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if "\n" in text else f"column {error.colno}"
        return RefusedError(f"{where}: broken JSON at {place} ({error.msg}); mend it")
    except RecursionError:
        return RefusedError(f"{where}: JSON nested too deeply; give an article's fields")


def _article(value: object, where: str, url: str | None) -> Article:
    if isinstance(value, dict) and isinstance(value.get("article"), dict):
        value = value["article"]
    if not isinstance(value, dict):
        raise RefusedError(f'{where}: no JSON object; give an article\'s fields, as in {{"text": "..."}}')
    try:
        fields = ArticleFields.model_validate(value)
    except ValidationError as error:
        raise RefusedError(f"{where}: {_first(error)}") from error
    _check_language(fields.language, where)
    log.debug(
        "%s: passed over: %s", where, ", ".join(sorted(set(value) - set(ArticleFields.model_fields))) or "nothing"
    )
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


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, problem["loc"]))
    if problem["type"] == "missing":
        return f"no field {field!r}; give it the article's {field}"
    return f"field {field!r}: {problem['msg'].removeprefix('Value error, ')}"


def _check_language(language: str | None, where: str) -> None:
    code = (language or "en").lower().replace("_", "-").split("-")[0]
    if code not in ("en", "eng", "english", "und"):
        raise RefusedError(f"{where}: marked as {language_name(code)}; Dateline reads English")
