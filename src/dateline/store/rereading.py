"""Another reading of articles that are there: what it claims as before keeps its row, what it no longer claims is marked.

Rows are made as for a new report, then matched with those that are there: claims by their ids, which say all that is
claimed; appearances by actor and name. What a claim points at (its attribution, its parties) is written anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, delete, insert, select, update

from dateline.records.entry import Entry, Reread
from dateline.records.joining import JoinRule
from dateline.records.judgement import JudgementKind
from dateline.store import schema
from dateline.store.claims import claim_rows
from dateline.store.components import rejoin
from dateline.store.correcting import corrections_of, derive_event
from dateline.store.joining import Joining
from dateline.store.rows import Counter, Row, Rows, reading_row
from dateline.store.uids import Uids
from dateline.store.writing import counter_for, insert_rows

# Of each table by which columns a row is known again, in the order in which rows refer to one another.
KNOWN_BY: dict[str, tuple[str, ...]] = {
    "appearances": ("actor_pk", "name"),
    "attributions": ("uid",),
    "instruments": ("uid",),
    "events": ("uid",),
    "provisions": ("uid",),
    "dues": ("uid", "due"),
}
# Which columns hold the key of a row of another of these tables.
REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "attributions": (("speaker_pk", "appearances"),),
    "events": (("attribution_pk", "attributions"),),
    "dues": (("event_pk", "events"),),
    "parties": (("event_pk", "events"), ("appearance_pk", "appearances")),
    "instrument_parties": (("instrument_pk", "instruments"), ("appearance_pk", "appearances")),
}
LINKS = {"parties": ("event_pk", "events"), "instrument_parties": ("instrument_pk", "instruments")}
OWN = ("pk", "group_pk", "followed_by")  # what a row keeps, whatever a reading says


@dataclass(slots=True)
class _Reading:
    """One article's rows of the new reading, and those that are there, by table."""

    rows: Rows
    there: dict[str, list[Row]]
    kept: dict[str, dict[int, Row]] = field(default_factory=dict)  # the new row's key -> the old row
    followed: list[tuple[Row, Row]] = field(default_factory=list)  # an event that is gone, and what it has become

    def gone(self, table: str) -> list[Row]:
        """Those that were claimed and are no more."""
        kept = {row["pk"] for row in self.kept[table].values()}
        return [row for row in self.there[table] if row["current"] and row["pk"] not in kept]

    def new(self, table: str) -> list[Row]:
        """Those that no row is there for."""
        return [row for row in self.rows.get(table, ()) if row["pk"] not in self.kept[table]]


def reread_articles(
    connection: Connection, entries: Sequence[tuple[int, Entry]], now: str, join: JoinRule | None = None
) -> Reread:
    """Write the new readings of articles, by their keys, within the connection's transaction."""
    made = [(pk, Uids(entry)) for pk, entry in entries]
    counter = counter_for(connection, [uids for _, uids in made])
    joining = Joining(connection, join, counter, now) if join else None
    counter.joiner = joining
    shared: Rows = {"judgements": joining.judgements if joining else []}
    done = Reread()
    readings = [_prepare(connection, pk, uids, counter, shared, now) for pk, uids in made]
    insert_rows(connection, shared)
    for reading in readings:
        done += _write(connection, reading)
    _carry_over(connection, readings)
    return done


def _prepare(connection: Connection, pk: int, uids: Uids, counter: Counter, shared: Rows, now: str) -> _Reading:
    """Make an article's rows; new actors, papers and the reading itself go to `shared`."""
    rows: Rows = {}
    shared.setdefault("readings", []).append(reading_row(uids.entry, pk, counter, now))
    claim_rows(uids, pk, counter, rows)
    for name in ("actors", "papers"):
        shared.setdefault(name, []).extend(rows.pop(name, ()))
    readings = schema.readings
    connection.execute(update(readings).where(readings.c.article_pk == pk).values(current=False))
    reading = _Reading(rows, {name: _there(connection, schema.metadata.tables[name], pk) for name in KNOWN_BY})
    for name in KNOWN_BY:
        _match(reading, name)
    return reading


def _there(connection: Connection, table: Table, article_pk: int) -> list[Row]:
    """The rows of an article, those that are claimed first."""
    query = select(table).where(table.c.article_pk == article_pk).order_by(table.c.current.desc(), table.c.pk)
    return [dict(row._mapping) for row in connection.execute(query)]


def _match(reading: _Reading, name: str) -> None:
    by = KNOWN_BY[name]
    free: dict[tuple[object, ...], list[Row]] = {}
    for row in reading.there[name]:
        free.setdefault(tuple(row[c] for c in by), []).append(row)
    kept = reading.kept[name] = {}
    for row in reading.rows.get(name, ()):
        if known := free.get(tuple(row[c] for c in by)):
            kept[row["pk"]] = known.pop(0)
    for of, references in REFERENCES.items():
        for column, table in references:
            if table == name:
                for row in reading.rows.get(of, ()):
                    row[column] = kept[row[column]]["pk"] if row[column] in kept else row[column]


def _write(connection: Connection, reading: _Reading) -> Reread:
    _follow(reading)
    for name in KNOWN_BY:
        table = schema.metadata.tables[name]
        if gone := [row["pk"] for row in reading.gone(name)]:
            connection.execute(update(table).where(table.c.pk.in_(gone)).values(current=False))
        for row in reading.rows.get(name, ()):
            if old := reading.kept[name].get(row["pk"]):
                _update(connection, table, old, row)
        if new := reading.new(name):
            connection.execute(insert(table), new)
    for old, new_row in reading.followed:
        events = schema.events
        connection.execute(update(events).where(events.c.pk == old["pk"]).values(followed_by=new_row["uid"]))
    for name in LINKS:
        _link(connection, reading, name)
    revived = sum(not row["current"] for row in reading.kept["events"].values())
    return Reread(
        articles=1,
        kept=len(reading.kept["events"]) - revived,
        new=len(reading.new("events")) + revived,
        gone=len(reading.gone("events")),
        followed=len(reading.followed),
    )


def _update(connection: Connection, table: Table, old: Row, new: Row) -> None:
    """Let the old row say what the new one does, where it does not yet."""
    changed = {column: value for column, value in new.items() if column not in OWN and old[column] != value}
    if "followed_by" in old and old["followed_by"] is not None:
        changed["followed_by"] = None
    if changed:
        connection.execute(update(table).where(table.c.pk == old["pk"]).values(changed))


def _follow(reading: _Reading) -> None:
    """Find what the new reading makes of the words of each event that is gone: the same trigger, else one that overlaps."""
    kept = reading.kept["events"]
    coming = [row for row in reading.rows.get("events", ()) if row["pk"] not in kept or not kept[row["pk"]]["current"]]
    gone = reading.gone("events")
    for exact in (True, False):
        for old in [g for g in gone if all(g is not done for done, _ in reading.followed)]:
            for row in coming:
                if _same_words(old, row, exact=exact):
                    reading.followed.append((old, row))
                    coming.remove(row)
                    break


def _same_words(old: Row, new: Row, *, exact: bool) -> bool:
    one, other = ((row["trigger_start"], row["trigger_end"]) for row in (old, new))
    return one == other if exact else one[0] < other[1] and other[0] < one[1]


def _link(connection: Connection, reading: _Reading, name: str) -> None:
    """Write anew who takes part, where it has changed."""
    table, (column, of) = schema.metadata.tables[name], LINKS[name]
    pks = [row["pk"] for row in reading.kept[of].values()]
    there = (
        [dict(row._mapping) for row in connection.execute(select(table).where(table.c[column].in_(pks)))] if pks else []
    )
    coming = reading.rows.get(name, ())
    changed = {pk for pk in pks if _of(there, column, pk) != _of(coming, column, pk)}
    if changed:
        connection.execute(delete(table).where(table.c[column].in_(changed)))
    kept = set(pks) - changed
    if new := [row for row in coming if row[column] not in kept]:
        connection.execute(insert(table), new)


def _of(rows: Iterable[Row], column: str, pk: int) -> set[tuple[tuple[str, object], ...]]:
    return {tuple(sorted(row.items(), key=lambda item: item[0])) for row in rows if row[column] == pk}


def _carry_over(connection: Connection, readings: Iterable[_Reading]) -> None:
    """Derive again what judgements make of the events that were read anew: those of a followed one are its follower's."""
    touched: dict[str, int] = {}
    for reading in readings:
        kept = reading.kept["events"]
        touched |= {row["uid"]: row["pk"] for row in reading.gone("events")}
        touched |= {
            row["uid"]: kept[row["pk"]]["pk"] if row["pk"] in kept else row["pk"]
            for row in reading.rows.get("events", ())
        }
    if not touched or connection.execute(select(schema.judgements.c.pk).limit(1)).first() is None:
        return
    rejoin(connection, JudgementKind.SAME_EVENT, touched.values())
    for uid in touched:
        if corrections_of(connection, uid):
            derive_event(connection, uid)
