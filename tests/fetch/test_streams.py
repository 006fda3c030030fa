"""Files of any length: read as they come, unpacked, and never beyond measure."""

import gzip
import io
import sys
from types import SimpleNamespace

import pytest

from dateline import FetchError, RefusedError
from dateline.errors import Reason
from dateline.fetch import streams
from dateline.fetch.streams import open_stream

TALKS = b"Talks.\n" * 1000


def test_a_file_is_read_as_it_comes_and_its_place_is_known(tmp_path):
    path = tmp_path / "talks.jsonl"
    path.write_bytes(bytes(1_000_000))
    with open_stream(str(path)) as stream:
        stream.file.read(10)
        assert 10 <= stream.position() < 300_000
        assert len(stream.file.read()) == 999_990
        assert stream.position() == 1_000_000


@pytest.mark.parametrize("parts", [1, 3])
def test_what_gzip_packed_is_unpacked_and_named_without_its_ending(tmp_path, parts):
    path = tmp_path / "talks.jsonl.gz"
    path.write_bytes(gzip.compress(TALKS) * parts)
    with open_stream(str(path)) as stream:
        assert stream.plain_name == str(tmp_path / "talks.jsonl")
        assert stream.rest().data == TALKS * parts


def test_standard_input_is_a_stream_too(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(gzip.compress(TALKS))))
    with open_stream("-") as stream:
        assert (stream.name, stream.file.read()) == ("standard input", TALKS)


def test_a_packed_file_that_breaks_off_gives_what_came_before_and_one_line(tmp_path):
    path = tmp_path / "talks.gz"
    path.write_bytes(gzip.compress(TALKS) + gzip.compress(TALKS)[:-20])
    taken = []
    with open_stream(str(path)) as stream, pytest.raises(RefusedError, match="a gzip file that is broken") as caught:
        taken.extend(iter(lambda: stream.file.read1(1000), b""))
    assert b"".join(taken).startswith(TALKS)
    assert caught.value.reason is Reason.BROKEN


def test_a_gzip_bomb_is_refused_before_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "MAX_BYTES", 100_000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(50_000_000)))
    taken = []
    with open_stream(str(path)) as stream, pytest.raises(RefusedError, match="as gzip bombs do; it is not read"):
        taken.extend(len(piece) for piece in iter(lambda: stream.file.read1(10_000), b""))
    assert sum(taken) < 20_000_000


def test_text_that_packs_well_is_no_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "MAX_BYTES", 100_000)
    path = tmp_path / "talks.gz"
    lines = b"".join(b"%d Talks went on between the two delegations.\n" % n for n in range(50_000))
    path.write_bytes(gzip.compress(lines))
    with open_stream(str(path)) as stream:
        assert sum(map(len, iter(lambda: stream.file.read1(10_000), b""))) == len(lines)


def test_more_than_the_limit_is_refused_where_all_is_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "MAX_BYTES", 100)
    (tmp_path / "talks.txt").write_bytes(TALKS)
    with open_stream(str(tmp_path / "talks.txt")) as stream, pytest.raises(RefusedError, match="larger than"):
        stream.rest()


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(FetchError, match="no such file"), open_stream("nowhere.txt"):
        pass
