"""Judgements that two are one -> which of the joined stands for all, and every row that names it. Derived anew each time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Column, Connection, Row, Table, or_, select, update

from dateline.records.judgement import JudgementKind
from dateline.store import schema
from dateline.store.batches import chunks
from dateline.store.following import predecessors

# What is joined by each kind of judgement, and the column that says which row stands for it.
JOINED: dict[JudgementKind, tuple[Table, Column[int]]] = {
    JudgementKind.SAME_ACTOR: (schema.actors, schema.actors.c.canonical_pk),
    JudgementKind.SAME_PAPER: (schema.papers, schema.papers.c.canonical_pk),
    JudgementKind.SAME_EVENT: (schema.events, schema.events.c.group_pk),
}


@dataclass(slots=True)
class _Sets:
    """Keys that are one: each leads to another of its set, or to itself."""

    parents: dict[int, int]
    rank: dict[int, tuple[bool, int]] = field(default_factory=dict)

    def first(self, pk: int) -> int:
        while self.parents[pk] != pk:
            self.parents[pk] = self.parents[self.parents[pk]]
            pk = self.parents[pk]
        return pk

    def join(self, one: int, other: int) -> None:
        ends = sorted((self.first(one), self.first(other)), key=lambda pk: self.rank[pk])
        self.parents[ends[1]] = ends[0]


def rejoin(connection: Connection, kind: JudgementKind, pks: Iterable[int]) -> set[str]:
    """Derive again who is one with these and with all that they were one with; return all of their ids.

    What the tables know stands for what they do not; else the first that was added.
    """
    table, column = JOINED[kind]
    members = _members(connection, table, column, list(pks))
    keys = {row.uid: row.pk for row in members}
    older = predecessors(connection, keys) if table is schema.events else {}
    keys |= {uid: keys[last] for uid, last in older.items()}
    sets = _Sets({row.pk: row.pk for row in members})
    sets.rank = {row.pk: (row.uid.startswith("name:"), row.pk) for row in members}
    for one, other in _edges(connection, kind, list(keys)):
        if one in keys and other in keys:
            sets.join(keys[one], keys[other])
    for row in members:
        judged = sets.first(row.pk)
        if judged != row.judged:
            connection.execute(update(table).where(table.c.pk == row.pk).values({column: judged}))
            if table is schema.actors:
                _name_actor(connection, row.pk, judged)
    return set(keys)


def _members(
    connection: Connection, table: Table, column: Column[int], pks: Sequence[int]
) -> list[Row[tuple[int, str, int]]]:
    groups: set[int] = set()
    for part in chunks(pks):
        groups.update(connection.execute(select(column).where(table.c.pk.in_(part))).scalars())
    found: list[Row[tuple[int, str, int]]] = []
    for part in chunks(list(groups)):
        query = select(table.c.pk, table.c.uid, column.label("judged")).where(column.in_(part))
        found.extend(connection.execute(query))
    return found


def _edges(connection: Connection, kind: JudgementKind, uids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The judgements that hold, in the order in which they were made."""
    judged = schema.judgements.c
    found: dict[int, tuple[str, str]] = {}
    for part in chunks(uids):
        query = select(judged.pk, judged.subject, judged.object).where(
            judged.kind == kind, judged.undone.is_(None), or_(judged.subject.in_(part), judged.object.in_(part))
        )
        found.update((pk, (subject, other)) for pk, subject, other in connection.execute(query))
    yield from (found[pk] for pk in sorted(found))


def _name_actor(connection: Connection, pk: int, judged: int) -> None:
    """Let every row that speaks of an actor name the one that it is."""
    seen = select(schema.appearances.c.pk).where(schema.appearances.c.actor_pk == pk)
    for table, column in (
        (schema.parties, schema.parties.c.appearance_pk),
        (schema.attributions, schema.attributions.c.speaker_pk),
        (schema.instrument_parties, schema.instrument_parties.c.appearance_pk),
    ):
        connection.execute(update(table).where(column.in_(seen)).values(actor_pk=judged))
