"""Phrase -> Profile: what the words of one mention say of its actor: kind, country, sector, name, office."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.extract.actor_gazetteer import is_title
from dateline.extract.actor_phrases import Phrase, noun_class
from dateline.extract.actor_words import Words
from dateline.lexicons.actors import ActorLexicon, Known, NounClass
from dateline.records import ActorKind, Sector

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset(
    {"both", "all", "many", "several", "some", "few", "others", "those", "two", "three", "four", "five", "six", "most"}
)
_LINKING = frozenset({"of", "for", "in", "from", "to", "at"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "such"})
_LEND_NOTHING = frozenset({"states", "people", "places"})


@dataclass(slots=True)
class Profile:
    """What one mention says of its actor; None where it says nothing."""

    kind: ActorKind | None
    country: str | None
    sector: Sector | None
    plural: bool
    name: str
    key: str | None = None  # of a thing in the tables
    office: str | None = None
    noun: NounClass | None = None
    wikidata: str | None = None
    international: bool = False  # it says that it belongs to no state
    settled: bool = False  # the sector is not in doubt
    several: bool = False  # it names more than one country as its own


def read_profile(phrase: Phrase, words: Words, lexicon: ActorLexicon, listed: Mapping[int, Known]) -> Profile:
    """Return the profile. listed: what the tables say of the names in the text, by token."""
    plural = words.tag[phrase.head] in _PLURAL_TAGS or words.lower[phrase.head] in _PLURAL_WORDS
    text = plain_name(phrase, words)
    known = phrase.known
    if known is not None and known.form != "person" and not _heads_noun(phrase, words):
        return _of_known(phrase, known, words, plural)
    noun = phrase.noun or (noun_class(phrase.head, words, lexicon) if phrase.form != "pronoun" else None)
    country, body = belongs_to(phrase, words, listed)
    if phrase.form == "name" and _is_person(phrase, noun):
        return _of_person(phrase, words, lexicon, country, body, known)
    kind = noun.kind if noun else _kind_of_label(phrase)
    sector = noun.sector if noun else None
    lent = _lent(phrase, phrase.start, phrase.head, noun, words, lexicon)
    sector = lent or sector
    if noun is not None and noun.borrows and body is not None:
        sector = body.sector or sector
        country = country or body.country
    if noun is not None and kind is ActorKind.PERSON and plural:
        kind = ActorKind.PEOPLE
    international = body is not None and body.country is None
    if (
        international
        and body is not None
        and body.sector is Sector.IGO
        and noun is not None
        and (noun.borrows or noun.sector in (None, Sector.MIL))
    ):
        sector = Sector.IGO
    settled = noun is not None and noun.sector is not None and not noun.borrows
    return Profile(
        kind,
        country,
        sector,
        plural,
        text,
        noun=noun,
        international=international,
        settled=settled or lent is not None,
        several=plural and country is None and _names_several(phrase, words, listed),
    )


def plain_name(phrase: Phrase, words: Words) -> str:
    """Return the words of the phrase without article and possessive ending."""
    start, end = phrase.start, phrase.end
    while start < phrase.head and words.lower[start] in _ARTICLES:
        start += 1
    return words.between(start, end)


def belongs_to(phrase: Phrase, words: Words, listed: Mapping[int, Known]) -> tuple[str | None, Known | None]:
    """Return the country that the phrase names as its own, and the body.

    What stands before the head decides ("the US ambassador to the UN" is American, "the UN envoy for Somalia" nobody's);
    else what follows with "of", "for", "in". Two countries before one head ("the German and Danish envoys") are no
    country's.
    """
    before = _named_in(range(phrase.start, phrase.end), phrase, words, listed)
    after: list[Known] = []
    for child in words.children[phrase.head]:
        if child >= phrase.head and words.dep[child] == "prep" and words.lower[child] in _LINKING:
            after += _named_in(range(child, min(words.right_edge(child) + 1, child + 9)), phrase, words, listed)
    body = next((k for k in before if k.form == "body"), None) or next((k for k in after if k.form == "body"), None)
    countries = {k.country for k in before if k.form != "body"}
    if len(countries) > 1 and phrase.form != "name":
        return None, body
    if before:
        return (before[0].country, body)
    abroad = {k.country for k in after if k.country}
    if len(abroad) > 1 and phrase.form == "noun" and words.tag[phrase.head] in _PLURAL_TAGS:
        return None, body
    return next((k.country for k in after if k.country), None), body


def _names_several(phrase: Phrase, words: Words, listed: Mapping[int, Known]) -> bool:
    """Does the phrase name two countries or more ("the German and Danish envoys", "officials of Chad and Niger")?"""
    last = min(words.right_edge(phrase.head) + 1, phrase.head + 12) if phrase.form == "noun" else phrase.end
    return len({k.country for k in _named_in(range(phrase.start, last), phrase, words, listed) if k.country}) > 1


def _named_in(span: range, phrase: Phrase, words: Words, listed: Mapping[int, Known]) -> list[Known]:
    """Return what the span names; "anti-Syrian", "US-led" and "Vienna-based" say of another what he is to them."""
    hyphens = {i for i in span if words.text[i] in ("-", "–")}
    found = [listed[i] for i in span if i in listed and i + 1 not in hyphens and i - 1 not in hyphens]
    return [k for k in dict.fromkeys(found) if k.form != "person" and k is not phrase.known]


def _heads_noun(phrase: Phrase, words: Words) -> bool:
    """Is the known name only the adjective of a phrase whose head is another word?"""
    return phrase.name is not None and not phrase.name[0] <= phrase.head < phrase.name[1]


def _of_known(phrase: Phrase, known: Known, words: Words, plural: bool) -> Profile:
    key, kind, sector, name = known.key, known.kind, known.sector, known.name
    alone = phrase.form != "modifier" and known.form == "adjective"
    if alone and words.text[phrase.head] not in ("US", "U.S."):  # "the French", "a Palestinian"
        article = words.lower[phrase.start]
        kind, sector = ActorKind.PEOPLE, Sector.CVL
        key = f"people:{known.country}" if article == "the" else ""
        name = plain_name(phrase, words)
    return Profile(
        kind,
        known.country,
        sector,
        plural or kind is ActorKind.PEOPLE,
        name,
        key or None,
        wikidata=known.wikidata,
        international=known.country is None and known.sector is Sector.IGO,
    )


def _is_person(phrase: Phrase, noun: NounClass | None) -> bool:
    if phrase.known is not None:
        return phrase.known.form == "person"
    if phrase.label == "PERSON":
        return noun is None or noun.kind is ActorKind.PERSON
    return False


def _of_person(
    phrase: Phrase, words: Words, lexicon: ActorLexicon, country: str | None, body: Known | None, known: Known | None
) -> Profile:
    start, end = phrase.name or (phrase.start, phrase.end)
    title = [i for i in range(phrase.start, start) if is_title(i, words, lexicon)]
    noun = noun_class(title[-1], words, lexicon) if title else None
    sector = noun.sector if noun else None
    lent = _lent(phrase, phrase.start, title[-1], noun, words, lexicon) if title else None
    sector = lent or sector
    if body is not None and (noun is None or noun.borrows):
        sector = body.sector or sector
    office = None
    if title:
        first = phrase.start
        while first < start and words.lower[first] in _ARTICLES:
            first += 1
        office = words.between(first, start) or None
    international = body is not None and body.country is None
    if international and country is not None:
        country = None
    country = country or (body.country if body else None)
    if known is not None:
        country = country or known.country
        sector = sector if international else known.sector or sector
    return Profile(
        ActorKind.PERSON,
        country,
        sector,
        False,
        words.between(start, end),
        known.key if known else None,
        office,
        noun,
        known.wikidata if known else None,
        international,
        settled=lent is not None or (noun is not None and noun.sector is not None and not noun.borrows),
    )


def _lent(
    phrase: Phrase, start: int, head: int, noun: NounClass | None, words: Words, lexicon: ActorLexicon
) -> Sector | None:
    """Return the sector of whom a leader or the like is one: "rebel leader", "army chief", "head of the police"."""
    if noun is None or not noun.borrows:
        return None
    before = [i for i in range(start, head) if words.tag[i] != "POS"]
    after = [
        inner
        for child in words.children[phrase.head]
        if child > head and words.lower[child] == "of" and (inner := words.child(child, "pobj")) is not None
    ]
    for i in [*reversed(before), *after]:
        other = noun_class(i, words, lexicon)
        if (
            other is not None
            and other.sector is not None
            and other.kind is not ActorKind.PERSON
            and other.id not in _LEND_NOTHING
        ):
            return other.sector
    return None


def _kind_of_label(phrase: Phrase) -> ActorKind | None:
    if phrase.label == "PERSON":
        return ActorKind.PERSON
    if phrase.label == "NORP":
        return ActorKind.PEOPLE
    if phrase.form == "name" or phrase.label == "ORG":
        return ActorKind.ORGANIZATION
    return None
