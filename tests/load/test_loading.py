"""A source of any format -> its articles, with what the user says on top."""

from datetime import date

import pytest

from dateline import Article, ReadError
from dateline.load import MAX_CHARACTERS, load


def test_what_the_user_says_counts_before_what_the_source_says(source):
    text = '{"text": "Talks.", "title": "a", "outlet": "b", "published": "2031-04-09"}'
    given = {"title": "c", "outlet": None, "published": date(2031, 4, 10)}
    (article,) = load(source(text, "talks.json"), **given)
    assert article == Article(text="Talks.", title="c", outlet="b", published=date(2031, 4, 10))


def test_a_plain_text_is_kept_to_the_character(source):
    text = "\r\n Berg met Kral.\n\n\tThey signed. \u2028🕊️ e\u0301"
    assert [a.text for a in load(source(text))] == [text]


def test_each_format_goes_to_its_reader(source, pdf, wrapped, story):
    for data, name in [
        (story, "a.txt"),
        (f"**{story}**", "a.md"),
        (pdf(wrapped), "a.pdf"),
        (f'{{"text": "{story}"}}', "a.json"),
    ]:
        assert [a.text for a in load(source(data, name))] == [story]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "talks.txt: no words in it"),
        (b" \n 12 -- \n", "talks.txt: no words in it"),
        (b"\0\0\0", "talks.txt: binary"),
        (b"PK\x03\x04", "talks.txt: a ZIP archive"),
        ("Стороны подписали соглашение.".encode(), "talks.txt: this is Russian"),
        (b"word " * (MAX_CHARACTERS // 5 + 1), "talks.txt: 200,005 characters; an article has at most 200,000 here"),
    ],
)
def test_a_refusal_stands_in_the_place_of_what_is_refused(source, data, message):
    (error,) = load(source(data))
    assert isinstance(error, ReadError)
    assert str(error).startswith(message)
