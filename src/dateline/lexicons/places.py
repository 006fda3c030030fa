"""places.csv and countries.csv -> where a name lies: its country, first-level region and coordinates."""

import csv
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from dateline.errors import LexiconError
from dateline.records import Location

COLUMNS = ["name", "country", "region", "lat", "lon", "people"]
# A city so many times larger than its namesakes is the one that is meant: London, not the one in Ontario.
DOMINANT = 10


@dataclass(frozen=True, slots=True)
class City:
    """One place of that name; people: how many live there, 0 for a region."""

    location: Location
    people: int


class Gazetteer:
    """Places by name, read from the package's tables when first asked."""

    def find(self, name: str, countries: Collection[str] = ()) -> Location | None:
        """Return where a name lies; what several places share if it is not clear which is meant; None if unknown.

        countries: codes of the countries that the text speaks of, which decide between namesakes.
        """
        if (country := self._countries.get(_key(name))) is not None:
            return Location(country=country)
        cities = self._cities.get(_key(name), [])
        near = [c for c in cities if c.location.country in countries]
        choice = near or cities
        if not choice:
            return None
        largest = max(choice, key=lambda c: c.people)
        others = [c for c in choice if c is not largest]
        if all(largest.people >= DOMINANT * c.people for c in others):
            return largest.location
        shared = {c.location.country for c in choice}
        return Location(country=shared.pop()) if len(shared) == 1 else None

    def country(self, name: str) -> str | None:
        """Return the code of the country that the name is one of."""
        return self._countries.get(_key(name))

    @cached_property
    def _countries(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in _rows("countries.csv"):
            for name in (row["name"], *row["names"].split("; "), row["code"]):
                if name:
                    found.setdefault(_key(name), row["code"])
        return found

    @cached_property
    def _cities(self) -> dict[str, list[City]]:
        found: dict[str, list[City]] = {}
        for row in _rows("places.csv"):
            if list(row) != COLUMNS:
                raise LexiconError(f"lexicons/places.csv: its columns are {list(row)}, not {COLUMNS}")
            location = Location(
                country=row["country"],
                admin1=row["region"] or None,
                lat=float(row["lat"]) if row["lat"] else None,
                lon=float(row["lon"]) if row["lon"] else None,
            )
            found.setdefault(_key(row["name"]), []).append(City(location, int(row["people"])))
        return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files("dateline.lexicons").joinpath(name).read_text(encoding="utf-8").splitlines())


def _key(name: str) -> str:
    """Return a name without accents, case and a leading article."""
    plain = name  # most names are ASCII: to take each letter apart would be half of the loading
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = plain.casefold().replace(".", "").replace("-", " ").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
