"""A report's claims -> their ids: the same whenever the same is claimed, whatever a reading numbers its parts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.records import Actor, Attribution, Event, Instrument, Provision, Record
from dateline.records.entry import Entry
from dateline.records.ids import content_id


@dataclass(frozen=True, slots=True)
class Uids:
    """The ids of everything in one report, by its id in the record.

    An actor's is the table's or Wikidata's, else one of this report alone: two reports' "John Smith" stay apart until
    a judgement joins them. A claim's covers all that is claimed, so that what changes is another claim.
    """

    entry: Entry
    actors: dict[str, str] = field(init=False)
    papers: dict[str, str] = field(init=False)  # by the instrument's
    attributions: dict[str, str] = field(init=False)
    instruments: dict[str, str] = field(init=False)
    events: dict[str, str] = field(init=False)
    provisions: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        record, report = self.entry.record, self.entry.uid
        names: dict[str, str] = {a.id: a.name for a in record.actors}
        known = dict(self.entry.papers)
        made = {
            "actors": _unique((a.id, _actor(a, report)) for a in record.actors),
            "papers": _unique((i.id, known.get(i.id) or _named("paper", report, i.name)) for i in record.instruments),
            "attributions": _unique((a.id, _attribution(a, names, report)) for a in record.attributions),
            "instruments": _unique((i.id, _instrument(i, record, names, report)) for i in record.instruments),
            "events": _unique((e.id, _event(e, names, report)) for e in record.events),
            "provisions": _unique((p.id, _provision(p, report)) for p in record.provisions),
        }
        for name, ids in made.items():
            object.__setattr__(self, name, ids)


def _unique(uids: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Tell apart what is the same within one report by how many of the same stood before it.

    Actors and papers with a name in the world are not told apart: they are one.
    """
    seen: Counter[str] = Counter()
    made: dict[str, str] = {}
    for local, uid in uids:
        scheme, _, content = uid.rpartition(":")
        before = seen[uid]
        seen[uid] += 1
        own = not scheme or scheme == "name"
        again = content_id("again", content, before) if before and own else content
        made[local] = f"{scheme}:{again}" if scheme else again
    return made


def _actor(actor: Actor, report: str) -> str:
    if actor.known:
        return actor.known
    return f"wikidata:{actor.wikidata}" if actor.wikidata else _named("actor", report, actor.name)


def _named(kind: str, report: str, name: str) -> str:
    return f"name:{content_id(kind, report, name)}"


def _attribution(attribution: Attribution, names: dict[str, str], report: str) -> str:
    spans = [list(attribution.source), list(attribution.cue), list(attribution.content)]
    speaker = names[attribution.speaker] if attribution.speaker else None
    return content_id("attribution", report, *spans, speaker, attribution.date)


def _instrument(instrument: Instrument, record: Record, names: dict[str, str], report: str) -> str:
    dates = [[d.stage, d.value] for d in instrument.dates]
    known = (instrument.kind, instrument.name, instrument.status, list(instrument.evidence), dates)
    parties = [_names(names, ids) for ids in (instrument.proposers, instrument.parties)]
    papers = {i.id: i.name for i in record.instruments}
    relations = [[r.type, papers[r.target], r.part] for r in instrument.relations]
    return content_id("instrument", report, *known, parties, relations)


def _event(event: Event, names: dict[str, str], report: str) -> str:
    parties = [_names(names, ids) for ids in (event.actors, event.recipients, event.mediators)]
    when = [event.date.value, event.date.earliest, event.date.latest]
    claimed = (event.type, event.mode, event.status, parties, when, event.place, list(event.trigger))
    return content_id("event", report, *claimed)


def _provision(provision: Provision, report: str) -> str:
    words = (provision.type, provision.bearer, provision.action, provision.deadline, provision.expires)
    return content_id("provision", report, *words, *(provision.evidence[0] if provision.evidence else (0, 0)))


def _names(names: dict[str, str], ids: Iterable[str]) -> list[str]:
    """The actors' names: their ids in the record change with every reading."""
    return sorted(names[i] for i in ids)
