"""Phrases -> Entities: which mentions are of one actor. Names by rule, pronouns and descriptions by a learned ranker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.extract.actor_anaphora import FIRST, FIRST_PLURAL, candidates, gender_of, new_features, pair_features
from dateline.extract.actor_choices import Choices
from dateline.extract.actor_entities import Entity, Place, from_profile
from dateline.extract.actor_features import quoted, role_of
from dateline.extract.actor_groups import coordinated, group_named
from dateline.extract.actor_names import is_abbreviation, match_body, match_person
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile, read_profile
from dateline.extract.actor_words import Words
from dateline.extract.cast import How
from dateline.lexicons.actors import ActorLexicon, Known
from dateline.records import ActorKind

_OFFICES = frozenset({"government.heads", "government.offices"})  # "the president" is a title, "the leader" a role


@dataclass(slots=True)
class _Reading:
    """What is known while the phrases are gone through."""

    words: Words
    lexicon: ActorLexicon
    listed: Mapping[int, Known]
    choices: Choices
    phrases: Mapping[int, Phrase]  # by head
    entities: list[Entity] = field(default_factory=list)
    latent: list[Entity] = field(default_factory=list)  # 'Egypt and Jordan': an actor only if something stands for both
    joined: list[tuple[int, Entity]] = field(default_factory=list)  # all such coordinations, with their sentences
    by_head: dict[int, Entity] = field(default_factory=dict)


def link(
    phrases: Iterable[Phrase], listed: Mapping[int, Known], words: Words, lexicon: ActorLexicon, choices: Choices
) -> list[Entity]:
    """Return the actors in the order of their first mention. listed: what the tables say of names, by token.

    First persons come last: who speaks may be named after the words.
    """
    by_head = {phrase.head: phrase for phrase in phrases}
    reading = _Reading(words, lexicon, listed, choices, by_head)
    speakers = [h for h in by_head if by_head[h].form == "pronoun" and words.lower[h] in FIRST | FIRST_PLURAL]
    late = set(speakers)
    for head, phrase in by_head.items():
        if head not in late:
            _place(phrase, reading)
            together = coordinated(phrase, words, reading.by_head)
            reading.latent += together
            reading.joined += [(words.sentence[head], group) for group in together]
    for head in speakers:
        _place(by_head[head], reading)
    for entity in reading.entities:
        entity.places.sort(key=lambda place: place.phrase.head)
    return sorted(reading.entities, key=lambda e: e.places[0].phrase.start)


def _place(phrase: Phrase, reading: _Reading) -> None:
    """Give the phrase to an actor, a known or a new one; a pronoun that fits nobody is left out."""
    words = reading.words
    profile = None if phrase.form == "pronoun" else read_profile(phrase, words, reading.lexicon, reading.listed)
    entity, how = _resolve(phrase, profile, reading)
    if entity is None:
        return
    if not any(entity is e for e in reading.entities):
        reading.entities.append(entity)
    _note(entity, phrase, profile, words, how)
    reading.by_head[phrase.head] = entity


def _resolve(phrase: Phrase, profile: Profile | None, reading: _Reading) -> tuple[Entity | None, How]:
    if profile is None:
        return _anaphor(phrase, None, reading), How.PRONOUN
    apposed = _apposed(phrase, profile, reading)
    if apposed is not None:
        return apposed, _how_apposed(phrase, profile, apposed)
    if profile.key:
        found = next((e for e in reading.entities if e.key == profile.key), None)
        return found or from_profile(profile), _how_listed(phrase)
    if phrase.form == "name" or is_proper(phrase, reading.words):
        named, how = _named(profile, reading.entities)
        if named is not None:
            return named, how
        if profile.kind is ActorKind.PERSON or profile.noun is None:
            return from_profile(profile), How.NAME
    group = group_named(phrase, profile, reading.words, reading.entities, reading.joined)
    if group is not None:
        return group, How.GROUP
    named_after = _named_after(phrase, profile, reading)
    if named_after is not None:
        return named_after, How.APPOSITION
    office = profile.noun is not None and profile.noun.id in _OFFICES
    return _anaphor(phrase, profile, reading) or from_profile(profile), How.TITLE if office else How.ROLE


def _anaphor(phrase: Phrase, profile: Profile | None, reading: _Reading) -> Entity | None:
    fit = candidates(phrase, [*reading.entities, *reading.latent], reading.words, profile)
    if not fit:
        return None
    owner = _owner(phrase, reading)
    speaker = reading.by_head.get(reading.words.speaker(phrase.head))
    features = [pair_features(phrase, profile, e, rank, reading.words, owner, speaker) for rank, e in enumerate(fit)]
    features.append(new_features(phrase, profile, fit, reading.words))
    best = reading.choices.link(phrase, fit, features)
    chosen = fit[best] if best < len(fit) else None
    if chosen is not None and chosen.latent:
        chosen.latent = False
        chosen.places.clear()
        reading.latent.remove(chosen)
    return chosen


def _owner(phrase: Phrase, reading: _Reading) -> Entity | None:
    """Return the actor that the phrase's possessor is ('his country')."""
    child = reading.words.child(phrase.head, "poss")
    return reading.by_head.get(child) if child is not None else None


def _named(profile: Profile, entities: list[Entity]) -> tuple[Entity | None, How]:
    for entity in sorted(entities, key=lambda e: -e.last.phrase.head):
        how = None
        if profile.kind is ActorKind.PERSON:
            how = match_person(profile.name, entity, profile.country)
        elif entity.kind is ActorKind.PERSON:
            if profile.noun is None and " " not in profile.name:
                how = match_person(profile.name, entity, profile.country)
        else:
            how = match_body(profile.name, entity)
        if how is not None:
            return entity, how
    return None, How.NAME


def _apposed(phrase: Phrase, profile: Profile, reading: _Reading) -> Entity | None:
    """Return the actor that the phrase stands beside in apposition, past the place that parsers hang it on."""
    words = reading.words
    if words.dep[phrase.head] != "appos":
        return None
    above = words.head[phrase.head]
    for _ in range(3):
        entity = reading.by_head.get(above)
        if entity is not None and _agree(profile, entity):
            return entity
        over = words.head[words.head[above]] if words.dep[above] == "pobj" else above
        if over == above:
            return None
        above = over
    return None


def _named_after(phrase: Phrase, profile: Profile, reading: _Reading) -> Entity | None:
    """Return the actor whose name stands after the phrase in apposition, new or known."""
    words = reading.words
    for child in words.children[phrase.head]:
        other = reading.phrases.get(child)
        if child < phrase.end or words.dep[child] != "appos" or other is None or other.form != "name":
            continue
        theirs = read_profile(other, words, reading.lexicon, reading.listed)
        if theirs.key:
            found = next((e for e in reading.entities if e.key == theirs.key), None)
        else:
            found = _named(theirs, reading.entities)[0]
        if found is not None and _agree(profile, found):
            return found
        if (
            found is None
            and (profile.kind is ActorKind.PERSON) == (theirs.kind is ActorKind.PERSON)
            and not profile.plural
        ):
            return from_profile(profile)
    return None


def _agree(profile: Profile, entity: Entity) -> bool:
    """May the phrase and the actor be one, as far as number, kind and table keys tell?"""
    if entity.plural != profile.plural or (profile.key and entity.key and profile.key != entity.key):
        return False
    if profile.country and entity.country and profile.country != entity.country:
        return False
    return len({kind is ActorKind.PERSON for kind in (profile.kind, entity.kind) if kind is not None}) < 2


def is_proper(phrase: Phrase, words: Words) -> bool:
    """Is the phrase a name, or one before another noun ("Security Council" in "Security Council resolution")?"""
    return phrase.name is not None or (phrase.form == "modifier" and words.pos[phrase.head] == "PROPN")


def _how_apposed(phrase: Phrase, profile: Profile, entity: Entity) -> How:
    if phrase.form != "name":
        return How.APPOSITION
    return How.ABBREVIATION if any(is_abbreviation(profile.name, name) for name in entity.names) else How.NAME


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
    if phrase.form == "name" or is_proper(phrase, words):
        first = not entity.names
        entity.names.add(profile.name)
        longer = len(profile.name.split()) > len(entity.name.split())
        if (profile.kind is ActorKind.PERSON and (first or longer)) or (
            first and phrase.form == "name" and entity.key is None
        ):
            entity.name = profile.name
