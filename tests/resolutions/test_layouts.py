"""Layouts besides the Council's printed ones: Assembly, drafts, statements, several texts under one head. All invented."""

import pytest

from dateline.records.resolution import PaperKind
from dateline.render.akn import read_akn, render_akn
from dateline.resolutions import parse_resolution

ASSEMBLY = """\
United Nations                                   A/RES/85/14
General Assembly                       Distr.: General
                                       9 December 2030
Eighty-fifth session
Agenda item 33

Resolution adopted by the General Assembly on 5 December 2030
[without reference to a Main Committee (A/85/L.22 and A/85/L.22/Add.1)]

85/14. The situation of the lakes of Northland

The General Assembly,

Guided by the purposes and principles of the Charter,

Recalling its resolutions 84/12 of 3 December 2029 and 46/182 of 19 December 1991, and Security Council resolution 2950 (2030),

1. Takes note with appreciation of the report of the Secretary-General;

2. Urges all Member States to contribute to the Lake Fund by 1 June 2031;

3. Decides to establish an open-ended working group on lakes for a period of two years;

4. Requests the Secretary-General to submit a report at its eighty-sixth session;

5. Decides to include in the provisional agenda of its eighty-sixth session the item entitled "Lakes".

57th plenary meeting
5 December 2030
"""

ASSEMBLY_OLD = """\
377 (V). Uniting for peace of the rivers

The General Assembly,

Recognizing that the first two Purposes of the United Nations are the peace of rivers,

Reaffirming its resolution 190 (III),

A

1. Resolves that if the Council fails to act, the General Assembly shall consider the matter immediately;

2. Adopts for this purpose the amendments to its rules of procedure set forth in the annex;

B

3. Establishes a Peace Observation Commission which, for the calendar years 1951 and 1952, shall be composed of fourteen Members;

302nd plenary meeting,
3 November 1950.
"""

DRAFT = """\
United Nations S/2031/512
Security Council Provisional
6 May 2031
Original: English

Northland, Southland and Westland: draft resolution

The Security Council,

Reaffirming its previous resolutions on the river,

Alarmed by the closing of the ferry,

1. Demands that the parties open the ferry within 10 days of adoption;

2. Requests the Secretary-General to report every 60 days;

3. Decides to remain seized of the matter.
"""

BLUE = """\
Draft resolution in blue

The Security Council,
PP1. Recalling its resolution 2999 (2031),
PP2. Noting with concern the closing of the ferry,
OP1. Calls for the opening of the ferry;
OP2. Requests the Secretary-General to report by 1 May 2032;
OP3. Decides to remain seized of the matter.
"""

STATEMENT = """\
United Nations S/PRST/2031/7
Security Council Distr.: General
3 May 2031
Original: English

Statement by the President of the Security Council

At the 9500th meeting of the Security Council, held on 3 May 2031, in connection with the Council's consideration of the item entitled "The situation in Northland", the President of the Security Council made the following statement on behalf of the Council:

"The Security Council condemns in the strongest terms the attack on the ferry.

"The Council expresses its deep concern at the flooding, and calls upon the parties to open the dam by 1 June 2031.

"The Council recalls its resolution 2999 (2031) and requests the Secretary-General to report within 30 days.

"The Security Council will remain seized of the matter."
"""

PARTS = """\
Resolution 2999 (2031)
of 3 March 2031

Resolution A

The Security Council,

Noting the letter of the envoy,

1. Urges restraint;

Adopted at the 9412th meeting by 14 votes to none, with 1 abstention (China).

Resolution B

The Security Council,

Convinced that talks are needed,

1. Invites the envoy to the next meeting.

Adopted unanimously at the 9412th meeting.
"""

TWO = """\
Resolution 2999 (2031)
of 3 March 2031

The Security Council,

Noting the letter of the envoy,

1. Urges restraint;

Adopted unanimously at the 9412th meeting.

Resolution 3000 (2031)
of 4 March 2031

The Security Council,

Convinced that talks are needed,

1. Invites the envoy to the next meeting.

Adopted unanimously at the 9413th meeting.
"""

LOWER_CASE = """\
RESOLUTION 3001 (2031)

Adopted by the Security Council at its 9414th meeting, on 6 March 2031

The Security Council, recalling its resolution 2999 (2031),

noting the closing of the ferry,

decides to extend the mandate of the Ferry Panel until 30 June 2031;

requests the Secretary-General to report by 1 June 2031.
"""

LIMITED = """\
United Nations A/85/L.22
General Assembly Distr.: Limited
2 December 2030
Original: English

Eighty-fifth session
Agenda item 33
Lakes

Northland, Southland: draft resolution

The situation of the lakes

The General Assembly,
Recalling its resolution 84/12 of 3 December 2029,
1. Welcomes the report of the Secretary-General;
2. Requests the President of the General Assembly to convene a meeting on 3 March 2031;
3. Decides to remain seized of the matter.
"""

ALL = [ASSEMBLY, ASSEMBLY_OLD, DRAFT, BLUE, STATEMENT, PARTS, TWO, LOWER_CASE, LIMITED]


@pytest.mark.parametrize(
    ("text", "kind", "body", "number", "year", "symbol", "adopted"),
    [
        (ASSEMBLY, PaperKind.RESOLUTION, "General Assembly", 14, 2030, "A/RES/85/14", "2030-12-05"),
        (ASSEMBLY_OLD, PaperKind.RESOLUTION, "General Assembly", 377, 1950, None, "1950-11-03"),
        (DRAFT, PaperKind.DRAFT, "Security Council", None, 2031, "S/2031/512", None),
        (LIMITED, PaperKind.DRAFT, "General Assembly", None, None, "A/85/L.22", None),
        (BLUE, PaperKind.DRAFT, "Security Council", None, None, None, None),
        (STATEMENT, PaperKind.STATEMENT, "Security Council", None, 2031, "S/PRST/2031/7", "2031-05-03"),
        (LOWER_CASE, PaperKind.RESOLUTION, "Security Council", 3001, 2031, None, "2031-03-06"),
    ],
    ids=["assembly", "assembly, old", "draft", "limited", "blue", "statement", "lower case"],
)
def test_the_head(text, kind, body, number, year, symbol, adopted):
    read = parse_resolution(text)
    assert (read.kind, read.body, read.number) == (kind, body, number)
    assert (read.year, read.symbol, read.adopted) == (year, symbol, adopted)


@pytest.mark.parametrize(
    ("text", "preambular", "verbs"),
    [
        (ASSEMBLY, 2, ["Takes", "Urges", "Decides", "Requests", "Decides"]),
        (ASSEMBLY_OLD, 2, ["Resolves", "Adopts", "Establishes"]),
        (DRAFT, 2, ["Demands", "Requests", "Decides"]),
        (BLUE, 2, ["Calls for", "Requests", "Decides"]),
        (STATEMENT, 0, ["Condemns", "Expresses", "Recalls", None]),
        (PARTS, 2, ["Urges", "Invites"]),
        (TWO, 1, ["Urges"]),
        (LOWER_CASE, 2, ["Decides", "Requests"]),
        (LIMITED, 1, ["Welcomes", "Requests", "Decides"]),
    ],
    ids=["assembly", "assembly, old", "draft", "blue", "statement", "parts", "two", "lower case", "limited"],
)
def test_the_paragraphs(text, preambular, verbs):
    read = parse_resolution(text)
    assert len(read.preambular) == preambular
    assert [p.verbs[0] if p.verbs else None for p in read.operative] == verbs


def test_the_day_of_a_drafts_printing_is_no_day_of_adoption():
    assert parse_resolution(DRAFT).provisions[0].deadline == "P10D"


def test_a_statement_is_read_sentence_by_sentence_without_its_quotation_marks():
    read = parse_resolution(STATEMENT)
    assert [(d.bearer, d.deadline) for d in read.provisions] == [
        ("parties", "2031-06-01"),
        ("Secretary-General", "2031-06-02"),
    ]
    assert all('"' not in p.text for p in read.operative)


def test_parts_under_one_head_keep_their_letters():
    assert [p.label for p in parse_resolution(PARTS).operative] == ["A 1", "B 1"]


def test_another_resolution_in_the_same_text_is_named_and_not_mixed_in():
    read = parse_resolution(TWO)
    assert read.notes == ("not read: Resolution 3000 (2031), which follows in the same text",)


def test_an_assembly_resolution_has_its_title():
    assert parse_resolution(ASSEMBLY).title == "The situation of the lakes of Northland"


@pytest.mark.parametrize("text", ALL)
def test_every_layout_comes_back_from_its_xml(text):
    read = parse_resolution(text)
    again = parse_resolution(read_akn(render_akn(read)))
    assert [p.text for p in again.operative] == [p.text for p in read.operative]
    assert [p.text for p in again.preambular] == [p.text for p in read.preambular]
    assert (again.kind, again.body, again.symbol, again.adopted) == (read.kind, read.body, read.symbol, read.adopted)


def test_misread_letters_and_numbers_do_not_hide_the_paragraphs():
    read = parse_resolution(
        "Resolution 2999 (203l)\nof 3 March 2031\n\nTbe Security Councii,\n\nRecalling its resolution 2900 (2030),\n\n"
        "l. Demands a truce;\n\n2 . Requests the envoy to report;\n\n3- Decides to remain seized of the matter.\n"
    )
    assert (read.year, read.body) == (2031, "Security Council")
    assert [p.verbs for p in read.operative] == [("Demands",), ("Requests",), ("Decides",)]
