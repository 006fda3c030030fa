"""Every cue fires on its own example and stays silent on its near miss; the file is checked."""

from operator import attrgetter

import pytest

from dateline.errors import LexiconError
from dateline.extract.attributions import all_claims, find_attributions
from dateline.extract.cast import Cast
from dateline.lexicons import load_lexicons, loading
from dateline.lexicons.cues import load_cues

RULES = load_lexicons().cues.rules
RULES_OF_ROLES = load_lexicons().cues.roles.rules


@pytest.mark.parametrize("rule", RULES, ids=attrgetter("id"))
def test_cue_fires_on_its_own_example_only(rule, parse, lex):
    def fired(text):
        return [c for c in all_claims(parse(text), lex.cues)[1] if c.kind == rule.kind and c.lemma in rule.lemmas]

    assert fired(rule.fires), "the example tells of nothing"
    if rule.silent:
        assert not fired(rule.silent)


@pytest.mark.parametrize("rule", RULES_OF_ROLES, ids=attrgetter("role"))
def test_role_shows_in_its_own_example_only(rule, parse, lex):
    def roles(text):
        found = find_attributions(parse(text), Cast((), ()), (), lex.cues)
        return {link.role for claim in found for link in claim.chain}

    assert roles(rule.fires) == {rule.role}
    if rule.silent:
        assert rule.role not in roles(rule.silent)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[cue]]\nid = "x"\nclass = "speech"\nfires = "X said."', "no words"),
        ('[[cue]]\nid = "x"\nclass = "gossip"\nverbs = ["say"]\nfires = "X said."', "class"),
        ('[[cue]]\nid = "x"\nclass = "speech"\nverbs = ["say"]\nframes = ["sideways"]\nfires = "X said."', "frames"),
        ('[[cue]]\nid = "x"\nclass = "speech"\nverbs = ["say"]\ncolour = "red"\nfires = "X said."', "colour"),
    ],
)
def test_a_wrong_rule_is_refused_by_name(monkeypatch, text, complaint):
    monkeypatch.setattr(loading, "_text", lambda name: text)
    with pytest.raises(LexiconError, match=complaint):
        load_cues()
