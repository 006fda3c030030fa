"""A resolution of our own, in the layouts that the Council has printed, and what is missing or no resolution at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import RefusedError
from dateline.records.resolution import CitationKind, PaperKind
from dateline.resolutions import parse_resolution

MODERN = """\
United Nations S/RES/2999 (2031)

Security Council Distr.: General

3 March 2031

Resolution 2999 (2031)

Adopted by the Security Council at its 9412th meeting,
on 3 March 2031

The Security Council,

Recalling its resolutions 2901 (2029) and 2950 (2030) of 4 May 2030,

Deeply concerned at the fighting along the river,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides to establish a United Nations River Mission for a
period of twelve months;

2. Calls upon the parties to withdraw their self-
propelled guns and to open the inter-
national bridge, and requests the Secretary-General:

(a) To report to the Council within 90 days of adoption;

(6) To name an envoy;
31-00412 (E)
S/RES/2999 (2031)

3. Decides to remain seized of the matter.
"""

OLD = """\
61 (1948). Resolution of 4 November 1948
[S/1070]

The Security Council

Demands that all troops leave the town,12
Recommends to the General Assembly that it take up the question.

Adopted at the 377th meeting by 9 votes to
none, with 1 abstention (Northland) and 1 member
absent.14

12 Ibid., document S/1064.
14 One member (Southland) was absent.
"""

SECTIONS = """\
Resolution 812 (1993)
of 12 March 1993

A

The Security Council,
Noting the letter of the envoy,

1. Urges restraint;
2. Asks the parties to talk;

B

The Security Council,

Convinced that talks are needed,

1. Invites the envoy to the next meeting.

Adopted unanimously at the 3183rd meeting.
"""


def test_the_modern_layout():
    read = parse_resolution(MODERN)
    assert (read.number, read.year, read.adopted, read.body) == (2999, 2031, "2031-03-03", "Security Council")
    assert (read.symbol, read.kind) == ("S/RES/2999", PaperKind.RESOLUTION)
    assert [p.opener for p in read.preambular] == ["Recalling", "Deeply concerned", "Acting"]
    assert [p.verbs for p in read.operative] == [("Decides",), ("Calls upon", "Requests"), ("Decides",)]
    assert [i.label for i in read.operative[1].items] == ["(a)", "(b)"]
    assert read.chapter_vii
    assert read.vote is not None
    assert read.vote.meeting == 9412
    assert read.cites() == [[2901, 2029], [2950, 2030]]
    assert read.notes == ()


def test_running_heads_go_and_words_cut_at_line_ends_are_mended():
    second = parse_resolution(MODERN).operative[1].text
    assert "self-propelled guns" in second
    assert "the international bridge" in second
    assert all("31-00412" not in i.text for i in parse_resolution(MODERN).operative[1].items)


def test_the_old_layout_without_numbers():
    read = parse_resolution(OLD)
    assert (read.number, read.adopted, read.symbol) == (61, "1948-11-04", "S/1070")
    assert [p.verbs for p in read.operative] == [("Demands",), ("Recommends",)]
    assert read.vote is not None
    assert read.vote.to_dict() == {
        "for": 9,
        "against": 0,
        "abstain": 1,
        "abstainers": ["Northland"],
        "absent": ["Southland"],
        "meeting": 377,
    }


def test_sections_restart_the_numbers_and_open_a_second_preamble():
    read = parse_resolution(SECTIONS)
    assert [p.label for p in read.operative] == ["A 1", "A 2", "B 1"]
    assert [p.number for p in read.operative] == [1, 2, 3]
    assert [(p.section, p.opener) for p in read.preambular] == [("A", "Noting"), ("B", "Convinced")]
    assert read.vote is not None
    assert read.vote.unanimous


def test_every_span_reads_back():
    for text in (MODERN, OLD, SECTIONS):
        read = parse_resolution(text)
        for paragraph in read.operative:
            start, end = paragraph.span
            assert text[start:end].split()[0] == paragraph.text.split()[0]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "The Security Council,\n\n1. Demands an end to the fighting.",
            ("no number was found", "no day of adoption was found"),
        ),
        (
            "Resolution 2999 (2031)\nof 3 March 2031\n\nThe Security Council,\n\nNoting the",
            ("no operative paragraph was found",),
        ),
    ],
)
def test_half_a_page_says_what_is_missing(text, notes):
    assert parse_resolution(text).notes == notes


@pytest.mark.parametrize(
    "text", ["", "   \n\f", "Dear Sir, the weather is fine.", "Der Sicherheitsrat, in Bekräftigung"]
)
def test_what_is_no_resolution_is_refused(text):
    with pytest.raises(RefusedError, match="no resolution"):
        parse_resolution(text)


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("resolutions 425 (1978) and 426 (1978)", {("425", 1978), ("426", 1978)}),
        ("resolution 1051", {("1051", None)}),
        ("General Assembly resolution 293 (IV)", set()),
        ("the letter of 1 May (1978)", set()),
    ],
)
def test_council_resolutions_are_cited_with_their_years(words, cited):
    read = parse_resolution(f"The Security Council,\n\nRecalling {words},\n\n1. Decides to meet again.")
    assert {(c.number, c.year) for c in read.citations if c.kind is CitationKind.RESOLUTION} == cited


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Acting under Chapter VII of the Charter", True),
        ("Acting under Articles 39 and 40 of the Charter", True),
        ("Recalling Chapter VII of the Charter", False),
        ("Acting under Chapter VI of the Charter", False),
        ("Determining that there is a threat to the peace", False),
    ],
)
def test_chapter_vii_is_acted_under_or_only_named(words, acts):
    assert parse_resolution(f"The Security Council,\n\n{words},\n\n1. Demands a truce.").chapter_vii is acts


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*MODERN.split("\n"), *OLD.split("\n"), "🕊", "\r", "\f", "(a)", "A", "1. ", "ANNEX"]),
        max_size=40,
    )
)
def test_shuffled_lines_never_break_it(lines):
    text = "\n".join(lines)
    try:
        read = parse_resolution(text)
    except RefusedError:
        return
    assert all(0 <= start < end <= len(text) for start, end in read.spans())
