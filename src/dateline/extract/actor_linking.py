"""Phrases -> Entities: which mentions are of one actor. Names by rule, pronouns and descriptions by a learned ranker."""

from collections.abc import Callable, Iterable, Mapping
from math import inf

from dateline.extract.actor_anaphora import candidates, gender_of, new_features, pair_features
from dateline.extract.actor_entities import Entity, Place, from_profile
from dateline.extract.actor_features import Features, quoted, role_of
from dateline.extract.actor_names import match_body, match_person
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile, read_profile
from dateline.extract.actor_words import Words
from dateline.extract.cast import How
from dateline.lexicons.actors import ActorLexicon, Known
from dateline.records import ActorKind

# Phrase, those whom it may mean, features of each and, last, of somebody new -> place in the list, None: nobody.
Choose = Callable[[Phrase, list[Entity], list[Features]], int | None]
_BOTH = frozenset({"two", "both"})
_MEMBER_KINDS: Mapping[str, frozenset[ActorKind]] = {
    "states": frozenset({ActorKind.COUNTRY}),
    "person": frozenset({ActorKind.PERSON}),
}


def link(
    phrases: Iterable[Phrase], listed: Mapping[int, Known], words: Words, lexicon: ActorLexicon, choose: Choose
) -> list[Entity]:
    """Return the actors in the order of their first mention. listed: what the tables say of names, by token."""
    by_head: dict[int, Entity] = {}
    entities: list[Entity] = []
    for phrase in phrases:
        profile = None if phrase.form == "pronoun" else read_profile(phrase, words, lexicon, listed)
        entity, how = _resolve(phrase, profile, words, entities, by_head, choose)
        if entity is None:
            continue
        if not entity.places:
            entities.append(entity)
        _note(entity, phrase, profile, words, how)
        by_head[phrase.head] = entity
    return entities


def ranker(weights: Mapping[str, float]) -> Choose:
    """Return the chooser that takes the best by the learned weights."""

    def choose(phrase: Phrase, fit: list[Entity], features: list[Features]) -> int | None:
        best, top = None, -inf
        for i, names in enumerate(features):
            total = sum(weights.get(name, 0.0) for name in names)
            if total > top:
                best, top = i, total
        return best

    return choose


def listed_words(phrases: Iterable[Phrase]) -> dict[int, Known]:
    """Return what the tables say of the names, by token."""
    return {i: p.known for p in phrases if p.known is not None and p.name is not None for i in range(*p.name)}


def _resolve(
    phrase: Phrase,
    profile: Profile | None,
    words: Words,
    entities: list[Entity],
    by_head: dict[int, Entity],
    choose: Choose,
) -> tuple[Entity | None, How]:
    if profile is None:
        return _anaphor(phrase, None, words, entities, choose), How.PRONOUN
    apposed = _apposed(phrase, profile, words, by_head)
    if apposed is not None:
        return apposed, How.APPOSITION if profile.kind is not ActorKind.PERSON or phrase.form == "noun" else How.NAME
    if profile.key:
        found = next((e for e in entities if e.key == profile.key), None)
        return found or from_profile(profile), _how_listed(phrase)
    if phrase.form == "name" or (phrase.form == "modifier" and profile.noun is None):
        named, how = _named(profile, entities)
        if named is not None:
            return named, how
        if profile.kind is ActorKind.PERSON or profile.noun is None:
            return from_profile(profile), How.NAME
    group = _group(phrase, profile, words, entities)
    if group is not None:
        return group, How.GROUP
    found = _anaphor(phrase, profile, words, entities, choose)
    return found or from_profile(profile), How.ROLE


def _anaphor(
    phrase: Phrase, profile: Profile | None, words: Words, entities: list[Entity], choose: Choose
) -> Entity | None:
    fit = candidates(phrase, entities, words, profile)
    if not fit:
        return None
    inside = quoted(phrase.head, words)
    features = [pair_features(phrase, profile, e, rank, words, inside) for rank, e in enumerate(fit)]
    features.append(new_features(phrase, profile, fit, words))
    best = choose(phrase, fit, features)
    return fit[best] if best is not None and best < len(fit) else None


def _named(profile: Profile, entities: list[Entity]) -> tuple[Entity | None, How]:
    for entity in sorted(entities, key=lambda e: -e.last.phrase.head):
        if profile.kind is ActorKind.PERSON:
            how = match_person(profile.name, entity, profile.country)
        elif entity.kind is ActorKind.PERSON:
            how = (
                match_person(profile.name, entity, profile.country)
                if profile.noun is None and " " not in profile.name
                else None
            )
        else:
            how = match_body(profile.name, entity)
        if how is not None:
            return entity, how
    return None, How.NAME


def _apposed(phrase: Phrase, profile: Profile, words: Words, by_head: dict[int, Entity]) -> Entity | None:
    """Return the actor that the phrase stands beside in apposition."""
    if words.dep[phrase.head] != "appos":
        return None
    entity = by_head.get(words.head[phrase.head])
    if entity is None or entity.plural != profile.plural:
        return None
    if profile.key and entity.key and profile.key != entity.key:
        return None
    persons = {e is ActorKind.PERSON for e in (profile.kind, entity.kind) if e is not None}
    return entity if len(persons) < 2 else None


def _group(phrase: Phrase, profile: Profile, words: Words, entities: list[Entity]) -> Entity | None:
    """Return the group that 'the two leaders', 'both countries' is, with its two members."""
    if not any(words.lower[i] in _BOTH for i in range(phrase.start, phrase.end)) or words.lower[phrase.start] not in (
        "the",
        "both",
        "these",
    ):
        return None
    lemma = words.lemma[phrase.head].lower()
    known = next((e for e in entities if e.members and lemma in e.lemmas), None)
    if known is not None:
        return known
    noun = profile.noun
    wanted = (
        _MEMBER_KINDS["states"]
        if noun and noun.id in ("states", "parties.any")
        else _MEMBER_KINDS["person"]
        if noun and noun.kind is ActorKind.PERSON
        else None
    )
    if wanted is None:
        return None
    recent = sorted((e for e in entities if e.kind in wanted and not e.plural), key=lambda e: -e.last.phrase.head)
    if len(recent) < 2:
        return None
    group = from_profile(profile)
    group.plural = True
    group.country = recent[0].country if recent[0].country == recent[1].country else None
    group.members = sorted(recent[:2], key=lambda e: e.places[0].phrase.head)
    return group


def _how_listed(phrase: Phrase) -> How:
    form = phrase.known.form if phrase.known else ""
    if form in ("capital", "metonym"):
        return How.METONYM
    return How.ADJECTIVE if form == "adjective" else How.NAME


def _note(entity: Entity, phrase: Phrase, profile: Profile | None, words: Words, how: How) -> None:
    """Add the mention to the actor and take in what it says."""
    place = Place(phrase, words.sentence[phrase.head], role_of(phrase, words), how, quoted(phrase.head, words))
    entity.places.append(place)
    if profile is None:
        entity.gender = entity.gender or gender_of(words.lower[phrase.head])
        return
    entity.learn(profile, words.lemma[phrase.head].lower())
    if phrase.form == "name" or phrase.name is not None:
        entity.names.add(profile.name)
        if (entity.kind is ActorKind.PERSON and len(profile.name.split()) > len(entity.name.split())) or (
            how is How.APPOSITION and profile.kind is ActorKind.PERSON
        ):
            entity.name = profile.name
