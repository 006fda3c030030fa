"""Write src/dateline/lexicons/countries.csv: what states and territories are called, from pycountry, babel and countryinfo.

    python tools/build_countries.py

Codes and official names are pycountry's (ISO 3166-1 and 3166-3), everyday names are babel's, adjectives and capitals
countryinfo's. countries_everyday.csv beside this file mends and adds what news texts use: a filled `name`, `adjectives`
or `people` replaces the sources', `names` and `capitals` are added, and "-" leaves the field empty (capitals that are
other things in the news, adjectives of territories that are another state's).
"""

import csv
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from countryinfo import CountryInfo

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "dateline" / "lexicons" / "countries.csv"
FIELDS = ("code", "name", "names", "adjectives", "people", "capitals")
PLURAL_ENDINGS = ("an", "i", "ot", "er")  # Albanians, Iraqis, Cypriots, Icelanders; but 'the French', 'the Chinese'
Row = dict[str, list[str]]


def main() -> None:
    """Write the table."""
    everyday = read_everyday()
    rows = {country.alpha_3: from_sources(country) for country in pycountry.countries}
    for code in sorted(everyday.keys() - rows.keys()):
        rows[code] = {field: [] for field in FIELDS}
    for code, row in rows.items():
        amend(row, everyday.get(code, {}))
        row["people"] = row["people"] or [a + "s" for a in row["adjectives"] if a.endswith(PLURAL_ENDINGS)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(FIELDS)
        for code, row in sorted(rows.items()):
            out.writerow([code, *("; ".join(dict.fromkeys(row[field])) for field in FIELDS[1:])])


def read_everyday() -> dict[str, Row]:
    """Return the curated cells by code and field."""
    with (HERE / "countries_everyday.csv").open(encoding="utf-8") as file:
        return {
            row["code"]: {f: [v for v in row[f].split(";") if v] for f in FIELDS[1:]} for row in csv.DictReader(file)
        }


def from_sources(country: "pycountry.db.Country") -> Row:
    """Return what the three sources call an ISO country."""
    everyday = Locale("en").territories.get(country.alpha_2, country.name)
    names = [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""), everyday]
    names += [plain(name) for name in names]
    name = everyday.replace(" & ", " and ").replace("St. ", "Saint ")
    info: dict[str, Any] = {}
    with suppress(KeyError):
        info = dict(CountryInfo(country.alpha_2).info())
    adjectives = [a.strip() for a in (info.get("demonym") or "").split(",") if a.strip()]
    capital = info.get("capital") or ""
    return {
        "name": [name],
        "names": [n for n in names if n and n != name and "," not in n and "(" not in n],
        "adjectives": adjectives,
        "people": [],
        "capitals": [c for c in dict.fromkeys([capital, plain(capital)]) if c and "/" not in c],
    }


def amend(row: Row, cells: Row) -> None:
    """Put the curated cells over the sources' in place."""
    for field in FIELDS[1:]:
        given = cells.get(field, [])
        if given == ["-"]:
            row[field] = []
        elif field in ("names", "capitals"):
            row[field] = row[field] + given
        elif given:
            if field == "name":
                row["names"] += row["name"]
            row[field] = given
    row["names"] = [n for n in row["names"] if n not in row["name"]]


def plain(name: str) -> str:
    """Return the name without accents, as wires print it."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


if __name__ == "__main__":
    main()
