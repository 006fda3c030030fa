"""An actor -> the offices that it held and when, by the tables and by what was printed; an office -> who held it on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.lexicons.actor_rows import OfficeRow, PersonRow, TermRow
from dateline.lexicons.loading import read_csv
from dateline.records.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office and when it was held.

    since, until: of a listed one ISO date prefixes, None where it is not known, or has not ended; of a printed one the
    first and last day of a report that names it. reports: how many did.
    """

    office: str
    since: str | None
    until: str | None
    listed: bool
    reports: int = 0


def offices_of(uid: str, printed: Iterable[tuple[str, str]]) -> tuple[Held, ...]:
    """Return an actor's offices, the first held first.

    uid: the actor's in the archive; "person:..." is looked up in the tables. printed: office and day of publication
    ("" where it is not known) of each report that names one.
    """
    scheme, _, person = uid.partition(":")
    listed = [
        Held(office=_tables().offices[term.office].name, since=term.since, until=term.until, listed=True)
        for term in (_tables().terms.get(person, ()) if scheme == "person" else ())
    ]
    days: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for office, day in printed:
        days.setdefault(fold(office), []).append(day)
        names.setdefault(fold(office), office)
    seen = [
        Held(
            office=names[key],
            since=min(filter(None, found), default=None),
            until=max(filter(None, found), default=None),
            listed=False,
            reports=len(found),
        )
        for key, found in days.items()
    ]
    return tuple(sorted([*listed, *seen], key=lambda h: (h.since or "", h.until or "9999", h.office)))


def holders(office: str, day: str) -> tuple[str, ...]:
    """Return the names of those who held an office on a day, by the tables. office: its name, as one says it.

    A term that is known by year or month alone counts from its first to its last day.
    """
    ids = _tables().names.get(fold(office), ())
    people = _tables().people
    return tuple(
        people[term.person].name
        for term in _tables().all_terms
        if term.office in ids and (term.since or "") <= day <= f"{term.until or ''}\uffff"
    )


@dataclass(frozen=True, slots=True)
class _Tables:
    offices: dict[str, OfficeRow]
    people: dict[str, PersonRow]
    terms: dict[str, tuple[TermRow, ...]]
    all_terms: tuple[TermRow, ...]
    names: dict[str, frozenset[str]]  # an office's name or alias, folded -> ids


@cache
def _tables() -> _Tables:
    offices = read_csv("actors_offices.csv", OfficeRow)
    terms = read_csv("actors_terms.csv", TermRow)
    by_person: dict[str, list[TermRow]] = {}
    for term in terms:
        by_person.setdefault(term.person, []).append(term)
    names: dict[str, set[str]] = {}
    for office in offices:
        for name in (office.name, *office.aliases):
            names.setdefault(fold(name), set()).add(office.id)
    return _Tables(
        offices={o.id: o for o in offices},
        people={p.id: p for p in read_csv("actors_people.csv", PersonRow)},
        terms={person: tuple(found) for person, found in by_person.items()},
        all_terms=terms,
        names={name: frozenset(ids) for name, ids in names.items()},
    )
