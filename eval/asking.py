"""How long the archive takes to answer, beside the same question written by hand in SQL; on small and large stores.

    python -m eval.asking STORE [STORE ...] [--draws N] [--explain]

STORE is an address of a store made by eval.big_store. Each question is asked N times with other names, words and days.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, text

from dateline.records import EventType
from dateline.store import open_store
from dateline.store.asking import dues_beside, timeline
from dateline.store.asking_actors import actor_file
from dateline.store.asking_dues import dues
from dateline.store.asking_texts import search
from dateline.store.filters import Filters
from eval.big_store import ACTORS, COUNTRIES, FIRST, LAST, WORDS, actor_name, name_of, ranked

TODAY = LAST
LIMIT = 60
SHOWN = 20  # hits
DRAWS = 40
Draw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what is drawn for it, how the archive is asked, and the same by hand."""

    draw: Callable[[random.Random], Draw]
    ask: Callable[[Connection, Draw], Any]
    by_hand: Callable[[Connection, Draw], Any]


def _days(dice: random.Random) -> Draw:
    since = FIRST + timedelta(days=dice.randrange((LAST - FIRST).days - 400))
    return {"since": since.isoformat(), "until": (since + timedelta(days=365)).isoformat()}


def _timeline(connection: Connection, drawn: Draw) -> Any:
    asked = {key: value for key, value in drawn.items() if key in Filters.__dataclass_fields__}
    filters = Filters(**asked)
    found = timeline(connection, filters, TODAY, LIMIT)
    return found, dues_beside(connection, filters, found, TODAY, LIMIT)


_EVENT = """
SELECT e.uid, e.day, e.type, e.mode, e.status, e.place, a.title, a.outlet, a.published, a.url, s.chain,
 substr(a.text, e.start + 1, e."end" - e.start) AS words, p2.role, c.name
FROM ({keys}) k JOIN events e ON e.pk = k.pk JOIN articles a ON a.pk = e.article_pk
LEFT JOIN attributions s ON s.pk = e.attribution_pk
LEFT JOIN parties p2 ON p2.event_pk = e.pk LEFT JOIN actors c ON c.pk = p2.actor_pk
ORDER BY k.day, e.pk
"""
_OF_PARTY = """
SELECT e.pk, p.day FROM parties p JOIN events e ON e.pk = p.event_pk WHERE {who}
 AND p.role IN ('actor', 'mediator', 'member') AND e.current AND p.day {side} :today {more}
ORDER BY p.day {order}, p.event_pk {order} LIMIT 60
"""
_PLAIN = """
SELECT e.pk, e.day FROM events e WHERE e.current AND e.day {side} :today {more}
ORDER BY e.day {order}, e.pk {order} LIMIT 60
"""
_DUES = """
SELECT d.due, a.title FROM dues d LEFT JOIN articles a ON a.pk = d.article_pk
WHERE d.current AND d.latest >= :since AND d.earliest <= :until ORDER BY d.latest, d.earliest, d.pk LIMIT 60
"""
_PAST_DUES = _DUES.replace("d.earliest <=", "d.latest <").replace(
    "d.latest, d.earliest, d.pk", "d.latest DESC, d.earliest DESC, d.pk DESC"
)
_SIDES = {"<=": "DESC", ">": ""}


def _by_hand(keys: str, *, with_dues: bool = False, **words: str) -> Callable[[Connection, Draw], Any]:
    def ask(connection: Connection, drawn: Draw) -> Any:
        given = {"today": TODAY.isoformat(), **{key: str(value) for key, value in drawn.items()}}
        rows: list[Any] = []
        for side, order in _SIDES.items():
            query = _EVENT.format(keys=keys.format(side=side, order=order, **words))
            rows += connection.execute(text(query), given).all()
        if with_dues:
            first = min((row.day for row in rows), default="")
            rows += connection.execute(text(_DUES), {"since": given["today"], "until": "9999"}).all()
            rows += connection.execute(text(_PAST_DUES), {"since": first, "until": given["today"]}).all()
        return rows

    return ask


_ACTOR = "p.actor_pk = (SELECT canonical_pk FROM actors WHERE folded = :folded LIMIT 1)"


def _some_actor(dice: random.Random) -> Draw:
    name = actor_name(ranked(dice, ACTORS))
    return {"actor": name, "folded": name.lower()}


def _search(connection: Connection, drawn: Draw) -> Any:
    return list(search(connection, drawn["words"], Filters(), SHOWN))


def _search_by_hand(connection: Connection, drawn: Draw) -> Any:
    if connection.dialect.name == "sqlite":
        query = """SELECT a.pk, a.title, a.outlet, a.published, a.url, snippet(articles_fts, 1, '[', ']', '…', 16)
        FROM articles_fts JOIN articles a ON a.pk = articles_fts.rowid
        WHERE articles_fts MATCH :match AND a.current ORDER BY a.published DESC, a.pk DESC LIMIT 20"""
        return connection.execute(text(query), {"match": " ".join(f'"{w}"' for w in drawn["words"].split())}).all()
    from dateline.store.searching import VECTOR  # noqa: PLC0415

    query = f"""SELECT f.*, ts_headline('simple', f.text, plainto_tsquery('simple', :words)) FROM (
    SELECT pk, title, outlet, published, url, text FROM articles
    WHERE {VECTOR} @@ plainto_tsquery('simple', :words) AND current ORDER BY published DESC, pk DESC LIMIT 20) f"""  # noqa: S608
    return connection.execute(text(query), {"words": drawn["words"]}).all()


def _words(most: int) -> Callable[[random.Random], Draw]:
    return lambda dice: {"words": " ".join(name_of(ranked(dice, WORDS)) for _ in range(dice.randint(1, most)))}


_OF_ACTOR = (
    """SELECT e.type, e.mode, count(*) FROM (SELECT event_pk FROM parties p WHERE {who} AND role = 'actor'
    ORDER BY day DESC, event_pk DESC LIMIT 1000) k JOIN events e ON e.pk = k.event_pk WHERE e.current
    GROUP BY e.type, e.mode ORDER BY 3 DESC""",
    """SELECT c.name, count(*) FROM (SELECT event_pk FROM parties p WHERE {who} ORDER BY day DESC, event_pk DESC
    LIMIT 1000) k JOIN parties o ON o.event_pk = k.event_pk JOIN actors c ON c.pk = o.actor_pk
    GROUP BY c.name ORDER BY 2 DESC LIMIT 12""",
    """SELECT n.name, n.office, min(n.day), max(n.day), count(*) FROM (SELECT name, office, day FROM appearances p
    WHERE {who} AND current ORDER BY day DESC LIMIT 1000) n GROUP BY n.name, n.office""",
    """SELECT s.day, a.title, substr(a.text, s.start + 1, s."end" - s.start) FROM attributions s
    JOIN articles a ON a.pk = s.article_pk WHERE s.{of} AND s.current ORDER BY s.day DESC, s.pk DESC LIMIT 10""",
)


def _actor_by_hand(connection: Connection, drawn: Draw) -> Any:
    given = {"folded": drawn["folded"]}
    of = _ACTOR.removeprefix("p.")
    rows = [connection.execute(text(q.format(who=_ACTOR, of=of)), given).all() for q in _OF_ACTOR]
    newest = _OF_PARTY.format(who=_ACTOR, side="<=", order="DESC", more="").replace("LIMIT 60", "LIMIT 10")
    return rows, connection.execute(text(_EVENT.format(keys=newest)), {**given, "today": "9999"}).all()


def _due(connection: Connection, drawn: Draw) -> Any:
    return list(dues(connection, Filters(since=drawn["since"], until=drawn["until"]), LIMIT))


def _due_by_hand(connection: Connection, drawn: Draw) -> Any:
    return connection.execute(text(_DUES), drawn).all()


QUESTIONS: dict[str, Question] = {
    "timeline": Question(lambda _: {}, _timeline, _by_hand(_PLAIN, with_dues=True, more="")),
    "timeline of days": Question(
        _days, _timeline, _by_hand(_PLAIN, with_dues=True, more="AND e.day BETWEEN :since AND :until")
    ),
    "timeline of a type": Question(
        lambda dice: {"types": (EventType.SANCTION,), **_days(dice)},
        _timeline,
        _by_hand(_PLAIN, more="AND e.type = 'SANCTION' AND e.day BETWEEN :since AND :until"),
    ),
    "timeline of an actor": Question(_some_actor, _timeline, _by_hand(_OF_PARTY, who=_ACTOR, more="")),
    "timeline of a country": Question(
        lambda dice: {"actor": dice.choice(COUNTRIES)},
        _timeline,
        _by_hand(_OF_PARTY, who="p.country = :actor", more=""),
    ),
    "timeline of two": Question(
        lambda dice: {"between": (actor_name(ranked(dice, 500)), actor_name(ranked(dice, 500)))},
        _timeline,
        lambda connection, drawn: _by_hand(
            _OF_PARTY,
            who=_ACTOR.replace(":folded", ":one"),
            more="AND EXISTS (SELECT 1 FROM parties q WHERE q.event_pk = e.pk AND q.actor_pk = "
            "(SELECT canonical_pk FROM actors WHERE folded = :other LIMIT 1))",
        )(connection, dict(zip(("one", "other"), (n.lower() for n in drawn["between"]), strict=True))),
    ),
    "search, one word": Question(_words(1), _search, _search_by_hand),
    "search, some words": Question(_words(3), _search, _search_by_hand),
    "actor": Question(_some_actor, lambda c, drawn: actor_file(c, drawn["actor"]), _actor_by_hand),
    "due": Question(_days, _due, _due_by_hand),
}


def measure(address: str, draws: int, only: str | None = None, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield for each question the 95th percentile of the archive's answers and of those by hand, in milliseconds."""
    with open_store(address, create=False) as store:
        for name, question in QUESTIONS.items():
            if only and only not in name:
                continue
            dice = random.Random(seed)  # noqa: S311 - no secrets here
            ours: list[float] = []
            hand: list[float] = []
            for number in range(draws + 3):
                drawn = question.draw(dice)
                for taken, ask in ((ours, question.ask), (hand, question.by_hand)):
                    with store.asked() as connection:
                        begun = time.perf_counter()
                        ask(connection, drawn)
                        if number >= 3:  # the first ones warm up
                            taken.append(1000 * (time.perf_counter() - begun))
            yield {
                "store": address,
                "question": name,
                "p95": _p95(ours),
                "by hand": _p95(hand),
                "ratio": _p95(ours) / _p95(hand),
            }


def _p95(taken: list[float]) -> float:
    return sorted(taken)[max(int(0.95 * len(taken)) - 1, 0)]


def main() -> int:
    """Write one line for each store and question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("stores", nargs="+")
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--only")
    given = parser.parse_args()
    for address in given.stores:
        for found in measure(address, given.draws, given.only):
            print(json.dumps({k: round(v, 2) if isinstance(v, float) else v for k, v in found.items()}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
