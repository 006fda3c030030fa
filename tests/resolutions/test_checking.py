"""What an article says of a paper against the paper's own text."""

from datetime import date

import pytest

from dateline.records import (
    Article,
    Instrument,
    InstrumentId,
    InstrumentKind,
    InstrumentStatus,
    Provision,
    ProvisionId,
    ProvisionType,
    Record,
)
from dateline.records.checked import Verdict
from dateline.resolutions import parse_resolution
from dateline.resolutions.checking import check_record

PAPER = parse_resolution(
    "Resolution 2999 (2031)\nof 3 March 2031\n\nThe Security Council,\n\n"
    "1. Decides to establish a River Mission to escort grain convoys until 31 December 2032;\n\n"
    "2. Requests the Secretary-General to report on the exchange of prisoners within 90 days of adoption;\n\n"
    "3. Decides that all States shall prevent the sale of heavy guns to either side."
)
TEXT = "The draft says so. " * 3


def record(
    action,
    *,
    bearer=None,
    deadline=None,
    expires=None,
    name="draft resolution",
    type=ProvisionType.OBLIGATION,  # noqa: A002
):
    paper = Instrument(
        id=InstrumentId("i1"),
        kind=InstrumentKind.DRAFT_RESOLUTION,
        name=name,
        evidence=((0, 9),),
        status=InstrumentStatus.PROPOSED,
    )
    claim = Provision(
        id=ProvisionId("p1"),
        type=type,
        action=action,
        evidence=((0, 17),),
        instrument=InstrumentId("i1"),
        bearer=bearer,
        deadline=deadline,
        expires=expires,
    )
    return Record(article=Article(text=TEXT, published=date(2031, 3, 1)), instruments=(paper,), provisions=(claim,))


@pytest.mark.parametrize(
    ("claim", "verdict", "ref"),
    [
        ({"action": "escort grain convoys", "expires": "2032-12-31"}, Verdict.CONFIRMED, "op 1"),
        ({"action": "escort grain convoys", "expires": "2032"}, Verdict.CONFIRMED, "op 1"),
        ({"action": "escort grain convoys", "expires": "2031-12-31"}, Verdict.CONTRADICTED, "op 1"),
        ({"action": "report on the exchange of prisoners", "deadline": "2031-06-01"}, Verdict.CONFIRMED, "op 2"),
        ({"action": "report on the exchange of prisoners", "bearer": "World Bank"}, Verdict.CONTRADICTED, "op 2"),
        (
            {"action": "report on the exchange of prisoners", "bearer": "UN Secretary-General"},
            Verdict.CONFIRMED,
            "op 2",
        ),
        ({"action": "prevent the sale of heavy guns", "bearer": "all states"}, Verdict.CONFIRMED, "op 3"),
        ({"action": "hold elections in the valley"}, Verdict.NOT_FOUND, None),
        # another bearer that may be the same, a sum of its parts or a pronoun contradicts nothing
        ({"action": "prevent the sale of heavy guns", "bearer": "Westland"}, Verdict.CONFIRMED, "op 3"),
        ({"action": "escort grain convoys", "bearer": "it"}, Verdict.CONFIRMED, "op 1"),
        # a day that belongs to another paragraph's measure contradicts nothing
        ({"action": "prevent the sale of heavy guns", "expires": "2033-01-01"}, Verdict.CONFIRMED, "op 3"),
        # what is said to be extended is set up in the text
        ({"action": "escort grain convoys", "type": ProvisionType.EXTENSION}, Verdict.NOT_FOUND, None),
    ],
)
def test_a_claim_is_held_against_the_text(claim, verdict, ref):
    (checked,) = check_record(record(**claim), PAPER)
    assert (checked.verdict, checked.ref) == (verdict, ref)
    assert checked.quote == TEXT[:17]


def test_a_contradiction_names_both_days():
    (checked,) = check_record(record("escort grain convoys", expires="2031-12-31"), PAPER)
    assert checked.details == ("ends: 2031-12-31, the text has 2032-12-31",)


def test_an_instrument_that_names_the_paper_is_the_one_that_is_meant():
    assert check_record(record("escort grain convoys", name="resolution 2999"), PAPER)
    assert check_record(record("escort grain convoys", name="resolution 1441"), PAPER) == ()
