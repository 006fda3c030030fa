"""Read the package's TOML and CSV files through pydantic schemas that refuse what they do not know."""

import csv
import hashlib
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from dateline.errors import LexiconError


class Entry(BaseModel):
    """A row or rule of a lexicon: frozen, no unknown keys, no coercion."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TableRow(BaseModel):
    """A row of a CSV table: frozen, no unknown columns; text is turned into the field's type."""

    model_config = ConfigDict(extra="forbid", frozen=True)


T = TypeVar("T", bound=BaseModel)


def read_toml(name: str, schema: type[T]) -> T:
    """Return lexicons/<name> as `schema`. Raises LexiconError that names the file and the key."""
    try:
        return schema.model_validate(tomllib.loads(_text(name)))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise LexiconError(f"lexicons/{name}: {error}") from error


def read_csv(name: str, schema: type[T]) -> tuple[T, ...]:
    """Return the rows of lexicons/<name>, one `schema` each. Raises LexiconError that names the file and line."""
    header, *rows = csv.reader(_text(name).splitlines())
    wide = next((n for n, row in enumerate(rows, start=2) if len(row) != len(header)), None)
    if wide is not None:
        raise LexiconError(f"lexicons/{name}, line {wide}: {len(rows[wide - 2])} columns, not {len(header)}")
    # One call for the whole table: a call for each row takes three times as long.
    table = TypeAdapter(tuple[schema, ...])  # type: ignore[valid-type]
    try:
        return table.validate_python(tuple(dict(zip(header, row, strict=True)) for row in rows))
    except ValidationError as error:
        place = error.errors(include_url=False)[0]["loc"]
        raise LexiconError(f"lexicons/{name}, line {int(place[0]) + 2}: {error}") from error


def check_unique(name: str, ids: Iterable[str]) -> None:
    """Raise LexiconError if two rules of a file have one id."""
    seen: set[str] = set()
    for rule_id in ids:
        if rule_id in seen:
            raise LexiconError(f"lexicons/{name}: two rules are called {rule_id!r}")
        seen.add(rule_id)


def digest() -> str:
    """Return six hex digits that change whenever any lexicon file changes."""
    together = hashlib.sha256()
    for file in sorted(files("dateline.lexicons").iterdir(), key=lambda f: f.name):
        if file.name.endswith((".toml", ".csv", ".json")):
            together.update(file.name.encode() + b"\0" + file.read_bytes())
    return together.hexdigest()[:6]


def _text(name: str) -> str:
    return files("dateline.lexicons").joinpath(name).read_text(encoding="utf-8")
