"""Rules and model side by side: what both found, what one alone found, and where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dateline.records import ActorId, Attribution, Event, Instrument, Provision, Record, Span

Item = Event | Attribution | Instrument | Provision
LAYERS = ("events", "attributions", "instruments", "provisions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a person should look at.

    found: "rules" or "model", who alone found it, or "both", who then differ in the fields of `differs`. rules, model:
    what each of them says, in words. quote: where the article says it.
    """

    article: str
    layer: str
    found: str
    quote: str
    differs: tuple[str, ...] = ()
    rules: dict[str, Any] | None = None
    model: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return asdict(self)


def compare(rules: Record, model: Record) -> tuple[tuple[Difference, ...], int]:
    """Return the differences between two readings of one article, and how many things they agree on."""
    found: list[Difference] = []
    agreed = 0
    for layer in LAYERS:
        ours, theirs = getattr(rules, layer), getattr(model, layer)
        for one, other in _pairs(ours, theirs):
            said, meant = (_said(one, rules) if one else None), (_said(other, model) if other else None)
            differs = _differing(one, other, rules, model) if one and other else ()
            if one and other and not differs:
                agreed += 1
                continue
            shown = one or other
            found.append(
                Difference(
                    article=rules.article.id,
                    layer=layer,
                    found="both" if one and other else "rules" if one else "model",
                    quote=rules.quote(_place(shown)) if shown else "",
                    differs=differs,
                    rules=said,
                    model=meant,
                )
            )
    return tuple(found), agreed


def with_review(rules: Record, model: Record) -> tuple[Record, tuple[Difference, ...]]:
    """Return the rules' record with what the model saw otherwise in its notes, and the differences."""
    differences, agreed = compare(rules, model)
    summary = f"second reader: {agreed} things found alike, {len(differences)} to review"
    notes = (*rules.notes, summary, *(_note(d) for d in differences))
    made_by = f"{rules.generated_by}; beside it {model.generated_by}"
    return replace(rules, notes=notes, refused=model.refused, generated_by=made_by), differences


def _note(difference: Difference) -> str:
    quote = " ".join(difference.quote.split())
    what = difference.layer[:-1]
    if difference.found != "both":
        kind = (difference.rules or difference.model or {}).get("type", "")
        return f"to review: {what} {kind} found by the {difference.found} alone: '{quote}'".replace("  ", " ")
    rules, model = difference.rules or {}, difference.model or {}
    fields = "; ".join(f"{f}: rules {rules.get(f)}, model {model.get(f)}" for f in difference.differs)
    return f"to review: {what} found by both, differing in {fields}: '{quote}'"


def _pairs(ours: Sequence[Item], theirs: Sequence[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Yield each thing with its like of the other reader, the closest first taken; None where it has none."""
    near = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)), key=lambda n: -n[0]
    )
    left, right = dict(enumerate(ours)), dict(enumerate(theirs))
    for likeness, i, j in near:
        if likeness and i in left and j in right:
            yield left.pop(i), right.pop(j)
    for one in left.values():
        yield one, None
    for other in right.values():
        yield None, other


def _likeness(one: Item, other: Item) -> float:
    """Return how likely two things are the same: by the characters that they share, and their type."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in _spans(one) for b in _spans(other))
    if not shared:
        return 0.0
    same_type = _type(one) == _type(other)
    if isinstance(one, Event) and isinstance(other, Event):
        touching = one.trigger[0] < other.trigger[1] and other.trigger[0] < one.trigger[1]
        return (2 * touching + same_type) * 10_000 + shared if touching or same_type else 0.0
    if isinstance(one, Attribution) or same_type:
        return shared + same_type
    return 0.0


def _spans(item: Item) -> tuple[Span, ...]:
    return item.content if isinstance(item, Attribution) else item.evidence


def _place(item: Item) -> Span:
    return _spans(item)[0]


def _type(item: Item) -> str:
    return (item.type if isinstance(item, Event | Provision) else item.kind).value


def _who(item: Item) -> tuple[ActorId, ...]:
    match item:
        case Event():
            return (*item.actors, *item.recipients, *item.mediators)
        case Attribution():
            return item.speakers or ((item.speaker,) if item.speaker else ())
        case Instrument():
            return (*item.proposers, *item.parties)
        case _:
            return (item.bearer_actor,) if item.bearer_actor else ()


def _when(item: Item) -> str | None:
    match item:
        case Event():
            return item.date.value
        case Attribution():
            return item.date
        case Provision():
            return item.expires or item.deadline
        case _:
            return ", ".join(f"{d.stage} {d.value}" for d in item.dates) or None


def _said(item: Item, record: Record) -> dict[str, Any]:
    return {"type": _type(item), "date": _when(item), "actors": [record.actor(a).name for a in _who(item)]}


def _differing(one: Item, other: Item, rules: Record, model: Record) -> tuple[str, ...]:
    fields = [
        ("type", not isinstance(one, Attribution) and _type(one) != _type(other)),
        ("date", _when(one) != _when(other)),
        ("actors", not _same_people(_who(one), _who(other), rules, model)),
    ]
    return tuple(name for name, differs in fields if differs)


def _same_people(ours: Iterable[ActorId], theirs: Iterable[ActorId], rules: Record, model: Record) -> bool:
    """Do both name the same actors: each has one on the other side with a mention or the name in common?"""
    left, right = [rules.actor(a) for a in ours], [model.actor(a) for a in theirs]

    def same(a: int, b: int) -> bool:
        return left[a].name == right[b].name or bool({*left[a].mentions} & {*right[b].mentions})

    return all(any(same(a, b) for b in range(len(right))) for a in range(len(left))) and all(
        any(same(a, b) for a in range(len(left))) for b in range(len(right))
    )
