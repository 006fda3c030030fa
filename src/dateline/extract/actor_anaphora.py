"""Pronouns and noun phrases -> the actors that they may mean, with features for the learned ranker."""

from dateline.extract.actor_entities import Entity
from dateline.extract.actor_features import Features, determiner, role_of
from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_profiles import Profile
from dateline.extract.actor_words import Words
from dateline.records import ActorKind

MOST = 12  # actors that a phrase may mean, the latest mentioned; the right one is hardly ever farther back
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


_INDEFINITE = frozenset({"-", "a", "an", "some", "nummod", "any", "no", "another", "every", "each"})


def may_mean(lower: str, entity: Entity) -> bool:
    """Can the pronoun stand for the actor at all?"""
    person = entity.kind is ActorKind.PERSON
    if lower in MASCULINE:
        return person and not entity.plural and entity.gender != "f"
    if lower in FEMININE:
        return person and not entity.plural and entity.gender != "m"
    if lower in NEUTER:
        return not person and not entity.plural
    if lower in FIRST:
        return person and not entity.plural
    return True


def gender_of(lower: str) -> str:
    """Return "m" or "f" for a pronoun of that gender, else nothing."""
    return "m" if lower in MASCULINE else "f" if lower in FEMININE else ""


def candidates(phrase: Phrase, entities: list[Entity], words: Words, profile: Profile | None) -> list[Entity]:
    """Return the actors that the phrase may mean, the latest mentioned first."""
    lower = words.lower[phrase.head]
    if phrase.form == "pronoun":
        fit = [e for e in entities if may_mean(lower, e)]
    else:
        fit = [e for e in entities if profile is not None and _compatible(profile, e)]
        if determiner(phrase, words) in _INDEFINITE:  # somebody new, or the same words again
            lemma = words.lemma[phrase.head].lower()
            fit = [e for e in fit if lemma in e.lemmas or (profile and profile.noun and profile.noun.id in e.classes)]
    fit.sort(key=lambda e: -_latest(e, phrase))
    return fit[:MOST]


def _latest(entity: Entity, phrase: Phrase) -> int:
    """Return where the actor was spoken of last before the phrase, or, the other way round, first after it."""
    return max(
        (p.phrase.head for p in entity.places if p.phrase.head < phrase.head), default=-entity.places[0].phrase.head
    )


def pair_features(
    phrase: Phrase,
    profile: Profile | None,
    entity: Entity,
    rank: int,
    words: Words,
    owner: Entity | None,
    speaker: Entity | None,
) -> Features:
    """Return what speaks for or against the phrase meaning the actor.

    rank: place among the candidates, 0 the latest. owner: whose the phrase is. speaker: whose words it stands in.
    """
    quoted = words.quoted[phrase.head]
    head = phrase.head
    lower = words.lower[head]
    lemma = words.lemma[head].lower()
    last = next((p for p in reversed(entity.places) if p.phrase.head < head), entity.places[0])
    kind = entity.kind.value if entity.kind else "-"
    distance = min(words.sentence[head] - last.sentence, 4)
    role = role_of(phrase, words).split("<")[0]
    last_role = last.role.split("<")[0]
    near = min(rank, 4)
    what = lower if phrase.form == "pronoun" else "np"
    inside = phrase.start <= last.phrase.head < phrase.end
    over = _governs(last.phrase.head, head, words)
    out = [
        f"{what} kind={kind} plural={entity.plural}",
        f"{what} rank={near} distance={distance}",
        f"{what} last={last_role} distance={distance}",
        f"{what} role={role} last={last_role} same={distance == 0}",
        f"{what} count={min(len(entity.places), 4)}",
        f"{what} inside={inside}",
        f"{what} over={over}",
        f"{what} quoted={quoted} was={last.quoted}",
        f"{what} speaker={speaker is entity if speaker else '-'} quoted={quoted}",
        f"{what} speaker={speaker is entity if speaker else '-'} kind={kind}",
        f"{what} kind={kind} rank={near}",
        f"{what} kind={kind} role={role}",
        f"{what} group={bool(entity.members)} distance={distance}",
    ]
    if phrase.form == "pronoun" or profile is None:
        return out
    noun = profile.noun.id if profile.noun else "-"
    det = determiner(phrase, words)
    same_lemma = lemma in entity.lemmas
    same_class = noun in entity.classes
    country = (
        "none" if not (profile.country and entity.country) else "same" if profile.country == entity.country else "other"
    )
    owned = (
        "-"
        if owner is None
        else "self"
        if owner is entity
        else "same"
        if owner.country and owner.country == entity.country
        else "other"
    )
    copula = words.dep[head] == "attr" and words.head[last.phrase.head] == words.head[head]
    in_name = any(lemma in name.lower().split() for name in entity.names)
    return [
        *out,
        f"np lemma={same_lemma} class={same_class} det={det} form={phrase.form}",
        f"np lemma={same_lemma} plural={profile.plural} det={det}",
        f"np lemma={same_lemma} inname={in_name} det={det}",
        f"np noun={noun} kind={kind} country={country} det={det}",
        f"np known={entity.key is not None} kind={kind} country={country} plural={profile.plural}",
        f"np noun={noun} kind={kind} det={det}",
        f"np noun={noun} lemma={same_lemma} distance={distance}",
        f"np lemma={same_lemma} distance={distance} det={det}",
        f"np word={lemma} kind={kind}",
        f"np noun={noun} kind={kind} owned={owned}",
        f"np copula={copula}",
        f"np word={lemma} lemma={same_lemma}",
        f"np length={min(phrase.end - phrase.start, 4)} lemma={same_lemma}",
        f"np country={country} det={det} class={same_class}",
        f"np sector={profile.sector == entity.sector} class={same_class} kind={kind}",
    ]


def new_features(phrase: Phrase, profile: Profile | None, fit: list[Entity], words: Words) -> Features:
    """Return what speaks for the phrase meaning somebody new."""
    lemma = words.lemma[phrase.head].lower()
    if phrase.form == "pronoun":
        return [f"new {words.lower[phrase.head]}"]
    noun = profile.noun.id if profile and profile.noun else "-"
    det = determiner(phrase, words)
    return [
        "new",
        f"new form={phrase.form} det={det}",
        f"new noun={noun}",
        f"new noun={noun} det={det}",
        f"new word={lemma}",
        f"new word={lemma} det={det}",
        f"new plural={profile.plural if profile else None} det={det}",
        f"new length={min(phrase.end - phrase.start, 4)} det={det}",
        f"new known={any(lemma in e.lemmas for e in fit)} det={det}",
        f"new country={bool(profile and profile.country)} det={det}",
        f"new role={role_of(phrase, words).split('<')[0]}",
        f"new relative={any(words.dep[c] in ('relcl', 'acl', 'prep') for c in words.children[phrase.head])}",
    ]


def _compatible(profile: Profile, entity: Entity) -> bool:
    if profile.country and entity.country and profile.country != entity.country:
        return False
    person = entity.kind is ActorKind.PERSON
    if profile.kind is ActorKind.PERSON:
        return person and not entity.plural
    if person and not entity.plural:
        return profile.kind is None
    return True


def _governs(a: int, b: int, words: Words) -> bool:
    """Does the word `a` hang over `b` in the tree?"""
    for _ in range(8):
        above = words.head[b]
        if above == b:
            return False
        if above == a:
            return True
        b = above
    return False
