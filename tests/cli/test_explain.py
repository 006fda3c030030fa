"""dateline explain: what decided, what else fired, what came near."""

import json

SENTENCE = "Norway agreed to release the sailors of Peru."


def test_a_pair_shows_the_rule_that_decided_and_why_the_others_did_not(run):
    result = run("explain", SENTENCE, "--actor", "Norway", "--recipient", "Peru")
    assert result.exit_code == 0
    first, second, third, *_ = result.stdout.splitlines()
    assert first.startswith("AGREE (verbal cooperation), occurred, by agree.")
    assert 'on "agreed"' in first
    assert second.startswith("  + agree.")
    assert third == '  - retreat.release [RETREAT release] on "release": part of another act'


def test_near_rules_name_the_condition_that_they_lack(run):
    result = run("explain", SENTENCE, "--near")
    assert '  x agree.accept [AGREE] on "agreed": lacks objects = accord, agreement, candidacy, ceasefire, ...' in (
        result.stdout.splitlines()
    )


def test_json_has_every_finding(run):
    shown = json.loads(run("explain", SENTENCE, "--json").stdout)
    assert shown["coding"] is None
    assert {f["rule"] for f in shown["findings"] if f["fired"]} >= {"agree.to-act", "retreat.release"}


def test_a_sentence_without_an_act_says_so(run):
    assert run("explain", "The soup was hot.").stdout.splitlines()[0] == "no rule fires"


def test_half_a_pair_is_misuse(run):
    result = run("explain", SENTENCE, "--actor", "Norway")
    assert result.exit_code == 2
    assert "give both, or neither" in result.stderr
