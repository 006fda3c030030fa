"""README.md and docs/archive.md walk from articles to a timeline, and what they show is what comes out."""

import pytest
from tools.walkthrough import MARKED, PAGES, without_ids, written


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_walk_through_the_archive_is_as_it_is(page):
    text = page.read_text(encoding="utf-8")
    assert MARKED.search(text)
    assert without_ids(written(text)) == without_ids(text), "write it anew: python -m tools.walkthrough"
