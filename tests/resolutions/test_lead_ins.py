"""Verbs that stand before a list, behind a participle, or in the passive; and to whom they speak."""

import pytest

from dateline.resolutions import parse_resolution

HEAD = "Resolution 2999 (2031)\nof 3 March 2031\n\nThe Security Council,\n\n"


def read(words):
    return parse_resolution(HEAD + words)


@pytest.mark.parametrize(
    ("words", "verbs", "items"),
    [
        ("Resolves that:\n\n1. The envoy is invited;\n\n2. The ferry is free.", [("Resolves",), ("Resolves",)], [0, 0]),
        ("Resolves:\n\nTo send a mission;\n\nTo meet again in May.", [("Resolves",), ("Resolves",)], [0, 0]),
        ("Decides:\n\n(a) To send a mission;\n\n(b) To meet again in May.", [("Decides",)], [2]),
        ("Notes the work of the following:\n\n1. The River Panel;\n\n2. The Ferry Panel.", [("Notes",)], [2]),
        ("1. Acting under Chapter VII of the Charter, calls upon both sides to withdraw.", [("Calls upon",)], [0]),
        ("1. Acting under Chapter VII:\n\n(a) Demands a truce;\n\n(b) Decides to meet.", [("Demands", "Decides")], [2]),
        ("1. Authorises the Mission to fly;\n\n2. Recognises the claim.", [("Authorises",), ("Recognises",)], [0, 0]),
        ("1. Calls upon the mission to report on its tasks, charges and mandates.", [("Calls upon",)], [0]),
    ],
)
def test_the_verb_is_found_where_it_stands(words, verbs, items):
    operative = read(words).operative
    assert [p.verbs for p in operative] == verbs
    assert [len(p.items) for p in operative] == items


@pytest.mark.parametrize(
    ("words", "kind", "bearer", "action"),
    [
        ("1. Calls upon all States not to recognize the line;", "request", "all States", "not to recognize the line"),
        (
            "Resolves:\n\n1. That the Trustees be requested, in due time, to send a report;",
            "request",
            "Trustees",
            "to send a report",
        ),
        (
            "1. Demands from the parties the immediate release of all crews;",
            "demand",
            "parties",
            "the immediate release of all crews",
        ),
        ("1. Demands to that end that all parties leave the port;", "demand", "all parties", "leave the port"),
        ("1. Demands that a durable cease-fire be observed;", "demand", None, "a durable cease-fire be observed"),
        ("1. Calls upon all States continuing to trade to stop;", "request", "all States continuing to trade", "stop"),
        ("1. Urges all sides in the valley openly and publicly to wait;", "request", "all sides in the valley", "wait"),
        ("1. Reaffirms its demand to Westland for a truce;", "demand", "Westland", None),
        ("1. Urges in the meantime all other States to wait;", "request", "all other States", "wait"),
        ("1. Decides that the Panel shall have the authority to grant leave;", "authorization", "Panel", None),
        ("1. Decides that funds that are to be frozen may be released;", "authorization", None, None),
        (
            "1. Appeals strongly to the Government to tell the envoy the date;",
            "request",
            "Government",
            "tell the envoy the date",
        ),
    ],
)
def test_who_is_to_do_what(words, kind, bearer, action):
    duty = read(words).provisions[0]
    assert (duty.type, duty.bearer) == (kind, bearer)
    assert action is None or duty.action == action
