"""lexicons/joining.toml: words that decide whether two of one name may be one."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from dateline.lexicons.loading import Entry, read_toml
from dateline.records import Sector

Words = Annotated[frozenset[str], Field(strict=False)]
Pair = Annotated[tuple[str, str], Field(strict=False)]


class JoiningExample(Entry):
    """Two sightings ("name, country, office, day") that are joined, and two that are not."""

    rule: Literal["person", "body"]
    fires: Pair
    silent: Pair


class JoiningFile(Entry):
    """The file."""

    particles: Words
    shared: Words
    public: Annotated[frozenset[Annotated[Sector, Field(strict=False)]], Field(strict=False)]
    example: Annotated[tuple[JoiningExample, ...], Field(strict=False)]


@cache
def load_joining() -> JoiningFile:
    """Return the checked file."""
    return read_toml("joining.toml", JoiningFile)
