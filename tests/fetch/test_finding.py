"""Folders, patterns and addresses -> the sources in them."""

import pytest

from dateline import FetchError
from dateline.fetch.finding import Place, find_sources, total_size
from dateline.load import has_known_ending


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.jsonl.gz", "style.css", ".hidden.txt", "deep/c.html", "deep/er/d.WARC", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Talks.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)


def found(*sources):
    return [
        str(f) if isinstance(f, FetchError) else (f.name, f.place.name) for f in find_sources(sources, has_known_ending)
    ]


def test_a_folder_gives_its_files_of_known_kinds_in_order():
    assert found(".") == [
        ("./a.jsonl.gz", "FILE"),
        ("./b.txt", "FILE"),
        ("./deep/c.html", "FILE"),
        ("./deep/er/d.WARC", "FILE"),
        ("./style.css", "PASSED_OVER"),
    ]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["b.txt"]),
        ("d*", ["deep/c.html", "deep/er/d.WARC"]),
        ("**/*.html", ["deep/c.html"]),
        ("*.css", ["style.css"]),
    ],
)
def test_a_pattern_gives_what_it_matches(pattern, names):
    assert found(pattern) == [(name, "FILE") for name in names]


def test_addresses_and_standard_input_stay_as_they_are():
    assert found("https://wire.example/*", "-", "nowhere.txt") == [
        ("https://wire.example/*", Place.WEB.name),
        ("-", Place.STDIN.name),
        ("nowhere.txt", Place.FILE.name),
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [("*.pdf", "no file has such a name"), ("ftp://a.example", "ftp addresses are not read"), (" ", "without a name")],
)
def test_what_is_no_source_is_named_and_the_next_one_found(source, message):
    error, following = found(source, "b.txt")
    assert message in error
    assert following == ("b.txt", "FILE")


def test_the_size_of_files_is_known_and_that_of_addresses_is_not():
    assert total_size(["deep", "b.txt", "nowhere.txt"], has_known_ending) == 18
    assert total_size(["b.txt", "https://wire.example/"], has_known_ending) is None
