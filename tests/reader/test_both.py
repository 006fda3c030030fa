"""Two readings side by side: agreement is counted, everything else is named."""

import json

from tests.reader.server import ARTICLE, TEXT, good, quote

from dateline.flow import read_article
from dateline.reader.answer import read_answer
from dateline.reader.both import compare, with_review
from dateline.reader.reading import hold_to_text


def model_reads(answer, nlp, lex):
    return hold_to_text(ARTICLE, [((0, len(TEXT)), read_answer(json.dumps(answer)))], nlp, lex)


def test_a_record_agrees_with_itself(nlp, lex):
    record = model_reads(good(), nlp, lex)
    differences, agreed = compare(record, record)
    assert differences == ()
    assert agreed == len(record.events) + len(record.attributions) + len(record.instruments) + len(record.provisions)


def test_another_type_date_or_actor_is_marked_for_review(nlp, lex):
    answer = good()
    answer["events"][0] |= {"type": "COOPERATE", "mode": None, "date": None, "actors": ["berg"]}
    differences, _ = compare(model_reads(good(), nlp, lex), model_reads(answer, nlp, lex))
    (found,) = differences
    assert (found.layer, found.found, found.differs) == ("events", "both", ("type", "date", "actors"))
    assert (found.rules["date"], found.model["date"]) == ("2031-04-07", None)


def test_what_one_alone_found_is_named_with_its_words(nlp, lex):
    answer = good()
    extra = {**answer["events"][0], "type": "AGREE", "mode": None, "trigger": quote("signed"), "date": None}
    extra["evidence"] = [quote("We have signed the fisheries agreement")]
    more = {**answer, "events": [*answer["events"], extra]}
    less, full = model_reads(answer, nlp, lex), model_reads(more, nlp, lex)
    assert [(d.found, d.quote) for d in compare(less, full)[0]] == [("model", "We have signed the fisheries agreement")]
    assert [d.found for d in compare(full, less)[0]] == ["rules"]


def test_the_rules_record_keeps_its_facts_and_gets_notes(nlp, lex):
    rules = read_article(ARTICLE, nlp, lex)
    record, differences = with_review(rules, model_reads(good(), nlp, lex))
    assert record.events == rules.events
    assert record.notes[0].startswith("second reader: ")
    assert len(record.notes) == 1 + len(differences)
