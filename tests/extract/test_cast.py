"""The cast: who stands at a word, which mentions lie within a stretch, and the chain of each actor."""

import pytest

from dateline.extract.cast import Cast, How, Mention
from dateline.records import Actor, ActorId, ActorKind

TEXT = "His office said that the two leaders met."
MAN, OFFICE, PAIR = ActorId("a1"), ActorId("a2"), ActorId("a3")


@pytest.fixture
def cast():
    actors = [
        Actor(id=MAN, name="Ivo Kral", kind=ActorKind.PERSON, mentions=((0, 3),)),
        Actor(id=OFFICE, name="His office", kind=ActorKind.GOVERNMENT, mentions=((0, 10),)),
        Actor(id=PAIR, name="two leaders", kind=ActorKind.PEOPLE, mentions=((21, 36),), members=(MAN, OFFICE)),
    ]
    return Cast(
        actors,
        [
            Mention(4, 7, 6, PAIR, How.GROUP),
            Mention(0, 2, 1, OFFICE, How.ROLE),
            Mention(0, 1, 0, MAN, How.PRONOUN),
        ],
    )


def test_a_head_shows_its_own_actor_and_other_words_none(parse, cast):
    doc = parse(TEXT)
    assert [cast.at(doc[i]) for i in (0, 1, 2, 5, 6)] == [MAN, OFFICE, None, None, PAIR]


def test_the_innermost_mention_covers_a_word(parse, cast):
    doc = parse(TEXT)
    assert [cast.covering(doc[i]) for i in (0, 1, 3, 5)] == [MAN, OFFICE, None, PAIR]


def test_mentions_within_a_stretch_come_in_text_order(cast):
    assert [m.actor for m in cast.within(0, 7)] == [OFFICE, MAN, PAIR]
    assert [m.actor for m in cast.within(0, 1)] == [MAN]
    assert cast.within(2, 4) == []


def test_a_chain_shows_how_each_mention_was_resolved(cast):
    assert [(m.start, m.how) for m in cast.chain(MAN)] == [(0, How.PRONOUN)]
    assert [m.how for m in cast.chain(PAIR)] == [How.GROUP]


def test_members_are_a_group_s_or_the_actor_alone(cast):
    assert cast.members(PAIR) == (MAN, OFFICE)
    assert cast.members(MAN) == (MAN,)
