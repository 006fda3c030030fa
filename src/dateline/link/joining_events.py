"""Tellings of one event -> what they say together. Pure; nothing is called a contradiction that may be less exactness."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations

from dateline.link.same_event import corrected
from dateline.link.sketches import side_of
from dateline.records import ActorKind, EventStatus
from dateline.records.joined_event import Contradiction, Field, JoinedEvent, Said, Step
from dateline.records.sketch import EventSketch, Taker

# What an earlier status may turn into without either report being wrong.
TURNS = {
    EventStatus.PROPOSED: {EventStatus.PLANNED, EventStatus.ONGOING, EventStatus.OCCURRED, EventStatus.CANCELLED},
    EventStatus.CONDITIONAL: {EventStatus.PLANNED, EventStatus.ONGOING, EventStatus.OCCURRED, EventStatus.CANCELLED},
    EventStatus.PLANNED: {EventStatus.ONGOING, EventStatus.OCCURRED, EventStatus.CANCELLED},
    EventStatus.ONGOING: {EventStatus.OCCURRED},
}
NUMBERS: dict[Field, Callable[[EventSketch], int | None]] = {
    Field.DEAD: lambda s: s.dead,
    Field.INJURED: lambda s: s.injured,
    Field.SIZE: lambda s: s.size,
}


def join_tellings(tellings: Sequence[EventSketch]) -> JoinedEvent:
    """Return what the tellings of one event say together, in the order of their publication."""
    ordered = tuple(sorted(tellings, key=lambda s: (s.published or "9999", s.report, s.uid)))
    found = [c for a, b in combinations(ordered, 2) for c in _contradictions(a, b)]
    return JoinedEvent(
        tellings=ordered,
        agreed=tuple(_agreed(ordered, {c.field for c in found})),
        contradictions=tuple(_once(c for c in found if not c.update)),
        updates=tuple(_once(c for c in found if c.update)),
        steps=tuple(_steps(ordered)),
    )


def _contradictions(a: EventSketch, b: EventSketch) -> Iterator[Contradiction]:
    """What two tellings cannot both be right in. a: the earlier one."""
    if a.dated and b.dated and (a.latest < b.earliest or b.latest < a.earliest):
        yield _between(Field.DATE, a, b, _date(a), _date(b))
    if a.type is b.type and a.mode and b.mode and a.mode != b.mode:
        yield _between(Field.TYPE, a, b, a.mode, b.mode)
    if a.country and b.country and a.country != b.country:
        yield _between(Field.PLACE, a, b, a.place, b.place)
    for field, number in NUMBERS.items():
        one, other = number(a), number(b)
        if one is not None and other is not None and one != other:
            later = a.published < b.published and other > one and not b.corrects
            yield _between(field, a, b, str(one), str(other), update=later)
    if a.status is not b.status and (EventStatus.DENIED in (a.status, b.status) or _went_back(a, b)):
        yield _between(Field.STATUS, a, b, a.status, b.status)
    yield from _other_parties(a, b)


def _went_back(a: EventSketch, b: EventSketch) -> bool:
    """Does one say that it took place and the other, no earlier, that it was called off, or the other way round?"""
    return {a.status, b.status} == {EventStatus.OCCURRED, EventStatus.CANCELLED}


def _other_parties(a: EventSketch, b: EventSketch) -> Iterator[Contradiction]:
    """Two people of one side in the same role, where each report names one alone; a correction names who it was."""
    if not corrected(a, b):
        return
    for role in ("actor", "recipient"):
        one, other = (_people(s, role) for s in (a, b))
        only, instead = [t for t in one if t.uid not in _uids(other)], [t for t in other if t.uid not in _uids(one)]
        if len(only) == len(instead) == 1 and side_of(only[0]) == side_of(instead[0]):
            yield _between(Field.ACTORS, a, b, only[0].name, instead[0].name)


def _people(sketch: EventSketch, role: str) -> list[Taker]:
    return [t for t in sketch.takers if t.role == role and t.kind is ActorKind.PERSON]


def _uids(takers: Sequence[Taker]) -> set[str]:
    return {t.uid for t in takers}


def _between(
    field: Field, a: EventSketch, b: EventSketch, one: str, other: str, *, update: bool = False
) -> Contradiction:
    return Contradiction(field=field, first=_said(a, one), second=_said(b, other), update=update)


def _said(sketch: EventSketch, value: str) -> Said:
    published = sketch.published
    return Said(report=sketch.report, outlet=sketch.outlet, published=published, value=value, quote=sketch.quote)


def _date(sketch: EventSketch) -> str:
    return sketch.earliest if sketch.exact else f"{sketch.earliest} to {sketch.latest}"


def _once(found: Iterator[Contradiction]) -> Iterator[Contradiction]:
    """Each pair of values once, by the first two reports that say so."""
    seen: set[tuple[Field, frozenset[str]]] = set()
    for item in found:
        key = (item.field, frozenset((item.first.value, item.second.value)))
        if key not in seen:
            seen.add(key)
            yield item


def _agreed(tellings: Sequence[EventSketch], disputed: set[Field]) -> Iterator[tuple[Field, str]]:
    """What at least two say, and nobody otherwise."""
    values: dict[Field, Callable[[EventSketch], str]] = {
        Field.DATE: lambda s: s.earliest if s.exact else "",
        Field.PLACE: lambda s: s.place,
        Field.TYPE: lambda s: f"{s.type.value} {s.mode or ''}".strip(),
        Field.STATUS: lambda s: s.status.value,
        **{field: partial(_number, number) for field, number in NUMBERS.items()},
    }
    for field, value in values.items():
        said = [value(s) for s in tellings if value(s)]
        if field not in disputed and len(said) > 1 and len(set(said)) == 1:
            yield field, said[0]


def _number(number: Callable[[EventSketch], int | None], sketch: EventSketch) -> str:
    value = number(sketch)
    return "" if value is None else str(value)


def _steps(tellings: Sequence[EventSketch]) -> Iterator[Step]:
    """The status as it became known, each by the first report that has it; what only looks back changes nothing."""
    now: EventStatus | None = None
    for sketch in tellings:
        turns = now is None or sketch.status in TURNS.get(now, set())
        if sketch.status is not now and (turns or EventStatus.DENIED in (now, sketch.status)):
            now = sketch.status
            yield Step(status=now, said=_said(sketch, now.value))
