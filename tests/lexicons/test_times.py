"""Every rule of time expressions fires on its own example and stays silent on its near miss."""

from datetime import date
from operator import attrgetter

import pytest

from dateline.errors import LexiconError
from dateline.extract.time_guards import GUARDS
from dateline.extract.time_values import RESOLVERS
from dateline.extract.times import fired_rules
from dateline.lexicons.time_patterns import Symbols, parse_pattern
from dateline.lexicons.times import load_times

LEXICON = load_times()
ANCHOR = date(2031, 4, 30)


@pytest.mark.parametrize("rule", LEXICON.rules, ids=attrgetter("id"))
def test_a_rule_fires_on_its_own_example_only(rule, parse):
    assert rule.id in fired_rules(parse(rule.fires), LEXICON, anchor=ANCHOR)
    assert rule.id not in fired_rules(parse(rule.silent), LEXICON, anchor=ANCHOR)


def test_every_rule_has_a_resolver_and_every_guard_is_known():
    assert {rule.kind for rule in LEXICON.rules} == set(RESOLVERS)
    assert {rule.guard for rule in LEXICON.rules if rule.guard} == set(GUARDS)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("NOVALUE", "no class"),
        ("( NUM", "not closed"),
        ("NUM )", "not opened"),
        ("NUM?", "no words at all"),
        ("NUM = !", "cannot read"),
        ("name=", "out of place"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(pattern, why):
    symbols = Symbols()
    symbols.symbol({"NUM"})
    with pytest.raises(LexiconError, match=why):
        parse_pattern(pattern, symbols, {})


def test_a_pattern_knows_what_it_may_begin_with():
    symbols = Symbols()
    number, of, year = symbols.symbol({"NUM"}), symbols.symbol({"of"}), symbols.symbol({"YEAR", "NUM"})
    pattern = parse_pattern("of? ( YEAR | NUM of )", symbols, {})
    assert pattern.first == {number, of, year}
    assert not pattern.empty
