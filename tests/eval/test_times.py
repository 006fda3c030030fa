"""What the time benchmark is given of the finder's expressions."""

from datetime import date

import pytest
from eval.times import UNLABELLED, in_convention

from dateline.extract.times import find_by_rule

ANCHOR = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The 44-year-old lawyer met them on Monday.", ["2025-03-03"]),
        ("The 44-year war ended on Monday.", ["P44Y", "2025-03-03"]),
        ("The ministry had earlier denied it.", []),
        ("The annual summit opened on Monday.", ["2025-03-03"]),
        ("Flights leave daily.", ["P1D"]),
        ("An envoy is expected in the coming days.", ["PXD"]),
        ("They will meet soon.", ["FUTURE_REF"]),
        ("They left that day.", []),
    ],
)
def test_classes_that_are_seldom_labelled_stay_out(text, kept, parse, lex):
    times = find_by_rule(parse(text), lex.times, anchor=ANCHOR)
    assert [t["value"] for t in in_convention(times, text, lex.times.vocabulary.units)] == kept


def test_the_classes_are_rules_of_the_finder(lex):
    assert {rule for rule, _ in UNLABELLED} <= {rule.id for rule in lex.times.rules}
