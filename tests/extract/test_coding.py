"""What one party does to another in a sentence: object, complement, voice and modality decide, not the words alone."""

import pytest
from tools.fallback_corpus import sentences

import dateline
from dateline.extract.coding import FALLBACK
from dateline.flow import classify_pairs
from dateline.records import EventStatus, EventType

CASES = [
    ("Norway agreed with Peru on a fishing pact.", "SUPPORT"),
    ("Norway agreed to withdraw its troops from Peru.", "AGREE"),
    ("Norway withdrew its troops from Peru.", "RETREAT"),
    ("Norway refused to withdraw its troops from Peru.", "REJECT"),
    ("Norway threatened to expel the diplomats of Peru.", "THREATEN"),
    ("Norway expelled the diplomats of Peru.", "SANCTION"),
    ("Norway called on Peru to free the editors.", "REQUEST"),
    ("Norway freed the editors of Peru.", "RETREAT"),
    ("Norway called Peru to discuss the floods.", "CONSULT"),
    ("Norway will send aid to Peru.", "AGREE"),
    ("Norway sent aid to Peru.", "AID"),
    ("Norway suspended aid to Peru.", "SANCTION"),
    ("Norway will not send aid to Peru.", "REJECT"),
    ("Norway ended its blockade of Peru.", "CONCEDE"),
    ("Norway lifted sanctions on Peru.", "CONCEDE"),
    ("Norway was accused by Peru of piracy.", "ACCUSE", "Peru", "Norway"),
    ("Norway and Peru held joint exercises.", "COOPERATE"),
    ("Norway massed troops near the border with Peru.", "MOBILIZE"),
    ("Norwegian students marched against Peru.", "PROTEST", "Norwegian students", "Peru"),
    ("Norway arrested six citizens of Peru.", "COERCE"),
    ("Norway attacked Peru after talks with Chile.", "ASSAULT"),
    ("Norway passed a resolution condemning Peru.", "ACCUSE"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_the_predicate_between_the_two_decides(case):
    sentence, kind, *pair = case
    actor, recipient = pair or ("Norway", "Peru")
    coding = dateline.classify(sentence, actor, recipient)
    assert coding.type == kind
    assert coding.by is not None


def test_whole_sentences_of_our_own_are_coded_as_they_are_labelled(nlp, lex):
    """In breadth: what single cases cannot show. Some are hard, so not all of them must be right."""
    given = list(sentences())
    pairs = [(e.sentence, e.actor, e.recipient) for e in given]
    right = [c.type == e.type for c, e in zip(classify_pairs(pairs, nlp, lex, rules_only=True), given, strict=True)]
    assert sum(right) / len(right) > 0.85


def test_a_coding_shows_its_rule_its_words_and_its_class():
    sentence = "Norway has released two sailors of Peru."
    coding = dateline.classify(sentence, "Norway", "Peru")
    assert (coding.type, coding.mode, coding.quad) == (EventType.RETREAT, "release", 2)
    assert coding.status is EventStatus.OCCURRED
    assert coding.by == "retreat.release"
    assert coding.trigger is not None
    assert sentence[slice(*coding.trigger)] == "released"
    assert 0.5 < coding.confidence <= 1


def test_the_pair_chooses_among_the_acts_of_a_sentence():
    sentence = "Norway praised Chile and bombed Peru."
    assert dateline.classify(sentence, "Norway", "Chile").type is EventType.SUPPORT
    assert dateline.classify(sentence, "Norway", "Peru").type is EventType.ASSAULT


def test_where_no_rule_fires_the_fallback_says_that_it_decided():
    coding = dateline.classify("Norway outfoxed Peru with gifts of grain.", "Norway", "Peru")
    assert coding.by == FALLBACK
    assert (coding.mode, coding.trigger) == (None, None)
    assert 0 < coding.confidence <= 1


@pytest.mark.parametrize("sentence", ["", " ", "...", "🕊️\r\n\u00a0"])
def test_an_empty_sentence_is_no_error(sentence):
    assert dateline.classify(sentence, "Norway", "Peru").trigger is None
