"""A name, an id or a country's code -> the actors or papers of the archive that it stands for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Table, func, select

from dateline.errors import StoreError
from dateline.records.folding import fold
from dateline.store import schema

Aliases = Callable[[str], Iterable[str]]  # a name as somebody writes it -> ids that the tables have for it

Found = Row[Any, Any, Any, Any, Any]  # pk, uid, name, folded, canonical_pk

CODE = re.compile(r"[A-Z]{3}")
NAMED_AT_MOST = 500  # actors of one name that are not joined: each stands in one report
SHOWN = 8  # candidates
LISTS = {"actor": "actors", "paper": "instruments"}  # verbs


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Actors by their keys, or all who act for a country."""

    pks: tuple[int, ...] = ()
    country: str | None = None

    def is_in(self, table: FromClause, *, found_by_it: bool = True) -> ColumnElement[bool]:
        """Return the condition that a row with `actor_pk` and `country` is one of them.

        found_by_it: rows may be looked up by it; if not, they are found by something else and it is only a check.
        """
        if self.country:
            return (table.c.country if found_by_it else table.c.country.concat("")) == self.country
        actor = table.c.actor_pk if found_by_it else table.c.actor_pk + 0
        return actor == self.pks[0] if len(self.pks) == 1 else actor.in_(self.pks)


def no_aliases(_: str) -> tuple[str, ...]:
    """Know no other names."""
    return ()


def find_who(connection: Connection, name: str, aliases: Aliases = no_aliases) -> Who:
    """Return whom a name, an id or a country's code stands for.

    One name borne by actors that nothing tells apart stands for all of them. Raises StoreError where there is none,
    and where the tables know several different actors by that name.
    """
    if CODE.fullmatch(name) and _has_country(connection, name):
        return Who(country=name)
    return Who(pks=_keys(connection, schema.actors, name, aliases, "actor"))


def find_papers(connection: Connection, name: str, aliases: Aliases = no_aliases) -> tuple[int, ...]:
    """Return the papers that a symbol, an id or a name stands for. Raises StoreError as `find_who` does."""
    papers = schema.papers
    by_symbol = select(papers.c.canonical_pk).where(papers.c.uid == f"symbol:{name.strip()}")
    if found := connection.execute(by_symbol).scalars().all():
        return tuple(dict.fromkeys(found))
    return _keys(connection, papers, name, aliases, "paper")


def _has_country(connection: Connection, code: str) -> bool:
    parties, actors = schema.parties, schema.actors
    there = select(parties.c.event_pk).where(parties.c.country == code).limit(1)
    if connection.execute(there).first() is not None:
        return True
    seen = select(actors.c.pk).where(actors.c.country == code).limit(1)
    return connection.execute(seen).first() is not None


def _keys(connection: Connection, table: Table, name: str, aliases: Aliases, what: str) -> tuple[int, ...]:
    folded = fold(name)
    columns = select(table.c.pk, table.c.uid, table.c.name, table.c.folded, table.c.canonical_pk)
    if ":" in name and (rows := connection.execute(columns.where(table.c.uid == name.strip())).all()):
        return _canonical(rows)
    rows = connection.execute(columns.where(table.c.folded == folded).limit(NAMED_AT_MOST)).all()
    if not rows and (uids := tuple(aliases(name))):
        rows = connection.execute(columns.where(table.c.uid.in_(uids))).all()
    if not rows and folded:
        # No index helps here: only who mistypes or writes a surname alone waits for it.
        part = func.replace(table.c.folded, "-", " ")
        within = (" " + part + " ").contains(f" {folded.replace('-', ' ')} ", autoescape=True)
        rows = connection.execute(columns.where(within).limit(NAMED_AT_MOST)).all()
        _check_one_name(name, rows, what)
    if not rows:
        raise StoreError(f"{name!r}: no {what} of the archive has this name; `dateline {LISTS[what]}` lists them")
    known = {row.canonical_pk: row for row in rows if not row.uid.startswith("name:")}
    if len(known) > 1:
        raise StoreError(f"{name!r}: several {what}s have this name; give an id: {_candidates(known.values())}")
    return _canonical(rows)


def _check_one_name(name: str, rows: Sequence[Found], what: str) -> None:
    by_name = {row.folded: row for row in rows}
    if len(by_name) > 1:
        raise StoreError(f"{name!r}: part of several {what}s' names; give one in full: {_candidates(by_name.values())}")


def _candidates(rows: Iterable[Found]) -> str:
    shown = [f"{row.name} ({row.uid})" if not row.uid.startswith("name:") else row.name for row in rows]
    more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    return "; ".join(shown[:SHOWN]) + more


def _canonical(rows: Sequence[Found]) -> tuple[int, ...]:
    """The keys that derived rows carry: where judgements have joined actors, that of the one they are."""
    return tuple(dict.fromkeys(row.canonical_pk for row in rows))
