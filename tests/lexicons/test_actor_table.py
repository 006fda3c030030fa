"""The actor tables hold together: ids, codes, dates, names; who held one office at one time."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pycountry
import pytest
from pydantic import BaseModel

from dateline.lexicons.actors import BodyRow, CountryRow, MetonymRow, OfficeRow, PersonRow, TermRow
from dateline.lexicons.loading import read_csv
from dateline.records import ActorKind

COUNTRIES = read_csv("countries.csv", CountryRow)
PEOPLE = read_csv("actors_people.csv", PersonRow)
OFFICES = read_csv("actors_offices.csv", OfficeRow)
TERMS = read_csv("actors_terms.csv", TermRow)
BODIES = read_csv("actors_bodies.csv", BodyRow)
METONYMS = read_csv("actors_metonyms.csv", MetonymRow)
NAMED = [("people", PEOPLE), ("offices", OFFICES), ("bodies", BODIES)]

# States that are no more, and Kosovo, whose code ISO leaves to its users.
HISTORICAL = {"SUN", "YUG", "SCG", "CSK", "DDR", "VDR", "XKX"}
CODES = {country.alpha_3 for country in pycountry.countries} | HISTORICAL
RANKS = {
    "ambassador_un",
    "defence_minister",
    "envoy",
    "foreign_minister",
    "head_of_body",
    "head_of_government",
    "head_of_state",
    "intelligence_chief",
    "military_chief",
    "minister",
    "monarch",
    "opposition_leader",
    "rebel_leader",
    "spokesperson",
}
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def test_there_are_entries_enough():
    assert len(PEOPLE) + len(OFFICES) + len(BODIES) + len(METONYMS) >= 2000


@pytest.mark.parametrize("table", ["people", "offices", "bodies", "metonyms"])
def test_rows_are_in_order_and_once(table):
    with files("dateline.lexicons").joinpath(f"actors_{table}.csv").open(encoding="utf-8", newline="") as lines:
        keys = [row[0] for row in csv.reader(lines)][1:]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(("table", "rows"), NAMED)
def test_ids_are_plain(table, rows):
    assert [row.id for row in rows if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)] == []


@pytest.mark.parametrize(("table", "rows"), NAMED)
def test_countries_are_iso_codes(table, rows):
    assert [(row.id, row.country) for row in rows if row.country is not None and row.country not in CODES] == []


@pytest.mark.parametrize(("table", "rows"), NAMED)
def test_a_name_stands_for_one_entry_of_its_table(table, rows):
    owners = defaultdict(set)
    for row in rows:
        for name in (row.name, *row.aliases):
            owners[name.casefold() if table == "offices" else name].add(row.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_name_of_a_body_or_place_hides_a_country():
    """Where two tables share a name, the later would never be found."""
    hidden = {
        name for c in COUNTRIES for group in ((c.name,), c.names, c.adjectives, c.people, c.capitals) for name in group
    }
    people = {name for p in PEOPLE for name in (p.name, *p.aliases)}
    bodies = {name for b in BODIES for name in (b.name, *b.aliases)}
    assert bodies & (hidden | people) == set()
    assert {m.name for m in METONYMS} & (hidden | people | bodies) == set()


@pytest.mark.parametrize(("table", "rows"), NAMED)
def test_names_are_clean(table, rows):
    names = [name for row in rows for name in (row.name, *row.aliases)]
    assert [n for n in names if n != " ".join(n.split()) or not n] == []
    assert [row.id for row in rows if row.name in row.aliases or len(set(row.aliases)) < len(row.aliases)] == []


def test_bodies_are_no_persons_or_states():
    allowed = {ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT, ActorKind.FORCE}
    assert [b.id for b in BODIES if b.kind not in allowed] == []


def test_ranks_are_known():
    assert [(o.id, o.rank) for o in OFFICES if o.rank not in RANKS] == []


def test_wikidata_ids_are_given_once():
    ids = [row.wikidata for row in (*PEOPLE, *BODIES) if row.wikidata is not None]
    assert [i for i, n in Counter(ids).items() if n > 1 or not re.fullmatch(r"Q[1-9]\d*", i)] == []


def test_what_a_name_stands_for_has_the_id_of_a_row(lex):
    countries = {c.code for c in COUNTRIES}
    tables = {"person": {p.id for p in PEOPLE}, "body": {b.id for b in BODIES}}
    keys = {known.key for entries in lex.actors.names.values() for _, known in entries}
    assert [k for k in keys if k.partition(":")[2] not in tables.get(k.partition(":")[0], countries)] == []


def test_terms_join_people_and_offices():
    people, offices = {p.id for p in PEOPLE}, {o.id for o in OFFICES}
    assert [t for t in TERMS if t.person not in people or t.office not in offices] == []
    assert [t for t, n in Counter((t.person, t.office, t.since) for t in TERMS).items() if n > 1] == []


@pytest.mark.parametrize("rows", [TERMS, BODIES], ids=["terms", "bodies"])
def test_time_runs_forward(rows):
    def wrong(row: BaseModel) -> bool:
        dates = [d for d in (row.since, row.until) if d is not None]
        return any(not PARTIAL_DATE.fullmatch(d) for d in dates) or (
            len(dates) == 2 and first(dates[0]) > last(dates[1])
        )

    assert [row for row in rows if wrong(row)] == []


def test_metonyms_stand_for_what_there_is():
    targets = {f"{scheme}:{c.code}" for c in COUNTRIES for scheme in ("gov", "country")}
    targets |= {b.id for b in BODIES} | {o.id for o in OFFICES}
    assert [m.name for m in METONYMS if m.stands_for not in targets] == []
    assert {m.kind for m in METONYMS} <= {"building", "street", "capital", "other"}


def test_nobody_held_an_office_while_another_did():
    """Save those on the list, which is for double holders and rival claimants, each with the reason."""
    allowed = {(a["office"], a["person"], a["other"]) for a in overlaps_allowed()}
    found = set(overlaps())
    unlisted = {o for o in found if o not in allowed and (o[0], "", "") not in allowed}
    assert unlisted == set()
    needed = found | {(office, "", "") for office, _, _ in found}
    assert allowed - needed == set(), "on the list, but no longer in the tables"


def overlaps() -> Iterator[tuple[str, str, str]]:
    """Yield office and persons of two terms that surely have more than a day in common."""
    terms_in = defaultdict(list)
    for term in TERMS:
        if term.since is not None:
            terms_in[term.office].append(term)
    for office, terms in terms_in.items():
        for one, other in combinations(terms, 2):
            begun = max(last(one.since), last(other.since))
            ended = min(first(one.until or "9999"), first(other.until or "9999"))
            if begun < ended:
                person, second = sorted((one.person, other.person))
                yield office, person, second


def overlaps_allowed() -> list[dict[str, str]]:
    """Return the list, each row with a reason; a row without persons is for an office that several hold."""
    with (Path(__file__).parent / "actor_overlaps.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert all(row["reason"] for row in rows)
    return rows


def first(day: str) -> str:
    """Return the first day that a date given by year or month may mean."""
    return day + "-01-01"[len(day) - 4 :]


def last(day: str) -> str:
    """Return the last day that a date given by year or month may mean."""
    return day + "-12-31"[len(day) - 4 :]
