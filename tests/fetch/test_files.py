"""Files and standard input: their bytes, or one line that says what is wrong and what to do."""

import io
import sys
from types import SimpleNamespace

import pytest

from dateline import FetchError, RefusedError
from dateline.fetch import fetch, fetched


def test_a_file_gives_its_bytes_and_name(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_bytes(b"\xff\r\n")
    got = fetch(str(path))
    assert (got.data, got.name, got.url, got.content_type) == (b"\xff\r\n", str(path), None, None)


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Talks.")))
    got = fetch("-")
    assert (got.data, got.name) == (b"Talks.", "standard input")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("nowhere.txt", "nowhere.txt: no such file; an address begins with http:// or https://"),
        (".", r"\.: a directory; name the files in it, as in \./\*"),
        ("a\0b", "cannot be read .*; check the name"),
        ("x" * 5000, "cannot be read .*; check the name"),
        ("", "a source without a name; give a file, an address or '-'"),
        ("ftp://wire.example/1", "ftp addresses are not read; give an http or https address, or a file"),
    ],
)
def test_what_gives_no_bytes_is_named_with_what_to_do(source, message):
    with pytest.raises(FetchError, match=message):
        fetch(source)


def test_a_file_that_is_closed_to_us_is_named(tmp_path, monkeypatch):
    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dateline.fetch.files.Path.open", closed)
    with pytest.raises(FetchError, match="may not be read; check its permissions"):
        fetch("talks.txt")


@pytest.mark.parametrize("source", ["file", "-"])
def test_more_than_the_limit_is_refused_and_the_limit_stated(source, tmp_path, monkeypatch):
    for module in ("files", "fetched"):
        monkeypatch.setattr(f"dateline.fetch.{module}.MAX_BYTES", 3_000_000)
    data = b"x" * 3_000_001
    (tmp_path / "file").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    with pytest.raises(RefusedError, match="larger than 3 MB, the most that is read; split it"):
        fetch(source)
    assert fetched.MAX_BYTES == 3_000_000
