"""Groups: 'the two leaders', 'both countries', and coordinations that something later stands for ('Egypt and Jordan ... they')."""

from collections.abc import Mapping

from dateline.extract.actor_entities import Entity, Place, from_profile
from dateline.extract.actor_features import quoted, role_of
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile
from dateline.extract.actor_words import Words
from dateline.extract.cast import How
from dateline.records import ActorKind

_BOTH = frozenset({"two", "both"})
_DEFINITE = frozenset({"the", "both", "these", "their", "our", "those"})
_STATES = frozenset({ActorKind.COUNTRY})
_PERSONS = frozenset({ActorKind.PERSON})


def group_of_two(phrase: Phrase, profile: Profile, words: Words, entities: list[Entity]) -> Entity | None:
    """Return the group that 'the two leaders' or 'both countries' is, with its two members; None for other phrases."""
    span = range(phrase.start, phrase.end)
    if not any(words.lower[i] in _BOTH for i in span) or words.lower[phrase.start] not in _DEFINITE:
        return None
    lemma = words.lemma[phrase.head].lower()
    known = next((e for e in entities if e.members and lemma in e.lemmas), None)
    if known is not None:
        return known
    wanted = _member_kinds(profile)
    recent = sorted((e for e in entities if e.kind in wanted and not e.plural), key=lambda e: -e.last.phrase.head)
    if len(recent) < 2:
        return None
    group = from_profile(profile)
    group.plural = True
    group.country = recent[0].country if recent[0].country == recent[1].country else None
    group.members = sorted(recent[:2], key=lambda e: e.places[0].phrase.head)
    return group


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
