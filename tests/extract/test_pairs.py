"""A sentence's two parties: found by their words or places, whatever stands around them."""

import pytest

from dateline.extract.pairs import ACTOR, RECIPIENT, mark_pair, tidy


def heads(doc, actor, recipient):
    cast = mark_pair(doc, actor, recipient)
    return [(doc[m.head].text, str(m.actor)) for m in cast.mentions]


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "found"),
    [
        ("Norway met Peru.", "Norway", "Peru", [("Norway", ACTOR), ("Peru", RECIPIENT)]),
        ("Norway met Peru.", [(0, 6)], [(11, 15)], [("Norway", ACTOR), ("Peru", RECIPIENT)]),
        ("NORWAY met Peru.", "Norway", "Peru", [("NORWAY", ACTOR), ("Peru", RECIPIENT)]),
        ("Peruvians met Peru.", "Norway", "Peru", [("Peru", RECIPIENT)]),
        ("Norway said it met Peru.", "Norway", "Peru", [("Norway", ACTOR), ("it", ACTOR), ("Peru", RECIPIENT)]),
        ("The king of Norway met Peru.", "The king of Norway", "Peru", [("king", ACTOR), ("Peru", RECIPIENT)]),
        ("Norway met Peru.", "An actor", "a recipient", []),
    ],
)
def test_parties_are_found_by_their_head_words(parse, sentence, actor, recipient, found):
    assert heads(parse(sentence), actor, recipient) == found


@pytest.mark.parametrize(
    ("sentence", "tidied"),
    [
        ("LIMA (Harbour Wire) -- Peru met Chile.", "Peru met Chile."),
        ("The Coral Front (CF) met Chile.", "The Coral Front met Chile."),
        ("Peru (and Chile) met.", "Peru (and Chile) met."),
        ("Peru -- a coastal state -- met Chile.", "Peru -- a coastal state -- met Chile."),
    ],
)
def test_what_upsets_the_parser_is_blanked_and_offsets_stay(sentence, tidied):
    assert len(tidy(sentence)) == len(sentence)
    assert " ".join(tidy(sentence).split()) == tidied
