"""The Council's members by day, its arithmetic, and votes that history knows."""

from datetime import date

import pytest

from dateline.errors import UsageError
from dateline.lexicons.council import load_council
from dateline.resolutions.council import Ballot, decide, members, resolve_member, voting_rule

NOW = date(2025, 6, 4)


@pytest.mark.parametrize("year", range(1946, 2027))
def test_every_year_has_its_full_council(year):
    sitting = members(date(year, 7, 1))
    assert len(sitting) == (11 if year < 1966 else 15)
    assert sum(s.permanent for s in sitting) == 5


@pytest.mark.parametrize(
    ("day", "state", "sits"),
    [
        ("1946-03-01", "Mexico", True),
        ("1947-03-01", "Mexico", False),
        ("1950-06-25", "Yugoslavia", True),
        ("1956-11-01", "Yugoslavia", True),
        ("1957-02-01", "Yugoslavia", False),
        ("1991-12-23", "Soviet Union", True),
        ("1991-12-24", "Russia", True),
        ("1992-01-02", "USSR", False),
        ("1965-12-31", "Malaysia", True),
        ("1982-04-03", "Panama", True),
        ("1984-05-05", "Upper Volta", True),
        ("1990-11-29", "Yemen", True),
        ("2003-03-01", "Germany", True),
        ("1978-01-15", "Germany", True),
        ("2017-05-01", "Italy", True),
        ("2018-05-01", "Italy", False),
        ("2018-05-01", "the Netherlands", True),
        ("2025-11-17", "Somalia", True),
        ("2025-11-17", "South Korea", True),
        ("2025-11-17", "India", False),
    ],
)
def test_who_sat_when(day, state, sits):
    on = date.fromisoformat(day)
    if sits:
        assert resolve_member(state, on) in {s.state for s in members(on)}
    else:
        with pytest.raises(UsageError, match="not a member"):
            resolve_member(state, on)


def test_no_member_is_listed_under_a_name_that_never_sat():
    lexicon = load_council()
    assert {name for names in lexicon.names.values() for name in names} == {s.state for s in lexicon.seats}


@pytest.mark.parametrize(("day", "votes"), [("1965-12-31", 7), ("1966-01-01", 9)])
def test_the_enlargement_of_1966_raised_the_votes_needed(day, votes):
    assert voting_rule(date.fromisoformat(day)).votes == votes


def test_before_the_council_met_nobody_sits():
    with pytest.raises(UsageError, match="1946"):
        members(date(1945, 12, 31))


# day, against, abstaining, votes in favour, why it failed; the record of each is the meeting's verbatim record or the
# draft's symbol, as the Council's own list of vetoed drafts has it.
FAILED = [
    ("2007-01-12", "China;Russia;South Africa", "Congo;Indonesia;Qatar", 9, "veto", "S/2007/14, Myanmar"),
    ("2008-07-11", "China;Russia;Libya;South Africa;Viet Nam", "Indonesia", 9, "veto", "S/2008/447, Zimbabwe"),
    ("2011-02-18", "US", "", 14, "veto", "S/2011/24, settlements"),
    ("2011-10-04", "China;Russia", "Brazil;India;Lebanon;South Africa", 9, "veto", "S/2011/612, Syria"),
    ("2012-02-04", "China;Russia", "", 13, "veto", "S/2012/77, Syria"),
    ("2012-07-19", "China;Russia", "Pakistan;South Africa", 11, "veto", "S/2012/538, Syria"),
    ("2014-03-15", "Russia", "China", 13, "veto", "S/2014/189, Ukraine"),
    ("2014-05-22", "China;Russia", "", 13, "veto", "S/2014/348, Syria and the Court"),
    ("2014-12-30", "US;Australia", "UK;Lithuania;Nigeria;South Korea;Rwanda", 8, "too few", "S/2014/916, Palestine"),
    ("2015-07-08", "Russia", "Angola;China;Nigeria;Venezuela", 10, "veto", "S/2015/508, Srebrenica"),
    ("2015-07-29", "Russia", "Angola;China;Venezuela", 11, "veto", "S/2015/562, flight MH17"),
    ("2016-10-08", "Russia;Venezuela", "Angola;China", 11, "veto", "S/2016/846, Aleppo"),
    ("2017-04-12", "Russia;Bolivia", "China;Ethiopia;Kazakhstan", 10, "veto", "S/2017/315, Syria"),
    ("2017-12-18", "US", "", 14, "veto", "S/2017/1060, Jerusalem"),
    ("2018-06-01", "US", "Ethiopia;Netherlands;Poland;UK", 10, "veto", "S/2018/516, protection of Palestinians"),
    ("2022-02-25", "Russia", "China;India;UAE", 11, "veto", "S/2022/155, Ukraine"),
    ("2022-09-30", "Russia", "Brazil;China;Gabon;India", 10, "veto", "S/2022/720, annexations"),
    ("2023-10-18", "US", "Russia;UK", 12, "veto", "S/2023/773, Gaza"),
    ("2023-12-08", "US", "UK", 13, "veto", "S/2023/970, Gaza"),
    ("2024-02-20", "US", "UK", 13, "veto", "S/2024/173, Gaza"),
    ("2024-03-22", "China;Russia;Algeria", "Guyana", 11, "veto", "S/2024/239, Gaza"),
    ("2024-04-18", "US", "UK;Switzerland", 12, "veto", "S/2024/312, admission of Palestine"),
    ("2025-06-04", "US", "", 14, "veto", "S/2025/353, Gaza"),
    ("2025-09-18", "US", "", 14, "veto", "S/2025/583, Gaza"),
]


@pytest.mark.parametrize(("day", "against", "abstain", "votes", "why", "draft"), FAILED, ids=[f[-1] for f in FAILED])
def test_drafts_that_failed(day, against, abstain, votes, why, draft):
    on = date.fromisoformat(day)
    against_names, abstaining = (tuple(filter(None, names.split(";"))) for names in (against, abstain))
    apart = {resolve_member(n, on) for n in (*against_names, *abstaining)}
    in_favour = tuple(s.state for s in members(on) if s.state not in apart)
    assert len(in_favour) == votes
    outcome = decide(Ballot(in_favour=in_favour, against=against_names, abstain=abstaining), on)
    assert outcome.adopted is False
    assert any(("voted against" if why == "veto" else "only 8") in reason for reason in outcome.reasons)
    assert all("Article 27" in reason for reason in outcome.reasons)


def test_an_absent_permanent_member_does_not_veto():
    on = date(1950, 6, 25)
    sitting = [s.state for s in members(on)]
    yes = tuple(s for s in sitting if s not in ("Union of Soviet Socialist Republics", "Yugoslavia"))
    outcome = decide(Ballot(in_favour=yes, abstain=("Yugoslavia",), absent=("Soviet Union",)), on)
    assert outcome.adopted
    assert any("1971" in reason for reason in outcome.reasons)


def test_on_procedure_nobody_vetoes():
    yes = tuple(s.state for s in members(NOW) if s.state != "United States")
    ballot = Ballot(in_favour=yes, against=("US",))
    assert decide(ballot, NOW).adopted is False
    assert decide(ballot, NOW, procedural=True).adopted


@pytest.mark.parametrize(
    ("votes", "on", "adopted"),
    [(7, "1960-05-01", True), (7, "1966-05-01", False), (9, "1966-05-01", True), (8, "2001-05-01", False)],
)
def test_counts_alone_are_enough_where_nobody_is_against(votes, on, adopted):
    assert decide(Ballot(count_in_favour=votes), date.fromisoformat(on)).adopted is adopted


def test_unnamed_votes_against_leave_it_open():
    outcome = decide(Ballot(count_in_favour=12, count_against=1), NOW)
    assert outcome.adopted is None
    assert "not named" in outcome.reasons[-1]


def test_stated_positions_tell_what_is_missing_and_who_can_block():
    outcome = decide(Ballot(in_favour=("US", "UK", "France"), against=("Algeria",)), NOW, final=False)
    assert (outcome.adopted, outcome.missing, outcome.blockers) == (None, 6, ("China", "Russian Federation"))
    assert len(outcome.undecided) == 11


def test_a_stated_no_of_a_permanent_member_ends_it():
    assert decide(Ballot(against=("Russia",)), NOW, final=False).adopted is False


def test_out_of_reach_is_said():
    abstaining = tuple(s.state for s in members(NOW) if not s.permanent)[:7]
    outcome = decide(Ballot(abstain=abstaining), NOW, final=False)
    assert outcome.adopted is False
    assert "8 of 9" in outcome.reasons[-1]


def test_a_party_to_the_dispute_must_abstain():
    yes = tuple(s.state for s in members(NOW) if s.state not in ("Russian Federation", "China"))
    ballot = Ballot(in_favour=yes, abstain=("China",), parties=("Russia",))
    assert decide(ballot, NOW).adopted
    with pytest.raises(UsageError, match="must abstain"):
        decide(Ballot(against=("Russia",), parties=("Russia",)), NOW)


def test_a_state_votes_once():
    with pytest.raises(UsageError, match="two votes"):
        decide(Ballot(in_favour=("US",), against=("United States",)), NOW)
