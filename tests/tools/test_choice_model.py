"""Weights are learned from which option of a group is right."""

from tools.choice_model import fit_choices

GROUPS = [
    ([["near"], ["far"]], frozenset({0})),
    ([["far"], ["near"], ["none"]], frozenset({1})),
    ([["none"], ["far", "rare"]], frozenset({0})),
]


def test_what_is_right_weighs_more_than_what_is_beside_it():
    weights = {feature: row[0] for feature, row in fit_choices(GROUPS, strength=1.0, least=1).items()}
    assert weights["near"] > weights["none"] > weights["far"]


def test_a_feature_that_is_seldom_seen_has_no_weight():
    assert fit_choices(GROUPS, strength=1.0, least=2).keys() == {"near", "far", "none"}


def test_two_right_options_share_the_claim():
    both = fit_choices([([["a"], ["b"], ["c"]], frozenset({0, 1}))], strength=1.0, least=1)
    assert both["a"] == both["b"]
    assert both["a"][0] > both["c"][0]
