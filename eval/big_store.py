"""A store of any size by a seeded script, for measuring questions.

    python -m eval.big_store ADDRESS [--reports N]

The rows of a few invented reports are written over and over with other keys, days, parties and words.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Table, text

from dateline.archive import entry
from dateline.records import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    Attribution,
    AttributionId,
    AttributionKind,
    ChainLink,
    ChainRole,
    DateRange,
    Event,
    EventId,
    EventStatus,
    EventType,
    Instrument,
    InstrumentId,
    InstrumentKind,
    InstrumentStatus,
    Record,
    Sector,
    Span,
    Stage,
    StagedDate,
)
from dateline.records.folding import fold
from dateline.store.claims import claim_rows
from dateline.store.opening import open_engine
from dateline.store.rows import Counter, Rows, article_row, reading_row
from dateline.store.uids import Uids
from dateline.store.writing import TABLES

FIRST, LAST = date(2000, 1, 1), date(2026, 11, 24)
ACTORS, PAPERS, WORDS = 20_000, 20_000, 200_000
TEMPLATES = 40
BATCH = 20_000  # reports whose rows are held at once
SYLLABLES = ("ka", "lo", "mi", "ren", "tu", "sa", "vor", "ne", "pil", "dar", "gho", "ist", "ul", "bem", "fa", "zin")
COUNTRIES = ("NOR", "PER", "KEN", "JPN", "EGY", "FRA", "IND", "BRA", "TUR", "CAN", "QAT", "POL", "VNM", "CHL", "GHA")
ACTS = (
    (EventType.CONSULT, "visit", "visited"),
    (EventType.REQUEST, "assist", "asked for help from"),
    (EventType.ACCUSE, "disapprove", "criticised"),
    (EventType.AGREE, None, "signed an accord with"),
    (EventType.SANCTION, None, "imposed sanctions on"),
    (EventType.AID, None, "sent money to"),
)
# What a row's column holds: the key of a row in that table, counted from the report's first.
OWN_KEYS = {
    "article_pk": "articles",
    "speaker_pk": "appearances",
    "appearance_pk": "appearances",
    "attribution_pk": "attributions",
    "event_pk": "events",
    "group_pk": "events",
    "instrument_pk": "instruments",
}
DAYS = ("day", "published", "earliest", "latest", "said")


def fill(address: str, reports: int, seed: int = 1) -> None:
    """Make a store of so many reports, three events each, at an address where there is none yet."""
    engine = open_engine(address)
    loader = _sqlite if engine.dialect.name == "sqlite" else _postgres
    dice = random.Random(seed)  # noqa: S311 - no secrets here
    loader(engine, _batches(dice, reports))
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def name_of(number: int) -> str:
    """Return the invented name of an actor, paper or word by its number."""
    parts = []
    while True:
        number, last = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[last])
        if not number:
            return "".join(parts)


def ranked(dice: random.Random, size: int) -> int:
    """Return a number below `size`, small ones more often, as names and words come in the news."""
    return min(int(size ** dice.random()) - 1, size - 1)


def actor_name(number: int) -> str:
    """Return the full name of an actor by its number."""
    return f"{name_of(number).title()} {name_of(number * 7 + 3).title()}"


@dataclass(slots=True)
class _Report:
    """What one report has of its own: the keys of its first rows, its day, parties, paper and words."""

    number: int
    keys: dict[str, int]
    day: date
    who: list[int]
    paper: int
    words: str
    serial: int = 0

    def uid(self) -> str:
        """Return an id that nothing else has."""
        self.serial += 1
        return f"{self.number:011x}{self.serial:05x}"


Change = tuple[int, Callable[[_Report], Any]]  # a column's position, and what stands there


@dataclass(frozen=True, slots=True)
class _Template:
    """One invented report's rows: for each its table's name, its values, and what of them is written anew."""

    rows: tuple[tuple[str, tuple[Any, ...], tuple[Change, ...]], ...]
    counts: dict[str, int]


def _batches(dice: random.Random, reports: int) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
    templates = [_template(dice) for _ in range(TEMPLATES)]
    yield _shared_rows(dice)
    keys = {table.name: 1 for table in TABLES}
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for number in range(reports):
        template = dice.choice(templates)
        _write(template, _report(number, keys, dice), rows)
        for name, count in template.counts.items():
            keys[name] += count
        if number % BATCH == BATCH - 1:
            yield rows
            rows = {}
    yield rows


def _report(number: int, keys: dict[str, int], dice: random.Random) -> _Report:
    who = [ranked(dice, ACTORS) for _ in range(4)]
    words = " ".join(name_of(ranked(dice, WORDS)) for _ in range(6))
    return _Report(
        number=number,
        keys=keys,
        day=FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)),
        who=who,
        paper=ranked(dice, PAPERS) + 1,
        words=f" {words}, {actor_name(who[0])} and {actor_name(who[1])}.",
    )


def _write(template: _Template, report: _Report, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """Add one report's rows: the template's, with what the report has of its own."""
    for table, values, changes in template.rows:
        row = list(values)
        for position, change in changes:
            row[position] = change(report)
        rows.setdefault(table, []).append(tuple(row))


def _template(dice: random.Random) -> _Template:
    """The rows that the store itself makes of one invented record, with places for what differs."""
    made: Rows = {}
    counter = Counter({t.name: 1 for t in TABLES})
    report = entry(_record(dice), "https://news.example/report")
    pk = counter.take("articles")
    made["articles"] = [article_row(report, pk, 1, "2026-11-25T00:00:00+00:00")]
    made["readings"] = [reading_row(report, pk, counter, "2026-11-25T00:00:00+00:00")]
    claim_rows(Uids(report), pk, counter, made)
    slots = {row["actor_pk"]: n for n, row in enumerate(made["appearances"])}
    rows = tuple(
        (table.name, tuple(row[column.name] for column in table.columns), tuple(_changes(table, row, slots)))
        for table in TABLES
        if table.name not in ("actors", "papers")
        for row in made.get(table.name, ())
    )
    return _Template(rows, {name: len(part) for name, part in made.items()})


def _changes(table: Table, row: dict[str, Any], slots: dict[int, int]) -> Iterator[Change]:
    """What of a row differs from report to report. slots: which of the report's parties an actor's key stands for."""
    for position, column in enumerate(table.columns):
        value = row[column.name]
        if value not in (None, "") and (change := _change(table.name, column.name, row, slots)):
            yield position, change


def _change(table: str, name: str, row: dict[str, Any], slots: dict[int, int]) -> Callable[[_Report], Any] | None:
    value, slot = row[name], slots.get(row.get("actor_pk", 0), 0)
    if name == "pk" or name in OWN_KEYS:
        of = OWN_KEYS.get(name, table)
        return lambda report: report.keys[of] + value - 1
    if name in DAYS:
        later = timedelta(days=(date.fromisoformat(value) - FIRST).days)
        return lambda report: (report.day + later).isoformat()
    by_column: dict[str, Callable[[_Report], Any]] = {
        "uid": _Report.uid,
        "locator": lambda report: f"https://news.example/{report.number}",
        "actor_pk": lambda report: report.who[slot] + 1,
        "paper_pk": lambda report: report.paper,
        "text": lambda report: value + report.words,
    }
    if table in ("parties", "appearances"):
        by_column["country"] = lambda report: COUNTRIES[report.who[slot] % len(COUNTRIES)]
        by_column["name"] = lambda report: actor_name(report.who[slot])
    return by_column.get(name)


def _record(dice: random.Random) -> Record:
    """An invented report: four parties, three acts, two claims, one draft with a day of vote."""
    topic = name_of(dice.randrange(500))
    names = [actor_name(ACTORS + n) for n in dice.sample(range(400), 4)]
    acts = dice.sample(ACTS, 3)
    written, events, mentions = "", [], {n: [] for n in range(4)}  # type: ignore[var-annotated]
    for n, (of_type, mode, words) in enumerate(acts):
        start = len(written)
        written += f"{names[n]} {words} {names[n + 1]} over {topic}. "
        first = (start, start + len(names[n]))
        trigger = (first[1] + 1, first[1] + 1 + len(words))
        second = (trigger[1] + 1, trigger[1] + 1 + len(names[n + 1]))
        mentions[n].append(first)
        mentions[n + 1].append(second)
        events.append(_event(n, of_type, mode, trigger, (start, len(written) - 1), dice))
    claims = [_claim(n, written, mentions[n][0]) for n in range(2)]
    actors = tuple(
        Actor(
            id=ActorId(f"a{n}"),
            name=names[n],
            kind=ActorKind.PERSON,
            country="NOR",
            sector=Sector.GOV,
            mentions=tuple(sorted(mentions[n])),
        )
        for n in range(4)
    )
    draft = Instrument(
        id=InstrumentId("i1"),
        kind=InstrumentKind.DRAFT_RESOLUTION,
        name=f"draft on {topic}",
        evidence=((0, 10),),
        status=InstrumentStatus.PROPOSED,
        proposers=(ActorId("a0"),),
        dates=(StagedDate(stage=Stage.VOTE, value=(FIRST + timedelta(days=dice.randrange(3, 60))).isoformat()),),
    )
    article = Article(
        text=written, title=f"Report on {topic}", outlet=f"{name_of(dice.randrange(40)).title()} Post", published=FIRST
    )
    return Record(
        article=article,
        actors=actors,
        attributions=tuple(claims),
        events=tuple(events),
        instruments=(draft,),
        generated_by="made for measuring",
    )


def _event(n: int, of_type: EventType, mode: str | None, trigger: Span, evidence: Span, dice: random.Random) -> Event:
    planned = n == 2 and dice.random() < 0.3
    day = (FIRST + timedelta(days=dice.randrange(20) if planned else -dice.randrange(3))).isoformat()
    return Event(
        id=EventId(f"e{n}"),
        type=of_type,
        mode=mode,
        status=EventStatus.PLANNED if planned else EventStatus.OCCURRED,
        trigger=trigger,
        evidence=(evidence,),
        actors=(ActorId(f"a{n}"),),
        recipients=(ActorId(f"a{n + 1}"),),
        date=DateRange(value=day, earliest=day, latest=day),
        attribution=AttributionId("s0") if n == 0 else None,
    )


def _claim(n: int, written: str, source: Span) -> Attribution:
    return Attribution(
        id=AttributionId(f"s{n}"),
        kind=AttributionKind.INDIRECT,
        source=(source,),
        cue=((source[1] + 1, source[1] + 2),),
        content=((source[1] + 2, len(written) - 1),),
        speaker=ActorId(f"a{n}"),
        speakers=(ActorId(f"a{n}"),),
        chain=(ChainLink(name="speaker", role=ChainRole.SPEAKER, actor=ActorId(f"a{n}")),),
    )


def _shared_rows(dice: random.Random) -> dict[str, list[tuple[Any, ...]]]:
    """The actors and papers that all reports speak of."""
    actors = []
    for n in range(ACTORS):
        name, country = actor_name(n), COUNTRIES[n % len(COUNTRIES)]
        actors.append((n + 1, f"person:{n}", name, fold(name), "person", country, "GOV", None, n + 1))
    papers = []
    for n in range(PAPERS):
        name = f"draft on {name_of(n)} {dice.randrange(1000)}"
        papers.append((n + 1, f"symbol:S/{n}", name, fold(name), "draft_resolution", f"S/{n}", None, n + 1))
    return {"actors": actors, "papers": papers}


def _sqlite(engine: Engine, batches: Iterator[dict[str, list[tuple[Any, ...]]]]) -> None:
    """Load without the indexes, which are made at the end: ten times as fast."""
    made = [i for table in TABLES for i in table.indexes]
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101 - a pooled connection has one
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DROP TRIGGER articles_indexed")
        for index in made:
            raw.execute(f'DROP INDEX "{index.name}"')
        for rows in batches:
            raw.execute("BEGIN")
            for table in TABLES:
                if part := rows.get(table.name):
                    places = ", ".join("?" * len(table.columns))
                    raw.executemany(f"INSERT INTO {table.name} VALUES ({places})", part)  # noqa: S608 - our own names
            raw.execute("COMMIT")
        raw.execute("BEGIN")
        raw.execute("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")
        raw.execute("COMMIT")
    from dateline.store.searching import SQLITE  # noqa: PLC0415

    with engine.begin() as connection:
        _make(connection, made)
        connection.execute(text(SQLITE[1]))


def _make(connection: Connection, indexes: list[Any]) -> None:
    for index in indexes:
        index.create(connection)


def _postgres(engine: Engine, batches: Iterator[dict[str, list[tuple[Any, ...]]]]) -> None:
    made = [i for table in TABLES for i in table.indexes]
    with engine.begin() as connection:
        for index in made:
            connection.execute(text(f'DROP INDEX "{index.name}"'))
        connection.execute(text("DROP INDEX articles_fts"))
        connection.execute(text("SET session_replication_role = replica"))  # no checks of foreign keys while loading
        raw: Any = connection.connection.driver_connection
        for rows in batches:
            for table in TABLES:
                if part := rows.get(table.name):
                    with raw.cursor().copy(f"COPY {table.name} FROM STDIN") as copy:
                        for row in part:
                            copy.write_row(row)
    from dateline.store.searching import POSTGRES  # noqa: PLC0415

    with engine.begin() as connection:
        connection.execute(text("SET maintenance_work_mem = '1GB'"))
        _make(connection, made)
        connection.execute(text(POSTGRES[0]))


def main() -> None:
    """Make the store that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("address", help="a file that is not there yet, or an empty database")
    parser.add_argument("--reports", type=int, default=100_000)
    given = parser.parse_args()
    fill(given.address, given.reports)


if __name__ == "__main__":
    main()
