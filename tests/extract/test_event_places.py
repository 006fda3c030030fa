"""Where an act took place, and where that lies."""

import pytest

from dateline.extract.cast import Cast
from dateline.extract.event_frames import noun_frame, verb_frame
from dateline.extract.event_places import find_place, locate
from dateline.lexicons.places import Gazetteer
from dateline.records import Article, EventType, Location

PLACES = Gazetteer()
WHERE = [
    ("Egypt and Qatar met in Geneva.", "met", EventType.CONSULT, "Geneva"),
    ("The ministers held talks in Cairo on Monday.", "talks", EventType.CONSULT, "Cairo"),
    ("The envoy travelled to Moscow.", "travelled", EventType.CONSULT, "Moscow"),
    ("The minister visited Uganda.", "visited", EventType.CONSULT, "Uganda"),
    ("Sweden sent food to Chad.", "sent", EventType.AID, None),
    ("Norway condemned Syria.", "condemned", EventType.ACCUSE, None),
    ("Egypt and Qatar discussed the situation in Libya.", "discussed", EventType.CONSULT, None),
    ("Egypt and Qatar discussed the situation in Libya.", "situation", EventType.CONSULT, "Libya"),
    ("In Geneva, Egypt and Qatar discussed the truce.", "discussed", EventType.CONSULT, "Geneva"),
    ("The minister arrived here on Monday.", "arrived", EventType.CONSULT, "Nairobi"),
]
NAMES = [
    ("Geneva", (), "CHE", True),
    ("Tripoli", (), None, False),
    ("Tripoli", ("LBN",), "LBN", True),
    ("Tripoli", ("LBY",), "LBY", True),
    ("Paris", (), "FRA", True),
    ("Uganda", (), "UGA", False),
    ("the Netherlands", (), "NLD", False),
    ("Gaza Strip", (), "PSE", False),
    ("Bogotá", (), "COL", True),
    ("MOSCOW", (), "RUS", True),
    ("Florida", ("USA",), "USA", False),
    ("Nowhereville", (), None, False),
    ("", (), None, False),
]


@pytest.mark.parametrize(("text", "word", "kind", "place"), WHERE)
def test_the_place_is_what_the_words_on_the_trigger_name(text, word, kind, place, parse):
    token = next(t for t in parse(text) if t.text == word)
    frame = verb_frame(token) if token.pos_ in ("VERB", "AUX") else noun_frame(token)
    found = find_place(kind, frame, Article(text=text, place="Nairobi"))
    assert (found[0] if found else None) == place


@pytest.mark.parametrize(("name", "countries", "country", "exact"), NAMES)
def test_a_name_lies_where_it_is_clear_and_nowhere_else(name, countries, country, exact):
    found = PLACES.find(name, countries)
    assert (found.country if found else None) == country
    assert (found is not None and found.lat is not None) == exact


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("They met in Tripoli, Lebanon.", "Tripoli", "LBN"),
        ("They met in Tripoli, Libya.", "Tripoli", "LBY"),
        ("They met in northern Uganda.", "Uganda", "UGA"),
        ("They met in the Kenyan capital Nairobi.", "Nairobi", "KEN"),
    ],
)
def test_what_stands_beside_a_name_decides(text, word, country, parse):
    token = next(t for t in parse(text) if t.text == word)
    found = locate(text.removeprefix("They met in ").rstrip("."), token, Article(text=text), Cast((), ()), PLACES)
    assert found is not None
    assert found.country == country


def test_a_city_has_country_region_and_coordinates():
    assert PLACES.find("Nairobi") == Location(country="KEN", admin1="KE.05", lat=-1.283, lon=36.817)
