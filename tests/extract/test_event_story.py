"""What an article has told so far: dated acts, dated statements. Published on Wednesday, 16 May 2012."""

from datetime import date

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.event_readings import find_words, read_word
from dateline.extract.event_story import Story
from dateline.extract.times import find_times
from dateline.records import DateRange, EventType

PUBLISHED = date(2012, 5, 16)
TEXT = (
    "Norway condemned Chad on Monday. Mali's president Ibrahim Keita said on Tuesday that the raid was a crime. "
    "He urged Chad to withdraw."
)
MONDAY, TUESDAY = DateRange(earliest="2012-05-14", latest="2012-05-14"), "2012-05-15"


def story_of(parse, lex):
    doc = parse(TEXT)
    cast = find_actors(doc, lex.actors)
    times = find_times(doc, lex.times, anchor=PUBLISHED)
    attributions = find_attributions(doc, cast, times, lex.cues)
    words = find_words(doc, cast, attributions, lex.events)
    readings = [r for word in words if (r := read_word(word, cast, lex.events)) is not None]
    return Story(doc, times, attributions, PUBLISHED), cast, readings


def test_a_statement_s_day_is_known_in_the_sentences_after_it(parse, lex):
    story, cast, _ = story_of(parse, lex)
    keita = next(a.id for a in cast.actors if "Keita" in a.name)
    sentences = list(story.clock.all[0][0].doc.sents)
    said = story.said([keita], sentences[2].root)
    assert said is not None
    assert said.earliest == TUESDAY
    assert story.said([keita], sentences[1].root) is None


def test_the_latest_act_is_remembered_by_its_actor_and_its_type(parse, lex):
    story, _, readings = story_of(parse, lex)
    first = next(r for r in readings if r.candidate.rule.type is EventType.ACCUSE)
    assert story.last() is None
    story.note(first.candidate, first.parts, MONDAY)
    for found in (story.last(), story.last(of=first.parts.actors), story.last(kind=EventType.ACCUSE)):
        assert found is not None
        assert found.date == MONDAY
    assert story.last(kind=EventType.AID) is None
    assert story.last(of=[]) is None


def test_an_undated_act_is_not_remembered(parse, lex):
    story, _, readings = story_of(parse, lex)
    story.note(readings[0].candidate, readings[0].parts, DateRange())
    assert story.acts == []
