"""Markdown: its words without its marks."""

from datetime import date

import pytest

from dateline import Article, RefusedError
from dateline.load.markdown import read_markdown


def test_front_matter_and_heading_are_metadata_and_marks_are_gone(source):
    text = """---
title: "Berg & Kral"
date: 2031-04-09
outlet: Harbour Wire
url: https://wire.example/1
tags: [fish]
---

# A heading

Berg *met* [Kral](https://k.example)
on **Monday**.\x20\x20
They signed &amp; left.

* one
* `two`

> "Quoted," she said.

| a | b |
|---|---|
| 1 | 2 |

<div>Raw <b>words</b></div>

    code
"""
    assert read_markdown(source(text)) == Article(
        text='Berg met Kral on Monday.\nThey signed & left.\n\none\n\ntwo\n\n"Quoted," she said.\n\na\n\nb\n\n1\n\n2\n\n'
        "Raw words\n\ncode",
        title="Berg & Kral",
        outlet="Harbour Wire",
        url="https://wire.example/1",
        published=date(2031, 4, 9),
    )


def test_without_front_matter_the_first_heading_is_the_title(source):
    article = read_markdown(source("# Berg meets Kral\r\n\r\nThey met.\r\n\r\n## More\r\n\r\nThey ate."))
    assert (article.title, article.text) == ("Berg meets Kral", "They met.\n\nMore\n\nThey ate.")


def test_a_later_heading_is_no_title(source):
    assert read_markdown(source("They met.\n\n# More\n\nThey ate.")).title is None


def test_published_counts_before_date(source):
    front = "---\ndate: 2031-04-08\npublished: '2031-04-09T10:00'\n---\nThey met."
    assert read_markdown(source(front)).published == date(2031, 4, 9)


def test_a_date_that_is_none_is_named(source):
    with pytest.raises(RefusedError, match=r"talks\.txt: its date: 'soon' is no date"):
        read_markdown(source("---\ndate: soon\n---\nThey met."))


def test_only_marks_are_no_article(source):
    with pytest.raises(RefusedError, match="no words in it"):
        read_markdown(source("---\ntitle: x\n---\n\n***\n"))
