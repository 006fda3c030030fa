"""Loader of the actor tables: countries, people, bodies, metonyms, common nouns and learned weights."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

from dateline.errors import LexiconError
from dateline.lexicons.actor_rows import (
    BodyRow,
    CountryRow,
    MetonymRow,
    NameForm,
    NamePart,
    NounClass,
    NounFile,
    OfficeRow,
    PersonRow,
    TermRow,
    WeightRow,
)
from dateline.lexicons.loading import check_unique, read_csv, read_toml
from dateline.lexicons.places import Gazetteer
from dateline.records import ActorKind, Sector

__all__ = [
    "ActorLexicon",
    "BodyRow",
    "CountryRow",
    "Known",
    "MetonymRow",
    "NamePart",
    "NounClass",
    "OfficeRow",
    "PersonRow",
    "TermRow",
    "compile_weights",
    "load_actors",
    "name_words",
]

Row = TypeVar("Row", bound=BaseModel)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Known:
    """What a name in the tables stands for."""

    key: str  # one for each real-world thing: "country:RUS", "body:un", "person:..."
    form: NameForm
    name: str
    kind: ActorKind
    country: str | None
    sector: Sector | None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All tables, compiled for look-up.

    names: first word -> (all words, what it stands for), the longest first; as written, so that "US" is not "us".
    nouns: lemma (or two words in lower case) -> its class; noun_starts: the first words of those of two. office_names: name in lower case -> id.
    surnames: surname in lower case -> people; terms_of: person -> terms; terms_in: office -> terms.
    weights: model -> feature -> weight; choices: model -> feature -> outcome -> weight.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], Known], ...]]
    nouns: Mapping[str, NounClass]
    noun_starts: frozenset[str]
    classes: tuple[NounClass, ...]
    parts: Mapping[str, NamePart]
    verbs: Mapping[str, str]
    countries: Mapping[str, CountryRow]
    offices: Mapping[str, OfficeRow]
    office_names: Mapping[str, str]
    people: Mapping[str, PersonRow]
    surnames: Mapping[str, tuple[str, ...]]
    terms_of: Mapping[str, tuple[TermRow, ...]]
    terms_in: Mapping[str, tuple[TermRow, ...]]
    places: Gazetteer
    name_countries: Mapping[str, frozenset[str]]
    weights: Mapping[str, Mapping[str, float]]
    choices: Mapping[str, Mapping[str, Mapping[str, float]]]


_SPLIT = r"""['’]s\b|['’](?!\w)|(?<=\w)-(?=[^\W\d_])|[(),"]|(?<=[^\W\d_])/|(?<=\d)\+(?=\d)"""
_WORDS = re.compile(rf"{_SPLIT}|(?:(?!{_SPLIT})\S)+")


def load_actors() -> ActorLexicon:
    """Return the checked tables."""
    countries = read_csv("countries.csv", CountryRow)
    people = read_csv("actors_people.csv", PersonRow)
    bodies = read_csv("actors_bodies.csv", BodyRow)
    offices = read_csv("actors_offices.csv", OfficeRow)
    metonyms = read_csv("actors_metonyms.csv", MetonymRow)
    terms = read_csv("actors_terms.csv", TermRow)
    for name, ids in (
        ("countries.csv", [c.code for c in countries]),
        ("actors_people.csv", [p.id for p in people]),
        ("actors_bodies.csv", [b.id for b in bodies]),
        ("actors_offices.csv", [o.id for o in offices]),
    ):
        check_unique(name, ids)
    nouns = read_toml("actors_nouns.toml", NounFile)
    classes = nouns.classes
    check_unique("actors_nouns.toml", [w for part in nouns.parts for w in part.words])
    check_unique("actors_nouns.toml", [w for verb in nouns.verbs for w in verb.words])
    check_unique("actors_nouns.toml", [c.id for c in classes])
    weights, choices = compile_weights(
        (row.model, row.choice, row.feature, row.weight) for row in _optional("actors_weights.csv", WeightRow)
    )
    return ActorLexicon(
        names=_index(
            [*_people(people), *_bodies(bodies), *_countries(countries), *_metonyms(metonyms, countries, bodies)]
        ),
        nouns=_nouns(classes),
        noun_starts=frozenset(w.rpartition(" ")[0] for c in classes for w in c.words if " " in w),
        classes=classes,
        parts={w: part for part in nouns.parts for w in part.words},
        verbs={w: verb.id for verb in nouns.verbs for w in verb.words},
        countries={c.code: c for c in countries},
        offices={o.id: o for o in offices},
        office_names={n.lower(): o.id for o in offices for n in (o.name, *o.aliases)},
        people={p.id: p for p in people},
        surnames=_grouped((p.name.split()[-1].lower(), p.id) for p in people),
        terms_of=_grouped((t.person, t) for t in terms),
        terms_in=_grouped((t.office, t) for t in terms),
        places=Gazetteer(),
        name_countries=_name_countries(people),
        weights=weights,
        choices=choices,
    )


def compile_weights(
    rows: Iterable[tuple[str, str, str, float]],
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, dict[str, float]]]]:
    """Return the weights of models with one outcome, and of those with several, from (model, choice, feature, weight)."""
    weights: dict[str, dict[str, float]] = {}
    choices: dict[str, dict[str, dict[str, float]]] = {}
    for model, choice, feature, weight in rows:
        if choice:
            choices.setdefault(model, {}).setdefault(feature, {})[choice] = weight
        else:
            weights.setdefault(model, {})[feature] = weight
    return weights, choices


def name_words(name: str) -> tuple[str, ...]:
    """Return a name as the parser's words: split at blanks, hyphens, possessives, brackets, "CDU/CSU" and "P5+1"."""
    return tuple(_WORDS.findall(name))


def _optional(name: str, schema: type[Row]) -> tuple[Row, ...]:
    """Return the rows, none where there is no file: weights are learned with the tables, so they come last."""
    return read_csv(name, schema) if files("dateline.lexicons").joinpath(name).is_file() else ()


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _nouns(classes: Iterable[NounClass]) -> dict[str, NounClass]:
    nouns: dict[str, NounClass] = {}
    for each in classes:
        for word in each.words:
            if word in nouns:
                raise LexiconError(f"lexicons/actors_nouns.toml: {word!r} is in {nouns[word].id} and in {each.id}")
            nouns[word] = each
    return nouns


def _index(known: Iterable[tuple[str, Known]]) -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """Index names by their first word; of two things with one name the first stays."""
    index: dict[str, dict[tuple[str, ...], Known]] = {}
    for name, thing in known:
        words = name_words(name)
        index.setdefault(words[0], {}).setdefault(words, thing)
    return {first: tuple(sorted(entries.items(), key=lambda entry: -len(entry[0]))) for first, entries in index.items()}


def _countries(rows: Iterable[CountryRow]) -> Iterator[tuple[str, Known]]:
    for row in rows:
        groups: list[tuple[NameForm, Iterable[str]]] = [
            ("country", (row.name, *row.names)),
            ("adjective", row.adjectives),
            ("people", row.people),
            ("capital", row.capitals),
        ]
        for form, names in groups:
            key = f"people:{row.code}" if form == "people" else f"country:{row.code}"
            kind = ActorKind.PEOPLE if form == "people" else ActorKind.COUNTRY
            sector = Sector.CVL if form == "people" else Sector.GOV
            for name in names:
                yield name, Known(key, form, row.people[0] if form == "people" else row.name, kind, row.code, sector)


def _people(rows: Iterable[PersonRow]) -> Iterator[tuple[str, Known]]:
    for row in rows:
        known = Known(f"person:{row.id}", "person", row.name, ActorKind.PERSON, row.country, row.sector, row.wikidata)
        for name in (row.name, *row.aliases):
            yield name, known


def _bodies(rows: Iterable[BodyRow]) -> Iterator[tuple[str, Known]]:
    for row in rows:
        known = Known(f"body:{row.id}", "body", row.name, row.kind, row.country, row.sector, row.wikidata)
        for name in (row.name, *row.aliases):
            yield name, known


def _metonyms(
    rows: Iterable[MetonymRow], countries: Iterable[CountryRow], bodies: Iterable[BodyRow]
) -> Iterator[tuple[str, Known]]:
    by_code = {c.code: c for c in countries}
    of_body = {known.key: known for _, known in _bodies(bodies)}
    for row in rows:
        if body := of_body.get(f"body:{row.stands_for}"):
            yield row.name, replace(body, form="metonym")
            continue
        scheme, _, code = row.stands_for.rpartition(":")
        country = by_code.get(code)
        if country is None:
            continue
        government = scheme == "gov"
        yield (
            row.name,
            Known(
                f"government:{code}" if government else f"country:{code}",
                "metonym",
                row.name if government else country.name,
                ActorKind.GOVERNMENT if government else ActorKind.COUNTRY,
                code,
                Sector.GOV,
            ),
        )


def _name_countries(people: Iterable[PersonRow]) -> dict[str, frozenset[str]]:
    """Return by part of a name the countries of those who bear it."""
    parts = _grouped((word.lower(), p.country) for p in people if p.country for word in p.name.split() if len(word) > 2)
    return {word: frozenset(codes) for word, codes in parts.items()}
