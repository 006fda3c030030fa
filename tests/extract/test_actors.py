"""Actors in sentences of our own: who is mentioned where, what is said of them, and what is no mention."""

from datetime import date

import pytest

from dateline.extract.actors import find_actors


def rows(table):
    """Split a table at its bars; a row that starts with a bar is about the text of the row before."""
    out, text = [], ""
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        text = cells[0] or text
        out.append((text, *cells[1:]))
    return out


def actor_at(cast, text, mention):
    """The actor whose mention reads so."""
    for actor in cast.actors:
        if any(text[start:end] == mention for start, end in actor.mentions):
            return actor
    shown = [text[start:end] for actor in cast.actors for start, end in actor.mentions]
    pytest.fail(f"{mention!r} is no mention; there are {shown}")


# text | mention | name | kind | country | sector
TITLES = """
Norwegian Foreign Minister Ada Berg met Danish envoy Ivo Kral on Tuesday. | Norwegian Foreign Minister Ada Berg | Ada Berg | person | NOR | GOV
| Danish envoy Ivo Kral | Ivo Kral | person | DNK | GOV
French President Paul Morel arrived in Rabat on Sunday. | French President Paul Morel | Paul Morel | person | FRA | GOV
Portuguese Prime Minister Ana Lopes will visit Angola next week. | Portuguese Prime Minister Ana Lopes | Ana Lopes | person | PRT | GOV
Swedish Defence Minister Nils Holm signed the accord on Friday. | Swedish Defence Minister Nils Holm | Nils Holm | person | SWE | GOV
Chilean army chief General Pedro Rojas resigned on Monday. | Chilean army chief General Pedro Rojas | Pedro Rojas | person | CHL | MIL
Canadian lawmaker Jean Tremblay criticised the treaty. | Canadian lawmaker Jean Tremblay | Jean Tremblay | person | CAN | LEG
Austrian Chancellor Karl Gruber rejected the offer. | Austrian Chancellor Karl Gruber | Karl Gruber | person | AUT | GOV
Spanish King Felipe Alonso received the envoys on Sunday. | Spanish King Felipe Alonso | Felipe Alonso | person | ESP | GOV
Belgian judge Luc Peeters ordered his arrest. | Belgian judge Luc Peeters | Luc Peeters | person | BEL | JUD
Kenyan police chief Daniel Otieno denied the charges. | Kenyan police chief Daniel Otieno | Daniel Otieno | person | KEN | COP
Polish Senator Jan Nowak opposed the law. | Polish Senator Jan Nowak | Jan Nowak | person | POL | LEG
Iraqi insurgent leader Omar Hadi was captured on Monday. | Iraqi insurgent leader Omar Hadi | Omar Hadi | person | IRQ | REB
Greek Foreign Minister Nikos Pappas said the talks had failed. | Greek Foreign Minister Nikos Pappas | Nikos Pappas | person | GRC | GOV
Hungarian Foreign Ministry spokesman Gabor Kiss denied the report. | Hungarian Foreign Ministry spokesman Gabor Kiss | Gabor Kiss | person | HUN | GOV
US Secretary of State Mary Walker flew to Oslo. | US Secretary of State Mary Walker | Mary Walker | person | USA | GOV
Turkish Deputy Prime Minister Emre Kaya held talks in Baku. | Turkish Deputy Prime Minister Emre Kaya | Emre Kaya | person | TUR | GOV
Brazilian Trade Minister Carlos Dias welcomed the decision. | Brazilian Trade Minister Carlos Dias | Carlos Dias | person | BRA | GOV
Egyptian Ambassador Hany Fouad handed over the letter. | Egyptian Ambassador Hany Fouad | Hany Fouad | person | EGY | GOV
British High Commissioner Alan Reed left Harare on Thursday. | British High Commissioner Alan Reed | Alan Reed | person | GBR | GOV
Mexican Interior Minister Rosa Vega met the mayor. | Mexican Interior Minister Rosa Vega | Rosa Vega | person | MEX | GOV
Italian reporter Paola Conti asked about the ransom. | Italian reporter Paola Conti | Paola Conti | person | ITA | MED
Peruvian Bishop Luis Quispe offered to mediate. | Peruvian Bishop Luis Quispe | Luis Quispe | person | PER | REL
Finnish Prime Minister Aino Laine and Estonian President Tarmo Saar signed a pact. | Finnish Prime Minister Aino Laine | Aino Laine | person | FIN | GOV
| Estonian President Tarmo Saar | Tarmo Saar | person | EST | GOV
Bolivian President Hugo Mamani met Paraguayan Foreign Minister Julia Ortiz in Sucre. | Paraguayan Foreign Minister Julia Ortiz | Julia Ortiz | person | PRY | GOV
Dutch Prime Minister Wim de Boer will meet Czech President Karel Dvorak in Prague on Monday. | Dutch Prime Minister Wim de Boer | Wim de Boer | person | NLD | GOV
| Czech President Karel Dvorak | Karel Dvorak | person | CZE | GOV
Romanian Finance Minister Ion Popa denied the charges. | Romanian Finance Minister Ion Popa | Ion Popa | person | ROU | GOV
Senegalese Foreign Minister Awa Diop called for a truce. | Senegalese Foreign Minister Awa Diop | Awa Diop | person | SEN | GOV
Thai Deputy Foreign Minister Somchai Rattana flew to Hanoi. | Thai Deputy Foreign Minister Somchai Rattana | Somchai Rattana | person | THA | GOV
Argentine President Marta Suarez rejected the plan. | Argentine President Marta Suarez | Marta Suarez | person | ARG | GOV
Omani Foreign Minister Said Harthy hosted the talks. | Omani Foreign Minister Said Harthy | Said Harthy | person | OMN | GOV
New Zealand Prime Minister Helen Moore signed the treaty. | New Zealand Prime Minister Helen Moore | Helen Moore | person | NZL | GOV
South African President Sipho Dlamini will visit Zambia. | South African President Sipho Dlamini | Sipho Dlamini | person | ZAF | GOV
"""

STATES = """
Norway rejected the Danish proposal on Tuesday. | Norway | Norway | country | NOR | GOV
The United States will send aid to Haiti. | The United States | United States | country | USA | GOV
| Haiti | Haiti | country | HTI | GOV
Talks between Peru and Ecuador resumed on Monday. | Peru | Peru | country | PER | GOV
| Ecuador | Ecuador | country | ECU | GOV
The Netherlands joined the treaty in May. | The Netherlands | Netherlands | country | NLD | GOV
Ivory Coast accused Burkina Faso of arming the rebels. | Ivory Coast | Ivory Coast | country | CIV | GOV
| Burkina Faso | Burkina Faso | country | BFA | GOV
South Korea urged North Korea to return to the talks. | South Korea | South Korea | country | KOR | GOV
| North Korea | North Korea | country | PRK | GOV
The US imposed sanctions on Myanmar. | US | United States | country | USA | GOV
| Myanmar | Myanmar | country | MMR | GOV
The UK and France agreed to share the costs. | UK | Britain | country | GBR | GOV
Washington rejected the offer on Friday. | Washington | United States | country | USA | GOV
Beijing warned Tokyo not to interfere. | Beijing | China | country | CHN | GOV
| Tokyo | Japan | country | JPN | GOV
Pyongyang accused Seoul of provoking a war. | Pyongyang | North Korea | country | PRK | GOV
| Seoul | South Korea | country | KOR | GOV
The Soviet Union withdrew its troops from Hungary. | The Soviet Union | Soviet Union | country | SUN | GOV
Yugoslavia recalled its ambassador from Italy. | Yugoslavia | Yugoslavia | country | YUG | GOV
Moscow and Kiev signed the gas deal. | Moscow | Russia | country | RUS | GOV
| Kiev | Ukraine | country | UKR | GOV
Turkey's government denied the report. | Turkey's government | Turkey's government | government | TUR | GOV
Zaire expelled three diplomats. | Zaire | Democratic Republic of the Congo | country | COD | GOV
East Timor asked Portugal for help. | East Timor | East Timor | country | TLS | GOV
The Holy See recognised Croatia. | The Holy See | Vatican | country | VAT | GOV
Kosovo declared its independence from Serbia. | Kosovo | Kosovo | country | XKX | GOV
Slovenia and Croatia agreed to share the bay. | Slovenia | Slovenia | country | SVN | GOV
| Croatia | Croatia | country | HRV | GOV
Cuba thanked Venezuela for the oil. | Cuba | Cuba | country | CUB | GOV
| Venezuela | Venezuela | country | VEN | GOV
Iran, Iraq and Syria signed the pact. | Iran | Iran | country | IRN | GOV
| Syria | Syria | country | SYR | GOV
Tehran denied that it had armed the militia. | Tehran | Iran | country | IRN | GOV
London and Paris condemned the attack. | Paris | France | country | FRA | GOV
Ankara said on Monday that it would close the border. | Ankara | Turkey | country | TUR | GOV
Burma freed two dissidents. | Burma | Myanmar | country | MMR | GOV
Czechoslovakia broke off relations with Chile. | Czechoslovakia | Czechoslovakia | country | CSK | GOV
The Philippines and Malaysia settled the dispute. | Malaysia | Malaysia | country | MYS | GOV
DR Congo accused Rwanda of invading its territory. | Rwanda | Rwanda | country | RWA | GOV
U.S. and Cuba resumed direct talks. | U.S. | United States | country | USA | GOV
Bosnia and Herzegovina applied for membership. | Bosnia and Herzegovina | Bosnia and Herzegovina | country | BIH | GOV
"""

BODIES = """
The German government approved the plan. | The German government | German government | government | DEU | GOV
The Indonesian parliament rejected the bill. | The Indonesian parliament | * | organization | IDN | LEG
The Polish Foreign Ministry summoned the ambassador. | The Polish Foreign Ministry | Polish Foreign Ministry | government | POL | GOV
The Kenyan army attacked the camp at dawn. | The Kenyan army | Kenyan army | force | KEN | MIL
Colombian police arrested the smugglers. | Colombian police | Colombian police | force | COL | COP
The Ugandan supreme court annulled the vote. | The Ugandan supreme court | Ugandan supreme court | organization | UGA | JUD
The Chilean opposition boycotted the session. | The Chilean opposition | Chilean opposition | organization | CHL | OPP
The Malian junta freed the minister. | The Malian junta | Malian junta | government | MLI | GOV
Spanish newspapers printed the letter. | Spanish newspapers | Spanish newspapers | organization | ESP | MED
The Swiss company denied the charges. | The Swiss company | Swiss company | organization | CHE | BUS
The Thai cabinet met on Tuesday. | The Thai cabinet | Thai cabinet | government | THA | GOV
The Portuguese central bank raised its rate. | The Portuguese central bank | Portuguese central bank | government | PRT | GOV
The Ghanaian navy seized the trawler. | The Ghanaian navy | Ghanaian navy | force | GHA | MIL
The Croatian government signed the deal with Hungarian companies. | Hungarian companies | Hungarian companies | organization | HUN | BUS
The Iraqi authorities freed the prisoners. | The Iraqi authorities | Iraqi authorities | government | IRQ | GOV
The Austrian newspaper quoted the minister. | The Austrian newspaper | Austrian newspaper | organization | AUT | MED
The French senate voted against the treaty. | The French senate | French senate | organization | FRA | LEG
The Norwegian charity sent blankets to Chad. | The Norwegian charity | Norwegian charity | organization | NOR | NGO
The Danish embassy was closed on Friday. | The Danish embassy | Danish embassy | government | DNK | GOV
"""

PEOPLES = """
Israeli troops killed two Palestinians near the border. | Israeli troops | Israeli troops | force | ISR | MIL
Police fired tear gas on Sunday. | Police | Police | force | - | COP
Protesters marched through the city on Sunday. | Protesters | Protesters | people | - | CVL
Gunmen attacked a convoy of aid workers. | Gunmen | Gunmen | armed_group | - | UAF
Rebels seized the town on Sunday. | Rebels | Rebels | armed_group | - | REB
A senior US official said the talks would go on. | A senior US official | senior US official | person | USA | GOV
Turkish diplomats met rebel leaders on Monday. | Turkish diplomats | Turkish diplomats | people | TUR | GOV
Afghan refugees crossed into Pakistan. | Afghan refugees | Afghan refugees | people | AFG | REF
Sudanese soldiers shot three demonstrators. | Sudanese soldiers | Sudanese soldiers | force | SDN | MIL
Somali pirates released the hostages on Friday. | Somali pirates | Somali pirates | people | SOM | CRM
| the hostages | hostages | people | * | CVL
French journalists were expelled from Chad. | French journalists | French journalists | people | FRA | MED
Two Italian aid workers were kidnapped by militants. | Two Italian aid workers | Two Italian aid workers | people | ITA | NGO
| militants | militants | armed_group | * | REB
Mexican farmers blocked the highway. | Mexican farmers | Mexican farmers | people | MEX | AGR
Georgian separatists attacked the convoy. | Georgian separatists | Georgian separatists | armed_group | GEO | REB
Indian fishermen were arrested by the navy. | Indian fishermen | Indian fishermen | people | IND | CVL
Pakistani lawmakers debated the treaty. | Pakistani lawmakers | Pakistani lawmakers | people | PAK | LEG
Israeli settlers threw stones at Palestinian farmers. | Israeli settlers | Israeli settlers | people | ISR | CVL
| Palestinian farmers | Palestinian farmers | people | PSE | AGR
British and French diplomats met in Oslo. | British and French diplomats | British and French diplomats | people | - | GOV
Ugandan rebels killed two priests. | Ugandan rebels | Ugandan rebels | armed_group | UGA | REB
Ethiopian troops withdrew from Somalia. | Ethiopian troops | Ethiopian troops | force | ETH | MIL
A Turkish diplomat was killed in Vienna. | A Turkish diplomat | Turkish diplomat | person | TUR | GOV
A Russian businessman paid the ransom. | A Russian businessman | Russian businessman | person | RUS | BUS
German judges rejected the request. | German judges | German judges | people | DEU | JUD
Haitian police arrested a gang leader. | Haitian police | * | force | HTI | COP
British soldiers guarded the airport. | British soldiers | British soldiers | force | GBR | MIL
Residents fled the city after the attack. | Residents | Residents | people | - | CVL
Officials of Chad and Niger met reporters from Togo on Monday. | Officials of Chad and Niger | * | people | - | GOV
The Harbour Times printed the letter on Monday. | The Harbour Times | Harbour Times | organization | * | MED
Residents of Kharkiv fled the shelling on Monday. | Residents of Kharkiv | * | people | UKR | CVL
The mayor of Rotterdam resigned on Monday. | The mayor of Rotterdam | * | person | NLD | GOV
Police in Aleppo arrested two men on Monday. | Police in Aleppo | * | force | SYR | COP
Iranian students burned a flag outside the embassy. | Iranian students | Iranian students | people | IRN | CVL
"""


@pytest.mark.parametrize(
    ("text", "mention", "name", "kind", "country", "sector"), rows(TITLES) + rows(STATES) + rows(BODIES) + rows(PEOPLES)
)
def test_a_mention_shows_its_actor(parse, lex, text, mention, name, kind, country, sector):
    actor = actor_at(find_actors(parse(text), lex.actors), text, mention)
    found = (actor.name, actor.kind, actor.country or "-", actor.sector or "-")
    wanted = (name, kind, country, sector)
    assert all(w in ("*", f) for f, w in zip(found, wanted, strict=True)), f"{found} for {wanted}"


# text | mention | name of the actor that it stands for | how that is known
CHAINS = """
Norwegian Foreign Minister Ada Berg arrived on Monday. Berg said the talks would resume. | Berg | Ada Berg | surname
Norwegian Foreign Minister Ada Berg arrived on Monday. She told reporters that the talks would resume. | She | Ada Berg | pronoun
Danish envoy Ivo Kral flew home. He said the deal was dead. | He | Ivo Kral | pronoun
French President Paul Morel met the king, who thanked him. Morel left on Friday. | Morel | Paul Morel | surname
Turkey recalled its ambassador on Monday. It also closed the border. | It | Turkey | pronoun
China rejected the report. Beijing called it a lie. | Beijing | China | metonym
Russia sent a letter to the council. Moscow wants a vote this week. | Moscow | Russia | metonym
Kenyan President Daniel Otieno opened the summit. The president called for unity. | The president | Daniel Otieno | title
Rebels attacked the barracks. The rebels took ten soldiers hostage. | The rebels | Rebels | role
Chilean Foreign Minister Rosa Vega met her Peruvian counterpart. The Chilean minister urged calm. | The Chilean minister | Rosa Vega | title
Ada Berg, the Norwegian foreign minister, arrived in Oslo. | Ada Berg | Ada Berg | name
| the Norwegian foreign minister | Ada Berg | apposition
The Association of Baltic Ports (ABP) met in Riga. The ABP elected a new chairman. | ABP | Association of Baltic Ports | abbreviation
Ethiopia accused Eritrea of aggression. The two countries fought a war. | Eritrea | Eritrea | name
Swedish envoy Karin Lund met the rebels. They told her that the truce would hold. | her | Karin Lund | pronoun
Iraq rejected the plan. Baghdad said it would not sign. | Baghdad | Iraq | metonym
Gunmen seized the ship. The gunmen demanded a ransom. | The gunmen | Gunmen | role
Kenya's president Daniel Otieno spoke on Monday. Otieno said Kenya would send troops. | Otieno | Daniel Otieno | surname
Egyptian President Hany Fouad called Danish Prime Minister Ivo Kral. Kral promised to help. | Kral | Ivo Kral | surname
Burundi closed its border. The country blamed Rwanda. | The country | Burundi | role
Belgian Foreign Minister Luc Peeters resigned. The foreign minister gave no reason. | The foreign minister | Luc Peeters | title
The Kenyan army attacked the camp. The army lost two men. | The army | Kenyan army | role
Polish Prime Minister Jan Nowak said his government would sign. | his | Jan Nowak | pronoun
"We will not sign," said Greek Prime Minister Nikos Pappas. "I have told them so." | I | Nikos Pappas | pronoun
"""


@pytest.mark.parametrize(("text", "mention", "name", "how"), rows(CHAINS))
def test_a_chain_of_mentions_is_one_actor_s(parse, lex, text, mention, name, how):
    cast = find_actors(parse(text), lex.actors)
    actor = actor_at(cast, text, mention)
    assert actor.name == name
    found = [h for (start, end), h in zip(actor.mentions, actor.resolved_by, strict=True) if text[start:end] == mention]
    assert how in found


# text | group | its members
GROUPS = """
Bolivian President Hugo Mamani met Peruvian President Luis Quispe in Lima. The two leaders signed a treaty. | The two leaders | Hugo Mamani; Luis Quispe
Ethiopia and Eritrea signed a truce on Monday. The two countries had fought for years. | The two countries | Ethiopia; Eritrea
Talks between Peru and Ecuador resumed on Monday. Both countries hope for a deal. | Both countries | Peru; Ecuador
Delegations from Norway and Sweden resumed talks in May, with Egypt, Qatar and Ghana acting as mediators. The parties signed an accord in June. | The parties | Norway; Sweden
Chile and Bolivia broke off talks on Monday. The two sides accused each other of bad faith. | The two sides | Chile; Bolivia
"""


@pytest.mark.parametrize(("text", "mention", "members"), rows(GROUPS))
def test_a_group_has_the_members_that_the_text_names(parse, lex, text, mention, members):
    cast = find_actors(parse(text), lex.actors)
    group = actor_at(cast, text, mention)
    assert "; ".join(cast.by_id[m].name for m in group.members) == members


# text | what is no mention in it
NO_MENTIONS = """
The summit took place in Baghdad on Monday. | Baghdad
A bomb exploded in central Lima on Friday. | Lima
The agreement came into force in May. | force
The report was published on Tuesday. | The report
OSLO, May 4 (Harbour Wire) -- Norway rejected the plan. | OSLO
The president left for Geneva on Monday. | Geneva
The state of the roads is poor. | The state
Prices rose by ten percent in March. | Prices
The treaty was signed in 1994. | The treaty
It rained in the capital on Sunday. | It
Turkey was served at the dinner for the envoys. | the dinner
The meeting will be held next week. | The meeting
He spoke on Monday of a new era. | a new era
An earthquake shook northern Chile on Monday. | northern Chile
The conference opened in Cairo on Sunday. | Cairo
The deadline expires on Friday. | The deadline
The vote was postponed until March. | The vote
The price of oil fell. | oil
The bridge over the river was closed. | The bridge
The talks broke down in June. | The talks
The border was closed at noon. | The border
The war lasted ten years. | The war
A ceasefire took effect at midnight. | A ceasefire
The plane landed in Geneva. | Geneva
NEW DELHI, June 2 (Harbour Wire) -- India closed the border. | NEW DELHI
The Red Sea was calm. | The Red Sea
The law was passed in 1990. | The law
The Harbour Times obtained the draft. It authorises member states to send troops. | It
The draft will be put to a vote on November 17. | November 17
The council debated the plan. It was adopted on Monday. | It
"""


@pytest.mark.parametrize(("text", "words"), rows(NO_MENTIONS))
def test_what_only_looks_like_an_actor_is_none(parse, lex, text, words):
    cast = find_actors(parse(text), lex.actors)
    assert words not in [text[start:end] for actor in cast.actors for start, end in actor.mentions]


def test_us_in_small_letters_is_not_the_united_states(parse, lex):
    text = "The envoy told us that talks would resume. The US agreed."
    cast = find_actors(parse(text), lex.actors)
    actor = actor_at(cast, text, "US")
    assert (actor.country, [text[start:end] for start, end in actor.mentions]) == ("USA", ["US"])


def test_what_a_listed_person_also_is_leaves_the_sector_that_the_tables_know(parse, lex):
    text = "Joseph Kony fled on Monday. Joseph Kony, a former banker, lives in Sudan."
    actor = actor_at(find_actors(parse(text), lex.actors), text, "Joseph Kony")
    assert (actor.country, actor.sector) == ("UGA", "REB")


def test_a_country_that_nothing_speaks_for_is_not_guessed(parse, lex):
    text = "Gunmen fled. Norway, Chile, Ghana, Nepal and Fiji signed the treaty on Monday."
    actor = actor_at(find_actors(parse(text), lex.actors), text, "Gunmen")
    assert actor.country is None


KNOWN_ROWS = """
Russia asked the African Union for time. | Russia | country:RUS
| the African Union | body:african-union
Moscow recalled its envoy on Friday. | Moscow | country:RUS
Joseph Kony fled to Sudan on Monday. | Joseph Kony | person:kony-joseph
Ada Berg met a farmer on Tuesday. | Ada Berg |
The Harbour Council met on Tuesday. | The Harbour Council |
"""


@pytest.mark.parametrize(("text", "mention", "row"), rows(KNOWN_ROWS))
def test_an_actor_bears_the_id_of_its_row_in_the_tables(parse, lex, text, mention, row):
    assert actor_at(find_actors(parse(text), lex.actors), text, mention).known == (row or None)


def test_the_holder_of_an_office_bears_the_id_of_his_row(parse, lex):
    text = "The Russian president left on Monday."
    actor = actor_at(find_actors(parse(text), lex.actors, date(2010, 5, 4)), text, "The Russian president")
    assert (actor.name, actor.known) == ("Dmitry Medvedev", "person:medvedev-dmitry")


def test_a_surname_is_one_however_often_it_was_used_before(parse, lex):
    text = "Ada Berg left on Monday. Berg spoke in Oslo. Berg met farmers. Berg signed the treaty."
    actor = actor_at(find_actors(parse(text), lex.actors), text, "Ada Berg")
    assert actor.resolved_by == ("name", "surname", "surname", "surname")


def test_a_short_form_in_brackets_is_part_of_the_name_and_stands_for_it(parse, lex):
    text = "Envoys met the Free Harbour Workers Front (FHWF) in Oslo. The FHWF rejected the offer. The Front fled."
    actor = actor_at(find_actors(parse(text), lex.actors), text, "FHWF")
    assert all(text[start:end].count("(") == text[start:end].count(")") for start, end in actor.mentions)
    assert any("Free Harbour Workers Front" in text[start:end] for start, end in actor.mentions)
