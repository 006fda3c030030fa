"""Words, sentences and quotations of a text."""

import pytest

from dateline.link.words import read_words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Aas left. He met Dr. Lund.", ["Mr. Aas left", "He met Dr. Lund"]),
        ("One line\nof a sentence goes on. Next.", ["One line\nof a sentence goes on", "Next"]),
        ("A headline\r\n\r\nThe story began.", ["A headline", "The story began"]),
        ('It rose 1.2 percent. "Good," he said.', ["It rose 1.2 percent", 'Good," he said']),
        ("U.S. envoys met J. Berg.", ["U.S. envoys met J. Berg"]),
        ("", []),
    ],
)
def test_sentences_end_at_stops_and_empty_lines(text, sentences):
    words = read_words(text)
    assert [text[slice(*words.place(s[0], s[-1]))] for s in words.sentences] == sentences


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "we leave" and left.', ["we", "leave"]),
        ("He said “we leave” and left.", ["we", "leave"]),
        ('"We leave.\n\n"We stay," he said.', ["we", "leave", "we", "stay"]),
        ("It is Arden's bridge.", []),
    ],
)
def test_quoted_words_are_those_between_marks_in_one_paragraph(text, quoted):
    words = read_words(text)
    assert [w for w, inside in zip(words.words, words.quoted, strict=True) if inside] == quoted


def test_words_are_compared_without_case_and_possessive():
    assert read_words("Arden’s BRIDGE cost 1,200.50").words == ("arden", "bridge", "cost", "1,200.50")
