"""Through whom a claim came: sentence -> chain, from the first voice to the last before the article's own outlet.

One letter after the stroke is the role: s speaker, p spokesperson, d document, x anonymous, a agency, o outlet.
"""

import pytest

from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast
from dateline.records import Article, ChainRole

LETTERS = {
    ChainRole.SPEAKER: "s",
    ChainRole.SPOKESPERSON: "p",
    ChainRole.DOCUMENT: "d",
    ChainRole.ANONYMOUS: "x",
    ChainRole.AGENCY: "a",
    ChainRole.OUTLET: "o",
}

TABLE = """
# a speaker alone
The minister said that the talks would resume. = minister/s
Ada Berg said the truce would hold. = Ada Berg/s
The truce would hold, Ada Berg said on Monday. = Ada Berg/s
"The truce will hold," Ada Berg said. = Ada Berg/s
Norway told the council that the truce would hold. = Norway/s
The Kremlin said that the talks would resume. = Kremlin/s
According to the foreign ministry, the talks would resume. = foreign ministry/s
The talks would resume, according to Ada Berg. = Ada Berg/s
The two leaders pledged to resume the talks. = two leaders/s
Berg urged both sides to resume the talks. = Berg/s
Berg accused the rebels of breaking the truce that was signed in spring. = Berg/s
In the words of the mediator, the truce of last spring had been dead for a week. = mediator/s
The mediator, who brokered the truce, said it would hold. = mediator/s
Critics say the accord changes nothing. = Critics/s
The coalition warned that the border would stay closed. = coalition/s
# spokespersons
A ministry spokesman said that the talks would resume. = ministry spokesman/p
The talks would resume, a ministry spokeswoman said. = ministry spokeswoman/p
Kremlin spokesman Ivo Kral said that the talks would resume. = Kremlin spokesman Ivo Kral/p
"The talks will resume," said a spokesperson for the mission. = spokesperson for the mission/p
The palace press office said that the king was ill. = palace press office/p
White House press secretary Nora Lind said that the talks would resume. = White House press secretary Nora Lind/p
A spokesman for the rebels told reporters that the truce was over. = spokesman for the rebels/p
The army spokesman denied that the village had been shelled. = army spokesman/p
According to a government spokesman, the talks would resume. = government spokesman/p
Spokeswoman Nora Lind announced that the envoy would resign. = Spokeswoman Nora Lind/p
# documents
A statement said that the talks would resume. = statement/d
The communique said that both sides would withdraw. = communique/d
The report said that the truce had been broken twice. = report/d
According to the draft, the border would be reopened. = draft/d
The resolution says that the sanctions will be lifted. = resolution/d
A survey found that most voters want peace. = survey/d
The poll showed that most voters want peace. = poll/d
The letter said that the envoy would resign. = letter/d
The treaty stipulates that both sides withdraw. = treaty/d
According to a joint declaration, both sides would withdraw. = joint declaration/d
The document says that the force would stay for a year. = document/d
A study by the institute concluded that the river was dying. = study by the institute/d
The indictment alleges that he sold the secrets. = indictment/d
The verdict said that the general had known of the plan. = verdict/d
A memo warned that the bridge would fall. = memo/d
The agreement says that the prisoners will be freed. = agreement/d
"The guns must fall silent," the joint statement said. = joint statement/d
The ministry's statement said that the talks would resume. = ministry's statement/d
# a speaker in a document
The ministry said in a statement that the talks would resume. = ministry/s > statement/d
The talks would resume, the ministry said in a statement. = ministry/s > statement/d
In a statement, the ministry said that the talks would resume. = ministry/s > statement/d
Berg said in a letter that the talks would resume. = Berg/s > letter/d
"The talks will resume," Berg wrote in a letter. = Berg/s > letter/d
Berg wrote in an email that the talks would resume. = Berg/s > email/d
The council said in a report that the truce had been broken. = council/s > report/d
The two sides said in a joint communique that they would withdraw. = two sides/s > joint communique/d
The office said in a written statement that the king was ill. = office/s > written statement/d
Berg said in a tweet that the talks would resume. = Berg/s > tweet/d
The court said in a ruling that the vote was void. = court/s > ruling/d
A ministry spokesman said in a statement that the talks would resume. = ministry spokesman/p > statement/d
The envoy said in a memo that the bridge would fall. = envoy/s > memo/d
"We will withdraw," the rebels said in a statement. = rebels/s > statement/d
# agencies and outlets alone
TASS reported that the talks would resume. = TASS/a
The talks would resume, TASS reported. = TASS/a
Xinhua said the envoy had arrived. = Xinhua/a
The Interfax news agency reported that the envoy had arrived. = Interfax news agency/a
The envoy had arrived, according to Reuters. = Reuters/a
State media reported that the talks would resume. = State media/o
State television said that the envoy had arrived. = State television/o
The envoy had arrived, local media reported. = local media/o
The New York Times reported that the envoy would resign. = New York Times/o
The Harbour Herald said that the envoy would resign. = Harbour Herald/o
According to Israel Radio, the envoy had arrived. = Israel Radio/o
Army radio said that three soldiers had been wounded. = Army radio/o
The daily said that the envoy would resign. = daily/o
The official SANA news agency said the envoy had arrived. = official SANA news agency/a
Press reports said that the envoy would resign. = Press reports/o
Yonhap reported on Friday that the envoy had arrived. = Yonhap/a
The BBC reported that the envoy would resign. = BBC/o
# told an agency or outlet
"The talks will resume," Berg told AFP. = Berg/s > AFP/a
Berg told AFP that the talks would resume. = Berg/s > AFP/a
Berg told Reuters the talks would resume. = Berg/s > Reuters/a
The talks would resume, Berg told Interfax on Monday. = Berg/s > Interfax/a
Berg told state television that the talks would resume. = Berg/s > state television/o
Berg told CNN that the talks would resume. = Berg/s > CNN/o
Berg told the newspaper that the talks would resume. = Berg/s > newspaper/o
"The talks will resume," Berg told the BBC. = Berg/s > BBC/o
A ministry spokesman told Xinhua that the talks would resume. = ministry spokesman/p > Xinhua/a
A ministry spokeswoman told TASS that the talks would resume. = ministry spokeswoman/p > TASS/a
Berg told Army Radio that the talks would resume. = Berg/s > Army Radio/o
Berg told the Kyodo news agency that the talks would resume. = Berg/s > Kyodo news agency/a
"It is over," a resident told AFP by telephone. = resident/x > AFP/a
Berg said in an interview with Reuters that the talks would resume. = Berg/s > Reuters/a
Berg said in an interview with the BBC that the talks would resume. = Berg/s > BBC/o
# was quoted as saying
Berg was quoted as saying that the talks would resume. = Berg/s
Berg was quoted by TASS as saying that the talks would resume. = Berg/s > TASS/a
Berg was quoted by Interfax as saying the talks would resume. = Berg/s > Interfax/a
"The talks will resume," Berg was quoted by Yonhap as saying. = Berg/s > Yonhap/a
"The talks will resume," Berg was quoted as saying by Yonhap. = Berg/s > Yonhap/a
The talks would resume, Berg was quoted as saying by news agencies. = Berg/s > news agencies/a
Berg was quoted as saying by Russian news agencies that the talks would resume. = Berg/s > Russian news agencies/a
Berg was quoted by state radio as saying that the talks would resume. = Berg/s > state radio/o
Berg was quoted by the daily as saying that the talks would resume. = Berg/s > daily/o
TASS quoted Berg as saying that the talks would resume. = Berg/s > TASS/a
The Interfax news agency quoted Berg as saying that the talks would resume. = Berg/s > Interfax news agency/a
State media quoted Berg as saying that the talks would resume. = Berg/s > State media/o
Kyodo quoted a ministry spokesman as saying that the talks would resume. = ministry spokesman/p > Kyodo/a
The newspaper quoted an unnamed official as saying that the talks would resume. = unnamed official/x > newspaper/o
Xinhua quoted the minister as saying that the talks would resume. = minister/s > Xinhua/a
The spokesman quoted the king as saying that the talks would resume. = king/s > spokesman/p
IRNA quoted the general as saying that the fleet would sail. = general/s > IRNA/a
The general was quoted by IRNA as saying that the fleet would sail. = general/s > IRNA/a
# as per, according to inside the words around the cue
The Kremlin noted in a statement as per TASS that the ferry would sail. = Kremlin/s > statement/d > TASS/a
The talks would resume, the Kremlin said, as per TASS. = Kremlin/s > TASS/a
Berg said, according to TASS, that the talks would resume. = Berg/s > TASS/a
The talks would resume, according to the Norwegian ministry, the Russian news agency TASS reported. = Norwegian ministry/s > TASS/a
Berg said that the talks would resume, according to TASS. = Berg/s > TASS/a
Berg said the talks would resume, as per Interfax. = Berg/s > Interfax/a
According to TASS, Berg said that the talks would resume. = Berg/s > TASS/a
According to state media, the king said that he would abdicate. = king/s > state media/o
# an agency reports what was said
The talks would resume, his office said in a statement, TASS reported. = his office/s > statement/d > TASS/a
The talks would resume, Berg said, TASS reported. = Berg/s > TASS/a
TASS reported that Berg had said that the talks would resume. = Berg/s > TASS/a
Interfax reported that the ministry had said that the talks would resume. = ministry/s > Interfax/a
State television reported that the president had said that he would resign. = president/s > State television/o
The newspaper reported that an official said that the talks would resume. = official/x > newspaper/o
Reuters reported that the envoy had warned that the truce would break. = envoy/s > Reuters/a
Xinhua said that the minister had told reporters that the talks would resume. = minister/s > Xinhua/a
# citing
Interfax said the talks would resume, citing the ministry. = ministry/s > Interfax/a
Citing a ministry official, Kyodo said that the talks would resume. = ministry official/x > Kyodo/a
Kyodo said the talks would resume, quoting a diplomatic source. = diplomatic source/x > Kyodo/a
The newspaper said the talks would resume, citing unnamed officials. = unnamed officials/x > newspaper/o
IRNA, citing a police source, said that the fleet would sail. = police source/x > IRNA/a
Citing the palace, state television said that the king was ill. = palace/s > state television/o
# drafts and papers obtained
The island would be split, according to a draft obtained by The Times. = draft/d > The Times/o
According to a draft seen by Reuters, the border would be reopened. = draft/d > Reuters/a
The force would stay, according to a copy of the letter seen by AFP. = copy of the letter/d > AFP/a
The memo, obtained by the newspaper, says that the bridge would fall. = memo/d > newspaper/o
A statement carried by TASS said that the talks would resume. = statement/d > TASS/a
A statement published by Xinhua said that the talks would resume. = statement/d > Xinhua/a
The ministry said in a statement carried by TASS that the talks would resume. = ministry/s > statement/d > TASS/a
The rebels said in a statement broadcast by Al Jazeera that the truce was over. = rebels/s > statement/d > Al Jazeera/o
The king said in a letter published in Le Monde that he would abdicate. = king/s > letter/d > Le Monde/o
According to a document obtained by AFP, the force would stay. = document/d > AFP/a
# anonymous voices
A senior US official said that the talks would resume. = senior US official/x
The talks would resume, a Western diplomat said. = Western diplomat/x
Officials said that the talks would resume. = Officials/x
A source close to the talks said that they would resume. = source close to the talks/x
Diplomats said that the talks would resume. = Diplomats/x
Witnesses said that the village had been shelled. = Witnesses/x
The talks would resume, an official said on condition of anonymity. = official/x
A senior official, speaking on condition of anonymity, said that the talks would resume. = senior official/x
The envoy, who spoke on condition of anonymity, said that the talks would resume. = envoy/x
"The talks will resume," said an aide who asked not to be named. = aide/x
A diplomat who declined to be identified said that the talks would resume. = diplomat/x
According to two officials, the talks would resume. = two officials/x
A military source told AFP that the village had been shelled. = military source/x > AFP/a
A senior US official told Reuters on condition of anonymity that the talks would resume. = senior US official/x > Reuters/a
An adviser to the king said that he was ill. = adviser to the king/x
Security sources said that the village had been shelled. = Security sources/x
# nobody is named
The talks are expected to resume on Monday. = nobody/x
The king is believed to be ill. = nobody/x
It is hoped that the talks will resume. = nobody/x
It was reported that the king was ill. = nobody/x
The king is said to be ill. = nobody/x
The envoy reportedly refused to sign the accord. = nobody/x
The general allegedly ordered the raid. = nobody/x
# second hand
Berg said that Kral had told him that the talks would resume. = Kral/s > Berg/s
The spokesman said that the king had told him that he would sign the accord. = king/s > spokesman/p
Berg said the rebels had warned that the truce would break. = rebels/s > Berg/s
A ministry spokesman said that the envoy had said that the talks would resume. = envoy/s > ministry spokesman/p
The report said that the general had claimed that the fleet would sail. = general/s > report/d
The minister said Norway believes that the truce will hold. = Norway/s > minister/s
An official said that the king had told the envoy that he would abdicate. = king/s > official/x
# in brackets
The talks would resume, Berg said. (Reuters) = Berg/s > Reuters/a
Berg said that the talks would resume (TASS). = Berg/s > TASS/a
"""
CASES = [tuple(line.rsplit(" = ", 1)) for line in TABLE.strip().splitlines() if not line.startswith("#")]


def chains(text, parse, lex, article=None):
    found = find_attributions(parse(text), Cast((), ()), (), lex.cues, article=article)
    return [" > ".join(f"{link.name or 'nobody'}/{LETTERS[link.role]}" for link in a.chain) for a in found]


def test_the_table_is_long_enough():
    assert len(CASES) >= 150
    assert len({text for text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("text", "chain"), CASES, ids=[text[:60] for text, _ in CASES])
def test_chain(text, chain, parse, lex):
    assert chain in chains(text, parse, lex)


@pytest.mark.parametrize(
    ("agency", "outlet", "chain"),
    [
        ("Reuters", "The Harbour Herald", "Ada Berg/s > Reuters/a"),
        ("Reuters", "Reuters", "Ada Berg/s"),
        ("Reuters", None, "Ada Berg/s"),
        (None, "The Harbour Herald", "Ada Berg/s"),
    ],
)
def test_the_agency_of_the_dateline_is_the_last_voice_before_another_outlet(agency, outlet, chain, parse, lex):
    text = "Ada Berg said that the talks would resume."
    assert chains(text, parse, lex, Article(text=text, agency=agency, outlet=outlet)) == [chain]


def test_nested_speech_points_at_what_it_is_reported_in(parse, lex):
    found = find_attributions(
        parse("Berg said that Kral had told him that the talks would resume."), Cast((), ()), (), lex.cues
    )
    assert [(a.id, a.within) for a in found] == [("s1", None), ("s2", "s1")]
