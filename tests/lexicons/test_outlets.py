"""lexicons/outlets.csv and owners.csv: whole, without double names, with owners that resolve."""

import pytest

from dateline.lexicons.loading import read_csv
from dateline.lexicons.outlets import Outlet, OutletKind, load_outlets, name_key
from dateline.lexicons.places import Gazetteer

OUTLETS = load_outlets()


def test_the_table_is_wide_enough():
    assert len(OUTLETS.by_id) >= 400
    assert sum(o.owner is not None for o in OUTLETS.by_id.values()) >= 400
    assert sum(o.is_agency for o in OUTLETS.by_id.values()) >= 100
    assert len({o.country for o in OUTLETS.by_id.values()}) >= 100
    assert {o.kind for o in OUTLETS.by_id.values()} == set(OutletKind)


def test_names_and_addresses_belong_to_one_outlet_and_owners_are_used():
    rows = read_csv("outlets.csv", Outlet)  # the loader refuses what two outlets share
    assert len({row.name for row in rows}) == len(rows)
    used = {row.owner for row in rows} | {owner.parent for owner in OUTLETS.owners.values()}
    assert set(OUTLETS.owners) <= used


def test_countries_are_codes_and_wikidata_ids_are_ids():
    gazetteer = Gazetteer()
    holders = [*OUTLETS.by_id.values(), *OUTLETS.owners.values()]
    assert {
        h.country for h in holders if h.country and h.country != "XKX" and gazetteer.country(h.country) != h.country
    } == set()
    assert all(o.wikidata is None or o.wikidata[1:].isdecimal() for o in OUTLETS.by_id.values())


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", "reuters"),
        ("the Associated Press", "ap"),
        ("Agence France-Presse", "afp"),
        ("el pais", "el-pais"),
        ("The Times", "the-times"),
        ("N.Y.T.", "new-york-times"),
        ("Harbour Courier", None),
        ("", None),
        (None, None),
    ],
)
def test_an_outlet_is_found_by_name_or_alias(name, outlet):
    found = OUTLETS.resolve(name)
    assert (found.id if found else None) == outlet


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://edition.cnn.com/2026/talks", "cnn"),
        ("www.bbc.co.uk", "bbc"),
        ("https://mid.ru/en/press", "mid-ru"),
        ("https://mfa.gov.cn/x", "fmprc"),  # not gov.cn
        ("https://notreuters.com/", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_outlet_is_found_by_its_address(url, outlet):
    found = OUTLETS.at(url)
    assert (found.id if found else None) == outlet


@pytest.mark.parametrize(
    ("a", "b", "owner"),
    [
        ("The Times", "The Wall Street Journal", "newscorp"),
        ("Sputnik", "RIA Novosti", "rossiya-segodnya"),
        ("Sputnik", "TASS", "russia-state"),
        ("People's Daily", "CGTN", "ccp"),
        ("Reuters", "Bloomberg", None),
        ("Le Monde", "The Diplomat", None),
    ],
)
def test_outlets_of_one_family_are_known_as_such(a, b, owner):
    one, other = OUTLETS.resolve(a), OUTLETS.resolve(b)
    assert one is not None
    assert other is not None
    shared = OUTLETS.shared_owner(one, other)
    assert (shared.id if shared else None) == owner


def test_a_name_is_looked_up_without_case_accents_and_article():
    assert name_key("The Süd-Zeitung") == name_key("sud zeitung")
