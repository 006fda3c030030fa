"""The actor tables: each class held to its examples, names that read as the parser's words, errors that say where."""

from operator import attrgetter

import pytest

from dateline.errors import LexiconError
from dateline.extract.actor_phrases import find_phrases
from dateline.extract.actor_words import read_words
from dateline.lexicons import actors as tables
from dateline.lexicons import load_lexicons
from dateline.records import ActorKind, Sector

LEXICON = load_lexicons().actors
PARTS = {part.id: part for part in LEXICON.parts.values()}


def classes_in(doc):
    phrases, _ = find_phrases(read_words(doc), LEXICON)
    return {p.noun.id for p in phrases if p.noun is not None}


@pytest.mark.parametrize("each", LEXICON.classes, ids=attrgetter("id"))
def test_a_class_is_seen_in_its_own_example_only(parse, each):
    assert each.id in classes_in(parse(each.fires))
    assert each.id not in classes_in(parse(each.silent))


@pytest.mark.parametrize("part", PARTS.values(), ids=attrgetter("id"))
def test_a_name_part_is_seen_in_names_only(parse, part):
    def names(sentence):
        doc = parse(sentence)
        phrases, _ = find_phrases(read_words(doc), LEXICON)
        named = [p for p in phrases if p.form == "name" and doc[p.head].pos_ == "PROPN"]
        return {LEXICON.parts[t.lower_].id for p in named for t in doc[p.start : p.end] if t.lower_ in LEXICON.parts}

    assert part.id in names(part.fires)
    assert part.id not in names(part.silent)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("United States", ("United", "States")),
        ("Guinea-Bissau", ("Guinea", "-", "Bissau")),
        ("U.S.", ("U.S.",)),
        ("People's Republic of China", ("People", "'s", "Republic", "of", "China")),
        ("Cote d'Ivoire", ("Cote", "d'Ivoire")),
    ],
)
def test_names_are_split_as_the_parser_splits_them(parse, name, words):
    assert tables.name_words(name) == words
    assert tuple(t.text for t in parse(f"The envoy left {name} on Monday.")[3:-3]) == words


@pytest.mark.parametrize(
    ("name", "code", "form"),
    [
        ("Norway", "NOR", "country"),
        ("Soviet Union", "SUN", "country"),
        ("Yugoslavia", "YUG", "country"),
        ("Burma", "MMR", "country"),
        ("Danes", "DNK", "people"),
        ("Dutch", "NLD", "adjective"),
        ("Pyongyang", "PRK", "capital"),
        ("Kosovo", "XKX", "country"),
        ("US", "USA", "country"),
    ],
)
def test_a_state_is_known_by_its_everyday_names(name, code, form):
    words = tables.name_words(name)
    known = dict(LEXICON.names[words[0]])[words]
    assert (known.country, known.form) == (code, form)


def test_a_pronoun_is_no_country():
    assert "us" not in LEXICON.names


def test_every_state_has_a_name_and_codes_are_three_letters():
    for code, row in LEXICON.countries.items():
        assert row.name, code
        assert len(code) == 3
        assert code.isupper()


def test_terms_name_people_and_offices_of_the_tables():
    for person, terms in LEXICON.terms_of.items():
        assert person in LEXICON.people, person
        for term in terms:
            assert term.office in LEXICON.offices, term.office
            if term.since and term.until:  # either may be a month or a year
                assert term.since[: len(term.until)] <= term.until, term


def test_a_repeated_noun_is_refused_by_name():
    one = tables.NounClass(id="a", kind=ActorKind.PERSON, sector=Sector.GOV, words=("envoy",), fires="x", silent="y")
    two = tables.NounClass(id="b", kind=ActorKind.PERSON, sector=Sector.GOV, words=("envoy",), fires="x", silent="y")
    with pytest.raises(LexiconError, match=r"'envoy' is in a and in b"):
        tables._nouns([one, two])


def test_weights_of_one_outcome_and_of_several_are_kept_apart():
    weights, choices = tables.compile_weights([("mention", "", "bias", 0.5), ("sector", "GOV", "bias", -1.0)])
    assert weights == {"mention": {"bias": 0.5}}
    assert choices == {"sector": {"bias": {"GOV": -1.0}}}
