"""One operative paragraph -> its provisions: type, bearer, days."""

import pytest

from dateline.resolutions import parse_resolution

HEAD = "Resolution 2999 (2031)\nof 3 March 2031\n\nThe Security Council,\n\n1. "


def duties(paragraph: str) -> list[tuple[str, str | None, str | None, str | None]]:
    read = parse_resolution(HEAD + paragraph)
    return [(d.type.value, d.bearer, d.deadline, d.expires) for d in read.provisions]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Demands an immediate end to the shelling;", [("demand", None, None, None)]),
        ("Demands that all parties withdraw;", [("demand", "all parties", None, None)]),
        ("Demands the withdrawal of Northern forces from the valley;", [("demand", "Northern forces", None, None)]),
        (
            "Requests the Secretary-General to report by 1 May 2031;",
            [("request", "Secretary-General", "2031-05-01", None)],
        ),
        (
            "Requests the Secretary-General to report by 1 February;",
            [("request", "Secretary-General", "2032-02-01", None)],
        ),
        (
            "Requests the Secretary-General, within sixty days, to name an envoy;",
            [("request", "Secretary-General", "2031-05-02", None)],
        ),
        (
            "Requests the Secretary-General to open an office and to report to the Council no later than 30 days after the adoption of this resolution;",
            [("request", "Secretary-General", None, None), ("request", "Secretary-General", "2031-04-02", None)],
        ),
        (
            "Decides to renew the mandate of the River Mission for six months, until 3 September 2031;",
            [("extension", "River Mission", None, "2031-09-03")],
        ),
        ("Extends the mandate of the Force for a further period of six months;", [("extension", "Force", None, "P6M")]),
        (
            "Decides that the mandate of the Force shall run until 31 December 2031;",
            [("extension", "Force", None, "2031-12-31")],
        ),
        ("Decides to establish a commission of inquiry;", [("establishment", "commission of inquiry", None, None)]),
        ("Decides that a tribunal shall be established;", [("establishment", "tribunal", None, None)]),
        ("Decides that all States shall freeze the funds;", [("obligation", "all States", None, None)]),
        ("Decides that these measures shall not apply to medicine;", [("authorization", None, None, None)]),
        ("Decides that Member States may inspect cargo;", [("authorization", "Member States", None, None)]),
        (
            "Authorizes the Mission to use all necessary means until 30 June 2031;",
            [("authorization", "Mission", None, "2031-06-30")],
        ),
        (
            "Decides to terminate the measures set out in paragraph 4;",
            [("termination", "measures set out in paragraph 4", None, None)],
        ),
        ("Decides to meet again within three months;", [("obligation", "Security Council", "2031-06-03", None)]),
        ("Reiterates its demand that the parties cease fire;", [("demand", "parties", None, None)]),
        ("Calls upon Northland, in particular, to lift the siege;", [("request", "Northland", None, None)]),
        (
            "Recommends to the General Assembly that the applicant be admitted;",
            [("request", "General Assembly", None, None)],
        ),
        ("Urges both sides to talk and invites them to Geneva to meet on 5 May 2031;", None),
        ("Decides to remain actively seized of the matter;", []),
        ("Decides to keep the situation under review;", []),
        ("Condemns the attack;", []),
        ("Welcomes the report of the Secretary-General;", []),
        ("Approves the report of the envoy;", []),
    ],
)
def test_a_clause_makes_its_provisions(paragraph, expected):
    found = duties(paragraph)
    if expected is None:
        assert found == [("request", "both sides", None, None), ("request", "both sides", "2031-05-05", None)]
    else:
        assert found == expected


def test_a_list_of_decisions_is_read_item_by_item():
    text = "Decides:\n\n(a) To renew the mandate of the Force until 1 June 2031;\n\n(b) To request the Secretary-General to submit, at the end of this period, a report."
    assert duties(text) == [
        ("extension", "Force", None, "2031-06-01"),
        ("request", "Secretary-General", "2031-06-01", None),
    ]


def test_reports_in_a_list_stand_together_and_apart_from_the_rest():
    text = "Requests the Commission:\n\n(a) To report on the truce;\n\n(b) To watch the border;\n\n(c) To keep the Council informed."
    read = parse_resolution(HEAD + text)
    assert [(d.sub, d.report, d.bearer) for d in read.provisions] == [
        ("(a), (c)", True, "Commission"),
        ("(b)", False, "Commission"),
    ]


def test_a_mandate_keeps_its_length_where_its_start_is_not_told():
    assert duties("Decides to establish a mission for a period of twelve months;")[0][3] == "P12M"


def test_without_a_day_of_adoption_a_term_stays_a_duration():
    read = parse_resolution(
        "The Security Council,\n\n1. Requests the Secretary-General to report within 90 days of adoption."
    )
    assert read.provisions[0].deadline == "P90D"


def test_a_rhythm_is_kept():
    read = parse_resolution(HEAD + "Requests the Secretary-General to report every 90 days;")
    assert (read.provisions[0].rhythm, read.provisions[0].deadline) == ("P90D", None)
