"""Every rule of the papers' lexicon fires on its own example and stays silent on its near miss."""

from operator import attrgetter

import pytest

from dateline.errors import LexiconError
from dateline.extract.actors import find_actors
from dateline.extract.instrument_mentions import find_mentions
from dateline.extract.instrument_papers import gather
from dateline.extract.instrument_relations import find_relations
from dateline.extract.instrument_stages import Calendar
from dateline.extract.instruments import instrument_candidates
from dateline.extract.provision_clauses import find_clauses
from dateline.extract.provision_papers import Papers
from dateline.lexicons import loading
from dateline.lexicons.instruments import INSTRUMENTS_FILE, load_instruments

LEXICON = load_instruments()
IDS = attrgetter("id")


@pytest.fixture(scope="module")
def papers(parse, lex):
    """Text -> the papers that the rules find in it."""

    def find(text):
        doc = parse(text)
        cast = find_actors(doc, lex.actors)
        return gather(find_mentions(doc, cast, LEXICON), cast, Calendar(doc, ()), LEXICON)

    return find


@pytest.fixture(scope="module")
def clauses(parse, lex):
    """Text -> the clauses in which a paper makes or lets anyone do something."""

    def find(text):
        doc = parse(text)
        cast = find_actors(doc, lex.actors)
        instruments = [c.instrument for c in instrument_candidates(doc, cast, (), LEXICON)]
        return find_clauses(doc, Papers(doc, instruments, ()), cast, LEXICON.provisions)

    return find


@pytest.mark.parametrize("rule", [*LEXICON.words.noun, *LEXICON.words.act], ids=IDS)
def test_a_noun_or_act_names_a_paper_in_its_own_example_only(rule, papers):
    def found(text):
        return {m.rule.id for p in papers(text) for m in p.mentions if m.rule is not None}

    assert rule.id in found(rule.fires)
    assert rule.id not in found(rule.silent)


@pytest.mark.parametrize("rule", LEXICON.words.stage, ids=IDS)
def test_a_step_is_seen_in_its_own_example_only(rule, papers):
    def found(text):
        return {f.rule.id for p in papers(text) for f in p.facts}

    assert rule.id in found(rule.fires)
    assert rule.id not in found(rule.silent)


@pytest.mark.parametrize("rule", LEXICON.words.relation, ids=IDS)
def test_a_relation_is_seen_in_its_own_example_only(rule, papers):
    def found(text):
        return {type_ for held in find_relations(papers(text), LEXICON).values() for type_, _, _ in held}

    assert rule.type in found(rule.fires)
    assert rule.type not in found(rule.silent)


@pytest.mark.parametrize("rule", [*LEXICON.provisions.words.operative, *LEXICON.provisions.words.pledge], ids=IDS)
def test_an_operative_verb_makes_a_provision_in_its_own_example_only(rule, clauses):
    def found(text):
        return {c.how.split(":")[1] for c in clauses(text) if ":" in c.how}

    assert rule.id in found(rule.fires)
    assert rule.id not in found(rule.silent)


def test_weights_are_of_both_layers():
    assert LEXICON.instrument_weights
    assert LEXICON.provision_weights
    assert all(abs(w) < 10 for w in (*LEXICON.instrument_weights.values(), *LEXICON.provision_weights.values()))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('kind = "treaty"', 'kind = "pamphlet"', "noun"),
        ("stand_ins = [", "stand_inns = [", "stand_inns"),
        ('stage = "adopt"', 'stage = "adoption"', "adoption"),
        ('id = "treaty"', 'id = "plan"', "two rules"),
    ],
)
def test_a_slip_in_the_file_is_refused(monkeypatch, old, new, complaint):
    read = loading._text
    broken = read(INSTRUMENTS_FILE).replace(old, new)
    monkeypatch.setattr(loading, "_text", lambda name: broken if name == INSTRUMENTS_FILE else read(name))
    with pytest.raises(LexiconError, match=complaint):
        load_instruments()
