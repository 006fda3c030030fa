"""Versions of one text, each changed in one known way: the comparison finds exactly that."""

import random

import pytest

from dateline.records.comparison import Change
from dateline.resolutions import parse_resolution
from dateline.resolutions.comparing import compare

PREAMBLE = [
    "Recalling its resolution 2901 (2029) on the river border,",
    "Deeply concerned at the shelling of the port of Halden,",
    "Noting the letter of the Government of Northland on the prisoners,",
]
OPERATIVE = [
    "Demands that both sides withdraw their artillery from the eastern bank by 1 June 2031;",
    "Decides to establish a River Mission of four hundred observers for a period of six months;",
    "Requests the Secretary-General to report on the exchange of prisoners by 15 July 2031;",
    "Calls upon all States to contribute ships and pilots to the Mission;",
    "Decides that customs officers of both sides shall open the bridges to food and medicine;",
    "Encourages the parties to resume talks on fishing rights and on the old lighthouse;",
    "Decides to remain seized of the matter.",
]


def text(preamble=PREAMBLE, operative=OPERATIVE):
    head = "Resolution 2999 (2031)\nof 3 March 2031\n\nThe Security Council,\n\n"
    numbered = [f"{n}. {words}" for n, words in enumerate(operative, start=1)]
    return parse_resolution(head + "\n\n".join([*preamble, *numbered]))


def changed(index: int, words: str) -> list[str]:
    return [*OPERATIVE[:index], words, *OPERATIVE[index + 1 :]]


def changes(right, left=None):
    found = compare(left or text(), right)
    return {
        d.left[0].ref if d.left else f"+{d.right[0].ref}": set(d.changes)
        for d in found.differences
        if d.changes != (Change.SAME,)
    }


def test_a_text_is_the_same_as_itself():
    found = compare(text(), text())
    assert found.identical
    assert len(found.differences) == len(PREAMBLE) + len(OPERATIVE)


@pytest.mark.parametrize(
    ("index", "words", "expected"),
    [
        (0, OPERATIVE[0].replace("Demands", "Urges"), {Change.WEAKER}),
        (3, OPERATIVE[3].replace("Calls upon all States", "Invites all States"), {Change.WEAKER}),
        (5, OPERATIVE[5].replace("Encourages the parties", "Orders the parties"), {Change.STRONGER}),
        (4, OPERATIVE[4].replace("shall", "should"), {Change.WEAKER}),
        (2, OPERATIVE[2].replace("15 July", "30 September"), {Change.OTHER_DATE}),
        (1, OPERATIVE[1].replace("six months", "twelve months"), {Change.OTHER_DATE}),
        (2, OPERATIVE[2].replace("Secretary-General", "Special Envoy"), {Change.OTHER_BEARER}),
        (5, OPERATIVE[5].replace("old lighthouse", "new harbour"), {Change.REWORDED}),
        (0, OPERATIVE[0].replace("Demands", "Urges").replace("1 June", "9 June"), {Change.WEAKER, Change.OTHER_DATE}),
    ],
)
def test_one_change_is_named_for_what_it_is(index, words, expected):
    assert changes(text(operative=changed(index, words))) == {f"op {index + 1}": expected}


def test_what_is_dropped_and_what_is_added():
    without = text(operative=[*OPERATIVE[:3], *OPERATIVE[4:]])
    assert changes(without) == {"op 4": {Change.DROPPED}}
    assert changes(text(), left=without) == {"+op 4": {Change.ADDED}}


def test_a_paragraph_that_moved():
    order = [*OPERATIVE[:1], *OPERATIVE[2:6], OPERATIVE[1], OPERATIVE[6]]
    assert changes(text(operative=order)) == {"op 2": {Change.MOVED}}


def test_a_paragraph_that_was_split_and_one_that_was_merged():
    joined = "Requests the Secretary-General to report on the exchange of prisoners by 15 July 2031 and calls upon all States to contribute ships and pilots to the Mission;"
    merged = text(operative=[*OPERATIVE[:2], joined, *OPERATIVE[4:]])
    assert Change.MERGED in changes(merged)["op 3"]
    assert Change.SPLIT in changes(text(), left=merged)["op 3"]


def test_what_goes_from_the_preamble_to_the_operative_part_becomes_stronger():
    moved = "Expresses its deep concern at the shelling of the port of Halden;"
    right = text(preamble=[PREAMBLE[0], PREAMBLE[2]], operative=[moved, *OPERATIVE])
    assert {Change.MOVED, Change.STRONGER} <= changes(right)["pp 2"]
    assert {Change.MOVED, Change.WEAKER} <= changes(text(), left=right)["op 1"]


def test_a_part_whose_day_changed_is_still_a_part():
    split = [
        "Demands that both sides withdraw their artillery;",
        "Demands that they withdraw it from the eastern bank by 9 July 2031;",
    ]
    found = changes(text(operative=[*split, *OPERATIVE[1:]]))
    assert {Change.SPLIT, Change.OTHER_DATE} <= found["op 1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("co-operate with the Force", "cooperate with the Force"), ("report, 12 and", "report, 44 and")],
)
def test_hyphens_and_footnote_marks_are_no_rewording(before, after):
    left, right = (
        text(operative=changed(3, f"Calls upon all to {words} to send pilots;")) for words in (before, after)
    )
    assert changes(right, left=left) == {}


def test_a_negation_alone_is_a_rewording():
    assert changes(text(operative=changed(3, OPERATIVE[3].replace("to contribute", "not to contribute")))) == {
        "op 4": {Change.REWORDED}
    }


def test_word_runs_give_both_texts_back():
    right = text(operative=changed(0, OPERATIVE[0].replace("both sides", "all armed groups")))
    difference = next(d for d in compare(text(), right).differences if Change.SAME not in d.changes)
    first = " ".join(w.text for w in difference.words if w.change is not Change.ADDED)
    second = " ".join(w.text for w in difference.words if w.change is not Change.DROPPED)
    assert first.split() == difference.left[0].text.split() or first.replace(" ;", ";") == difference.left[0].text
    assert "all armed groups" in second


@pytest.mark.parametrize("seed", range(20))
def test_a_version_shuffled_cut_and_reworded_is_read_for_what_was_done(seed):
    chance = random.Random(seed)  # noqa: S311 - which version, not a secret
    cut, weakened = chance.sample([0, 2, 3], 2)
    kept = [OPERATIVE[n] for n in range(len(OPERATIVE)) if n != cut]
    kept[kept.index(OPERATIVE[weakened])] = (
        OPERATIVE[weakened].replace(OPERATIVE[weakened].split()[0], "Invites", 1).replace("Invites upon", "Invites")
    )
    kept.insert(chance.randrange(len(kept)), "Welcomes the offer of the island state to host a clinic;")
    found = changes(text(operative=kept))
    assert found[f"op {cut + 1}"] == {Change.DROPPED}
    assert Change.WEAKER in found[f"op {weakened + 1}"]
    assert sum(Change.ADDED in c for c in found.values()) == 1
    assert not any(Change.MOVED in c for c in found.values())
