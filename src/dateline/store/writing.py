"""Entries -> rows in the tables, a batch in one transaction: all of it or nothing."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select, update

from dateline.records.entry import Added, Entry
from dateline.records.joining import JoinRule
from dateline.records.packing import check_words
from dateline.store import schema
from dateline.store.batches import chunks
from dateline.store.claims import claim_rows
from dateline.store.joining import Joining
from dateline.store.rows import Counter, Rows, article_row, reading_row
from dateline.store.uids import Uids

# In the order in which rows refer to one another.
TABLES: tuple[Table, ...] = (
    schema.articles,
    schema.readings,
    schema.actors,
    schema.papers,
    schema.documents,
    schema.appearances,
    schema.attributions,
    schema.instruments,
    schema.instrument_parties,
    schema.events,
    schema.parties,
    schema.provisions,
    schema.dues,
    schema.judgements,
)


def add_entries(connection: Connection, entries: Sequence[Entry], now: str, join: JoinRule | None = None) -> Added:
    """Add the reports that are not there yet, within the connection's transaction.

    join: says which new actor is one that is there. Raises StoreError for what no database can hold.
    """
    for entry in entries:
        check_words(f"article {entry.record.article.id}: its address", entry.locator or "")
    there = existing(connection, schema.articles.c.uid, [e.uid for e in entries])
    fresh: dict[str, Entry] = {}
    for entry in entries:
        if entry.uid not in there:
            fresh.setdefault(entry.uid, entry)
    if not fresh:
        return Added(known=len(entries))
    versions = _versions(connection, [e.locator for e in fresh.values()])
    made = {uid: Uids(entry) for uid, entry in fresh.items()}
    counter = counter_for(connection, made.values())
    joining = Joining(connection, join, counter, now) if join else None
    counter.joiner = joining
    rows: Rows = {}
    followed = 0
    for entry in fresh.values():
        pk = counter.take("articles")
        version = versions.get(entry.locator, 0) + 1 if entry.locator else 1
        if version > 1 and entry.locator:
            _retire(connection, rows, entry.locator)
            followed += 1
        if entry.locator:
            versions[entry.locator] = version
        rows.setdefault("articles", []).append(article_row(entry, pk, version, now))
        rows.setdefault("readings", []).append(reading_row(entry, pk, counter, now))
        claim_rows(made[entry.uid], pk, counter, rows)
    rows["judgements"] = joining.judgements if joining else []
    insert_rows(connection, rows)
    return Added(added=len(fresh) - followed, versions=followed, known=len(entries) - len(fresh))


def new_counter(connection: Connection) -> Counter:
    """Return where the tables end. Only who holds the write lock may ask."""
    return Counter({t.name: next_key(connection, t) for t in TABLES if "pk" in t.c})


def counter_for(connection: Connection, made: Iterable[Uids]) -> Counter:
    """Return where the tables end, and those of the reports' actors and papers that are there."""
    counter, made = new_counter(connection), list(made)
    actors = schema.actors.c
    for part in chunks(list({uid for uids in made for uid in uids.actors.values()})):
        query = select(actors.uid, actors.pk, actors.canonical_pk).where(actors.uid.in_(part))
        for uid, pk, canonical in connection.execute(query):
            counter.actors[uid] = pk
            counter.canonical[pk] = canonical
    counter.papers = existing(connection, schema.papers.c.uid, {uid for uids in made for uid in uids.papers.values()})
    return counter


def existing(connection: Connection, column: Column[str], values: Collection[str]) -> dict[str, int]:
    """Return the keys of those rows whose column has one of the values, by value."""
    found: dict[str, int] = {}
    for part in chunks(list(values)):
        rows = connection.execute(select(column, column.table.c.pk).where(column.in_(part)))
        found.update((value, pk) for value, pk in rows)
    return found


def insert_rows(connection: Connection, rows: Rows) -> None:
    """Write the rows, table by table."""
    for table in TABLES:
        if made := rows.get(table.name):
            connection.execute(insert(table), made)


# What stops being said when a newer version or other rules follow.
CLAIMS = ("readings", "appearances", "attributions", "instruments", "events", "provisions", "dues")


def retire_claims(connection: Connection, article_pks: Sequence[int]) -> None:
    """Mark everything that articles claimed as no longer current."""
    for name in CLAIMS:
        table = schema.metadata.tables[name]
        for part in chunks(article_pks):
            connection.execute(update(table).where(table.c.article_pk.in_(part)).values(current=False))


def _retire(connection: Connection, rows: Rows, locator: str) -> None:
    """Mark the versions before as followed, those of this very batch too."""
    older = schema.articles
    pks = list(connection.execute(select(older.c.pk).where(older.c.locator == locator, older.c.current)).scalars())
    if pks:
        connection.execute(update(older).where(older.c.pk.in_(pks)).values(current=False))
        retire_claims(connection, pks)
    waiting = {row["pk"] for row in rows.get("articles", ()) if row["locator"] == locator}
    for name in ("articles", *CLAIMS):
        for row in rows.get(name, ()) if waiting else ():
            if row["pk" if name == "articles" else "article_pk"] in waiting:
                row["current"] = False


def _versions(connection: Connection, locators: Iterable[str | None]) -> dict[str | None, int]:
    """The last version of each locator that is there."""
    found: dict[str | None, int] = {}
    table = schema.articles
    for part in chunks([name for name in locators if name]):
        query = select(table.c.locator, func.max(table.c.version)).where(table.c.locator.in_(part))
        found.update((name, last) for name, last in connection.execute(query.group_by(table.c.locator)))
    return found


def next_key(connection: Connection, table: Table) -> int:
    """Return the key of the table's next row. Only who holds the write lock may ask."""
    last: Any = connection.execute(select(func.max(table.c.pk))).scalar()
    return (last or 0) + 1
