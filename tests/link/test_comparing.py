"""Which reports copy which: reprints of all kinds, and near misses that are none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link import stories

from dateline.link.comparing import compare_reports
from dateline.link.reports import Report
from dateline.link.shared import shared_quotations
from dateline.link.stock import is_stock
from dateline.records import Article
from dateline.records.copies import CopyKind


def report(text: str, day: int = 5, outlet: str = "Harbour Courier") -> Report:
    """Return a report of May 2026."""
    return Report(Article(text=text, outlet=outlet, published=date(2026, 5, day)))


DISPATCH = report(stories.DISPATCH, outlet="Reuters")
SENTENCES = stories.DISPATCH.strip().split("\n\n")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (stories.DISPATCH, CopyKind.EXACT_REPRINT),
        ("KESSEL, Arden (Reuters) - " + stories.DISPATCH, CopyKind.EXACT_REPRINT),
        (stories.DISPATCH.replace("\n\n", "\r\n\r\n").replace('"', "”"), CopyKind.EXACT_REPRINT),
        ("\n\n".join([SENTENCES[0], *reversed(SENTENCES[1:])]), CopyKind.EDITED_REPRINT),
        (stories.EDITED, CopyKind.EDITED_REPRINT),
        (stories.EXCERPT, CopyKind.EXCERPT),
        (stories.REWRITE, CopyKind.REWRITE),
        (stories.DISPATCH + "\n" + stories.OTHER_MATTER, CopyKind.MERGED),
        (stories.OTHER_MATTER + "\n" + stories.DISPATCH, CopyKind.MERGED),
    ],
    ids=["same", "dateline", "marks", "reordered", "edited", "excerpt", "rewrite", "merged", "merged behind"],
)
def test_a_copy_is_found_with_its_kind(text, kind):
    copy = compare_reports(report(text, day=6), DISPATCH)
    assert copy is not None
    assert copy.kind is kind


@pytest.mark.parametrize(
    ("here", "there", "days"),
    [
        (stories.OTHER_MATTER, stories.DISPATCH, 0),
        (stories.QUOTED_A, stories.QUOTED_B, 0),
        (stories.DAY_ONE, stories.DAY_TWO, 4),
        (stories.SHORT_ONE, stories.SHORT_TWO, 1),
        (stories.BULLETIN_A, stories.BULLETIN_B, 2),
        (stories.OTHER_MATTER + stories.BACKGROUND, stories.DISPATCH, 3),
        ("", stories.DISPATCH, 0),
        ("Talks.", "Talks.", 0),
    ],
    ids=[
        "other",
        "same statement",
        "same background",
        "much background",
        "figures of another day",
        "background alone",
        "empty",
        "one word",
    ],
)
def test_what_two_reports_may_share_without_a_copy(here, there, days):
    one, other = report(here, day=5 + days, outlet="Lakeside Post"), report(there)
    assert compare_reports(one, other) is None
    assert compare_reports(other, one) is None


def test_passages_read_back_in_both_texts():
    here = report(stories.EDITED, day=6)
    copy = compare_reports(here, DISPATCH)
    assert copy is not None
    assert [here.article.text[slice(*p.here)].split()[0] for p in copy.passages] == ["Arden", "shut"]
    assert [stories.DISPATCH[slice(*p.there)].split()[0] for p in copy.passages] == ["Arden", "shut"]
    assert [here.article.text[slice(*p.here)].split()[-1] for p in copy.passages] == ["added", "sea"]


def test_a_changed_figure_is_shown_and_is_no_other_days_news():
    here = report(stories.DISPATCH.replace("nine months", "eight months"), day=6)
    copy = compare_reports(here, DISPATCH)
    assert copy is not None
    assert [(here.article.text[slice(*c.here)], stories.DISPATCH[slice(*c.there)]) for c in copy.changed] == [
        ("eight", "nine")
    ]


def test_quotations_are_shared_even_where_nothing_else_is():
    a, b = report(stories.QUOTED_A), report(stories.QUOTED_B)
    (shared,) = shared_quotations(a, b)
    assert a.article.text[slice(*shared.here)] == b.article.text[slice(*shared.there)]
    assert a.article.text[slice(*shared.here)].startswith("The bridge belongs")


def test_sentences_that_the_archive_knows_from_many_days_count_for_nothing():
    here, there = report(stories.EXCERPT, day=6), report(stories.EXCERPT + stories.OTHER_MATTER)
    assert compare_reports(here, there) is not None
    stock = {key for keys in here.signature.keys for key in keys}
    assert compare_reports(here, there, stock=stock) is None


@pytest.mark.parametrize(
    ("days", "stock"),
    [([1, 2, 3, 30], True), ([1, 1, 2, 2], False), ([1, 2, 3, 4, 5], False), ([], False)],
)
def test_stock_is_what_comes_back_for_weeks(days, stock):
    assert is_stock(date(2026, 5, day) for day in days) is stock


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from([stories.DISPATCH, stories.EXCERPT]))
def test_odd_letters_around_a_text_break_nothing(before, after, text):
    here = report(f"{before}\n\n{text}\r\n\r\n{after}", day=6)
    copy = compare_reports(here, DISPATCH)
    assert copy is not None
    for passage in (*copy.passages, *copy.quotations, *copy.changed):
        assert here.article.text[slice(*passage.here)].strip()
        assert stories.DISPATCH[slice(*passage.there)].strip()
