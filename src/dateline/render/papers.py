"""Record -> its papers as their readers see them: each with what is known of it and what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Instrument, Provision, Record, Stage
from dateline.render.rows import names
from dateline.render.wording import DEEDS, RELATIONS, STAGES, date_value


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRow:
    """One provision. terms: what narrows it down, each with its name ("for", "with", "expires")."""

    key: str
    provision: Provision
    deed: str
    bearer: str | None
    action: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One instrument, or None where provisions belong to none; facts: what is known of it, each with its name."""

    key: str | None
    instrument: Instrument | None
    name: str
    kind: str | None
    status: str | None
    facts: tuple[tuple[str, str], ...]
    provisions: tuple[ProvisionRow, ...]


def paper_rows(record: Record) -> tuple[PaperRow, ...]:
    """Return the instruments in text order, each with its provisions; provisions of none stand last, under None."""
    rows = [
        PaperRow(
            key=f"i{n}",
            instrument=i,
            name=i.name,
            kind=_plain(i.kind),
            status=_plain(i.status),
            facts=tuple(_facts(record, i)),
            provisions=_provision_rows(record, i.id),
        )
        for n, i in sorted(enumerate(record.instruments, 1), key=lambda pair: pair[1].evidence)
    ]
    if loose := _provision_rows(record, None):
        rows.append(PaperRow(key=None, instrument=None, name="", kind=None, status=None, facts=(), provisions=loose))
    return tuple(rows)


def _facts(record: Record, paper: Instrument) -> Iterable[tuple[str, str]]:
    by_id = {i.id: i.name for i in record.instruments}
    yield from _filled("symbol", [paper.symbol])
    yield from _filled("before", [paper.body])
    yield from _filled("proposed by", names(record, paper.proposers))
    yield from _filled("between", names(record, paper.parties))
    for day in paper.dates:
        yield STAGES[day.stage], date_value(_end(day.value) if day.stage is Stage.EXPIRES else day.value)
    for relation in paper.relations:
        yield RELATIONS[relation.type], f"{'part of ' if relation.part else ''}{by_id[relation.target]}"


def _provision_rows(record: Record, instrument: str | None) -> tuple[ProvisionRow, ...]:
    return tuple(
        ProvisionRow(
            key=f"p{n}",
            provision=p,
            deed=DEEDS[p.type],
            bearer=p.bearer or (record.actor(p.bearer_actor).name if p.bearer_actor else None),
            action=p.action,
            terms=tuple(_terms(p)),
        )
        for n, p in sorted(enumerate(record.provisions, 1), key=lambda pair: pair[1].evidence)
        if p.instrument == instrument
    )


def _terms(provision: Provision) -> Iterable[tuple[str, str]]:
    yield from _filled("for", provision.purposes)
    yield from _filled("with", provision.with_)
    if provision.deadline:
        yield "deadline", date_value(_end(provision.deadline))
    if provision.expires:
        yield "expires", date_value(_end(provision.expires))


def _end(value: str) -> str:
    """Return the last day of what has only an end: "expires 2027", not "expires until 2027"."""
    return value.removeprefix("../")


def _filled(name: str, values: Iterable[str | None]) -> Iterable[tuple[str, str]]:
    if joined := ", ".join(v for v in values if v):
        yield name, joined


def _plain(code: str) -> str:
    return code.replace("_", " ")
