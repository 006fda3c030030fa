"""lexicons/sketching.toml: what a clause's words say of its event beside what other reports tell."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from dateline.lexicons.loading import Entry, check_unique, read_toml


class Sign(Entry):
    """Words that show that a report corrects an earlier one, or that an act is not the first of its kind."""

    id: str
    shows: Literal["corrects", "again"]
    words: str
    fires: str
    silent: str


class _File(Entry):
    common: Annotated[frozenset[str], Field(strict=False)]
    sign: list[Sign]


@dataclass(frozen=True, slots=True)
class Sketching:
    """The words, as link/sketches.py asks for them."""

    common: frozenset[str]
    corrects: re.Pattern[str]
    again: re.Pattern[str]
    signs: tuple[Sign, ...]


@cache
def load_sketching() -> Sketching:
    """Return the checked words. Raises LexiconError."""
    file = read_toml("sketching.toml", _File)
    check_unique("sketching.toml", (sign.id for sign in file.sign))
    corrects, again = (
        re.compile("|".join(sign.words for sign in file.sign if sign.shows == shows), re.IGNORECASE)
        for shows in ("corrects", "again")
    )
    return Sketching(common=file.common, corrects=corrects, again=again, signs=tuple(file.sign))
