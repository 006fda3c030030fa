"""Who says what: sentence -> kind, source, cue, content. Parts of a content are joined by " | "."""

import pytest

from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast, Mention
from dateline.records import Actor, ActorId, ActorKind, Timex, TimexType

# kind (d direct, i indirect, m mixed) ~ text ~ source ~ cue ~ content; "-" for no source
TABLE = """
# indirect, content behind the cue
i ~ The minister said that the talks would resume. ~ The minister ~ said ~ that the talks would resume
i ~ The minister said the talks would resume. ~ The minister ~ said ~ the talks would resume
i ~ The minister has said that the talks would resume. ~ The minister ~ has said ~ that the talks would resume
i ~ The minister said on Monday that the talks would resume. ~ The minister ~ said ~ that the talks would resume
i ~ The minister told reporters that the talks would resume. ~ The minister ~ told ~ that the talks would resume
i ~ The minister told parliament the talks would resume. ~ The minister ~ told ~ the talks would resume
i ~ The minister announced that the talks would resume. ~ The minister ~ announced ~ that the talks would resume
i ~ The minister warned that the truce would break. ~ The minister ~ warned ~ that the truce would break
i ~ The minister insisted that the truce had been broken. ~ The minister ~ insisted ~ that the truce had been broken
i ~ The minister stressed that the border was closed. ~ The minister ~ stressed ~ that the border was closed
i ~ The minister noted that the border was closed. ~ The minister ~ noted ~ that the border was closed
i ~ The minister added that the border was closed. ~ The minister ~ added ~ that the border was closed
i ~ The minister argued that the border was closed illegally. ~ The minister ~ argued ~ that the border was closed illegally
i ~ The minister confirmed that the envoy had been arrested. ~ The minister ~ confirmed ~ that the envoy had been arrested
i ~ The minister acknowledged that the raid had failed. ~ The minister ~ acknowledged ~ that the raid had failed
i ~ The minister denied that the village had been shelled. ~ The minister ~ denied ~ that the village had been shelled
i ~ The minister explained that the bridge was closed. ~ The minister ~ explained ~ that the bridge was closed
i ~ The minister claimed that the rebels had fled the valley. ~ The minister ~ claimed ~ that the rebels had fled the valley
i ~ The minister did not say that the talks would resume. ~ The minister ~ did not say ~ that the talks would resume
i ~ The minister repeatedly said that the talks would resume. ~ The minister ~ repeatedly said ~ that the talks would resume
i ~ Police said two men had been arrested. ~ Police ~ said ~ two men had been arrested
i ~ Ada Berg said she would resign. ~ Ada Berg ~ said ~ she would resign
i ~ She said the envoy would resign. ~ She ~ said ~ the envoy would resign
i ~ The minister hopes that the talks will resume. ~ The minister ~ hopes ~ that the talks will resume
i ~ The minister believes that the talks will resume. ~ The minister ~ believes ~ that the talks will resume
i ~ The minister expects that the talks will resume soon. ~ The minister ~ expects ~ that the talks will resume soon
i ~ The two sides agreed that the border should be reopened. ~ The two sides ~ agreed ~ that the border should be reopened
i ~ Norway and Denmark said that the border would be reopened. ~ Norway and Denmark ~ said ~ that the border would be reopened
i ~ The head of the mission said that the truce was holding. ~ The head of the mission ~ said ~ that the truce was holding
i ~ Foreign Minister Ada Berg said that the truce was holding. ~ Foreign Minister Ada Berg ~ said ~ that the truce was holding
i ~ The minister said in a statement that the truce was holding. ~ The minister ~ said ~ that the truce was holding
i ~ The minister said after the meeting that the truce was holding. ~ The minister ~ said ~ that the truce was holding
# indirect, content before or around the cue
i ~ The talks would resume, the minister said. ~ the minister ~ said ~ The talks would resume
i ~ The talks would resume, the minister said on Monday. ~ the minister ~ said ~ The talks would resume
i ~ The talks would resume, said the minister. ~ the minister ~ said ~ The talks would resume
i ~ The talks would resume on Friday, said Ada Berg, the minister of trade. ~ Ada Berg ~ said ~ The talks would resume on Friday
i ~ The talks would resume, she said. ~ she ~ said ~ The talks would resume
i ~ The talks would resume, he added. ~ he ~ added ~ The talks would resume
i ~ The talks would resume, the minister told reporters. ~ the minister ~ told ~ The talks would resume
i ~ Two soldiers were killed near the border on Sunday, the army announced. ~ the army ~ announced ~ Two soldiers were killed near the border on Sunday
i ~ The talks, the minister said, would resume. ~ the minister ~ said ~ The talks | would resume
i ~ The envoy, police said, had left the country. ~ police ~ said ~ The envoy | had left the country
i ~ In the capital, shops were closed and streets were empty, residents said. ~ residents ~ said ~ In the capital, shops were closed and streets were empty
i ~ Two men had been arrested, police said, adding that a third had fled. ~ police ~ said ~ Two men had been arrested
i ~ Two men had been arrested, police said, adding that a third had fled. ~ police ~ adding ~ that a third had fled
i ~ The minister said the talks would resume, adding that Norway would take part. ~ The minister ~ adding ~ that Norway would take part
# according to and its like
i ~ According to the ministry, the talks would resume. ~ the ministry ~ According to ~ the talks would resume
i ~ The talks would resume, according to the ministry. ~ the ministry ~ according to ~ The talks would resume
i ~ The talks would resume, as per the ministry. ~ the ministry ~ as per ~ The talks would resume
i ~ According to a report by the council, the truce was broken twice in May. ~ a report by the council ~ According to ~ the truce was broken twice in May
i ~ In the view of the minister, the truce had been dead for a long time. ~ the minister ~ In the view of ~ the truce had been dead for a long time
# orders, pledges, charges
i ~ The minister urged both sides to resume the talks. ~ The minister ~ urged ~ both sides to resume the talks
i ~ The minister called on the rebels to lay down their arms. ~ The minister ~ called on ~ the rebels to lay down their arms
i ~ The minister vowed to resume the talks with the rebels. ~ The minister ~ vowed ~ to resume the talks with the rebels
i ~ The minister pledged to resume the talks with the rebels. ~ The minister ~ pledged ~ to resume the talks with the rebels
# documents and findings
i ~ The report said that the truce had been broken. ~ The report ~ said ~ that the truce had been broken
i ~ The survey showed that most voters wanted peace. ~ The survey ~ showed ~ that most voters wanted peace
i ~ A poll found that most voters wanted peace. ~ A poll ~ found ~ that most voters wanted peace
i ~ The letter says that the force will withdraw. ~ The letter ~ says ~ that the force will withdraw
# nobody is named
i ~ The talks are expected to resume on Monday. ~ - ~ are expected ~ The talks | to resume on Monday
i ~ The general is believed to have fled the country. ~ - ~ is believed ~ The general | to have fled the country
i ~ The king is said to be ill. ~ - ~ is said ~ The king | to be ill
i ~ It is hoped that the talks will resume. ~ - ~ It is hoped ~ that the talks will resume
i ~ It was reported that the king was ill. ~ - ~ It was reported ~ that the king was ill
i ~ It is believed that the general has fled. ~ - ~ It is believed ~ that the general has fled
i ~ The general reportedly fled the country. ~ - ~ reportedly ~ The general | fled the country
i ~ The general has allegedly ordered the raid. ~ - ~ allegedly ~ The general has | ordered the raid
# was quoted, was told
i ~ The minister was quoted as saying that the talks would resume. ~ The minister ~ was quoted as saying ~ that the talks would resume
i ~ The talks would resume, the minister was quoted as saying. ~ the minister ~ was quoted as saying ~ The talks would resume
i ~ The daily quoted the minister as saying that the talks would resume. ~ the minister ~ quoted the minister as saying ~ that the talks would resume
# direct
d ~ "The talks will resume," the minister said. ~ the minister ~ said ~ "The talks will resume,"
d ~ "The talks will resume," said the minister. ~ the minister ~ said ~ "The talks will resume,"
d ~ "The talks will resume," said Ada Berg, the minister of trade. ~ Ada Berg ~ said ~ "The talks will resume,"
d ~ "Will the talks resume?" the minister asked. ~ the minister ~ asked ~ "Will the talks resume?"
d ~ "We will never give up!" he shouted. ~ he ~ shouted ~ "We will never give up!"
d ~ "The talks," the minister said, "will resume." ~ the minister ~ said ~ "The talks," | "will resume."
d ~ "The talks will resume," she said. "We are ready." ~ she ~ said ~ "The talks will resume," | "We are ready."
d ~ The minister said: "The talks will resume." ~ The minister ~ said ~ "The talks will resume."
d ~ The minister said, "The talks will resume." ~ The minister ~ said ~ "The talks will resume."
d ~ The minister told reporters: "The talks will resume." ~ The minister ~ told ~ "The talks will resume."
d ~ The minister told reporters in the capital on Monday: "The talks will resume." ~ The minister ~ told ~ "The talks will resume."
d ~ He added: "The talks will resume." ~ He ~ added ~ "The talks will resume."
d ~ "The talks will resume," he told reporters after the meeting. ~ he ~ told ~ "The talks will resume,"
d ~ "We are ready," the statement said. ~ the statement ~ said ~ "We are ready,"
d ~ "We are ready," Ada Berg, the minister of trade, said. ~ Ada Berg ~ said ~ "We are ready,"
# marks of all kinds
d ~ “The talks will resume,” the minister said. ~ the minister ~ said ~ “The talks will resume,”
d ~ ''The talks will resume,'' the minister said. ~ the minister ~ said ~ ''The talks will resume,''
d ~ ``The talks will resume,'' the minister said. ~ the minister ~ said ~ ``The talks will resume,''
d ~ 'The talks will resume,' the minister said. ~ the minister ~ said ~ 'The talks will resume,'
d ~ ‘The talks will resume,’ the minister said. ~ the minister ~ said ~ ‘The talks will resume,’
d ~ 'Norway's border won't be closed,' the minister said. ~ the minister ~ said ~ 'Norway's border won't be closed,'
d ~ ‘The ministers’ plan won’t work,’ the envoy said. ~ the envoy ~ said ~ ‘The ministers’ plan won’t work,’
d ~ "He said 'never' twice," the envoy said. ~ the envoy ~ said ~ "He said 'never' twice,"
d ~ «The talks will resume,» the minister said. ~ the minister ~ said ~ «The talks will resume,»
i ~ Norway's ministers said that Denmark's border wouldn't be closed. ~ Norway's ministers ~ said ~ that Denmark's border wouldn't be closed
# mixed
m ~ The minister said the plan was "a road to nowhere". ~ The minister ~ said ~ the plan was "a road to nowhere"
m ~ The minister said that the raid was "a provocation" and a mistake. ~ The minister ~ said ~ that the raid was "a provocation" and a mistake
m ~ The minister called the plan "unacceptable to all parties". ~ The minister ~ called ~ the plan "unacceptable to all parties"
m ~ The minister described the raid as "a deliberate provocation". ~ The minister ~ described ~ the raid as "a deliberate provocation"
m ~ The plan was "a road to nowhere," the minister said. ~ the minister ~ said ~ The plan was "a road to nowhere,"
m ~ The minister said the talks were "open and useful" but that "much remains to be done". ~ The minister ~ said ~ the talks were "open and useful" but that "much remains to be done"
"""
CASES = [tuple(p.strip() for p in line.split(" ~ ")) for line in TABLE.strip().splitlines() if not line.startswith("#")]
KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}


def read(text, parse, lex):
    found = find_attributions(parse(text), Cast((), ()), (), lex.cues)
    return [
        (a.kind.value, *(" | ".join(text[s:e] for s, e in spans) or "-" for spans in (a.source, a.cue, a.content)))
        for a in found
    ]


def test_the_table_is_long_enough():
    assert len(CASES) >= 100


@pytest.mark.parametrize(("kind", "text", "source", "cue", "content"), CASES, ids=[c[1][:60] for c in CASES])
def test_source_cue_and_content(kind, text, source, cue, content, parse, lex):
    assert (KINDS[kind], source, cue, content) in read(text, parse, lex)


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the envoy in Oslo on Monday.",
        "The report was sent to the council.",
        "Two soldiers were killed near the border.",
        "The band played 'Yesterday' and went home.",
        "The envoy drove to the border, and the talks resumed.",
        "",
        '"',
        "He said.",
    ],
)
def test_nothing_is_claimed_where_nobody_says_anything(text, parse, lex):
    assert read(text, parse, lex) == []


PARAGRAPHS = [
    # a quotation over two paragraphs, opened again in the second
    (
        '"We will resume the talks," Ada Berg said. "The border will stay open.\n\n"But the rebels must leave the valley."',
        ['"We will resume the talks," | "The border will stay open. | "But the rebels must leave the valley."'],
    ),
    # one left open before anybody is named belongs to who speaks in the next
    (
        '"The talks will resume.\n\n"The border will stay open," Ada Berg said.',
        ['"The talks will resume. | "The border will stay open,"'],
    ),
    # a paragraph that is a quotation as a whole goes on with who spoke before it
    (
        '"We will resume the talks," Ada Berg said.\n\n"The border will stay open."\n\nThe rebels left the valley.',
        ['"We will resume the talks," | "The border will stay open."'],
    ),
    # a quotation without a cue after an indirect one in the same paragraph
    (
        'Ada Berg said that the talks would resume. "The border will stay open."',
        ['that the talks would resume | "The border will stay open."'],
    ),
    # two speakers keep their own words
    (
        '"We will resume the talks," Ada Berg said.\n\n"The border will stay open," Ivo Kral said.',
        ['"We will resume the talks,"', '"The border will stay open,"'],
    ),
    # a mark that is never closed swallows no more than its paragraph
    (
        'Ada Berg said: "We will resume the talks.\n\nThe rebels left the valley.',
        ['"We will resume the talks'],
    ),
]


@pytest.mark.parametrize(("text", "contents"), PARAGRAPHS)
def test_quotations_over_paragraphs(text, contents, parse, lex):
    found = [content for kind, _, _, content in read(text, parse, lex) if kind != "indirect"]
    assert [c.rstrip(".") for c in found] == [c.rstrip(".") for c in contents]


def _cast(doc, *words):
    """A cast of one actor, who stands at each of the words."""
    actor = Actor(id=ActorId("a1"), name="Ada Berg", kind=ActorKind.PERSON, mentions=((0, 1),))
    return Cast([actor], [Mention(t.i, t.i + 1, t.i, actor.id) for t in doc if t.text in words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said that the talks would resume.", ["She"]),
        ("Berg, who said that the talks would resume, left.", ["Berg"]),
        ("The talks would resume, said Berg.", ["Berg"]),
        ("Berg left, saying that the talks would resume.", ["Berg"]),
        ("Berg met the king and said that the talks would resume.", ["Berg"]),
        ("The talks would resume, Berg was quoted as saying.", ["Berg"]),
        ("The newspaper quoted Berg as saying that the talks would resume.", ["Berg"]),
        ("A statement by Berg said that the talks would resume.", ["Berg"]),
    ],
)
def test_the_speaker_is_the_actor_that_the_source_stands_for(text, words, parse, lex):
    doc = parse(text)
    assert "a1" in {a.speaker for a in find_attributions(doc, _cast(doc, *words), (), lex.cues)}


def test_joint_speakers_are_all_listed(parse, lex):
    doc = parse("Norway and Denmark said that the border would be reopened.")
    actors = [
        Actor(id=ActorId(i), name=n, kind=ActorKind.COUNTRY, mentions=((0, 1),))
        for i, n in (("a1", "Norway"), ("a2", "Denmark"))
    ]
    cast = Cast(actors, [Mention(0, 1, 0, actors[0].id), Mention(2, 3, 2, actors[1].id)])
    (claim,) = find_attributions(doc, cast, (), lex.cues)
    assert (claim.speaker, claim.speakers) == ("a1", ("a1", "a2"))


@pytest.mark.parametrize(
    ("text", "when", "said"),
    [
        ("Berg said on Monday that the talks would resume.", "Monday", True),
        ("The talks would resume, Berg said Monday.", "Monday", True),
        ("Berg said that the talks would resume on Monday.", "Monday", False),
    ],
)
def test_the_date_is_when_it_was_said(text, when, said, parse, lex):
    start = text.index(when)
    time = Timex(span=(start, start + len(when)), type=TimexType.DATE, value="2031-05-05")
    (claim,) = find_attributions(parse(text), Cast((), ()), (time,), lex.cues)
    assert claim.date == ("2031-05-05" if said else None)


def test_the_broad_reading_takes_in_attitudes_and_nests_nothing(parse, lex):
    doc = parse(
        "The senator endorsed the governor, and the mayor seems to like him. Berg said Kral had said it was over."
    )
    record = find_attributions(doc, Cast((), ()), (), lex.cues)
    broad = find_attributions(doc, Cast((), ()), (), lex.cues, reading="broad")
    assert {a.within for a in broad} == {None}
    assert any(a.within for a in record)
    assert len(broad) > len([a for a in record if a.within is None])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Norway, which maintains that its fleet is safe, sent a ship.", "Norway", "that its fleet is safe"),
        ("The talks failed in Lima over the law of the sea, a senior official said.", "a senior official", "The talks"),
        (
            '"We were wrong not to have met him," Berg, 58, told reporters in Oslo when asked of concerns that talks were over.',
            "Berg",
            '"We were',
        ),
    ],
)
def test_the_source_is_whom_the_words_name(text, source, content, parse, lex):
    found = [who for _, who, _, what in read(text, parse, lex) if what.startswith(content)]
    assert found == [source]


def test_a_tag_that_passes_it_on_is_no_content(parse, lex):
    words = '"The law of the sea is clear to everyone here,"'
    text = f"{words} according to the Norwegian mission, Kyodo reported."
    found = [what for _, _, cue, what in read(text, parse, lex) if cue == "according to"]
    assert found == [words]


def test_a_quotation_has_one_speaker_and_no_orphan_beside_him(parse, lex):
    text = 'Berg met reporters. "The truce will hold until spring, I am sure of it," she said on Sunday.'
    quoted = [(who, what) for _, who, _, what in read(text, parse, lex) if what.startswith('"')]
    assert quoted == [("she", '"The truce will hold until spring, I am sure of it,"')]


def test_a_slogan_in_quotation_marks_is_nobodys_words(parse, lex):
    assert read('The film "A Summer in the North of Norway" opened on Sunday in Oslo.', parse, lex) == []
