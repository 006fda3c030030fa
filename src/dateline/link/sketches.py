"""A told event -> its sketch; and the keys by which an index finds those that may be of the same event.

A key stands for a family of acts, a pair of sides and a week (for what is dated more widely, a month). So the
candidates of a new event are those of the same few days between the same sides, however much an archive holds.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from dateline.records import Actor, ActorKind, EventType, Sector
from dateline.records.folding import fold
from dateline.records.ids import content_id
from dateline.records.sketch import EventSketch, Taker
from dateline.records.told import Told

# Acts that different reporters take for one another: 'agreed a truce' is AGREE, CONCEDE or RETREAT.
FAMILIES = (
    (EventType.CONSULT,),
    (EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT, EventType.COOPERATE, EventType.AID),
    (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    (EventType.PROTEST,),
    (EventType.SANCTION, EventType.COERCE),
    (EventType.MOBILIZE, EventType.ASSAULT),
)
FAMILY = {kind: number for number, family in enumerate(FAMILIES) for kind in family}
OFFICIAL = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY, Sector.COP})
MOST_SIDES = 4  # of an event that get keys: a summit of forty would have 780 pairs
MOST_WEEKS = 5  # of a date that get keys of their own; wider ones get keys of months
MOST_MONTHS = 13
QUOTED = re.compile(r"[\"“]([^\"“”]{12,400})[\"”]")
AROUND = 300  # characters around the clause in which a quotation belongs to it
WORD = re.compile(r"[^\W\d_]{3,}")
CORRECTS = re.compile(
    r"^\s*(?:\(?correct(?:ed|s|ion|ing)\b)|\bcorrects?\b.{0,40}\b(?:date|day|figure|name|number|toll|report|story|that|to)\b"
    r"|\b(?:not|and not) \w+(?: \w+)?,? as (?:was )?(?:earlier |previously |first |initially )?(?:reported|stated|written)\b"
    r"|\ban? earlier (?:report|version|story)\b.{0,60}\b(?:wrong|incorrect|mistaken|misstated)",
    re.IGNORECASE,
)
# Words of every report, which show nothing.
COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "from",
        "have",
        "has",
        "had",
        "was",
        "were",
        "been",
        "being",
        "are",
        "its",
        "his",
        "her",
        "their",
        "they",
        "them",
        "this",
        "these",
        "those",
        "who",
        "whom",
        "which",
        "what",
        "when",
        "where",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "said",
        "says",
        "say",
        "saying",
        "told",
        "tells",
        "according",
        "also",
        "after",
        "before",
        "during",
        "while",
        "about",
        "into",
        "over",
        "under",
        "between",
        "against",
        "during",
        "than",
        "then",
        "there",
        "here",
        "not",
        "but",
        "our",
        "your",
        "you",
        "she",
        "him",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "first",
        "second",
        "last",
        "next",
        "new",
        "more",
        "most",
        "some",
        "any",
        "all",
        "each",
        "other",
        "both",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "day",
        "days",
        "weeks",
        "months",
        "years",
    ]
)


def sketch_of(told: Told) -> EventSketch:
    """Return a told event as it is compared."""
    record, event = told.record, told.event
    article, uids = record.article, dict(told.actor_uids)
    roles = (("actor", event.actors), ("recipient", event.recipients), ("mediator", event.mediators))
    members = tuple(m for i in (*event.actors, *event.recipients) for m in record.actor(i).members)
    takers = [_taker(record.actor(i), uids, role) for role, ids in roles for i in ids]
    takers += [_taker(record.actor(i), uids, "member") for i in dict.fromkeys(members)]
    start, end = told.evidence
    near = article.text[max(0, start - AROUND) : end + AROUND]
    return EventSketch(
        uid=told.uid,
        report=article.id,
        outlet=article.outlet or article.agency or told.locator or article.id,
        type=event.type,
        status=event.status,
        mode=event.mode,
        takers=tuple(takers),
        earliest=event.date.earliest or "",
        latest=event.date.latest or "",
        published=article.published.isoformat() if article.published else "",
        place=fold(event.place or ""),
        country=event.location.country if event.location else None,
        trigger=fold(record.quote(event.trigger)),
        words=content_words(article.text[start:end]),
        quotes=frozenset(fold(q) for q in QUOTED.findall(near)),
        dead=event.dead,
        injured=event.injured,
        size=event.size,
        corrects=bool(CORRECTS.search(f"{article.title or ''}\n{near}")),
        quote=" ".join(told.quote.split()),
    )


def content_words(text: str) -> frozenset[str]:
    """Return the words that tell one clause from another, without their commonest endings."""
    return frozenset(_stem(w) for w in WORD.findall(fold(text)) if w not in COMMON)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _taker(actor: Actor, uids: dict[str, str], role: str) -> Taker:
    uid = uids.get(actor.id) or actor.known or fold(actor.name)
    name = fold(actor.name)
    return Taker(uid=uid, name=name, role=role, kind=actor.kind, country=actor.country, sector=actor.sector)


def side_of(taker: Taker) -> str:
    """Return for whom somebody acts: the country of officials and of states themselves, else the actor itself."""
    official = taker.kind in (ActorKind.COUNTRY, ActorKind.GOVERNMENT) or taker.sector in OFFICIAL
    return taker.country if official and taker.country else taker.uid if ":" in taker.uid else taker.name


def event_keys(sketch: EventSketch) -> tuple[int, ...]:
    """Return the keys under which an index keeps an event and finds those that may be the same; 63 bits each."""
    family, times = FAMILY[sketch.type], list(_times(sketch))
    return tuple(dict.fromkeys(_key(family, pair, when) for pair in _pairs(sketch) for when in times))


def _pairs(sketch: EventSketch) -> list[str]:
    """Each two sides that take part, and the first two alone: another report may name only one of them."""
    sides = list(dict.fromkeys(side_of(t) for t in sketch.takers if t.role != "member"))[:MOST_SIDES]
    pairs = ["|".join(sorted(pair)) for pair in combinations(sides, 2)]
    alone = [f"{side}|{sketch.place or sketch.trigger}" for side in sides[:2]]
    return pairs + alone if sides else [f"|{sketch.place or sketch.trigger}"]


def _times(sketch: EventSketch) -> Iterator[str]:
    """The weeks of a date, and its months; of an undated event those of its report and of the week before."""
    if sketch.dated:
        first, last = date.fromisoformat(sketch.earliest), date.fromisoformat(sketch.latest)
    elif sketch.published:
        last = date.fromisoformat(sketch.published)
        first = last - timedelta(days=6)
    else:
        return
    weeks = (last - first).days // 7 + 2
    if weeks <= MOST_WEEKS:
        yield from dict.fromkeys(_week(first + timedelta(days=7 * n)) for n in range(weeks) if _in(first, last, n))
    for n in range(MOST_MONTHS):
        month = first.year * 12 + first.month - 1 + n
        if (month // 12, month % 12 + 1) > (last.year, last.month):
            return
        yield f"{month // 12}-{month % 12 + 1:02}"


def _in(first: date, last: date, n: int) -> bool:
    day = first + timedelta(days=7 * n)
    return _week(day) <= _week(last)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _key(family: int, pair: str, when: str) -> int:
    return int(content_id("event key", family, pair, when), 16) >> 1
