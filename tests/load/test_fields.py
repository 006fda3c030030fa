"""JSON and JSON Lines: what is good is read, what is not is named by its place."""

import json
from datetime import date

import pytest

from dateline import Article, ReadError, Record
from dateline.load.fields import json_items


def read(source, text, *, lines=False, **fields):
    items = [item.what for item in json_items(source(text, "talks.json", **fields), lines=lines)]
    return [str(what) if isinstance(what, ReadError) else what for what in items]


def test_an_article_has_its_fields(source, story):
    fields = {"text": story, "title": "T", "outlet": "O", "url": "u", "published": "2031-04-09T10:00", "place": "Oslo"}
    (article,) = read(source, json.dumps({**fields, "agency": "A", "ours": 1}))
    expected = Article(text=story, title="T", outlet="O", url="u", published=date(2031, 4, 9), place="Oslo", agency="A")
    assert article == expected


def test_a_record_of_ours_is_taken_as_it_is_and_a_broken_one_named(source, story):
    record = Record(article=Article(text=story, published=date(2031, 4, 9)), generated_by="dateline 9")
    assert read(source, record.to_json()) == [record]
    broken = {**record.to_dict(), "actors": [{"id": "a1"}]}
    (error,) = read(source, json.dumps(broken))
    assert error.startswith("talks.json: record.actors[0]: no 'name'; give the record as `dateline read --json`")


def test_an_article_alone_may_stand_in_its_record(source, story):
    assert read(source, json.dumps({"article": {"text": story}})) == [Article(text=story)]


def test_fields_go_by_the_names_that_others_use(source, story):
    names = {"Body": story, "headline": "T", "pubDate": "Wed, 09 Apr 2031 23:30:00 -0500", "link": "u"}
    expected = Article(text=story, title="T", outlet="O", url="u", published=date(2031, 4, 9))
    assert read(source, json.dumps({**names, "source": {"id": None, "name": "O"}, "lang": "en"})) == [expected]
    (error,) = read(source, json.dumps({**names, "pubDate": "soon"}))
    assert error.startswith("talks.json: field 'pubDate': 'soon' is no date")


def test_an_article_of_many_is_told_from_the_others_by_its_id_or_number(source, story):
    lines = f'{{"text": "{story}", "id": "w-7"}}\n{{"text": "{story}", "id": 8}}\n{{"text": "{story}"}}'
    items = json_items(source(lines, "talks.jsonl"), lines=True)
    assert [item.key for item in items] == ["w-7", "8", "3"]
    assert [item.key for item in json_items(source(json.dumps({"text": story, "id": "w-7"})))] == [None]


@pytest.mark.parametrize("lines", [True, False])
def test_one_object_a_line_is_read_line_by_line_whatever_the_ending_says(source, story, lines):
    text = f'{{"text": "{story}"}}\n\n{{"text": ""}}\n{{broken\n{{"text": "One\u2028two."}}\r\n'
    good, empty, broken, last = read(source, text, lines=lines)
    assert good.text == story
    assert empty.startswith("talks.json, line 3: no words in it")
    assert broken.startswith("talks.json, line 4: broken JSON at column 2")
    assert last.text == "One\u2028two."


def test_an_array_is_read_item_by_item(source, story):
    good, bad = read(source, json.dumps([{"text": story}, 7]))
    assert good.text == story
    assert bad == 'talks.json, item 2: no JSON object; give an article\'s fields, as in {"text": "..."}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"text": "abc', "broken JSON at column 10"),
        ('{\n"text"\n}', "broken JSON at line 3, column 1"),
        ("[" * 100_000, "JSON nested too deeply"),
        ('{"title": "x"}', "no field 'text'; give it the article's text"),
        ('{"text": 7}', "field 'text': Input should be a valid string"),
        ('{"text": "Talks.", "published": "soon"}', "field 'published': 'soon' is no date; write it as YYYY-MM-DD"),
        ('{"text": "Talks.", "published": 7}', "field 'published': Input should be a valid date"),
        ('{"text": "Talks.", "language": "de"}', "marked as German; Dateline reads English"),
        ('{"text": "\\ud83d"}', "no words in it"),
    ],
)
def test_what_is_wrong_is_named(source, text, message):
    (error,) = read(source, text)
    assert error.startswith(f"talks.json: {message}")


@pytest.mark.parametrize("language", [None, "en", "en-GB", "EN_us", "eng", "und", ""])
def test_english_goes_by_many_names(source, language):
    assert read(source, json.dumps({"text": "Talks.", "language": language})) == [Article(text="Talks.")]


@pytest.mark.parametrize("published", [None, "", " "])
def test_an_empty_date_is_none(source, published):
    assert read(source, json.dumps({"text": "Talks.", "published": published})) == [Article(text="Talks.")]


def test_halves_of_surrogate_pairs_become_replacement_characters(source):
    assert read(source, '{"text": "Talks \\ud83d."}') == [Article(text="Talks \ufffd.")]
