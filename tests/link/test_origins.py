"""Where a report comes from, by its own words and by the earlier reports that it copies."""

from datetime import date

import pytest
from tests.link import stories

from dateline.lexicons.outlets import load_outlets
from dateline.link.comparing import compare_reports
from dateline.link.origins import Match, origin
from dateline.link.reports import Report
from dateline.records import Article
from dateline.records.copies import Origin, OriginKind

OUTLETS = load_outlets()


def article(text: str, outlet: str | None = "Harbour Courier", day: int = 6, url: str | None = None) -> Article:
    """Return an article of May 2026."""
    return Article(text=text, outlet=outlet, url=url, published=date(2026, 5, day))


def match(text: Article, earlier: Article, known: Origin | None = None) -> Match:
    """Return the match of two articles of which one copies the other."""
    copy = compare_reports(Report(text), Report(earlier))
    assert copy is not None
    return Match(copy=copy, article=earlier, report=f"{earlier.outlet} {earlier.published}", origin=known)


STORY = stories.OTHER_MATTER


@pytest.mark.parametrize(
    ("text", "outlet", "kind", "sources", "shown"),
    [
        ("HALDEN, May 5 (Reuters) - " + STORY, "Harbour Courier", OriginKind.AGENCY, ("reuters",), "(Reuters) -"),
        (STORY + "\n-- AFP\n", "Harbour Courier", OriginKind.AGENCY, ("afp",), "-- AFP"),
        (STORY + "\nSource: Xinhua\n", "Harbour Courier", OriginKind.AGENCY, ("xinhua",), "Source: Xinhua"),
        ("HALDEN (Reuters) - " + STORY, "Reuters", OriginKind.OWN, (), "(Reuters) -"),
        ("Snow shut the passes, Kyodo reported on Monday. " + STORY, "Harbour Courier", OriginKind.AGENCY, ("kyodo",), "Kyodo reported"),
        ("The talks, first reported by the Financial Times, failed. " + STORY, "BBC", OriginKind.OUTLET, ("financial-times",), "first reported by the Financial Times"),
        ("The passes are shut, according to the Fjellbladet newspaper. " + STORY, "BBC", OriginKind.OUTLET, ("Fjellbladet",), "according to the Fjellbladet newspaper"),
        ("Statement by the Spokesperson of the County\n\n" + STORY, "Harbour Courier", OriginKind.STATEMENT, (), "Statement by"),
        (STORY + "\n\"It is bad,\" the mayor told this newspaper.", "Harbour Courier", OriginKind.OWN, (), "told this newspaper"),
        (STORY + "\n\"It is bad,\" the mayor told the BBC.", "BBC", OriginKind.OWN, (), "told the BBC"),
        (STORY, "Harbour Courier", OriginKind.UNKNOWN, (), None),
        (STORY, None, OriginKind.UNKNOWN, (), None),
        ("Prime Minister Aas said that the nation reported losses. " + STORY, None, OriginKind.UNKNOWN, (), None),
        ("The Ministry of Foreign Affairs said so. " + STORY, None, OriginKind.UNKNOWN, (), None),
    ],
)  # fmt: skip
def test_the_words_of_a_report_show_where_it_comes_from(text, outlet, kind, sources, shown):
    found = origin(article(text, outlet), None, OUTLETS)
    assert (found.kind, found.sources) == (kind, sources)
    assert [text[slice(*s.span)].strip()[: len(shown)] for s in found.signs if s.span][:1] == ([shown] if shown else [])


def test_a_government_page_is_a_statement():
    found = origin(article(STORY, None, url="https://www.mfa.gov.tr/statement-12"), None, OUTLETS)
    assert (found.kind, found.sources) == (OriginKind.STATEMENT, ("mfa-tr",))


def test_an_agencys_own_dispatch_is_its_own():
    assert origin(article(STORY, "AFP"), None, OUTLETS).kind is OriginKind.OWN


def test_text_shared_with_an_earlier_dispatch_shows_the_agency():
    early, late = article(stories.DISPATCH, "AFP", 5), article(stories.EXCERPT)
    found = origin(late, None, OUTLETS, [match(late, early)])
    assert (found.kind, found.sources, found.report) == (OriginKind.AGENCY, ("afp",), "AFP 2026-05-05")
    assert "AFP of 2026-05-05" in found.signs[0].why


def test_a_reprint_of_a_reprint_leads_to_the_first():
    early, late = article(stories.DISPATCH, "Lakeside Post", 5), article(stories.EXCERPT)
    known = Origin(kind=OriginKind.AGENCY, sources=("reuters",))
    assert origin(late, None, OUTLETS, [match(late, early, known)]).sources == ("reuters",)
    told = Origin(kind=OriginKind.AGENCY, sources=("reuters",), told=True)  # its words are its own
    found = origin(late, None, OUTLETS, [match(late, early, told)])
    assert (found.kind, found.sources) == (OriginKind.OUTLET, ("Lakeside Post",))


def test_a_story_merged_of_two_has_both_sources():
    one, two = article(stories.DISPATCH, "AFP", 5), article(STORY, "Xinhua", 5)
    late = article(stories.DISPATCH + "\n" + STORY)
    found = origin(late, None, OUTLETS, [match(late, two), match(late, one)])
    assert (found.kind, set(found.sources)) == (OriginKind.AGENCY, {"afp", "xinhua"})


@pytest.mark.parametrize(
    ("outlet", "day", "kind"),
    [
        ("Lakeside Post", 6, OriginKind.UNKNOWN),  # the same day: nobody knows who was first
        ("Lakeside Post", 7, OriginKind.UNKNOWN),  # later
        ("Harbour Courier", 5, OriginKind.UNKNOWN),  # its own
        ("Lakeside Post", 5, OriginKind.OUTLET),
        ("Reuters", 6, OriginKind.AGENCY),
    ],
)
def test_only_an_earlier_report_of_another_outlet_can_be_the_source(outlet, day, kind):
    other, late = article(stories.DISPATCH, outlet, day), article(stories.EXCERPT)
    assert origin(late, None, OUTLETS, [match(late, other)]).kind is kind
