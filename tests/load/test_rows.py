"""CSV: rows of any dialect, broken ones named by their number, the others read."""

from datetime import date
from io import BufferedReader, BytesIO

import pytest

from dateline import Article, ReadError, Record, RefusedError
from dateline.load import Kind, rows, stream_items


def read(data, name="talks.csv"):
    file = BufferedReader(BytesIO(data if isinstance(data, bytes) else data.encode()))
    items = [item.what for item in stream_items(file, name, Kind.CSV)]
    return [str(what) if isinstance(what, ReadError) else what for what in items]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_go_by_the_names_that_others_use(mark):
    header, row = ["Headline", "Body", "Pub Date", "Link", "Source"], ["T", "Talks.", "9 April 2031", "u", "Wire"]
    expected = Article(text="Talks.", title="T", url="u", outlet="Wire", published=date(2031, 4, 9))
    assert read(f"{mark.join(header)}\r\n{mark.join(row)}\r\n") == [expected]


def test_a_text_keeps_its_lines_and_quotes():
    assert read('text\n"One\n""two"", three"\n') == [Article(text='One\n"two", three')]


def test_broken_rows_are_named_and_the_others_read():
    rows_ = ["text,date", "One.,2031-04-09", "Two.", "Three.,soon", "", ",2031-04-09", "a,b,c", "Four.,"]
    one, two, three, empty, long, four = read("\n".join(rows_))
    assert (one.text, four.text) == ("One.", "Four.")
    assert two == "talks.csv, row 3: 1 fields, where the first row names 2; mend it"
    assert three.startswith("talks.csv, row 4: field 'date': 'soon' is no date")
    assert empty.startswith("talks.csv, row 6: no field 'text'")
    assert long.startswith("talks.csv, row 7: 3 fields")


def test_a_quote_without_its_end_does_not_swallow_the_file(monkeypatch):
    monkeypatch.setattr(rows, "MAX_FIELD", 100)
    first, broken, *_, last = read("text\nOne.\n" + '"' + "x" * 300 + "\n" + "Two.\n")
    assert (first.text, last.text) == ("One.", "Two.")
    assert "talks.csv, row 3: broken (field larger than field limit (100))" in broken


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("text\nÉtat.\n".encode(), "État."),
        (b"\xef\xbb\xbftext\nTalks.\n", "Talks."),
        ("text\nÉtat.\n".encode("utf-16"), "État."),
        ("text\nThe “État” said: its café agreed.\n".encode("cp1252"), "The “État” said: its café agreed."),
    ],
)
def test_its_encoding_is_told_by_its_first_bytes(data, text):
    assert [a.text for a in read(data)] == [text]


def test_a_table_without_a_text_is_refused_and_its_columns_told():
    with pytest.raises(RefusedError, match=r"no column with the articles' text; .*there are: name, day"):
        read("name,day\na,b\n")


@pytest.mark.parametrize("data", [b"", b"\0\1\2\3"])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(RefusedError):
        read(data)


def test_a_column_may_hold_records():
    record = Record(article=Article(text="Talks."))
    quoted = record.to_json().replace('"', '""')
    assert read(f'id,record\n7,"{quoted}"\n') == [record]
