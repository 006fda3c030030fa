import pytest

from dateline.lexicons.resolutions import load_resolutions
from dateline.resolutions.clauses import find_clauses

LEX = load_resolutions()


@pytest.mark.parametrize("verb", LEX.verbs.values(), ids=LEX.verbs)
def test_a_verb_opens_its_own_example_and_not_its_near_miss(verb):
    assert verb.verb in [c.rule.verb for c in find_clauses(verb.fires, LEX)]
    assert verb.verb not in [c.rule.verb for c in find_clauses(verb.silent, LEX)]
