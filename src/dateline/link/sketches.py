"""A told event -> its sketch; and the keys by which an index finds those that may be of the same event.

A key stands for a family of acts, a pair of sides and a week (for what is dated more widely, a month). So the
candidates of a new event are those of the same few days between the same sides, however much an archive holds.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from dateline.lexicons.sketching import load_sketching
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
UNSIGNED = (3, 5)  # of which reports often do not say whose they are: protests, attacks
FAMILY = {kind: number for number, family in enumerate(FAMILIES) for kind in family}
OFFICIAL = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY, Sector.COP})
MOST_SIDES = 4  # of an event that get keys: a summit of forty would have 780 pairs
MOST_WEEKS = 5  # of a date that get keys of their own; wider ones get keys of months
MOST_MONTHS = 13
MOST_ASKED = 60  # weeks of a wide date under which others are looked for
QUOTED = re.compile(r"[\"“]([^\"“”]{12,400})[\"”]")
AROUND = 300  # characters around the clause in which a quotation belongs to it
WORD = re.compile(r"[^\W\d_]{3,}")


def sketch_of(told: Told) -> EventSketch:
    """Return a told event as it is compared."""
    record, event = told.record, told.event
    article = record.article
    roles = (("actor", event.actors), ("recipient", event.recipients), ("mediator", event.mediators))
    members = tuple(m for i in (*event.actors, *event.recipients) for m in record.actor(i).members)
    takers = [_taker(told, i, role) for role, ids in roles for i in ids]
    takers += [_taker(told, i, "member") for i in dict.fromkeys(members)]
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
        again=bool(load_sketching().again.search(article.text[start:end])),
        corrects=bool(load_sketching().corrects.search(f"{article.title or ''}\n{near}")),
        quote=" ".join(told.quote.split()),
    )


def content_words(text: str) -> frozenset[str]:
    """Return the words that tell one clause from another, without their commonest endings."""
    return frozenset(_stem(w) for w in WORD.findall(fold(text)) if w not in load_sketching().common)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _taker(told: Told, local: str, role: str) -> Taker:
    actor = told.record.actor(local)
    return Taker(
        uid=told.actor_uid(local) or actor.known or fold(actor.name),
        name=fold(actor.name),
        role=role,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        named=_is_named(actor),
    )


def _is_named(actor: Actor) -> bool:
    """Is it a name? Whoever the tables have is, and whoever has a capital beyond the first word's."""
    if actor.known or actor.wikidata or actor.kind in (ActorKind.PERSON, ActorKind.COUNTRY):
        return True
    first, *others = actor.name.split() or [""]
    return actor.kind is not ActorKind.PEOPLE and (
        any(w[:1].isupper() for w in others)
        or (not others and first[:1].isupper() and actor.kind is ActorKind.ORGANIZATION)
    )


def side_of(taker: Taker) -> str:
    """Return for whom somebody acts: the country of officials and of states themselves, else the actor itself."""
    official = taker.kind in (ActorKind.COUNTRY, ActorKind.GOVERNMENT) or taker.sector in OFFICIAL
    return taker.country if official and taker.country else taker.uid if taker.named else taker.country or taker.name


def _tokens(taker: Taker) -> list[str]:
    """What stands for somebody in a key: a surname, for it is all that some reports give; a side; a country."""
    tokens = [taker.name.split()[-1]] if taker.kind is ActorKind.PERSON and taker.name else []
    if taker.country:
        tokens.append(taker.country)
    elif taker.named and not tokens:
        tokens.append(taker.name)
    return tokens


def kept_keys(sketch: EventSketch) -> tuple[int, ...]:
    """Return the keys under which an index keeps an event, 63 bits each: of its weeks, or of its months if they are many."""
    weeks, months = _times(sketch)
    return tuple(_keys(sketch, weeks or months))


def asked_keys(sketch: EventSketch) -> tuple[int, ...]:
    """Return the keys under which an index finds the events that may be the same: weeks and months, whatever is kept."""
    first, last = _span(sketch)
    if first is None or last is None:
        return ()
    weeks, months = _times(sketch)
    return tuple(_keys(sketch, [*(weeks or list(_weeks(first, last))[:MOST_ASKED]), *months]))


def _keys(sketch: EventSketch, times: Iterable[str]) -> Iterator[int]:
    family, pairs = FAMILY[sketch.type], _pairs(sketch)
    return (_key(family, pair, when) for pair in pairs for when in times)


def _pairs(sketch: EventSketch) -> list[str]:
    """What stands for each two who take part; and for one alone with the act or place, if a report names only him."""
    sides = [tokens for t in sketch.takers if t.role != "member" and (tokens := _tokens(t))][:MOST_SIDES]
    pairs = ["|".join(sorted((x, y))) for one, other in combinations(sides, 2) for x in one for y in other]
    acts = [_stem(w) for w in WORD.findall(sketch.trigger) if w not in load_sketching().common][-1:] + [
        sketch.place
    ] * bool(sketch.place)
    alone = [f"{token}|{act}" for tokens in sides for token in tokens for act in acts]
    if not sides or FAMILY[sketch.type] in UNSIGNED:
        alone += [f"|{act}" for act in acts]
    return list(dict.fromkeys(pairs + alone))


def _times(sketch: EventSketch) -> tuple[list[str], list[str]]:
    """The weeks of a date, none if there are many, and its months."""
    first, last = _span(sketch)
    if first is None or last is None:
        return [], []
    weeks = list(_weeks(first, last))
    return weeks if len(weeks) <= MOST_WEEKS else [], list(_months(first, last))[:MOST_MONTHS]


def _span(sketch: EventSketch) -> tuple[date | None, date | None]:
    """The days of an event; of an undated one the week before its report."""
    if sketch.dated:
        return date.fromisoformat(sketch.earliest), date.fromisoformat(sketch.latest)
    if sketch.published:
        published = date.fromisoformat(sketch.published)
        return published - timedelta(days=6), published
    return None, None


def _weeks(first: date, last: date) -> Iterator[str]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        year, week, _ = monday.isocalendar()
        yield f"{year}-W{week:02}"
        if monday > date.max - timedelta(days=7):
            return
        monday += timedelta(days=7)


def _months(first: date, last: date) -> Iterator[str]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{month // 12}-{month % 12 + 1:02}"


def _key(family: int, pair: str, when: str) -> int:
    return int(content_id("event key", family, pair, when), 16) >> 1
