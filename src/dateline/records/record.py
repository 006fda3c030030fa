"""The record: everything that Dateline makes of one article, and its JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Self

from dateline.errors import RecordError
from dateline.records.actor import Actor
from dateline.records.article import Article
from dateline.records.attribution import Attribution
from dateline.records.building import build
from dateline.records.event import Event
from dateline.records.instrument import Instrument, Provision
from dateline.records.spans import Span, check_spans
from dateline.records.timex import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article's reading. Every span in it lies in `article.text`, every id names something in it.

    notes: what a reader must know, such as "no publication date: relative dates are left open".
    generated_by: the code, rules and model that made it.
    refused: what a language model answered that the text does not bear out, and why; it is nowhere else in the record.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    provisions: tuple[Provision, ...] = ()
    notes: tuple[str, ...] = ()
    generated_by: str = ""
    refused: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.spans(), f"record of {self.article.id}", len(self.article.text))
        self._check_ids()

    def spans(self) -> Iterator[Span]:
        """Every span that the record points at, layer by layer."""
        for actor in self.actors:
            yield from actor.mentions
        for timex in self.times:
            yield timex.span
        for attribution in self.attributions:
            yield from (*attribution.source, *attribution.cue, *attribution.content)
        for event in self.events:
            yield from (event.trigger, *event.evidence)
        for instrument in self.instruments:
            yield from instrument.evidence
        for provision in self.provisions:
            yield from provision.evidence

    def quote(self, span: Span) -> str:
        """Return the words under a span."""
        return self.article.text[span[0] : span[1]]

    def actor(self, actor_id: str) -> Actor:
        """Return the actor with this id; KeyError if there is none."""
        return next((a for a in self.actors if a.id == actor_id), None) or _missing(actor_id)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as RECORD.md has it: plain dicts and lists."""
        return {
            "article": {**_plain(self.article), "published": _iso(self.article.published)},
            "actors": [_plain(a) for a in self.actors],
            "times": [_plain(t) for t in self.times],
            "attributions": [_plain(a) for a in self.attributions],
            "events": [{**_plain(e), "quad": e.quad, "score": e.score} for e in self.events],
            "instruments": [_plain(i) for i in self.instruments],
            "provisions": [_plain(p) for p in self.provisions],
            "notes": list(self.notes),
            "generated_by": self.generated_by,
            "refused": list(self.refused),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON; on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Return the record that `to_dict` gave. Raises RecordError that names the place of what is not as it should be."""
        return build(cls, data, "record")

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the record that `to_json` gave. Raises RecordError if it is none."""
        try:
            data = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise RecordError(f"record: broken JSON ({error})") from error
        return cls.from_dict(data)

    def _check_ids(self) -> None:
        actors = _unique([a.id for a in self.actors], "actor")
        attributions = _unique([a.id for a in self.attributions], "attribution")
        instruments = _unique([i.id for i in self.instruments], "instrument")
        _unique([e.id for e in self.events], "event")
        _unique([p.id for p in self.provisions], "provision")
        for owner, used, known in self._references(actors, attributions, instruments):
            if unknown := {u for u in used if u is not None} - known:
                raise RecordError(f"{owner} names {sorted(unknown)}, which the record does not hold")

    def _references(
        self, actors: set[str], attributions: set[str], instruments: set[str]
    ) -> Iterator[tuple[str, tuple[str | None, ...], set[str]]]:
        for actor in self.actors:
            yield f"actor {actor.id}", actor.members, actors
        for a in self.attributions:
            yield f"attribution {a.id}", (a.speaker, *a.speakers, *(link.actor for link in a.chain)), actors
            yield f"attribution {a.id}", (a.within,), attributions
        for e in self.events:
            yield f"event {e.id}", (*e.actors, *e.recipients, *e.mediators), actors
            yield f"event {e.id}", (e.attribution,), attributions
            yield f"event {e.id}", (e.instrument,), instruments
        for i in self.instruments:
            yield f"instrument {i.id}", (*i.proposers, *i.parties), actors
            yield f"instrument {i.id}", tuple(r.target for r in i.relations), instruments
        for p in self.provisions:
            yield f"provision {p.id}", (p.bearer_actor,), actors
            yield f"provision {p.id}", (p.attribution,), attributions
            yield f"provision {p.id}", (p.instrument,), instruments


def _missing(actor_id: str) -> Actor:
    raise KeyError(actor_id)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unique(ids: list[Any], what: str) -> set[str]:
    if len(set(ids)) < len(ids):
        raise RecordError(f"two {what}s have one id: {sorted(i for i in ids if ids.count(i) > 1)[0]}")
    return set(ids)


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists; `with_` is `with` in JSON, since Python reserves the word."""
    if is_dataclass(value):
        return {f.name.rstrip("_"): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value
