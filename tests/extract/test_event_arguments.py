"""Who plays which part: one table for each construction."""

from collections.abc import Callable

import pytest

ACTIVE = [
    ("Norway condemned Syria on Monday.", "ACCUSE", "Norway", "Syria"),
    ("France praised Ghana for its patience.", "SUPPORT", "France", "Ghana"),
    ("Brazil accused Peru of smuggling timber.", "ACCUSE", "Brazil", "Peru"),
    ("Sweden sent food to Chad.", "AID", "Sweden", "Chad"),
    ("Canada gave Haiti 20 million dollars in aid.", "AID", "Canada", "Haiti"),
    ("Japan urged Iran to free the sailors.", "REQUEST", "Japan", "Iran"),
    ("Egypt called on Sudan to withdraw its troops.", "REQUEST", "Egypt", "Sudan"),
    ("Kenya rejected the demand of Somalia.", "REJECT", "Kenya", "Somalia"),
    ("Turkey threatened Greece with war.", "THREATEN", "Turkey", "Greece"),
    ("India imposed sanctions on Nepal.", "SANCTION", "India", "Nepal"),
    ("Ethiopia attacked Eritrea on Tuesday.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("Spain thanked Morocco for its help.", "SUPPORT", "Spain", "Morocco"),
    ("Chile recognised Palestine as a state.", "SUPPORT", "Chile", "Palestine"),
    ("Germany invited Ukraine to the conference.", "AGREE", "Germany", "Ukraine"),
    ("Russia expelled the ambassador of Britain.", "SANCTION", "Russia", None),
    ("Algeria apologized to Tunisia on Friday.", "CONCEDE", "Algeria", "Tunisia"),
]
PASSIVE = [
    ("Syria was condemned by Norway on Monday.", "ACCUSE", "Norway", "Syria"),
    ("Peru was accused by Brazil of smuggling timber.", "ACCUSE", "Brazil", "Peru"),
    ("Iran was urged by Japan to free the sailors.", "REQUEST", "Japan", "Iran"),
    ("Ghana was praised by France for its patience.", "SUPPORT", "France", "Ghana"),
    ("Eritrea was attacked by Ethiopia on Tuesday.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("Ukraine was invited by Germany to the conference.", "AGREE", "Germany", "Ukraine"),
    ("Palestine was recognised by Chile last year.", "SUPPORT", "Chile", "Palestine"),
    ("Georgia had been warned by Russia of consequences.", "THREATEN", "Russia", "Georgia"),
    ("Syria has been condemned by Norway and Sweden.", "ACCUSE", "Norway;Sweden", "Syria"),
]
PASSIVE_WITHOUT_AGENT = [
    ("Syria was condemned at the conference.", "ACCUSE", "", "Syria"),
    ("Peru was accused of smuggling timber.", "ACCUSE", "", "Peru"),
    ("Iran was urged to free the sailors.", "REQUEST", "", "Iran"),
    ("Eritrea was attacked on Tuesday.", "ASSAULT", "", "Eritrea"),
]
CONTROL = [
    ("Norway decided to condemn Syria.", "AGREE", "Norway", None),
    ("Russia threatened to expel the envoys of Britain.", "THREATEN", "Russia", None),
    ("Israel refused to free the prisoners.", "REJECT", "Israel", None),
    ("Japan agreed to lend Iraq 500 million dollars.", "AGREE", "Japan", None),
    ("Sweden promised to help Chad.", "AGREE", "Sweden", "Chad"),
    ("Egypt asked Sudan to hand over the rebels.", "REQUEST", "Egypt", "Sudan"),
    ("Turkey ordered Greece to leave the island.", "REQUEST", "Turkey", "Greece"),
    ("Poland wants Belarus to release the journalist.", "REQUEST", "Poland", "Belarus"),
    ("Iran offered to meet Iraq.", "AGREE", "Iran", None),
    ("Denmark vowed to support Estonia.", "AGREE", "Denmark", "Estonia"),
]
SPELT_OUT = [
    ("Norway condemned neighbours such as Chad and Mali.", "ACCUSE", "Norway", "Chad;Mali"),
    ("Two states, Egypt and Jordan, condemned Syria.", "ACCUSE", "Egypt;Jordan", "Syria"),
    ("Neighbours including Chad, Niger and Mali condemned Syria.", "ACCUSE", "Chad;Niger;Mali", "Syria"),
]
RELATIVE = [
    ("Norway, which condemned Syria, called for calm.", "ACCUSE", "Norway", "Syria"),
    ("Ethiopia, which attacked Eritrea, denied it.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("France, which praised Ghana, opened an embassy there.", "SUPPORT", "France", "Ghana"),
    ("Peru, which Brazil accused of smuggling, denied it.", "ACCUSE", "Brazil", "Peru"),
    ("Japan, which urged Iran to free the sailors, waited.", "REQUEST", "Japan", "Iran"),
    ("Canada, accused by Chile of piracy, protested.", "ACCUSE", "Chile", "Canada"),
]
CONJUNCTION = [
    ("Norway and Sweden condemned Syria.", "ACCUSE", "Norway;Sweden", "Syria"),
    ("Norway condemned Syria and Belarus.", "ACCUSE", "Norway", "Syria;Belarus"),
    ("Japan, Canada and Mexico urged Iran to free the sailors.", "REQUEST", "Japan;Canada;Mexico", "Iran"),
    ("Norway regretted the raid and condemned Syria.", "ACCUSE", "Norway", None),
    ("France praised Ghana and thanked Togo.", "SUPPORT", "France", "Ghana"),
    ("Sweden sent food to Chad and Niger.", "AID", "Sweden", "Chad;Niger"),
]
JOINT = [
    ("Peru and Ecuador signed a treaty.", "SUPPORT", "Peru;Ecuador", ""),
    ("Peru signed a treaty with Ecuador.", "SUPPORT", "Peru;Ecuador", None),
    ("India and China held talks in Geneva.", "CONSULT", "India;China", ""),
    ("India held talks with China in Geneva.", "CONSULT", "India;China", ""),
    ("Egypt met with Qatar on Sunday.", "CONSULT", "Egypt;Qatar", ""),
    ("Egypt and Qatar met on Sunday.", "CONSULT", "Egypt;Qatar", ""),
    ("The talks between India and China ended on Friday.", "CONSULT", "India;China", ""),
    ("Armenia reached an agreement with Turkey.", "AGREE", "Armenia;Turkey", ""),
    ("Armenia and Turkey reached an agreement.", "AGREE", "Armenia;Turkey", ""),
    ("A meeting between Spain and Morocco took place in Rabat.", "CONSULT", "Spain;Morocco", ""),
    ("Chad discussed the border with Sudan.", "CONSULT", "Chad;Sudan", ""),
    ("Mali discussed the future of the mine with Ghana on Sunday.", "CONSULT", "Mali;Ghana", None),
    ("Kenya and Uganda agreed to share the lake.", "AGREE", "Kenya;Uganda", ""),
    ("Talks were held by Iran and Iraq in Muscat.", "CONSULT", "Iran;Iraq", ""),
]
NOMINAL = [
    ("Norway's condemnation of Syria came late.", "ACCUSE", "Norway", "Syria"),
    ("The attack by Ethiopia on Eritrea failed.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("Ethiopia's attack on Eritrea failed.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("Japan's appeal to Iran was ignored.", "REQUEST", "Japan", "Iran"),
    ("Sanctions against Nepal by India hurt trade.", "SANCTION", "India", "Nepal"),
    ("The threats by Turkey against Greece continued.", "THREATEN", "Turkey", "Greece"),
    ("The visit of Germany's chancellor to Poland begins today.", "CONSULT", None, None),
]
LIGHT = [
    ("Norway expressed support for Ghana.", "SUPPORT", "Norway", "Ghana"),
    ("Ethiopia launched an attack on Eritrea.", "ASSAULT", "Ethiopia", "Eritrea"),
    ("Syria faced condemnation by Norway.", "ACCUSE", "Norway", "Syria"),
    ("Brazil provided assistance to Haiti.", "AID", "Brazil", "Haiti"),
    ("Japan made an appeal to Iran.", "REQUEST", "Japan", "Iran"),
]
BACKGROUND = [
    ("France and Germany discussed the war in Sudan, with Norway and Kenya listening.", "ASSAULT", "", ""),
    ("Kenya and Uganda spoke on Friday, their first talks since the border clashes of May.", "ASSAULT", "", ""),
    ("The clashes between Chad and Libya went on, Norway said.", "ASSAULT", "Chad;Libya", ""),
    ("Norway and Kenya deplored the war between Chad and Libya.", "ASSAULT", "Chad;Libya", ""),
]
MEDIATED = [
    ("Oman brokered a truce between Yemen and Qatar.", "AGREE", "Yemen;Qatar", "Oman"),
    (
        "Kenya and Uganda resumed talks in Cairo, with Egypt and Chad acting as mediators.",
        "CONSULT",
        "Kenya;Uganda",
        "Egypt;Chad",
    ),
    ("Norway mediated talks between Sudan and Chad.", "CONSULT", "Sudan;Chad", "Norway"),
]


def check(tell: Callable[..., list], text: str, kind: str, actors: str | None, recipients: str | None) -> None:
    found = [t for t in tell(text) if t.type == kind]
    assert found, [t.type for t in tell(text)]
    if actors is not None:
        assert found[0].actors == frozenset(filter(None, actors.split(";")))
    if recipients is not None:
        assert found[0].recipients == frozenset(filter(None, recipients.split(";")))


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), ACTIVE)
def test_the_subject_acts_on_the_object(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), PASSIVE)
def test_the_agent_of_a_passive_acts_on_its_subject(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), PASSIVE_WITHOUT_AGENT)
def test_a_passive_without_an_agent_has_no_actor(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CONTROL)
def test_a_verb_with_an_infinitive_keeps_its_subject(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), RELATIVE)
def test_a_relative_clause_takes_the_noun_that_it_hangs_on(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CONJUNCTION)
def test_all_that_are_coordinated_take_part(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), JOINT)
def test_all_parties_of_a_joint_act_are_actors(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), NOMINAL)
def test_a_noun_has_its_parties_in_its_possessor_and_prepositions(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), LIGHT)
def test_a_light_verb_lends_its_noun_the_parties(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), SPELT_OUT)
def test_those_whom_a_plural_spells_out_take_part_in_its_place(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)


@pytest.mark.parametrize(("text", "kind", "actors", "mediators"), MEDIATED)
def test_mediators_stand_apart(text, kind, actors, mediators, tell):
    found = next(t for t in tell(text) if t.type == kind)
    assert found.actors == frozenset(actors.split(";"))
    assert found.mediators == frozenset(mediators.split(";"))


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), BACKGROUND)
def test_a_war_that_is_only_named_has_the_parties_of_its_own_phrase(text, kind, actors, recipients, tell):
    check(tell, text, kind, actors, recipients)
