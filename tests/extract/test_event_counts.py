"""How many were killed, injured, or took part."""

import pytest

from dateline.extract.event_counts import find_size, find_victims, read_number
from dateline.extract.event_frames import noun_frame, verb_frame
from dateline.records import EventType

VICTIMS = [
    ("The army killed seven rebels.", "killed", 7, None),
    ("Seven rebels were killed.", "killed", 7, None),
    ("A blast killed 12 people and wounded 30 others.", "blast", 12, 30),
    ("The attack killed twelve people and injured forty others.", "attack", 12, 40),
    ("The raid left three people dead.", "raid", 3, None),
    ("Gunmen shot dead two soldiers.", "shot", 2, None),
    ("Two soldiers and one nurse died in the attack.", "attack", 3, None),
    ("The bombing injured a soldier.", "bombing", None, 1),
    ("The attack killed many people.", "attack", None, None),
    ("The army attacked the village.", "attacked", None, None),
    ("The attack, which killed 1,200 people, lasted a day.", "attack", 1200, None),
    ("Rebels attacked the convoy, killing four drivers.", "attacked", 4, None),
    ("Rebels attacked the convoy on Monday. Nine drivers were killed in May.", "attacked", None, None),
    ("Troops murdered two hundred villagers.", "murdered", 200, None),
]
NUMBERS = [
    ("They counted 17 boats.", "17", 17),
    ("They counted 12,000 boats.", "12,000", 12000),
    ("They counted nineteen boats.", "nineteen", 19),
    ("They counted twenty-one boats.", "twenty", 20),
    ("They counted forty boats.", "forty", 40),
    ("They counted some boats.", "some", None),
]
SIZES = [
    (EventType.PROTEST, "Some 5,000 workers marched against the tax.", "marched", 5000),
    (EventType.PROTEST, "Workers marched against the tax.", "marched", None),
    (EventType.MOBILIZE, "Chad deployed 400 soldiers at the border.", "deployed", 400),
    (EventType.CONSULT, "Twelve ministers met in Oslo.", "met", None),
]


def frame_at(parse, lex, text: str, word: str):
    token = next(t for t in parse(text) if t.text == word)
    return verb_frame(token) if token.pos_ in ("VERB", "AUX") else noun_frame(token)


@pytest.mark.parametrize(("text", "word", "dead", "injured"), VICTIMS)
def test_victims_are_those_of_the_act(text, word, dead, injured, parse, lex):
    assert find_victims(frame_at(parse, lex, text, word)) == (dead, injured)


@pytest.mark.parametrize(("text", "word", "number"), NUMBERS)
def test_numbers_are_read_from_figures_and_words(text, word, number, parse):
    assert read_number(next(t for t in parse(text) if t.text == word)) == number


@pytest.mark.parametrize(("kind", "text", "word", "size"), SIZES)
def test_crowds_and_troops_are_counted(kind, text, word, size, parse, lex):
    assert find_size(kind, frame_at(parse, lex, text, word)) == size
