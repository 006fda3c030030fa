"""What papers oblige, allow, ask or set up, in invented sentences: types, bearers, deadlines, purposes, near misses."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.extract.attributions import find_attributions
from dateline.extract.instruments import find_instruments
from dateline.extract.provisions import find_provisions
from dateline.extract.times import find_times

PUBLISHED = date(2031, 5, 14)  # a Wednesday


@pytest.fixture(scope="module")
def read(parse, lex, cast_of):
    """Text -> all provisions that the rules find: without weights, which say what is worth noting."""
    rules = replace(lex.instruments, instrument_weights={}, provision_weights={})

    def find(text):
        doc = parse(text)
        cast = cast_of(doc)
        times = find_times(doc, lex.times, anchor=PUBLISHED)
        said = find_attributions(doc, cast, times, lex.cues)
        instruments = find_instruments(doc, cast, times, (), rules)
        return find_provisions(doc, cast, times, said, instruments, rules)

    return find


@pytest.mark.parametrize(
    ("text", "type_", "bearer", "action"),
    [
        # duties
        ("The treaty requires Chad to destroy its mines.", "obligation", "Chad", "destroy its mines"),
        ("Under the accord, Chad will leave the valley.", "obligation", "Chad", "leave the valley"),
        ("Under the terms of the truce, Chad will leave the valley.", "obligation", "Chad", "leave the valley"),
        ("Under the truce, Chad withdrew its troops.", "obligation", "Chad", "withdrew its troops"),
        ("Chad is to leave the valley under the accord.", "obligation", "Chad", "leave the valley under the accord"),
        ("According to the accord, the rebels are supposed to disarm.", "obligation", "the rebels", "disarm"),
        (
            '"Each party shall return the prisoners," the treaty says.',
            "obligation",
            "Each party",
            "return the prisoners",
        ),
        ("Chad and Niger signed an agreement to open the border.", "obligation", "Chad and Niger", "open the border"),
        ("Egypt proposed a plan for reopening the port.", "obligation", "Egypt", "reopening the port"),
        ("The decree bans the export of timber.", "obligation", None, "the export of timber"),
        ("The plan envisages the rebuilding of the port.", "obligation", None, "the rebuilding of the port"),
        ("Chad and Niger agreed to reopen the border.", "obligation", "Chad and Niger", "reopen the border"),
        # rights
        ("The accord allows Niger to send monitors.", "authorization", "Niger", "send monitors"),
        ("The resolution authorizes member states to escort ships.", "authorization", "member states", "escort ships"),
        ("The council adopted a resolution authorizing Chad to escort ships.", "authorization", "Chad", "escort ships"),
        ("Under the accord, Chad may keep its tanks.", "authorization", "Chad", "keep its tanks"),
        ("Mali tabled a draft resolution that would let Chad keep tanks.", "authorization", "Chad", "keep tanks"),
        ("The force is meant to guard the road, per the draft.", "obligation", "The force", "guard the road"),
        ("Under the accord, Chad is allowed to keep its tanks.", "authorization", "Chad", "keep its tanks"),
        ("The accord provides access to the port.", "authorization", None, "access to the port"),
        # what is set up, prolonged, ended
        ("The resolution establishes a tribunal.", "establishment", None, "a tribunal"),
        (
            "The plan envisages the creation of a customs union.",
            "establishment",
            None,
            "the creation of a customs union",
        ),
        ("Chad and Niger agreed to set up a commission.", "establishment", "Chad and Niger", "set up a commission"),
        (
            "Chad and Niger signed an accord to form a commission.",
            "establishment",
            "Chad and Niger",
            "form a commission",
        ),
        ("A commission set up under the accord met.", "establishment", "A commission", "set up under the accord"),
        ("The resolution extends the mission.", "extension", None, "the mission"),
        ("The decree suspends the licences of foreign banks.", "termination", None, "the licences of foreign banks"),
        (
            "The Norwegian cabinet decided to suspend its aid.",
            "termination",
            "The Norwegian cabinet",
            "suspend its aid",
        ),
        # what is asked
        ("The resolution calls on Chad to open the border.", "request", "Chad", "open the border"),
        ("The draft resolution urges Chad to open the border.", "request", "Chad", "open the border"),
        ("The resolution asks the envoy to report.", "request", "the envoy", "report"),
        ("The resolution calls for the release of the sailors.", "request", None, "the release of the sailors"),
        ("The council adopted a resolution calling for a truce in Chad.", "request", None, "a truce in Chad"),
        ("The council adopted a resolution. It urges Chad to return.", "request", "Chad", "return"),
        ("Norway issued a statement. It urged Chad to return.", "request", "Chad", "return"),
        ("The resolution demands that Chad open the border.", "demand", "Chad", "open the border"),
        ("The ministry said in a statement that Chad must free the sailors.", "demand", "Chad", "free the sailors"),
        ("The ministry said in a statement that Chad should free the sailors.", "request", "Chad", "free the sailors"),
        # conditions and exchanges
        ("Chad will not sign the accord unless Niger leaves.", "condition", "Niger", "leaves"),
        ("The accord must be approved by the Senate.", "condition", "The accord", "be approved by the Senate"),
        ("The accord needs the approval of the Senate.", "condition", "The accord", "needs the approval of the Senate"),
        ("Chad will not sign the accord until Niger leaves.", "condition", "Niger", "leaves"),
        ("Chad would sign the accord if Niger left.", "condition", "Niger", "left"),
        ("Chad agreed to the plan on condition that Niger pay.", "condition", "Niger", "pay"),
        ("Niger must leave before Chad signs the accord.", "condition", "Niger", "leave before Chad signs the accord"),
        ("Failure to obey the resolution would lead to sanctions.", "condition", "Failure", "lead to sanctions"),
        (
            "The truce provides for the release of hostages in exchange for prisoners.",
            "exchange",
            None,
            "the release of hostages in exchange for prisoners",
        ),
    ],
)
def test_a_provision_has_its_type_its_bearer_and_its_action(read, text, type_, bearer, action):
    (found,) = read(text)
    assert (found.type, found.bearer, found.action) == (type_, bearer, action)


@pytest.mark.parametrize(
    "text",
    [
        "The minister must be tired.",
        "Everybody must obey, the general said.",
        "The resolution praises the envoy.",
        "The council condemned the attack in a resolution.",
        "The resolution recalls the mandate of the mission.",
        "The accord was welcomed in Oslo.",
        "The draft resolution will be put to a vote.",
        "An agreement to be signed on Monday was printed.",
        "The council adopted a resolution to back the peace plan.",
        "The report says that the river is rising.",
        "Chad asked Niger about the weather.",
        "The ministry said in a statement that it would rain.",
        "Chad did not agree to open the border.",
    ],
)
def test_what_no_paper_makes_anyone_do_is_no_provision(read, text):
    assert read(text) == ()


def test_coordinated_acts_are_provisions_of_their_own(read):
    found = read("The plan envisages the rebuilding of the port and the creation of a customs union.")
    assert [(p.type, p.action) for p in found] == [
        ("obligation", "the rebuilding of the port"),
        ("establishment", "the creation of a customs union"),
    ]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("The resolution asks the envoy to report within 30 days.", "P30D"),
        ("The resolution calls on Chad to leave by June 1.", "2031-06-01"),
        ("The treaty requires Chad to destroy its mines before 2035.", "2035"),
        ("Under the accord, Chad will leave the valley on May 20.", "2031-05-20"),
        ("The resolution demands that Chad immediately open the border.", "immediately"),
        ("The resolution calls on Chad to leave without delay.", "without delay"),
        ("The resolution calls on Chad to leave as soon as possible.", "as soon as possible"),
        ("The resolution calls on Chad to leave the valley.", None),
        ("The resolution calls on Chad to honour the accord of 1994.", None),
    ],
)
def test_deadlines(read, text, deadline):
    assert read(text)[0].deadline == deadline


@pytest.mark.parametrize(
    ("text", "expires"),
    [
        ("Under the accord, Chad may keep its tanks until June 2032.", "2032-06-30"),
        ("Under the accord, Chad may keep its tanks through 2033.", "2033-12-31"),
        ("Under the accord, Chad may keep its tanks for six months.", "P6M"),
        ("Under the accord, Chad may keep its tanks.", None),
        ("The resolution authorizes Chad to lead a force. The mandate will run through 2033.", "2033-12-31"),
        ("The resolution authorizes Chad to lead a force. The mandate will bore everybody.", None),
    ],
)
def test_ends(read, text, expires):
    assert read(text)[0].expires == expires


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("The resolution establishes a tribunal to try the pirates.", ("try the pirates",)),
        (
            "The resolution authorizes Chad to lead a force. Its tasks include guarding roads, escorting convoys, and "
            "protecting civilians.",
            ("guarding roads", "escorting convoys", "protecting civilians"),
        ),
        ("The resolution authorizes Chad to lead a force. Its size is unknown.", ()),
        ("The resolution authorizes Chad to lead a force until May 2033 to guard roads.", ("guard roads",)),
        ("Chad and Niger agreed to set up a commission to mark the border.", ("mark the border",)),
    ],
)
def test_purposes(read, text, purposes):
    assert read(text)[0].purposes == purposes


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Under the resolution, the force will coordinate with Chad and Niger.", ("Chad", "Niger")),
        ("The accord allows Chad to patrol alongside Niger.", ("Niger",)),
        ("The accord allows Chad to patrol at night.", ()),
    ],
)
def test_with_whom(read, text, partners):
    assert read(text)[0].with_ == partners


def test_a_provision_points_at_its_paper_its_attribution_and_its_words(read):
    text = 'The council adopted a resolution. "Chad shall leave the valley," the resolution says.'
    (found,) = read(text)
    (start, end) = found.evidence[0]
    assert (found.instrument, text[start:end]) == ("i1", "Chad shall leave the valley")
    assert found.attribution is not None


def test_weights_decide_what_is_worth_noting(parse, lex, cast_of):
    doc = parse("The resolution calls on Chad to open the border.")
    cast = cast_of(doc)
    instruments = find_instruments(doc, cast, (), (), replace(lex.instruments, instrument_weights={}))
    mute = replace(lex.instruments, provision_weights={"bias": -9.0})
    assert find_provisions(doc, cast, (), (), instruments, lex.instruments) != ()
    assert find_provisions(doc, cast, (), (), instruments, mute) == ()
