"""The fallback: features of a pair, and the choice that weights make of them."""

import pytest

from dateline.extract.fallback import likeliest, pair_features
from dateline.extract.pairs import mark_pair
from dateline.records import EventType

WEIGHTS = {
    "w=praise": {EventType.SUPPORT: 2.0, EventType.ACCUSE: -1.0},
    "w=raid": {EventType.ASSAULT: 1.0, EventType.SUPPORT: -0.5},
}


@pytest.mark.parametrize(
    ("features", "kind"),
    [
        (["w=praise"], EventType.SUPPORT),
        (["w=raid"], EventType.ASSAULT),
        (["w=praise", "w=raid", "w=unknown"], EventType.SUPPORT),
    ],
)
def test_the_type_with_the_highest_total_is_chosen(features, kind):
    chosen = likeliest(features, WEIGHTS)
    assert chosen is not None
    assert chosen[0] is kind
    assert 0.5 < chosen[1] < 1


def test_what_has_no_weight_chooses_nothing():
    assert likeliest(["w=soup"], WEIGHTS) is None
    assert likeliest([], WEIGHTS) is None


def test_features_tell_the_words_between_the_two_and_not_their_names(parse):
    doc = parse("The Norwegian navy did not escort tankers of Peru through the strait.")
    found = set(pair_features(doc, mark_pair(doc, "The Norwegian navy", "Peru")))
    assert {"w=escort", "p=escort", "vo=escort+tanker", "neg"} <= found
    assert not {"w=navy", "w=norwegian", "w=peru"} & found


def test_the_shipped_weights_know_every_type(lex):
    assert {kind for weights in lex.pairs.weights.values() for kind in weights} == set(EventType)
