"""docs/plover.md is what the lexicon says, and pairs.toml speaks of rules that there are."""

from tools.build_plover_doc import PAGE, written


def test_the_page_is_up_to_date(lex):
    assert PAGE.read_text(encoding="utf-8") == written(lex), "run python -m tools.build_plover_doc"


def test_every_rule_that_pairs_name_exists(lex):
    known = {rule.id for rule in lex.events.rules}
    named = {*lex.pairs.rule, *lex.pairs.joint, *lex.pairs.carriers}
    assert named <= known
