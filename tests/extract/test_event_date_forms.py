"""Which days a time expression may give an act. Published on Wednesday, 16 May 2012."""

from datetime import date

import pytest

from dateline.extract.event_date_forms import forms_of, lasting
from dateline.extract.event_frames import noun_frame, verb_frame
from dateline.extract.event_story import Story
from dateline.extract.times import find_times

PUBLISHED = date(2012, 5, 16)
FORMS = [
    ("Chad left in 2004.", "left", "named", ("2004-01-01", "2004-12-31")),
    ("Chad left before 2004.", "left", "before", (None, "2004-12-31")),
    ("Norway has closed the border since 2009.", "closed", "until-now", ("2009-01-01", "2012-05-16")),
    ("Niger has banned trade since Chad attacked in 2009.", "banned", "until-now", ("2009-01-01", "2012-05-16")),
    ("Niger has banned trade since Chad attacked in 2009.", "banned", "after", ("2009-01-01", None)),
    ("Chad's king began a three-day visit to Mali on Monday.", "visit", "lasting", ("2012-05-14", "2012-05-16")),
    ("The envoys met on Monday and Tuesday.", "met", "joined", ("2012-05-14", "2012-05-15")),
]
ABSENT = [
    ("Chad left in 2004.", "left", {"before", "after", "until-now", "lasting", "joined"}),
    ("Chad's king will visit Mali on Friday.", "visit", {"until-now", "after", "lasting"}),
    ("The envoys met on Monday.", "met", {"joined", "lasting"}),
]
LASTING = [
    ("Chad's king paid a two-week visit to Mali.", "visit", 14),
    ("Chad's king paid a one-day visit to Mali.", "visit", None),
    ("Chad's king paid a visit to Mali after a two-week holiday.", "visit", None),
]


def asked(text, word, parse, lex):
    doc = parse(text)
    token = next(t for t in doc if t.text == word)
    story = Story(doc, find_times(doc, lex.times, anchor=PUBLISHED), (), PUBLISHED)
    return (verb_frame(token) if token.pos_ == "VERB" else noun_frame(token)), story


def forms(text, word, parse, lex):
    frame, story = asked(text, word, parse, lex)
    inside = list(story.clock.within(frame.head.sent))
    return {
        form.name: (form.date.earliest, form.date.latest)
        for root, timex, _ in inside
        for form in forms_of(root, timex, inside, frame, story.clock, story.published)
    }


@pytest.mark.parametrize(("text", "word", "name", "days"), FORMS)
def test_the_words_around_a_time_say_which_days_it_may_mean(text, word, name, days, parse, lex):
    assert forms(text, word, parse, lex)[name] == days


@pytest.mark.parametrize(("text", "word", "names"), ABSENT)
def test_without_such_words_only_the_named_days_are_meant(text, word, names, parse, lex):
    found = forms(text, word, parse, lex)
    assert "named" in found
    assert not names & found.keys()


@pytest.mark.parametrize(("text", "word", "days"), LASTING)
def test_an_act_lasts_as_long_as_the_words_on_it_say(text, word, days, parse, lex):
    frame, story = asked(text, word, parse, lex)
    assert lasting(frame, story.clock) == days
