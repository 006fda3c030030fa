"""Second mentions are taken into the event that they tell of again."""

from dataclasses import replace
from datetime import date

import pytest

import dateline
from dateline.extract.event_merging import select

AGAIN = [
    ("India and China held talks in Geneva on Monday. The talks lasted two hours.", "CONSULT"),
    ("Kenya's president visited Uganda on Monday. The visit was his first.", "CONSULT"),
    ("Ethiopia attacked Eritrea on Monday. The attack killed six people.", "ASSAULT"),
    ("Chad arrested a reporter on Monday. The arrest angered France.", "COERCE"),
]
APART = [
    ("India and China held talks on Monday. India and Nepal held talks on Tuesday.", "CONSULT", "held"),
    ("Ethiopia attacked Eritrea on Monday. Chad attacked Sudan on Tuesday.", "ASSAULT", "attacked"),
    ("Norway condemned Syria on Monday. Norway condemned Belarus on Tuesday.", "ACCUSE", "condemned"),
]


@pytest.mark.parametrize(("text", "kind"), AGAIN)
def test_a_second_mention_is_no_event_of_its_own(text, kind):
    record = dateline.read(text, published=date(2012, 5, 16))
    assert [e.type.value for e in record.events].count(kind) == 1


@pytest.mark.parametrize(("text", "kind", "word"), APART)
def test_other_parties_or_days_make_another_act(text, kind, word, tell):
    acts = [told.act for told in tell(text) if told.type == kind and told.act.head.text == word]
    assert [act.again for act in acts] == [None, None]


def test_a_word_shows_one_act_and_a_second_mention_gives_what_it_knows(tell):
    first, second = [
        t.act for t in tell("India and China held talks. The talks on Monday failed.") if t.type == "CONSULT"
    ][:2]
    acts = [replace(first, score=0.9), replace(second, score=0.1)]
    acts[1].again = acts[0]
    kept = select(acts, 0.2)
    assert [a.head.text for a in kept] == ["held"]


def test_scores_quads_and_places_are_in_the_json():
    record = dateline.read("Egypt and Qatar held talks in Geneva on Monday.", published=date(2012, 5, 16))
    event = record.to_dict()["events"][0]
    assert (event["type"], event["quad"], event["score"]) == ("CONSULT", 1, 2.5)
    assert event["location"]["country"] == "CHE"
