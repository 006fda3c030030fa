"""Schemas of the actor tables' rows: word lists (TOML), countries, people, offices, terms, bodies, metonyms, weights (CSV)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.lexicons.loading import Entry, TableRow
from dateline.records import ActorKind, Sector

# What a name in the tables is to the thing that it names.
NameForm = Literal["country", "adjective", "people", "capital", "place", "body", "person", "metonym"]


def _split(value: object) -> object:
    return tuple(v.strip() for v in value.split(";") if v.strip()) if isinstance(value, str) else value


def _absent(value: object) -> object:
    return None if value == "" else value


Names = Annotated[tuple[str, ...], BeforeValidator(_split)]
Words = Annotated[tuple[str, ...], Field(strict=False)]
Code = Annotated[str | None, BeforeValidator(_absent)]
SectorCell = Annotated[Annotated[Sector, Field(strict=False)] | None, BeforeValidator(_absent)]


class NounClass(Entry):
    """Common nouns of one kind; `borrows`: the sector is that of whom the noun belongs to, where that is named."""

    id: str
    kind: ActorKind = Field(strict=False)
    sector: SectorCell
    words: Words
    borrows: bool = False
    fires: str
    silent: str


class NamePart(Entry):
    """Words within names that say what is named ("Times", "Airlines"), though they are no actors by themselves."""

    id: str
    kind: ActorKind = Field(strict=False)
    sector: SectorCell
    words: Words
    fires: str
    silent: str


class VerbClass(Entry):
    """Verbs that ask the same of those who stand beside them."""

    id: str
    words: Words
    fires: str
    silent: str


class NounFile(Entry):
    """lexicons/actors_nouns.toml."""

    ontology: Literal["PLOVER 2.0 draft"]
    classes: Annotated[tuple[NounClass, ...], Field(strict=False, alias="class")]
    parts: Annotated[tuple[NamePart, ...], Field(strict=False, alias="part")]
    verbs: Annotated[tuple[VerbClass, ...], Field(strict=False, alias="verb")]


class CountryRow(TableRow):
    """A state or territory, and what it, its people and its capital are called."""

    code: str
    name: str
    names: Names
    adjectives: Names
    people: Names
    capitals: Names


class PersonRow(TableRow):
    """Somebody whom the news names without introducing him or her."""

    id: str
    name: str
    aliases: Names
    country: Code
    sector: SectorCell
    wikidata: Code


class OfficeRow(TableRow):
    """An office of a state or body."""

    id: str
    name: str
    aliases: Names
    country: Code
    sector: SectorCell
    rank: str


class TermRow(TableRow):
    """Who held an office from when until when (ISO date prefixes; None: still, when the table was made)."""

    person: str
    office: str
    since: Code
    until: Code


class BodyRow(TableRow):
    """A body, party, armed group, outlet or ministry that the news names without introducing it."""

    id: str
    name: str
    aliases: Names
    kind: ActorKind
    country: Code
    sector: SectorCell
    since: Code
    until: Code
    wikidata: Code


class MetonymRow(TableRow):
    """A place that stands for those who govern from it."""

    name: str
    stands_for: str
    kind: str


class WeightRow(TableRow):
    """What one feature adds to the score of one decision; `choice`: of which outcome, where a model has several."""

    model: str
    choice: str
    feature: str
    weight: float
