"""Whether an act has happened: tense, mood, negation, and the words that govern it."""

import pytest

OCCURRED = [
    ("Norway condemned Syria.", "ACCUSE"),
    ("Norway has condemned Syria.", "ACCUSE"),
    ("Egypt and Qatar met on Monday.", "CONSULT"),
    ("Japan urges Iran to free the sailors.", "REQUEST"),
    ("Iran must free the sailors, Japan said.", "REQUEST"),
    ("Israel refused to free the prisoners.", "REJECT"),
    ("Sweden promised to help Chad.", "AGREE"),
    ("Turkey threatened Greece with war.", "THREATEN"),
    ("The envoy left after talks with Egypt.", "CONSULT"),
    ("Peru signed the treaty in 1999.", "SUPPORT"),
    ("Chad denied the charge in talks with Niger on Monday.", "CONSULT"),
]
PLANNED = [
    ("Egypt and Qatar will meet on Friday.", "CONSULT"),
    ("Egypt's president is to visit Qatar on Friday.", "CONSULT"),
    ("The two countries are scheduled to hold talks next week.", "CONSULT"),
    ("Germany plans to send food to Chad.", "AID"),
    ("Peru is expected to sign the treaty in June.", "SUPPORT"),
    ("A summit between India and China is planned for June.", "CONSULT"),
    ("The upcoming talks between India and China will last three days.", "CONSULT"),
    ("Kenya's minister was due to visit Uganda next week.", "CONSULT"),
]
DENIED = [
    ("Egypt and Qatar did not meet.", "CONSULT"),
    ("Sweden has not sent food to Chad.", "AID"),
    ("Ethiopia never attacked Eritrea.", "ASSAULT"),
    ("Peru did not sign the treaty.", "SUPPORT"),
    ("Chad denied that its troops had attacked Niger.", "ASSAULT"),
    ("Chad denied reports that its troops had attacked Niger.", "ASSAULT"),
    ("Chad's president has denied any role in the killing of Niger's envoy.", "ASSAULT"),
]
CONDITIONAL = [
    ("If Ethiopia attacks Eritrea, Kenya will protest.", "ASSAULT"),
    ("Ethiopia might attack Eritrea.", "ASSAULT"),
    ("Russia could impose sanctions on Georgia.", "SANCTION"),
]
CANCELLED = [
    ("Egypt cancelled the visit of Qatar's minister.", "CONSULT"),
    ("The summit between India and China was postponed.", "CONSULT"),
    ("Peru called off talks with Chile.", "CONSULT"),
]
ONGOING = [
    ("India and China are holding talks in Geneva.", "CONSULT"),
    ("Ethiopia is shelling Eritrea.", "ASSAULT"),
]


def statuses(tell, text: str, kind: str) -> list[str]:
    return [told.act.status.value for told in tell(text) if told.type == kind]


@pytest.mark.parametrize(("text", "kind"), OCCURRED)
def test_what_is_told_as_done_occurred_and_what_is_said_is_done(text, kind, tell):
    assert statuses(tell, text, kind)[:1] == ["occurred"]


@pytest.mark.parametrize(("text", "kind"), PLANNED)
def test_what_is_still_to_come_is_planned(text, kind, tell):
    assert statuses(tell, text, kind)[:1] == ["planned"]


@pytest.mark.parametrize(("text", "kind"), DENIED)
def test_what_the_words_negate_is_denied(text, kind, tell):
    assert statuses(tell, text, kind)[:1] == ["denied"]


@pytest.mark.parametrize(("text", "kind"), CONDITIONAL)
def test_what_only_may_happen_is_conditional(text, kind, tell):
    assert statuses(tell, text, kind)[:1] == ["conditional"]


@pytest.mark.parametrize(("text", "kind"), CANCELLED)
def test_what_is_called_off_is_cancelled(text, kind, tell):
    assert "cancelled" in statuses(tell, text, kind)


@pytest.mark.parametrize(("text", "kind"), ONGOING)
def test_what_goes_on_is_ongoing(text, kind, tell):
    assert statuses(tell, text, kind)[:1] == ["ongoing"]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Russia threatened to expel the envoys of Britain.", "THREATEN", "SANCTION"),
        ("Israel refused to release the prisoners.", "REJECT", "RETREAT"),
        ("Egypt asked Sudan to withdraw its troops.", "REQUEST", "RETREAT"),
        ("Sweden promised to send food to Chad.", "AGREE", "AID"),
        ("Poland called on Belarus to free the journalist.", "REQUEST", "RETREAT"),
    ],
)
def test_an_act_inside_another_is_no_event_of_its_own(text, outer, inner, tell):
    acts = {told.type: told.act for told in tell(text)}
    assert outer in acts
    assert inner not in acts or acts[inner].inside is acts[outer]
