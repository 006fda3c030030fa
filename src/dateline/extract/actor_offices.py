"""Who held the office on the day: 'the Russian president', 'President Putin' -> the person, where the article names nobody else."""

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.extract.actor_entities import Entity
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import plain_name
from dateline.extract.actor_words import Words
from dateline.lexicons.actors import ActorLexicon, TermRow
from dateline.records import ActorKind


def identify(entities: Sequence[Entity], words: Words, lexicon: ActorLexicon, published: date | None) -> None:
    """Put a name, country and sector to persons whom only their office or surname shows, in place.

    Without a day of publication nobody is put in.
    """
    if published is None:
        return
    day = published.isoformat()
    persons = [e for e in entities if e.kind is ActorKind.PERSON and not e.plural and not e.members and e.key is None]
    for entity in persons:
        found = _by_surname(entity, lexicon, day) if entity.names else _by_office(entity, entities, words, lexicon, day)
        if found is None or any(e.key == f"person:{found}" for e in entities):
            continue
        person = lexicon.people[found]
        if entity.country not in (None, person.country):
            continue
        entity.key = f"person:{found}"
        entity.name = person.name
        entity.country = entity.country or person.country
        entity.sector = person.sector or entity.sector
        entity.wikidata = person.wikidata


def in_office(terms: Iterable[TermRow], day: str) -> list[TermRow]:
    """Return the terms that cover the day; their ends may be given by month or year alone."""
    return [
        t
        for t in terms
        if t.since is not None
        and day[: len(t.since)] >= t.since
        and (t.until is None or day[: len(t.until)] <= t.until)
    ]


def _by_surname(entity: Entity, lexicon: ActorLexicon, day: str) -> str | None:
    """Return the one person of that surname who was in office; with a title, in an office of that title."""
    if any(len(name.split()) > 1 for name in entity.names):
        return None
    surname = min(entity.names).lower()
    title = entity.office.split()[-1].lower() if entity.office else None
    serving = {
        term.person
        for person in lexicon.surnames.get(surname, ())
        for term in in_office(lexicon.terms_of.get(person, ()), day)
        if title is None or title in lexicon.offices[term.office].name.lower().split()
    }
    return serving.pop() if len(serving) == 1 else None


def _by_office(entity: Entity, entities: Sequence[Entity], words: Words, lexicon: ActorLexicon, day: str) -> str | None:
    """Return who held the office that a definite phrase names, if no other actor of the article may be meant."""
    for place in entity.places:
        phrase = place.phrase
        office = lexicon.office_names.get(plain_name(phrase, words).lower()) if _is_definite(phrase, words) else None
        if office is None:
            continue
        lemma = words.lemma[phrase.head].lower()
        if any(e is not entity and e.names and lemma in _titles(e) for e in entities):
            return None
        holders = {term.person for term in in_office(lexicon.terms_in.get(office, ()), day)}
        if len(holders) == 1:
            return holders.pop()
    return None


def _is_definite(phrase: Phrase, words: Words) -> bool:
    return phrase.form == "noun" and words.lower[phrase.start] == "the"


def _titles(entity: Entity) -> set[str]:
    """Return the words of the offices that the article gives an actor."""
    return {*(entity.office or "").lower().split(), *entity.lemmas}
