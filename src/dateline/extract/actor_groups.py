"""Groups: 'the two leaders', 'both countries', and coordinations that something later stands for ('Egypt and Jordan ... they')."""

from collections.abc import Mapping, Sequence

from dateline.extract.actor_entities import Entity, Place, from_profile
from dateline.extract.actor_features import quoted, role_of
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile
from dateline.extract.actor_words import Words
from dateline.extract.cast import How
from dateline.records import ActorKind

_SIDES = frozenset({"party", "side"})
_NEAR = 2  # sentences from the names to "the parties"
_BOTH = frozenset({"two", "both"})
_DEFINITE = frozenset({"the", "both", "these", "their", "our", "those"})
_STATES = frozenset({ActorKind.COUNTRY})
_PERSONS = frozenset({ActorKind.PERSON})


def group_named(
    phrase: Phrase, profile: Profile, words: Words, entities: list[Entity], joined: Sequence[tuple[int, Entity]]
) -> Entity | None:
    """Return the group that 'the two leaders', 'both countries' or 'the parties' is, with its members; None for other phrases.

    joined: the coordinations before the phrase ('Egypt and Jordan') with their sentences.
    """
    lemma = words.lemma[phrase.head].lower()
    two = any(words.lower[i] in _BOTH for i in range(phrase.start, phrase.end))
    sides = lemma in _SIDES and profile.plural
    if not (two or sides) or words.lower[phrase.start] not in _DEFINITE:
        return None
    known = next((e for e in entities if e.members and lemma in e.lemmas), None)
    if known is not None:
        return known
    members = _named_together(phrase, words, joined, two=two) if sides else []
    if not members and two:
        members = _latest_two(_member_kinds(profile), entities)
    if not members:
        return None
    same = next((e for e in entities if e.members and {id(m) for m in e.members} == {id(m) for m in members}), None)
    return same or _group_of(members, profile)


def _group_of(members: list[Entity], profile: Profile) -> Entity:
    group = from_profile(profile)
    group.plural = True
    countries = {member.country for member in members}
    group.country = next(iter(countries)) if len(countries) == 1 else None
    group.members = sorted(members, key=lambda e: e.places[0].phrase.head)
    return group


def _latest_two(kinds: frozenset[ActorKind], entities: list[Entity]) -> list[Entity]:
    recent = sorted((e for e in entities if e.kind in kinds and not e.plural), key=lambda e: -e.last.phrase.head)
    return recent[:2] if len(recent) > 1 else []


def _named_together(phrase: Phrase, words: Words, joined: Sequence[tuple[int, Entity]], *, two: bool) -> list[Entity]:
    """Return the states or bodies that the sentence before names side by side, the first of them where several are."""
    here = words.sentence[phrase.head]
    found: dict[int, list[Entity]] = {}
    for sentence, group in joined:
        fits = group.kind is not ActorKind.PEOPLE and (len(group.members) == 2 or not two)
        if fits and here - _NEAR <= sentence <= here:
            found.setdefault(sentence, group.members)
    return found[max(found)] if found else []


def coordinated(phrase: Phrase, words: Words, by_head: Mapping[int, Entity]) -> list[Entity]:
    """Return the group that ends with this phrase ('Egypt and Jordan'), if its members are actors of one kind."""
    head = phrase.head
    if words.dep[head] != "conj":
        return []
    first = head
    heads = [head]
    while words.dep[first] == "conj" and words.head[first] < first:
        first = words.head[first]
        heads.append(first)
    if any(words.dep[c] == "conj" for c in words.children[head]):  # the last one speaks for all
        return []
    members = [by_head[h] for h in reversed(heads) if h in by_head]
    if (
        len(members) < len(heads)
        or len({m.kind is ActorKind.PERSON for m in members}) > 1
        or len({id(m) for m in members}) < 2
    ):
        return []
    countries = {m.country for m in members}
    sectors = {m.sector for m in members}
    person = members[0].kind is ActorKind.PERSON
    group = Entity(
        kind=ActorKind.PEOPLE if person else ActorKind.ORGANIZATION,
        country=next(iter(countries)) if len(countries) == 1 else None,
        sector=next(iter(sectors)) if len(sectors) == 1 else None,
        plural=True,
        name=" and ".join([", ".join(m.name for m in members[:-1]), members[-1].name]),
        members=members,
        latent=True,
    )
    group.places.append(
        Place(phrase, words.sentence[head], role_of(_as_of(phrase, first), words), How.GROUP, quoted(head, words))
    )
    return [group]


def _as_of(phrase: Phrase, head: int) -> Phrase:
    """Return the phrase as if it had another head: a coordination's role is that of its first part."""
    return Phrase(head, phrase.end, head, phrase.form)


def _member_kinds(profile: Profile) -> frozenset[ActorKind]:
    noun = profile.noun
    if noun is not None and noun.id in ("states", "parties.any"):
        return _STATES
    return _PERSONS if noun is None or noun.kind is ActorKind.PERSON else frozenset()
