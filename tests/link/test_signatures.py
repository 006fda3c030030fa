"""Keys by which a report finds its like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link import stories

from dateline.link.signatures import BANDS, band_keys, signature

PINNED = (-7229145133318546838, -3162486553432854681, -879901292621338472, 3847099086969576787)


def keys(text: str) -> set[int]:
    """Return a text's keys."""
    return set(band_keys(signature(text)))


@pytest.mark.parametrize(
    "text",
    [
        stories.EDITED,
        stories.EXCERPT,
        stories.OTHER_MATTER + "\n" + stories.EXCERPT,
        "\n\n".join(reversed(stories.DISPATCH.split("\n\n"))),
        stories.DISPATCH.upper(),
    ],
)
def test_a_copy_has_keys_of_its_original(text):
    assert len(keys(text) & keys(stories.DISPATCH)) >= 3


@pytest.mark.parametrize(
    "text", [stories.OTHER_MATTER, stories.BULLETIN_A, "The minister said so on Monday.", "", "  \n "]
)
def test_another_story_has_none(text):
    assert not keys(text) & keys(stories.DISPATCH)


def test_keys_are_the_same_in_every_process_and_fit_a_column():
    assert band_keys(signature("Negotiators reopened Kessel bridge for lorries.")) == PINNED


def test_each_sentence_has_its_place_and_its_keys():
    signed = signature(stories.DISPATCH)
    assert [stories.DISPATCH[slice(*span)].split()[0] for span in signed.sentences][:2] == ["Negotiators", "Customs"]
    assert all(len(k) == BANDS for k in signed.keys)
    assert len(signed.keys) == len(signed.sentences)


@given(st.text(max_size=300))
def test_any_text_has_a_signature(text):
    signed = signature(text)
    assert all(text[start:end].strip() for start, end in signed.sentences)
    assert all(-(2**63) <= key < 2**63 for key in band_keys(signed))
