"""Whose words tell of an act."""

import pytest

from dateline import Article
from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.events import find_events
from dateline.extract.times import find_times

VOICES = [
    # held by the content, opened by the trigger, hanging on the trigger, the article's own
    ("Chad attacked Niger, Mali's government said on Monday.", "ASSAULT", "Mali"),
    ("Norway urged Chad on Monday to withdraw its troops from Niger.", "REQUEST", "Norway"),
    ("Norway condemned Chad on Monday, saying the raid had killed civilians.", "ACCUSE", "Norway"),
    ("Norway's king visited Chad on Monday.", "CONSULT", None),
]


@pytest.mark.parametrize(("text", "kind", "speaker"), VOICES)
def test_an_act_of_speech_is_in_its_own_words_and_any_other_in_those_that_hold_it(text, kind, speaker, parse, lex):
    doc, article = parse(text), Article(text=text)
    cast = find_actors(doc, lex.actors)
    times = find_times(doc, lex.times, anchor=None)
    attributions = find_attributions(doc, cast, times, lex.cues)
    voices = {a.id: cast.by_id[a.speaker].name for a in attributions if a.speaker is not None}
    events = [e for e in find_events(doc, article, cast, times, attributions, lex.events) if e.type == kind]
    assert events, "the act is not found"
    voice = voices.get(events[0].attribution)
    assert voice is None if speaker is None else voice is not None and speaker in voice
