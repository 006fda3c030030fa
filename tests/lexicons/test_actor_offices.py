"""Who held which office on a day, and what names stand for: facts written down apart from the tables."""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from dateline.extract.actor_offices import in_office
from dateline.lexicons.actors import ActorLexicon, load_actors, name_words


def cases(table: str) -> list[tuple[str, ...]]:
    """Return the rows of tests/lexicons/<table>.csv."""
    with (Path(__file__).parent / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return load_actors()


@pytest.mark.parametrize(("office", "day", "holder"), cases("actor_holders"))
def test_holder_of_the_office_on_the_day(office, day, holder, lexicon):
    assert office in lexicon.offices
    people = [lexicon.people[term.person] for term in in_office(lexicon.terms_in[office], day)]
    assert plain(holder) in {plain(name) for person in people for name in (person.name, *person.aliases)}


@pytest.mark.parametrize(("name", "key"), cases("actor_names"))
def test_what_a_name_stands_for(name, key, lexicon):
    words = name_words(name)
    assert dict(lexicon.names[words[0]])[words].key == key


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("Russian Foreign Minister", "rus-fm"),
        ("British Foreign Secretary", "gbr-fm"),
        ("US Secretary of State", "usa-fm"),
        ("German Chancellor", "deu-chan"),
        ("UN Secretary-General", "un-secgen"),
        ("NATO Secretary-General", "nato-secgen"),
        ("Cuban President", "cub-pres"),
        ("Chinese Premier", "chn-pm"),
        ("Israeli Defense Minister", "isr-dm"),
        ("Iranian Supreme Leader", "irn-leader"),
    ],
)
def test_a_title_is_that_of_one_office(phrase, office, lexicon):
    assert lexicon.office_names[phrase.lower()] == office


@pytest.mark.parametrize(
    "word",
    ["Congress", "Senate", "Assembly", "Parliament", "Labour", "House", "Front", "Supreme Court", "Party", "Time"],
)
def test_words_that_many_bodies_share_stand_for_none(word, lexicon):
    words = name_words(word)
    assert words not in dict(lexicon.names.get(words[0], ()))


def test_the_council_of_a_state_is_not_taken_for_that_of_the_united_nations(lexicon):
    words = name_words("National Security Council")
    assert dict(lexicon.names["National"])[words].country is None


@cache
def plain(name: str) -> str:
    """Return a name without accents, stops and hyphens, in lower case."""
    bare = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]+", " ", bare.encode("ascii", "ignore").decode().lower()).strip()
