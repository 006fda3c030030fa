"""Papers in invented sentences: kinds, names, steps and dates, parties, coreference, relations, near misses."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.extract.instruments import find_instruments, link_events
from dateline.extract.times import find_times
from dateline.records import Event, EventStatus, EventType

PUBLISHED = date(2031, 5, 14)  # a Wednesday


@pytest.fixture(scope="module")
def read(parse, lex, cast_of):
    """Text -> its cast and all instruments that the rules find: without weights, which say what is worth noting."""
    rules = replace(lex.instruments, instrument_weights={}, provision_weights={})

    def find(text):
        doc = parse(text)
        cast = cast_of(doc)
        return cast, find_instruments(doc, cast, find_times(doc, lex.times, anchor=PUBLISHED), (), rules)

    return find


def names(cast, ids):
    return {cast.by_id[i].name for i in ids}


@pytest.mark.parametrize(
    ("text", "kind", "name", "status"),
    [
        ("Norway and Denmark signed an accord on fishing quotas.", "agreement", "accord on fishing quotas", "signed"),
        ("Chad and Niger will sign the border pact on June 3.", "agreement", "border pact", "announced"),
        ("Chad and Niger are negotiating a trade deal.", "agreement", "trade deal", "proposed"),
        ("Chad wants a treaty with Niger.", "treaty", "treaty with Niger", "in_force"),
        ("The two sides failed to reach a deal in Oslo.", "agreement", "deal in Oslo", "proposed"),
        ("Mali and Chad signed a memorandum of understanding.", "agreement", "memorandum of understanding", "signed"),
        (
            "The ceasefire between Chad and Niger took effect.",
            "agreement",
            "ceasefire between Chad and Niger",
            "in_force",
        ),
        ("Rebels violated the truce on Sunday.", "agreement", "truce", "in_force"),
        ("Norway brokered a truce.", "agreement", "truce", "agreed"),
        ("The contract expired in 2005.", "agreement", "contract", "expired"),
        ("The contract will expire in 2033.", "agreement", "contract", "in_force"),
        ("The contract expires next year.", "agreement", "contract", "in_force"),
        ("Under the accord, Chad will leave the valley.", "agreement", "accord", "agreed"),
        ("Chad joined the Nystad Treaty.", "treaty", "Nystad Treaty", "in_force"),
        ("Nepal will accede to the Hague Convention.", "treaty", "Hague Convention", "in_force"),
        ("The parliament of Chad ratified the treaty.", "treaty", "treaty", "adopted"),
        ("The treaty will enter into force in 2033.", "treaty", "treaty", "agreed"),
        ("Egypt proposed a plan for the port.", "plan", "plan for the port", "proposed"),
        ("Chad rejected the Norwegian proposal.", "plan", "Norwegian proposal", "rejected"),
        ("The quartet published its road map for peace.", "plan", "road map for peace", "announced"),
        ("France announced an initiative on the valley.", "plan", "initiative on the valley", "announced"),
        ("The king endorsed the peace plan.", "plan", "peace plan", "proposed"),
        ("The Security Council adopted a resolution on Haiti.", "resolution", "resolution on Haiti", "adopted"),
        ("The council passed Resolution 1441 last year.", "resolution", "Resolution 1441", "adopted"),
        ("The council will vote on the resolution.", "draft_resolution", "resolution", "proposed"),
        ("Brazil circulated a draft resolution.", "draft_resolution", "draft resolution", "proposed"),
        ("Brazil will table a draft resolution on Monday.", "draft_resolution", "draft resolution", "announced"),
        ("Russia vetoed the draft resolution.", "draft_resolution", "draft resolution", "vetoed"),
        ("The assembly rejected the draft resolution.", "draft_resolution", "draft resolution", "rejected"),
        ("The assembly voted down the motion.", "draft_resolution", "motion", "rejected"),
        ("Cuba lodged a motion in the commission.", "draft_resolution", "motion in the commission", "proposed"),
        ("The parliament passed a mining law.", "decision", "mining law", "adopted"),
        ("The parliament passed legislation on mining.", "decision", "legislation on mining", "adopted"),
        ("The president signed the mining bill into law.", "decision", "mining bill", "adopted"),
        ("The senate is debating the mining bill.", "decision", "mining bill", "proposed"),
        ("The court issued its verdict on the border.", "decision", "verdict on the border", "announced"),
        ("The cabinet took the decision to close the port.", "decision", "decision", "adopted"),
        ("The Norwegian cabinet decided to close the port.", "decision", "decided to close the port", "adopted"),
        ("Chad and Niger agreed to open the border.", "agreement", "agreed to open the border", "agreed"),
        ("The ministry said in a statement that it was safe.", "statement", "statement", "announced"),
        ("The two presidents issued a joint declaration.", "statement", "joint declaration", "announced"),
        ("The summit adopted a declaration on trade.", "statement", "declaration on trade", "adopted"),
        ("The agency said in a press release that it was safe.", "statement", "press release", "announced"),
    ],
)
def test_a_paper_has_its_kind_its_name_and_the_latest_step(read, text, kind, name, status):
    _, (found, *rest) = read(text)
    assert (found.kind, found.name, found.status, rest) == (kind, name, status, [])


@pytest.mark.parametrize(
    "text",
    [
        "Chad has no plan to leave the union.",
        "Neither accord nor treaty was mentioned.",
        "Trade agreement talks between Chad and Niger resumed.",
        "The treaty negotiations went on for years.",
        "The agreement between the two on this point was complete.",
        "Their agreement on the need for caution surprised nobody.",
        "Both ministers were in agreement.",
        "They reached agreement after an hour.",
        "A great deal of work remains.",
        "They seek a peaceful resolution of the dispute.",
        "It was an act of war, the general said.",
        "He restored law and order in the province.",
        "She spoke at the party convention in Denver.",
        "News reports spoke of heavy rain.",
        "The general drew a map of the coast.",
        "Council resolutions are supposed to bind all members.",
        "Any deal is better than none.",
        "The wedding arrangements pleased the king.",
        "The king agreed with his ministers.",
        "The minister decided to go home.",
        "The Norwegian cabinet will decide to close the port.",
    ],
)
def test_near_misses_are_no_papers(read, text):
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Chad and Niger signed an accord on May 3.", [("signed", "2031-05-03")]),
        ("The accord, signed in March by Chad and Niger, is dead.", [("signed", "2031-03")]),
        ("The truce entered into force on October 10, 2030.", [("in_force", "2030-10-10")]),
        ("The draft resolution will be put to a vote on June 17.", [("vote", "2031-06-17")]),
        ("The council will vote on the draft resolution on Friday.", [("vote", "2031-05-16")]),
        ("A vote on the draft resolution is expected on Friday.", [("vote", "2031-05-16")]),
        ("The council adopted a resolution on Friday.", [("adopted", "2031-05-09")]),
        ("A paper said it had obtained the draft resolution last week.", [("obtained", "2031-W19")]),
        ("Brazil tabled a draft resolution on Tuesday.", [("proposed", "2031-05-13")]),
        ("Brazil said on Tuesday that it proposed a draft resolution.", [("proposed", "2031-05-13")]),
        ("The contract will expire on December 31, 2033.", [("expires", "2033-12-31")]),
        ("Norway brokered a truce between Chad and Mali in April.", [("agreed", "2031-04")]),
        ("The 1998 accord was a failure.", [("agreed", "1998")]),
        ("The accord was a failure.", []),
        ("The accord came up in talks on Monday.", []),
    ],
)
def test_steps_are_dated_by_the_words_that_govern_them(read, text, dates):
    _, (found, *_) = read(text)
    assert [(d.stage, d.value) for d in found.dates] == dates


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Norway and Denmark signed an accord.", "parties", {"Norway", "Denmark"}),
        ("Norway signed an accord with Denmark.", "parties", {"Norway", "Denmark"}),
        ("The accord between Norway and Denmark failed.", "parties", {"Norway", "Denmark"}),
        ("The accord was signed by Norway and Denmark.", "parties", {"Norway", "Denmark"}),
        ("Norway met Denmark. The two sides signed a pact.", "parties", set()),
        ("Envoys of Chad and Niger met. The parties signed a pact.", "parties", {"Chad", "Niger"}),
        ("Brazil tabled a draft resolution.", "proposers", {"Brazil"}),
        ("The draft resolution was tabled by Brazil.", "proposers", {"Brazil"}),
        ("Brazil's draft resolution failed.", "proposers", {"Brazil"}),
        ("The French draft resolution failed. France regretted it.", "proposers", {"France"}),
        ("Egypt put forward a plan for the port.", "proposers", {"Egypt"}),
        ("The Security Council adopted a resolution.", "proposers", set()),
    ],
)
def test_who_made_it(read, text, field, expected):
    cast, found = read(text)
    assert names(cast, getattr(found[0], field)) >= expected
    assert expected or not getattr(found[0], field) or field == "parties"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The UN Security Council adopted a resolution on Haiti.", "UN Security Council"),
        ("A UN Security Council resolution opened the road.", "UN Security Council"),
        ("The draft will be put to a vote at the Security Council.", "Security Council"),
        ("The mining bill was approved by the Senate.", "Senate"),
        ("Chad and Niger signed an accord in the Senate.", None),
    ],
)
def test_the_body_that_adopts_it(read, text, body):
    _, (found, *_) = read(text)
    assert found.body == body


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chad and Niger signed an accord. The accord opens the border.", 1),
        ("Chad and Niger signed an accord. The text was drafted in Oslo.", 1),
        ("Brazil tabled a draft resolution. It will be put to a vote on Friday.", 1),
        ("Brazil tabled a draft resolution. The draft calls for a truce in the valley.", 2),
        ("Norway's draft resolution was long. Sweden's draft resolution was short.", 2),
        ("The Oslo Treaty is old. The Nystad Treaty is older.", 2),
        ("Chad broke the trade pact. It kept the fishing pact.", 2),
        ("The truce talks went on. Chad and Niger signed an accord. The truce took effect at noon.", 1),
        ("The ministry said in a statement it was safe. The statement gave no details.", 1),
        ("Chad said in a statement it was safe. Niger said in a statement it was not.", 2),
        ("The council passed Resolution 1701. Resolution 1559 was older. Resolution 1701 stands.", 2),
        ("The accord replaces the treaty.", 2),
        ("The terms of the truce are secret. The truce is new.", 1),
        ("Phase one of the truce is over. The truce holds.", 1),
        ("A new accord was signed in May. Another accord, on trade, followed in June.", 1),
        ("Chad and Niger signed an accord. It rained.", 1),
        ("The truce in Chad held. On May 3 Chad and the rebels had signed a ceasefire agreement.", 1),
        ("The bill on asylum passed. The bill on mining did not.", 2),
    ],
)
def test_mentions_of_one_paper_are_one(read, text, count):
    _, found = read(text)
    assert len(found) == count


@pytest.mark.parametrize(
    ("text", "type_", "source", "target", "part"),
    [
        ("The draft resolution includes the entirety of the peace plan.", "incorporates", 0, 1, False),
        ("The draft resolution includes parts of the peace plan.", "incorporates", 0, 1, True),
        ("They signed an accord to implement the second part of the peace plan.", "implements", 0, 1, True),
        ("They signed an accord to implement the peace plan.", "implements", 0, 1, False),
        ("The council adopted a resolution backing the peace plan.", "endorses", 0, 1, False),
        ("Chad proposed a resolution to back the peace plan.", "endorses", 0, 1, False),
        ("The new accord amends the treaty of 1951.", "amends", 0, 1, False),
        ("The new treaty replaces the accord of 1994.", "succeeds", 0, 1, False),
        (
            "Norway tabled a draft resolution. Chad tabled an alternative draft resolution to the Norwegian one.",
            "alternative_to",
            1,
            0,
            False,
        ),
    ],
)
def test_how_papers_stand_to_each_other(read, text, type_, source, target, part):
    _, found = read(text)
    (relation,) = found[source].relations
    assert (relation.type, relation.target, relation.part) == (type_, found[target].id, part)


def test_the_symbol_is_kept(read):
    _, (found,) = read("UN Resolution 242 was adopted in 1967.")
    assert found.symbol == "242"


def test_every_evidence_reads_back(read):
    text = "Chad and Niger signed an accord.\r\n\r\n  The accord — 🕊️ — opens the border."
    _, (found,) = read(text)
    assert [text[s:e] for s, e in found.evidence] == ["an accord", "The accord"]


def event(text, trigger, type_):
    start = text.index(trigger)
    return Event(
        id="e1",
        type=type_,
        status=EventStatus.OCCURRED,
        rule="r",
        trigger=(start, start + len(trigger)),
        evidence=((0, len(text)),),
    )


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "linked"),
    [
        ("Chad and Niger signed an accord.", "signed", EventType.AGREE, True),
        ("Chad endorsed the peace plan.", "endorsed", EventType.SUPPORT, True),
        ("Chad attacked Niger after the accord.", "attacked", EventType.ASSAULT, False),
        (
            "Chad signed, " + "and then nothing at all happened in the valley " * 3 + "but an accord.",
            "signed",
            EventType.AGREE,
            False,
        ),
    ],
)
def test_an_act_on_a_paper_is_linked_to_it(read, text, trigger, type_, linked):
    _, instruments = read(text)
    (act,) = link_events((event(text, trigger, type_),), instruments)
    assert (act.instrument is not None) is linked


def test_weights_decide_what_is_worth_noting(parse, lex, cast_of):
    doc = parse("Chad and Niger signed an accord.")
    cast = cast_of(doc)
    mute = replace(lex.instruments, instrument_weights={"bias": -9.0})
    assert find_instruments(doc, cast, (), (), lex.instruments) != ()
    assert find_instruments(doc, cast, (), (), mute) == ()
