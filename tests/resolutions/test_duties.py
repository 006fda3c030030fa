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


def provisions(words):
    return parse_resolution(HEAD + words).provisions


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [
        ("Requests the Panel to report every 60 days;", "P60D"),
        ("Requests the Panel to submit quarterly reports;", "P3M"),
        ("Requests the Panel to brief the Council on a monthly basis;", "P1M"),
        ("Requests the Panel to report at six-month intervals;", "P6M"),
        ("Requests the Panel to report annually;", "P1Y"),
        ("Requests the Panel to attend the annual conference;", None),
    ],
)
def test_how_often(words, rhythm):
    assert provisions(words)[0].rhythm == rhythm


@pytest.mark.parametrize(
    ("words", "expires", "starts", "deadline"),
    [
        (
            "Decides to extend the mandate of the Force for an interim period terminating on 1 June 2031;",
            "2031-06-01",
            None,
            None,
        ),
        ("Decides that the mandate of the Force is extended to 1 June 2031;", "2031-06-01", None, None),
        ("Decides to lift the embargo as of 1 June 2031;", None, "2031-06-01", None),
        (
            "Authorizes States, for a period of twelve months from the date of adoption, to board ships;",
            "2032-03-03",
            None,
            None,
        ),
        ("Requests the Panel to report within 90 days after the start of its work;", None, None, "P90D"),
    ],
)
def test_when_it_begins_ends_and_falls_due(words, expires, starts, deadline):
    duty = provisions(words)[0]
    assert (duty.expires, duty.starts, duty.deadline) == (expires, starts, deadline)


@pytest.mark.parametrize(
    ("words", "bearer"),
    [
        ("Commends the Secretary-General and requests him to go on;", "Secretary-General"),
        ("Notes that the parties have met and urges them to meet again;", "parties"),
        ("Thanks the Government of Westland and invites it to host the talks;", "Government of Westland"),
        ("Requests him to go on;", "him"),
    ],
)
def test_a_pronoun_stands_for_whom_the_paragraph_named(words, bearer):
    assert provisions(words)[-1].bearer == bearer


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("Authorizes the Mission to protect the civilian population in the valley;", ("civilian population",)),
        ("Requests all States to provide assistance to refugees and to Westland;", ("refugees",)),
        ("Requests the Panel to assist in finding a way;", ()),
    ],
)
def test_for_whose_good(words, whom):
    assert provisions(words)[0].beneficiaries == whom


def test_a_recommendation_that_is_approved_sets_up_what_it_recommends_under_its_condition():
    mission, condition = provisions(
        "Approves the recommendation of the envoy to authorize the establishment of a Ferry Mission for a period of six "
        "months subject to the proviso that it will be extended beyond sixty days only upon a review by the Council;"
    )
    assert (mission.type, mission.bearer, mission.expires) == ("establishment", "Ferry Mission", "P6M")
    assert (condition.type, condition.bearer, condition.deadline) == ("condition", "Security Council", "P60D")
