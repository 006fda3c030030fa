"""What an act is about, in the text's words."""

import pytest

from dateline.extract.event_contexts import find_topics
from dateline.extract.event_frames import noun_frame, verb_frame

TOPICS = [
    ("Egypt and Qatar discussed the situation in Libya by phone.", "discussed", ("the situation in Libya",)),
    ("The ministers reviewed the truce with Kenya.", "reviewed", ("the truce",)),
    ("The ministers spoke about the truce.", "spoke", ("the truce",)),
    ("The ministers held talks on the truce.", "talks", ("the truce",)),
    ("The ministers met on Monday.", "met", ()),
    ("Egypt invited Qatar.", "invited", ()),
]


@pytest.mark.parametrize(("text", "word", "topics"), TOPICS)
def test_topics_are_what_is_discussed_or_talked_about(text, word, topics, parse):
    token = next(t for t in parse(text) if t.text == word)
    frame = verb_frame(token) if token.pos_ in ("VERB", "AUX") else noun_frame(token)
    assert find_topics(frame) == topics
