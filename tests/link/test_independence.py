"""Situations as an editor would count them: how many really know it, at least and at most."""

from itertools import permutations

import pytest

from dateline.link.independence import independence
from dateline.records import ChainRole
from dateline.records.independence import Stance, Telling, VoiceHeard

PALACE = VoiceHeard(role=ChainRole.SPEAKER, name="Palace", uid="body:palace", side="Norland's government")
SPOKESMAN = VoiceHeard(role=ChainRole.SPOKESPERSON, name="Olaf Lund", uid="person:lund", side="Norland's government")
MINISTER = VoiceHeard(role=ChainRole.SPEAKER, name="Ada Berg", uid="person:berg", side="Norland's government")
OTHER_SIDE = VoiceHeard(role=ChainRole.SPEAKER, name="Ivo Kral", uid="person:kral", side="Sudland's government")
REBELS = VoiceHeard(role=ChainRole.SPOKESPERSON, name="River Front", uid="body:river-front")
UNION = VoiceHeard(role=ChainRole.SPEAKER, name="Dockers' Union", uid="body:dockers")
DRAFT = VoiceHeard(role=ChainRole.DOCUMENT, name="draft accord", uid="paper:accord")
REPORT = VoiceHeard(role=ChainRole.DOCUMENT, name="monitors' report", uid="paper:monitors")
HIDDEN = VoiceHeard(role=ChainRole.ANONYMOUS, about="a diplomat")
HIDDEN_TOO = VoiceHeard(role=ChainRole.ANONYMOUS, about="a person who knows of the talks")
OF_NORLAND = VoiceHeard(role=ChainRole.ANONYMOUS, about="a Norland official", side="Norland's government")
OF_SUDLAND = VoiceHeard(role=ChainRole.ANONYMOUS, about="a Sudland official", side="Sudland's government")


def says(report, outlet, *voices, **facts):
    return Telling(report=report, outlet=outlet, voices=voices, **facts)


def denies(report, outlet, *voices, **facts):
    return says(report, outlet, *voices, stance=Stance.DENIES, **facts)


def own(report, outlet, **facts):
    return says(report, outlet, own=True, **facts)


SITUATIONS = [
    ("nothing is reported", [], (0, 0, 0), []),
    ("one reporter of one's own", [own("1", "Post")], (1, 1, 1), ["Post's reporter stands alone"]),
    (
        "a reprint",
        [own("1", "Post"), says("2", "Echo", copies="1")],
        (1, 1, 1),
        ["counts once for 2 reports", "Echo has it from Post"],
    ),
    (
        "a reprint of a reprint",
        [own("1", "Post"), says("2", "Echo", copies="1"), says("3", "Mail", copies="2")],
        (1, 1, 1),
        ["counts once for 3 reports", "Mail has it from Echo, which has it from Post, which has its own reporter"],
    ),
    ("two reporters of their own", [own("1", "Post"), own("2", "Echo")], (2, 2, 2), []),
    ("an outlet twice", [own("1", "Post"), own("2", "Post")], (1, 1, 1), []),
    ("a statement that one prints", [says("1", "Post", PALACE)], (1, 1, 1), ["rests on Palace"]),
    (
        "a statement that five print",
        [says(str(n), outlet, PALACE) for n, outlet in enumerate(("Post", "Echo", "Mail", "Wire", "Sun"))],
        (1, 1, 1),
        ["counts once for 5 reports"],
    ),
    ("both sides say so", [says("1", "Post", PALACE), says("2", "Echo", OTHER_SIDE)], (2, 2, 2), []),
    ("both sides say so to one outlet", [says("1", "Post", PALACE, OTHER_SIDE)], (2, 2, 2), []),
    (
        "a ministry, its spokesman and its minister are of one side",
        [says("1", "Post", PALACE), says("2", "Echo", SPOKESMAN), says("3", "Mail", MINISTER)],
        (1, 1, 1),
        ["Olaf Lund, who speaks for Norland's government"],
    ),
    ("a statement, and a reporter who saw it", [says("1", "Post", PALACE), own("2", "Echo")], (2, 2, 2), []),
    (
        "the other side denies it",
        [says("1", "Post", PALACE), denies("2", "Echo", OTHER_SIDE)],
        (1, 1, 1),
        ["Sudland's government denies it, which confirms nothing"],
    ),
    ("it is only denied", [denies("1", "Post", OTHER_SIDE)], (0, 0, 0), ["denies it"]),
    ("three outlets print one denial", [own("0", "Sun"), *(denies(n, n, OTHER_SIDE) for n in "123")], (1, 1, 1), []),
    ("one hidden source", [says("1", "Post", HIDDEN)], (1, 1, 1), ["rests on a diplomat"]),
    (
        "two outlets with a hidden source each: one or two",
        [says("1", "Post", HIDDEN), says("2", "Echo", HIDDEN_TOO)],
        (1, 1, 2),
        ["the 2 sources that are not named may be fewer"],
    ),
    (
        "two outlets that cite one hidden official",
        [says("1", "Post", OF_NORLAND), says("2", "Echo", OF_NORLAND)],
        (1, 1, 2),
        ["may be fewer"],
    ),
    (
        "a hidden source, reprinted",
        [says("1", "Post", HIDDEN), says("2", "Echo", HIDDEN, copies="1"), says("3", "Mail", copies="1")],
        (1, 1, 1),
        ["counts once for 3 reports"],
    ),
    ("hidden officials of both sides", [says("1", "Post", OF_NORLAND), says("2", "Echo", OF_SUDLAND)], (2, 2, 2), []),
    (
        "a hidden official of a side that also speaks openly",
        [says("1", "Post", PALACE), says("2", "Echo", OF_NORLAND)],
        (1, 1, 2),
        [],
    ),
    ("a hidden source beside a named one", [says("1", "Post", PALACE), says("2", "Echo", HIDDEN)], (2, 1, 2), []),
    ("one says nothing of how it knows", [says("1", "Post")], (1, 1, 1), ["Post does not say how it knows"]),
    ("two say nothing of how they know", [says("1", "Post"), says("2", "Echo")], (1, 1, 2), []),
    ("one says nothing, one has a statement", [says("1", "Post"), says("2", "Echo", PALACE)], (1, 1, 2), []),
    (
        "a copy of what says nothing",
        [says("1", "Post"), says("2", "Echo", copies="1")],
        (1, 1, 1),
        ["Echo has it from Post, which does not say"],
    ),
    (
        "two outlets have it from one agency",
        [says("1", "Post", newsroom="Wire"), says("2", "Echo", newsroom="Wire")],
        (1, 1, 1),
        ["has it from Wire, which does not say how it knows"],
    ),
    (
        "an agency and its subscriber",
        [own("1", "Wire"), says("2", "Post", newsroom="WIRE")],
        (1, 1, 1),
        ["Post has it from Wire, which has its own reporter there"],
    ),
    (
        "two agencies that do not say how they know",
        [says("1", "Post", newsroom="Wire"), says("2", "Echo", newsroom="Cable")],
        (2, 1, 2),
        [],
    ),
    (
        "an agency quotes the palace, and papers quote the agency",
        [says("1", "Wire", PALACE), says("2", "Post", newsroom="Wire"), says("3", "Echo", PALACE, newsroom="Wire")],
        (1, 1, 1),
        ["counts once for 3 reports"],
    ),
    ("two agencies print one statement", [says("1", "Wire", PALACE), says("2", "Cable", SPOKESMAN)], (1, 1, 1), []),
    (
        "a pool report",
        [
            says("1", "Post", newsroom="press pool"),
            says("2", "Echo", newsroom="press pool"),
            says("3", "Sun", newsroom="Press pool"),
        ],
        (1, 1, 1),
        ["counts once for 3 reports"],
    ),
    (
        "a draft that two papers obtained",
        [says("1", "Post", DRAFT), says("2", "Echo", DRAFT)],
        (1, 1, 1),
        ["draft accord, a paper"],
    ),
    ("a draft, and a monitors' report", [says("1", "Post", DRAFT), says("2", "Echo", REPORT)], (2, 2, 2), []),
    ("a paper, and a hidden source on it", [says("1", "Post", DRAFT), says("2", "Echo", HIDDEN)], (2, 1, 2), []),
    (
        "state media of one owner, each with a reporter",
        [own("1", "State TV", owner="Norland"), own("2", "State Wire", owner="Norland")],
        (2, 2, 2),
        ["State TV, State Wire belong to Norland; what counts is what they rest on"],
    ),
    (
        "state media of one owner with one statement",
        [says("1", "State TV", PALACE, owner="Norland"), says("2", "State Wire", PALACE, owner="Norland")],
        (1, 1, 1),
        ["belong to Norland"],
    ),
    ("one owner's outlet alone is nothing to tell", [own("1", "State TV", owner="Norland")], (1, 1, 1), []),
    ("rebels and a union", [says("1", "Post", REBELS), says("2", "Post", UNION)], (2, 2, 2), []),
    (
        "copies in a ring: nobody knows who was first",
        [own("1", "Post", copies="2"), own("2", "Echo", copies="1")],
        (1, 1, 1),
        ["counts once for 2 reports"],
    ),
    (
        "a ring with a third that copies from it",
        [says("1", "Post", PALACE, copies="2"), says("2", "Echo", PALACE, copies="1"), says("3", "Mail", copies="2")],
        (1, 1, 1),
        ["counts once for 3 reports"],
    ),
    (
        "a copy that adds the other side's word",
        [says("1", "Post", PALACE), says("2", "Echo", PALACE, OTHER_SIDE, copies="1")],
        (2, 2, 2),
        ["Norland's government counts once for 2 reports", "Sudland's government stands alone"],
    ),
    (
        "a copy of a report that is not here",
        [says("1", "Post", copies="elsewhere")],
        (1, 1, 1),
        ["does not say how it knows"],
    ),
    (
        "a claim, its denial, and a reporter who saw it",
        [says("1", "Post", REBELS), denies("2", "Echo", PALACE), own("3", "Mail")],
        (2, 2, 2),
        ["Norland's government denies it"],
    ),
    (
        "three hidden sources of three newsrooms beside a statement",
        [says("1", "Post", HIDDEN), says("2", "Echo", HIDDEN), says("3", "Mail", HIDDEN_TOO), says("4", "Sun", PALACE)],
        (2, 1, 4),
        ["the 3 sources that are not named may be fewer"],
    ),
]


@pytest.mark.parametrize(("tellings", "counted", "words"), [s[1:] for s in SITUATIONS], ids=[s[0] for s in SITUATIONS])
def test_an_editor_would_count_so(tellings, counted, words):
    found = independence(tellings)
    assert (found.count, found.lower, found.upper) == counted
    told = " | ".join(found.reasons)
    for expected in words:
        assert expected in told


def test_there_are_forty_situations():
    assert len(SITUATIONS) >= 40


@pytest.mark.parametrize(
    "tellings", [s[1] for s in SITUATIONS if 1 < len(s[1]) < 5], ids=[s[0] for s in SITUATIONS if 1 < len(s[1]) < 5]
)
def test_the_order_of_reports_makes_no_difference(tellings):
    assert len({independence(order) for order in permutations(tellings)}) == 1


@pytest.mark.parametrize("tellings", [s[1] for s in SITUATIONS])
def test_every_report_is_in_a_root_and_the_count_lies_within_its_bounds(tellings):
    found = independence(tellings)
    assert {r for root in (*found.roots, *found.denials) for r in root.reports} == {t.report for t in tellings}
    assert found.lower <= found.count <= found.upper
