"""lexicons/origins.toml: each rule fires on its own example and stays silent on its near miss."""

from operator import attrgetter

import pytest

from dateline.lexicons.origins import load_origins
from dateline.lexicons.outlets import load_outlets
from dateline.link.reports import Report
from dateline.link.signs import find_signs
from dateline.records import Article

LEXICON = load_origins()


def fired(text: str) -> set[str]:
    """Return the ids of the rules that fire."""
    return {sign.rule for sign in find_signs(Report(Article(text=text)), load_outlets())}


@pytest.mark.parametrize("rule", [rule for rule, _ in LEXICON.signs], ids=attrgetter("id"))
def test_a_sign_fires_on_its_own_example_only(rule):
    assert rule.id in fired(rule.fires)
    assert rule.id not in fired(rule.silent)


@pytest.mark.parametrize(("rule", "pattern"), LEXICON.stock, ids=[rule.id for rule, _ in LEXICON.stock])
def test_a_stock_line_is_known_by_its_own_example_only(rule, pattern):
    assert pattern.search(rule.fires)
    assert not pattern.search(rule.silent)
