"""Do two names stand for one actor? Surnames, abbreviations, shortened names. Pure; compares words, not texts."""

import re

from dateline.extract.actor_entities import Entity
from dateline.extract.cast import How
from dateline.records import ActorKind

_FILLERS = frozenset({"the", "of", "for", "and", "in", "on", "de", "la", "-", "&", "'s"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "sir", "lady", "lord", "dr", "sheikh", "prince", "pope", "king"})


def name_key(name: str) -> tuple[str, ...]:
    """Return a name's words in lower case without stops, articles and possessive endings."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name).replace(".", "").lower())
    return tuple(w for w in words if w != "the") or tuple(words)


def match_person(name: str, entity: Entity, country: str | None) -> How | None:
    """Return how a person's name fits an actor's: the same name, or a surname of the fuller one; None if it does not."""
    if entity.kind not in (ActorKind.PERSON, None) or entity.plural:
        return None
    ours = _personal(name)
    found = {_fit(ours, _personal(other), other_country=_conflict(country, entity)) for other in entity.names}
    return next((how for how in (How.SURNAME, How.NAME) if how in found), None)


def match_body(name: str, entity: Entity) -> How | None:
    """Return how the name of a body fits an actor's: the same, an abbreviation, a shortened name."""
    found = {_fit_body(ours, theirs) for other in entity.names for theirs in _forms(other) for ours in _forms(name)}
    return next((how for how in (How.ABBREVIATION, How.NAME) if how in found), None)


def _fit(ours: tuple[str, ...], theirs: tuple[str, ...], *, other_country: bool) -> How | None:
    if ours == theirs:
        return How.NAME
    if other_country:
        return None
    short, long = sorted((ours, theirs), key=len)
    if len(short) == 1 and short[0] in (long[-1:] + long[:1]) and len(long) > 1 and len(short[0]) > 1:
        return How.SURNAME
    if len(short) > 1 and (set(short) <= set(long) or _spelt_alike(short, long)):
        return How.NAME
    if len(short) == 1 and len(long) > 2 and short[0] in long and len(short[0]) > 3:
        return How.SURNAME
    return None


def _forms(name: str) -> tuple[str, ...]:
    """Return the name, and of "Harbour Front (HF)" both that it is made of."""
    whole, opened, short = name.partition(" (")
    return (name, whole, short.rstrip(")")) if opened and short.endswith(")") else (name,)


def _fit_body(name: str, other: str) -> How | None:
    ours, theirs = name_key(name), name_key(other)
    if ours == theirs or " ".join(ours) == " ".join(theirs):
        return How.NAME
    if is_abbreviation(name, other) or is_abbreviation(other, name):
        return How.ABBREVIATION
    if len(ours) > 1 and len(theirs) > len(ours) and theirs[-len(ours) :] == ours:
        return How.NAME
    if len(theirs) > 1 and len(ours) > len(theirs) and ours[-len(theirs) :] == theirs:
        return How.NAME
    if len(ours) == 1 and len(ours[0]) > 3 and len(theirs) > 1 and ours[0] == theirs[0] and not ours[0].isdigit():
        return How.NAME
    return None


def is_abbreviation(short: str, long: str) -> bool:
    """Is `short` made of the first letters of `long`'s words ("OSCE", "Foreign ministry" is none)?"""
    letters = short.replace(".", "")
    if not 2 <= len(letters) <= 8 or not letters.isupper() or " " in letters:
        return False
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", long))
    full = "".join(w[0] for w in words).upper()
    content = "".join(w[0] for w in words if w.lower() not in _FILLERS).upper()
    return len(words) > 1 and letters in (full, content)


def _personal(name: str) -> tuple[str, ...]:
    words = name_key(name)
    return tuple(w for w in words if w not in _HONORIFICS) or words


def _conflict(country: str | None, entity: Entity) -> bool:
    return country is not None and entity.country is not None and country != entity.country


def _spelt_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Are two full names the same but for one or two letters of one word ("Mahmud", "Mahmoud")?"""
    if len(short) != len(long):
        return False
    odd = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return len(odd) == 1 and odd[0][0][0] == odd[0][1][0] and _distance(*odd[0]) <= 2 and len(odd[0][0]) > 3


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
