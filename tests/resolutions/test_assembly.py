"""The General Assembly's arithmetic, and votes that history knows."""

import pytest

from dateline.errors import UsageError
from dateline.resolutions.assembly import decide_assembly
from dateline.resolutions.council import Ballot

# in favour, against, abstaining, important, adopted; the resolution or meeting that printed it
VOTES = [
    (76, 35, 17, True, True, "A/RES/2758 (XXVI), 25 October 1971: representation of China"),
    (55, 59, 15, False, False, "A/L.632, 25 October 1971: that the question is important"),
    (33, 13, 10, True, True, "A/RES/181 (II), 29 November 1947: partition of Palestine"),
    (141, 5, 35, True, True, "A/RES/ES-11/1, 2 March 2022"),
    (93, 24, 58, True, True, "A/RES/ES-11/3, 7 April 2022: suspension from the Human Rights Council"),
    (87, 58, 32, True, False, "A/73/L.42, 6 December 2018: activities of Hamas"),
    (20, 10, 100, True, True, "exactly two thirds"),
    (19, 10, 0, True, False, "one short of two thirds"),
    (50, 50, 0, False, False, "divided"),
    (1, 0, 192, False, True, "one vote, all others abstain"),
]


@pytest.mark.parametrize(("yes", "no", "abstain", "important", "adopted", "which"), VOTES, ids=[v[-1] for v in VOTES])
def test_two_thirds_of_those_present_and_voting_or_a_majority(yes, no, abstain, important, adopted, which):
    ballot = Ballot(count_in_favour=yes, count_against=no, count_abstain=abstain)
    outcome = decide_assembly(ballot, important=important)
    assert outcome.adopted is adopted
    assert ("Article 18(2)" if important else "Article 18(3)") in outcome.reasons[0]
    assert outcome.adopted is (outcome.missing == 0)


@pytest.mark.parametrize(
    ("ballot", "message"),
    [
        (Ballot(count_in_favour=190, count_against=4), "at most 193"),
        (Ballot(in_favour=("Chad", "Mali"), against=("chad",)), "two votes"),
        (Ballot(count_abstain=10), "nobody votes"),
    ],
)
def test_what_cannot_be_is_refused(ballot, message):
    with pytest.raises(UsageError, match=message):
        decide_assembly(ballot)
