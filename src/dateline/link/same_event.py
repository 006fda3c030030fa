"""Two tellings -> are they of one event, and why. Pure.

First what forbids it (other parties, other days, a call and a visit, two places), then what speaks for it, weighed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.link.sketches import FAMILY, side_of
from dateline.records import ActorKind, EventStatus, EventType
from dateline.records.sketch import EventSketch, Taker

ENOUGH = 4.0  # weight at which two tellings are taken for one; 3.5 to 5 tried on the sample reports
TWICE_TOLD = 6.0  # weight for two tellings within one report
LATE = timedelta(days=4)  # after an event that an undated report of it still comes
CORRECTED_WITHIN = timedelta(days=5)
ALIKE = 0.3  # share of content words in common that shows the same telling
CLASHING_MODES = frozenset({EventType.CONSULT, EventType.PROTEST, EventType.COERCE, EventType.SANCTION})
# Kinds of actors that a report may name in place of one another: a state for its government or its minister.
FOR_A_STATE = (ActorKind.COUNTRY, ActorKind.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two tellings are one: how much speaks for it, and what."""

    weight: float
    why: str


def same_event(a: EventSketch, b: EventSketch) -> Reason | None:
    """Return why two tellings are of one event; None where they are not, or nothing much says so."""
    if clash(a, b):
        return None
    points = list(_points(a, b))
    weight = sum(p for p, _ in points)
    # Who tells of two acts in one report mostly means two.
    enough = ENOUGH if a.report != b.report else TWICE_TOLD
    return Reason(weight, ", ".join(why for _, why in points if why)) if weight >= enough else None


def clash(a: EventSketch, b: EventSketch) -> str | None:
    """Return what forbids that two tellings are of one event, None where nothing does."""
    if FAMILY[a.type] != FAMILY[b.type]:
        return "acts of other kinds"
    if a.type is b.type and a.type in CLASHING_MODES and a.mode and b.mode and a.mode != b.mode:
        return f"{a.mode} and {b.mode}"
    if a.place and b.place and a.country and b.country and a.country != b.country:
        return f"in {a.place} and in {b.place}"
    if a.paper and b.paper and a.paper != b.paper:
        return "about two papers"
    if not _parties_agree(a, b):
        return "other parties"
    if a.again is not b.again and not (a.exact and b.exact):
        return "one is told to have come after another"
    if not _days_agree(a, b) and not corrected(a, b):
        return "on other days"
    return None


def corrected(a: EventSketch, b: EventSketch) -> bool:
    """Does one of the two say that it corrects an earlier report, and may that be the other?"""
    if not (a.corrects or b.corrects) or a.type is not b.type or not (a.published and b.published):
        return False
    apart = abs(date.fromisoformat(a.published) - date.fromisoformat(b.published))
    return apart <= CORRECTED_WITHIN and (
        (a.corrects and a.published >= b.published) or (b.corrects and b.published >= a.published)
    )


def _points(a: EventSketch, b: EventSketch) -> Iterator[tuple[float, str]]:
    exact, sided = _shared_parties(a, b)
    if exact:
        yield 1.5 * min(len(exact), 2), f"both name {_listed(exact)}"
    if sided:
        yield 0.75 * min(len(sided), 2), f"both are of {_listed(sided)}"
    if a.type is b.type:
        yield (
            (1.5, f"the same kind of act ({a.type.value.lower()} {a.mode})")
            if a.mode and a.mode == b.mode
            else (1.0, "")
        )
    yield from _points_of_time(a, b)
    if a.place and a.place == b.place:
        yield 1.0, f"both in {a.place}"
    if a.paper and a.paper == b.paper:
        yield 2.0, "about the same paper"
    if a.quotes & b.quotes:
        yield 2.5, "with the same quotation"
    alike = len(a.words & b.words) / (len(a.words | b.words) or 1)
    if alike >= ALIKE:
        yield 3.0 * alike, "in much the same words"
    if a.trigger and a.trigger == b.trigger:
        yield 0.5, ""
    numbers = [(a.dead, b.dead), (a.injured, b.injured)]
    if any(x is not None and x == y for x, y in numbers):
        yield 1.0, "with the same number of victims"


def _points_of_time(a: EventSketch, b: EventSketch) -> Iterator[tuple[float, str]]:
    if not _days_agree(a, b):
        yield 1.0, "one corrects the other"
    elif a.exact and b.exact:
        yield 2.0, f"both on {a.earliest}"
    elif a.dated and b.dated:
        yield 0.75, "on days that fit"
    elif a.published and a.published == b.published:
        yield 1.0, f"both reported on {a.published}"
    else:
        yield 0.5, "reported within days"


def _days_agree(a: EventSketch, b: EventSketch) -> bool:
    """Can both be of one day? What has no date lies in the days before its report, or, where it is planned, after."""
    (first_a, last_a), (first_b, last_b) = _days(a), _days(b)
    return not (first_a and first_b) or (first_a <= last_b and first_b <= last_a)


def _days(sketch: EventSketch) -> tuple[str, str]:
    if sketch.dated:
        return sketch.earliest, sketch.latest
    if not sketch.published:
        return "", ""
    published = date.fromisoformat(sketch.published)
    if sketch.status in (EventStatus.PLANNED, EventStatus.PROPOSED):
        return sketch.published, (published + 15 * LATE).isoformat()
    return (published - LATE).isoformat(), sketch.published


def _parties_agree(a: EventSketch, b: EventSketch) -> bool:
    """Is everybody whom the report with fewer names among those of the other, or of their side?

    Who is only described forbids nothing but by another country. A report that names nobody forbids nothing. Of a group
    some members may be left out.
    """
    few, many = sorted((_chief(a), _chief(b)), key=lambda takers: sum(t.named for t in takers))
    others = [t for s in (a, b) for t in s.takers] if _has_members(a) or _has_members(b) else many
    missing = [t for t in few if not any(_may_be(t, other) for other in others if other is not t)]
    wrong = [t for t in missing if t.named or _of_another_country(t, many)]
    return not wrong or (len(few) > 2 and len(wrong) == 1)


def _of_another_country(taker: Taker, others: Sequence[Taker]) -> bool:
    """Are those who are only described, in the same role, all of other countries?"""
    countries = {o.country for o in others if o.role == taker.role}
    return taker.country is not None and None not in countries and bool(countries) and taker.country not in countries


def _chief(sketch: EventSketch) -> list[Taker]:
    return [t for t in sketch.takers if t.role in ("actor", "recipient")]


def _has_members(sketch: EventSketch) -> bool:
    return any(t.role == "member" for t in sketch.takers)


def _may_be(a: Taker, b: Taker) -> bool:
    """Are these one actor, or a state and one who acts for it?"""
    if a.uid == b.uid or a.name == b.name:
        return True
    if not (a.named and b.named):
        return a.country == b.country if a.country and b.country else a.role == b.role and not (a.named or b.named)
    if a.kind is ActorKind.PERSON and b.kind is ActorKind.PERSON:
        return _of_one_name(a.name, b.name)
    return side_of(a) == side_of(b) and (a.kind in FOR_A_STATE or b.kind in FOR_A_STATE or a.kind is not b.kind)


def _of_one_name(a: str, b: str) -> bool:
    """Is one name the other's surname? Two whole names differ."""
    short, long = sorted((a.split(), b.split()), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1]


def _shared_parties(a: EventSketch, b: EventSketch) -> tuple[list[str], list[str]]:
    """The names that both have, and the sides that both have where the names differ."""
    exact, sides = [], []
    for taker in _chief(a):
        if any(taker.uid == o.uid or taker.name == o.name for o in _chief(b)):
            exact.append(taker.name)
        elif any(_may_be(taker, o) for o in _chief(b)):
            sides.append(side_of(taker))
    return list(dict.fromkeys(exact)), list(dict.fromkeys(sides))


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:2])} and others"


def best_group(sketch: EventSketch, groups: Iterable[Sequence[EventSketch]]) -> tuple[int, EventSketch, Reason] | None:
    """Return which group an event belongs to, with whom of it, and why; None where to none.

    Nobody in a group may clash with it: a chain of likenesses must not join strangers. groups: those of the candidates.
    """
    best: tuple[float, int, EventSketch, Reason] | None = None
    for number, members in enumerate(groups):
        if any(clash(sketch, m) for m in members):
            continue
        for member in members:
            reason = same_event(sketch, member)
            if reason and (best is None or reason.weight > best[0]):
                best = (reason.weight, number, member, reason)
    return best[1:] if best else None
