"""What somebody writes for an actor, a paper or an event -> its id: the id, the beginning of one, or a name."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from dateline.errors import StoreError
from dateline.records.folding import fold
from dateline.store import schema

SHORTEST = 4  # characters of the beginning of an id: fewer are more likely a slip
SHOWN = 8  # candidates
TABLES: dict[str, Table] = {"actor": schema.actors, "paper": schema.papers, "event": schema.events}


def find_uid(connection: Connection, what: str, given: str) -> str:
    """Return the id of the one actor, paper or event that is meant. what: "actor", "paper" or "event".

    Raises StoreError that lists the candidates where several are, and where there is none.
    """
    table, words = TABLES[what], given.strip()
    by_id = _rows(connection, table, table.c.uid == words)
    if by_id:
        return words
    if len(words) >= SHORTEST and (begun := _beginning(connection, table, words)):
        return _only(begun, what, given)
    if "folded" in table.c:
        named = _rows(connection, table, table.c.folded == fold(words), table.c.canonical_pk == table.c.pk)
        if named:
            return _only(named, what, given)
    raise StoreError(f"{given!r}: no {what} of the archive")


def offices_printed(connection: Connection, uid: str) -> tuple[tuple[str, str], ...]:
    """Return office and day of each current report that gives one to an actor, or to one judged to be it."""
    actors, seen = schema.actors.c, schema.appearances.c
    one = select(actors.canonical_pk).where(actors.uid == uid).scalar_subquery()
    same = select(actors.pk).where(actors.canonical_pk == one)
    query = select(seen.office, seen.day).where(seen.actor_pk.in_(same), seen.office.is_not(None), seen.current)
    return tuple((office, day) for office, day in connection.execute(query.order_by(seen.day, seen.pk)))


def _beginning(connection: Connection, table: Table, words: str) -> Sequence[Row[Any]]:
    """The rows whose id begins so; the scheme before an unknown name's may be left out."""
    after = words + "\U0010ffff"
    found = _rows(
        connection, table, table.c.uid >= words, table.c.uid < after, func.substr(table.c.uid, 1, len(words)) == words
    )
    if found or "folded" not in table.c:
        return found
    unnamed = f"name:{words}"
    return _rows(
        connection,
        table,
        table.c.uid >= unnamed,
        table.c.uid < f"name:{after}",
        func.substr(table.c.uid, 1, len(unnamed)) == unnamed,
    )


def _rows(connection: Connection, table: Table, *conditions: Any) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(*conditions).order_by(table.c.pk).limit(SHOWN + 1)).all()


def _only(rows: Sequence[Row[Any]], what: str, given: str) -> str:
    if len(rows) == 1:
        return str(rows[0].uid)
    shown = "; ".join(_shown(row) for row in rows[:SHOWN])
    more = " and others" if len(rows) > SHOWN else ""
    raise StoreError(f"{given!r}: several {what}s; give the id of one: {shown}{more}")


def _shown(row: Row[Any]) -> str:
    known = row._mapping
    facts = [known.get("country"), known.get("symbol"), known.get("type"), known.get("day")]
    told = ", ".join(str(fact) for fact in facts if fact)
    return f"{row.uid} ({', '.join(filter(None, (known.get('name'), told)))})"
