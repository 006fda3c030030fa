"""The whole flow on odd texts and on a small story of our own."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.flow import NO_DATE, complete, read_articles
from dateline.records import Article

STORY = (
    "OSLO, May 4 (Harbour Wire) -- Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral in Oslo on Tuesday, "
    "her ministry said.\n\n"
    '"We will sign the accord on Friday," Berg told reporters, adding that Denmark would send observers.'
)
# Words that set the finders off, between characters that upset offsets.
WORDS = st.sampled_from(
    [
        *(
            "President Vladimir Putin",
            "said",
            "told",
            '"',
            "“",
            "”",
            "''",
            "on Monday",
            "in March 2024",
            "the Kremlin",
            "he",
        ),
        *(
            "signed",
            "the agreement",
            "met",
            "the draft resolution",
            "will visit",
            "TASS",
            "according to",
            "through 2027",
        ),
        *(
            ",",
            ".",
            "\r\n",
            "\n\n",
            "\t",
            "🕊️",
            "👩🏽‍⚖️",
            "e\u0301",
            "\u200f\u0627\u0644\u0633\u0644\u0627\u0645",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "-",
            "'s",
        ),
    ]
)
ODD_TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD_TEXTS)
def test_every_span_of_every_record_reads_back(text):
    record = dateline.read(text, published=date(2024, 3, 14))
    assert record.article.text == text
    for start, end in record.spans():
        assert text[start:end].strip(), f"[{start}:{end}] shows nothing"


def test_a_reading_is_the_same_every_time():
    assert dateline.read(STORY).to_json() == dateline.read(STORY).to_json()


def test_streaming_reads_as_one_by_one(nlp, lex):
    articles = [Article(text=STORY, published=date(2027, 5, 4)), Article(text="Nothing happened.")]
    streamed = [r.to_json() for r in read_articles(articles, nlp, lex)]
    single = [
        dateline.read(STORY, published=date(2027, 5, 4)).to_json(),
        dateline.read("Nothing happened.").to_json(),
    ]
    assert streamed == single


def test_without_a_date_nothing_relative_is_dated_and_the_record_says_so():
    record = dateline.read("Berg met Kral on Tuesday. They will meet again in June.")
    assert record.notes == (NO_DATE,)
    assert [t.earliest for t in record.times] == [None, None]
    assert all(e.date.earliest is None for e in record.events)


@pytest.mark.parametrize(
    ("text", "given", "published", "place"),
    [
        ("Nov 16, 2031\n\nOSLO, November 16 (Harbour Wire) -- Talks resumed.", None, date(2031, 11, 16), "Oslo"),
        ("Nov 16, 2031\n\nTalks resumed.", date(2031, 11, 17), date(2031, 11, 17), None),
        ("Talks resumed.", None, None, None),
    ],
)
def test_the_text_tells_where_the_metadata_is_silent(text, given, published, place):
    article = complete(Article(text=text, published=given))
    assert (article.published, article.place) == (published, place)
