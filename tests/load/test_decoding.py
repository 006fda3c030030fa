"""Bytes in every encoding that texts come in."""

import logging
from hashlib import shake_256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import RefusedError
from dateline.load.decoding import charset_of, decode

WORDS = "Berg met “the envoy” at a café – and signed.\r\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_what_is_not_utf8_is_detected(encoding):
    assert decode(WORDS.encode(encoding), "talks.txt") == WORDS


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1251", "windows-1251"), ("iso8859_2", "ISO-8859-2"), ("shift_jis", "Shift_JIS")],
)
def test_what_a_page_declares_counts(encoding, declared):
    words = "Берг, Břeh, 会談"[{"cp1251": slice(0, 4), "iso8859_2": slice(6, 10), "shift_jis": slice(12, 14)}[encoding]]
    assert decode(words.encode(encoding), "talks.html", declared) == words


@pytest.mark.parametrize("declared", ["ascii", "utf-99", "latin-1"])
def test_a_declaration_that_is_wrong_or_unknown_does_no_harm(declared):
    expected = WORDS if declared != "latin-1" else WORDS.encode().decode("cp1252", "replace")
    if "\ufffd" not in expected:  # what cp1252 has no character for is not Latin-1, so UTF-8 is tried
        assert decode(WORDS.encode(), "talks.html", declared) == expected


def test_pages_that_say_latin_1_mean_windows_1252():
    assert decode(b"\x93met\x94", "talks.html", "iso-8859-1") == "“met”"


def test_damaged_utf8_is_read_with_marks_and_a_warning(caplog):
    with caplog.at_level(logging.WARNING, logger="dateline"):
        text = decode(WORDS.encode() + b"caf\xc3.", "talks.txt")
    assert text == f"{WORDS}caf\ufffd."
    assert "talks.txt: damaged UTF-8: 1 characters are lost" in caplog.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\0" * 3000, "binary, not a text; save it as UTF-8"),
        (bytes(range(256)) * 20, "binary, not a text"),
        (b"Berg met Kral.\x01\x02\x03\x04", "binary, not a text; save its text and read that"),
        (b"\xff\xfeB\0e", "begins as utf-16 but breaks it at byte"),
        (b"\xef\xbb\xbfcaf\xe9", "begins as utf-8-sig but breaks it at byte"),
    ],
)
def test_what_is_no_text_is_refused(data, message):
    with pytest.raises(RefusedError, match=f"^talks.txt: {message}"):
        decode(data, "talks.txt")


@pytest.mark.parametrize("length", [300, 5000, 200_000])
def test_noise_is_refused(length):
    with pytest.raises(RefusedError, match=r"^noise: "):
        decode(shake_256(b"noise").digest(length), "noise")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_utf8_is_read_to_the_character(text):
    assert decode(text.encode(), "talks.txt") == text


@pytest.mark.parametrize(
    ("header", "charset"),
    [("text/html; charset=utf-8", "utf-8"), ("<meta charset='koi8-r'>", "koi8-r"), ("text/html", None), (None, None)],
)
def test_the_charset_of_a_header(header, charset):
    assert charset_of(header) == charset
