"""Which of two actors of one name are one, and who held which office when."""

from dataclasses import replace

import pytest

from dateline.lexicons.joining import load_joining
from dateline.link.actors import same_actor
from dateline.link.offices import Held, _tables, holders, offices_of
from dateline.records import ActorKind, Sector
from dateline.records.joining import Sighting

EXAMPLES = load_joining().example
KINDS = {"person": ActorKind.PERSON, "body": ActorKind.ORGANIZATION}


def sighting(rule, words):
    name, country, office, day = (part.strip() for part in words.split(","))
    return Sighting(name=name, kind=KINDS[rule], country=country or None, office=office or None, first=day, last=day)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.fires[0])
def test_an_examples_first_pair_is_one_and_its_second_is_two(example):
    one, other = (sighting(example.rule, words) for words in example.fires)
    assert same_actor(one, other)
    assert same_actor(other, one)
    one, other = (sighting(example.rule, words) for words in example.silent)
    assert same_actor(one, other) is None
    assert same_actor(other, one) is None


BERG = sighting("person", "Ada Berg, NOR, Envoy, 2031-04-09")


@pytest.mark.parametrize(
    ("changed", "joined"),
    [
        ({}, True),
        ({"office": None}, True),
        ({"office": "Norway's Special Envoy"}, True),
        ({"office": "Envoy for Ports"}, True),
        ({"office": "Ambassador"}, False),
        ({"office": "Ambassador", "first": "2032-04-09", "last": "2032-04-09"}, True),
        ({"first": "1990-01-01", "last": "1990-01-01"}, False),
        ({"first": "", "last": ""}, True),
        ({"country": None}, False),
        ({"country": "SWE"}, False),
        ({"name": "ada  bérg"}, False),
        ({"name": "Eva Berg"}, False),
        ({"kind": ActorKind.ORGANIZATION}, False),
    ],
)
def test_a_full_name_and_a_country_join_unless_something_speaks_against_it(changed, joined):
    assert bool(same_actor(replace(BERG, **changed), BERG)) is joined


@pytest.mark.parametrize(
    ("sectors", "joined"),
    [((Sector.GOV, Sector.OPP), True), ((Sector.GOV, Sector.MED), False), ((None, Sector.MED), True)],
)
def test_who_serves_the_state_may_go_from_one_branch_to_another(sectors, joined):
    one, other = (replace(BERG, sector=sector) for sector in sectors)
    assert bool(same_actor(one, other)) is joined


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("NFF", True),
        ("Northern Fisheries Forum", True),
        ("Forum", False),
        ("fisheries forum", False),
        ("Oslo City", False),
    ],
)
def test_a_body_is_one_by_a_name_of_its_own(name, joined):
    body = sighting("body", f"{name}, NOR, , 2031-04-09")
    assert bool(same_actor(body, body)) is joined


def test_who_held_an_office_on_a_day():
    assert holders("Russian Foreign Minister", "2005-06-01") == ("Sergei Lavrov",)
    assert holders("Russian Foreign Minister", "1997-06-01") == ("Yevgeny Primakov",)
    assert holders("Minister of Nothing", "2005-06-01") == ()


def test_offices_are_those_of_the_tables_and_those_that_were_printed():
    printed = [("Envoy", "2031-04-09"), ("envoy", "2030-01-01"), ("Chair", "")]
    assert offices_of("name:1234", printed) == (
        Held(office="Chair", since=None, until=None, listed=False, reports=1),
        Held(office="Envoy", since="2030-01-01", until="2031-04-09", listed=False, reports=2),
    )
    listed = offices_of("person:putin-vladimir", [])
    assert "President of Russia" in {held.office for held in listed}
    assert all(held.listed for held in listed)


def test_the_tables_know_two_thousand_and_more():
    assert len(_tables().people) >= 2000
    assert all(term.office in _tables().offices and term.person in _tables().people for term in _tables().all_terms)
    assert all(not (term.since and term.until) or term.since[:4] <= term.until[:4] for term in _tables().all_terms)
