"""Parts hold all of a text, overlap, and end at paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.answer import Quote
from dateline.reader.grounding import Grounding
from dateline.reader.parts import split


@given(st.text(alphabet="ab. \n“é", max_size=300), st.integers(4, 80), st.integers(0, 3))
def test_every_character_is_in_a_part_and_no_part_is_too_long(text, size, overlap):
    parts = split(text, size, overlap)
    assert (parts[0][0], parts[-1][1]) == (0, len(text))
    assert all(end - begin <= size for begin, end in parts)
    assert all(after[0] <= before[1] for before, after in pairwise(parts))


def test_parts_end_at_paragraphs_and_overlap():
    text = "".join(f"Paragraph {n} tells of the talks.\n" for n in range(20))
    parts = split(text, 200, 60)
    assert all(text[end - 1] == "\n" for _, end in parts)
    assert all(text[begin:].startswith("Paragraph") for begin, _ in parts)
    assert all(after[0] < before[1] for before, after in pairwise(parts))


TEXT = "He said “no” – twice.  The Danish\nenvoy said “yes”. He left."


@pytest.mark.parametrize(
    ("words", "around", "found"),
    [
        ("Danish\nenvoy", None, "Danish\nenvoy"),
        ("Danish envoy", None, "Danish\nenvoy"),
        ('said "no" - twice', None, "said “no” – twice"),
        ("said no", None, None),
        ("danish envoy", None, None),
        ("Danish envoys", None, None),
        ("Dan", None, None),
        (" \n", None, None),
        ("“", None, "“"),
    ],
)
def test_words_are_found_exactly_or_folded_and_never_by_likeness(words, around, found):
    span = Grounding(TEXT).find(Quote(words=words, around=around))
    assert (TEXT[slice(*span)] if span else None) == found


def test_of_several_places_the_one_within_the_longer_words_or_the_nearest_is_meant():
    ground = Grounding(TEXT)
    last = TEXT.rindex("He")
    assert ground.find(Quote(words="He")) == (0, 2)
    assert ground.find(Quote(words="He", around="He left")) == (last, last + 2)
    assert ground.find(Quote(words="He"), near=[(last + 3, last + 7)]) == (last, last + 2)
