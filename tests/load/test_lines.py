"""JSON Lines of any length, one line in memory at a time."""

import io
from io import BufferedReader, BytesIO

import pytest

from dateline import Article, ReadError, Record, RefusedError
from dateline.load import Kind, lines, stream_items


def read(data, name="talks.jsonl"):
    items = list(stream_items(BufferedReader(BytesIO(data)), name, Kind.JSON_LINES))
    return [(item.key, str(item.what) if isinstance(item.what, ReadError) else item.what) for item in items]


def test_articles_and_records_come_in_order_and_broken_lines_in_their_place():
    record = Record(article=Article(text="Talks."))
    data = b'\xef\xbb\xbf{"text": "One."}\n\n{broken\n' + record.to_json().encode() + b'\r\n{"id": "z", "text": "Two."}'
    one, broken, three, two = read(data)
    assert (one, three, two) == (("1", Article(text="One.")), ("4", record), ("z", Article(text="Two.")))
    assert broken[1].startswith("talks.jsonl, line 3: broken JSON at column 2")


def test_a_line_without_end_is_refused_and_the_next_one_read(monkeypatch):
    monkeypatch.setattr(lines, "MAX_LINE", 1_000_000)
    (key, refused), (_, last) = read(b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "Two."}\n')
    assert (key, refused) == ("1", "talks.jsonl, line 1: longer than 1 MB, the most that is read of one line")
    assert last.text == "Two."


def test_other_encodings_are_refused_by_name():
    with pytest.raises(RefusedError, match="utf-16; JSON Lines are UTF-8"):
        read('{"text": "One."}'.encode("utf-16"))


def test_a_file_without_end_is_read_as_it_comes():
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "Talks."}\n'
            buffer[: len(line)] = line
            self.taken += 1
            return len(line)

    source = Endless()
    items = stream_items(BufferedReader(source, 64), "-", Kind.JSON_LINES)
    assert [next(items).key for _ in range(100)][-1] == "100"
    assert source.taken < 110
