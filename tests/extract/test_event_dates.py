"""When an act took place: the day that its own clause gives, no other. Published on Wednesday, 16 May 2012."""

import pytest

CASES = [
    ("Norway condemned Syria on Monday.", "ACCUSE", "2012-05-14"),
    ("On Monday, Norway condemned Syria.", "ACCUSE", "2012-05-14"),
    ("Egypt and Qatar met on 3 May 2012.", "CONSULT", "2012-05-03"),
    ("Egypt and Qatar will meet on Friday.", "CONSULT", "2012-05-18"),
    ("Peru signed the treaty in 1999.", "SUPPORT", "1999-01-01"),
    ("Ethiopia attacked Eritrea yesterday.", "ASSAULT", "2012-05-15"),
    ("Ethiopia's attack on Eritrea on Sunday killed six people.", "ASSAULT", "2012-05-13"),
    ("The talks between India and China on Tuesday failed.", "CONSULT", "2012-05-15"),
    ("Sweden sent food to Chad in March.", "AID", "2012-03-01"),
    ("Kenya's minister visited Uganda last week.", "CONSULT", "2012-05-07"),
    ("Japan urged Iran on Tuesday to free the sailors.", "REQUEST", "2012-05-15"),
    ("Norway condemned Syria.", "ACCUSE", None),
    ("Egypt and Qatar met.", "CONSULT", None),
    ("Norway condemned the raid which Syria launched in 2009.", "ACCUSE", None),
    ("Egypt, which held an election on Sunday, condemned Syria.", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "kind", "earliest"), CASES)
def test_the_date_is_the_one_that_governs_the_trigger(text, kind, earliest, tell):
    found = [told.act.date.earliest for told in tell(text) if told.type == kind]
    assert found[:1] == [earliest]


def test_without_a_day_of_publication_a_weekday_is_no_date(tell):
    found = [told.act.date for told in tell("Norway condemned Syria on Monday.", None) if told.type == "ACCUSE"]
    assert found[0].earliest is None
