"""docs/archive.md walks from articles to a timeline, and what it shows is what comes out."""

from tools.walkthrough import MARKED, PAGE, without_ids, written


def test_the_walk_through_the_archive_is_as_it_is():
    page = PAGE.read_text(encoding="utf-8")
    assert MARKED.search(page)
    assert without_ids(written(page)) == without_ids(page), "write it anew: python -m tools.walkthrough"
