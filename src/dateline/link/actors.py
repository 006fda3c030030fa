"""Actors of two reports -> whether they are one, and why; an actor -> its offices over time. Pure; words in lexicons/joining.toml.

Whom the tables know is one by its id there. A name that they lack is taken for one that was read before only where its
full name and country are the same and nothing speaks against it, never by a surname alone.
"""

from datetime import date
from functools import cache

from dateline.lexicons.actor_rows import CountryRow
from dateline.lexicons.joining import load_joining
from dateline.lexicons.loading import read_csv
from dateline.records import ActorKind
from dateline.records.folding import fold
from dateline.records.joining import Sighting

LIFETIME = 30  # years between two sightings after which one name is more likely borne by two
TERM = 90  # days within which nobody is expected to have gone from one office to another
BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP})
_OF = frozenset({"of", "for", "to", "at", "in", "on"})


def same_actor(new: Sighting, known: Sighting) -> str | None:
    """Return why two are one, in plain words; None where there is no reason to say so."""
    if new.kind is not known.kind or fold(new.name) != fold(known.name):
        return None
    if new.kind is ActorKind.PERSON:
        return _same_person(new, known)
    return _same_body(new, known) if new.kind in BODIES else None


def _same_person(new: Sighting, known: Sighting) -> str | None:
    if not _is_full_name(new.name) or _years_between(new, known) > LIFETIME:
        return None
    if not _sectors_agree(new, known) or not _offices_agree(new, known):
        return None
    if new.country and new.country == known.country:
        return f"same full name and country ({new.country}); nothing speaks against it"
    if new.country is None and known.country is None and new.office and fold(new.office) == fold(known.office or ""):
        return f"same full name and office ({new.office})"
    return None


def _same_body(new: Sighting, known: Sighting) -> str | None:
    if not _is_own_name(new.name) or not _sectors_agree(new, known):
        return None
    if new.country and new.country == known.country:
        return f"same body's name and country ({new.country})"
    return None


def _is_full_name(name: str) -> bool:
    """Two words or more, each as names are written: "senior official" is none."""
    words = [w for w in name.replace("-", " ").split() if w.casefold() not in load_joining().particles]
    return len(words) > 1 and all(w[0].isupper() for w in words) and sum(len(w.strip(".")) > 1 for w in words) > 1


def _is_own_name(name: str) -> bool:
    """A name that only one body of a country has, as far as its words tell."""
    words = name.split()
    if any(fold(w) in load_joining().shared for w in words):
        return False
    if len(words) == 1:
        return len(name) > 2 and name.isupper()
    return sum(w[0].isupper() for w in words) > 1 and words[0][0].isupper()


def _sectors_agree(new: Sighting, known: Sighting) -> bool:
    if new.sector is None or known.sector is None or new.sector is known.sector:
        return True
    return new.kind is ActorKind.PERSON and {new.sector, known.sector} <= load_joining().public


def _offices_agree(new: Sighting, known: Sighting) -> bool:
    """Could the two offices be one, or held one after the other?"""
    if not new.office or not known.office or _days_between(new, known) > TERM:
        return True
    one, other = _office_words(new.office), _office_words(known.office)
    if one[-1:] != other[-1:]:
        return False
    fields = set(one[:-1]), set(other[:-1])
    return not all(fields) or bool(fields[0] & fields[1])


def _office_words(office: str) -> list[str]:
    """An office's words, its head last, without the country: "Norway's Foreign Minister" is "foreign minister"."""
    words = fold(office).replace("'s", "").replace("’s", "").replace("-", " ").split()
    cut = next((n for n, word in enumerate(words) if word in _OF), len(words))
    head, rest = words[:cut], words[cut + 1 :]
    return [w for w in [*rest, *head] if w not in _countries() and w != "the"]


@cache
def _countries() -> frozenset[str]:
    rows = read_csv("countries.csv", CountryRow)
    return frozenset(
        fold(word) for row in rows for name in (row.name, *row.names, *row.adjectives) for word in name.split()
    )


def _years_between(new: Sighting, known: Sighting) -> float:
    return _days_between(new, known) / 365


def _days_between(new: Sighting, known: Sighting) -> int:
    """The days from the one to the other; 0 where they overlap or a day is not known."""
    gaps = [_days(known.last, new.first), _days(new.last, known.first)]
    return max(0, *gaps)


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days if start and end else 0
