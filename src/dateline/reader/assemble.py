"""Answers -> a record: every span found in the text, every date and chain our own, every type of the ontology."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.cast import Cast
from dateline.reader.answer import Answer, AttributionItem, EventItem, InstrumentItem, ProvisionItem
from dateline.reader.checking import Checking
from dateline.reader.dates import Dates
from dateline.reader.grounding import Grounding
from dateline.reader.people import Labels, People
from dateline.records import (
    Article,
    Attribution,
    AttributionId,
    ChainLink,
    ChainRole,
    DateRange,
    Event,
    EventId,
    Instrument,
    InstrumentId,
    Provision,
    ProvisionId,
    Record,
    Relation,
    Span,
    StagedDate,
    Timex,
)

UNDATED = DateRange()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article and what our own finders see in it."""

    article: Article
    cast: Cast
    times: tuple[Timex, ...]
    dates: Dates
    countries: frozenset[str]


@dataclass(slots=True)
class _Layers:
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def assemble(page: Page, answers: Iterable[tuple[Span, Answer]]) -> Record:
    """Return the record of an article from the answers to its parts; what two parts both tell is in it once."""
    people, layers = People(page.cast, page.countries), _Layers()
    for span, answer in answers:
        layers.refused += answer.refused
        ground = Grounding(page.article.text, *span)
        labels = people.add(answer.actors, ground, layers.refused)
        _Part(page, ground, labels, layers).add(answer)
    return Record(
        article=page.article,
        actors=people.actors,
        times=page.times,
        attributions=tuple(layers.attributions),
        events=tuple(layers.events),
        instruments=tuple(layers.instruments),
        provisions=tuple(layers.provisions),
        refused=tuple(dict.fromkeys(layers.refused)),
    )


class _Part:
    """One part's answer, taken into the layers."""

    def __init__(self, page: Page, ground: Grounding, actors: Labels, layers: _Layers) -> None:
        self.check = Checking(ground, page.dates, actors, layers.refused)
        self.layers = layers
        self.attributions: dict[str, AttributionId] = {}
        self.instruments: dict[str, InstrumentId] = {}

    def add(self, answer: Answer) -> None:
        """Take the answer, each layer after those that it points at."""
        for said in answer.attributions:
            self._attribution(said)
        self._nest(answer.attributions)
        for paper in answer.instruments:
            self._instrument(paper)
        self._relate(answer.instruments)
        for event in answer.events:
            self._event(event)
        for provision in answer.provisions:
            self._provision(provision)

    def _attribution(self, item: AttributionItem) -> None:
        check = self.check.of(f"attribution {item.label!r}")
        content = check.spans(item.content)
        if content is None:
            return
        cue = check.span(item.cue, content, "cue")
        source = check.span(item.source, [*content, *([cue] if cue else [])], "source")
        speakers = check.actors(item.speakers)
        twin = next((a for a in self.layers.attributions if a.content == content), None)
        if twin is not None:
            self.attributions.setdefault(item.label, twin.id)
            return
        said = check.date(item.said, content)
        attribution = Attribution(
            id=AttributionId(f"s{len(self.layers.attributions) + 1}"),
            kind=item.kind,
            source=(source,) if source else (),
            cue=(cue,) if cue else (),
            content=content,
            speaker=speakers[0] if speakers else None,
            speakers=speakers if len(speakers) > 1 else (),
            chain=self._chain(item, source, check, content),
            date=said.value if said else None,
        )
        self.layers.attributions.append(attribution)
        self.attributions.setdefault(item.label, attribution.id)

    def _chain(
        self, item: AttributionItem, source: Span | None, check: Checking, near: Sequence[Span]
    ) -> tuple[ChainLink, ...]:
        speakers = [a for label in item.speakers if (a := check.labels.get(label))]
        name = check.text(source) if source else None
        links = [ChainLink(name=name, role=item.role, actor=speakers[0] if speakers else None)]
        if not name and not speakers:
            links = [ChainLink(name=None, role=ChainRole.ANONYMOUS)]
        for voice in item.via:
            if span := check.span(voice.words, near, "voice"):
                actor = check.labels.get(voice.actor) if voice.actor else None
                links.append(ChainLink(name=check.text(span), role=voice.role, actor=actor))
        return tuple(dict.fromkeys(links))

    def _nest(self, items: Iterable[AttributionItem]) -> None:
        for item in items:
            inner, outer = self.attributions.get(item.label), self.attributions.get(item.within or "")
            if inner and outer and inner != outer:
                self.layers.attributions = [
                    replace(a, within=outer) if a.id == inner else a for a in self.layers.attributions
                ]

    def _instrument(self, item: InstrumentItem) -> None:
        check = self.check.of(f"instrument {item.label!r}")
        evidence = check.spans(item.evidence)
        if evidence is None:
            return
        name = check.words(item.name, evidence) or check.text(min(evidence, key=lambda s: s[1] - s[0]))
        twin = next((i for i in self.layers.instruments if (i.kind, i.name) == (item.kind, name)), None)
        dates = tuple(
            StagedDate(stage=staged.stage, value=found.value)
            for staged in item.dates
            if (found := check.date(staged.date, evidence)) and found.value
        )
        paper = Instrument(
            id=twin.id if twin else InstrumentId(f"i{len(self.layers.instruments) + 1}"),
            kind=item.kind,
            name=name,
            evidence=evidence,
            status=item.status,
            symbol=check.words(item.symbol, evidence),
            body=check.words(item.body, evidence),
            proposers=check.actors(item.proposers),
            parties=check.actors(item.parties),
            dates=dates,
        )
        self.instruments.setdefault(item.label, paper.id)
        if twin is None:
            self.layers.instruments.append(paper)
        elif item.label not in self.instruments or self.instruments[item.label] == twin.id:
            self.layers.instruments = [_joined(i, paper) if i.id == twin.id else i for i in self.layers.instruments]

    def _relate(self, items: Iterable[InstrumentItem]) -> None:
        for item in items:
            own = self.instruments.get(item.label)
            relations = [
                Relation(type=r.type, target=self.instruments[r.target], part=r.part)
                for r in item.relations
                if r.target in self.instruments and self.instruments[r.target] != own
            ]
            self.layers.instruments = [
                replace(i, relations=tuple(dict.fromkeys([*i.relations, *relations]))) if i.id == own else i
                for i in self.layers.instruments
            ]

    def _event(self, item: EventItem) -> None:
        check = self.check.of(f"event {item.type} at {item.trigger.words[:40]!r}")
        evidence = check.spans(item.evidence)
        if evidence is None:
            return
        trigger = check.span(item.trigger, evidence, "trigger")
        if trigger is None:
            return
        place = check.span(item.place, evidence, "place")
        event = Event(
            id=EventId(f"e{len(self.layers.events) + 1}"),
            type=item.type,
            status=item.status,
            trigger=trigger,
            evidence=evidence,
            mode=check.mode(item.type, item.mode),
            contexts=check.contexts(item.contexts),
            actors=check.actors(item.actors),
            recipients=check.actors(item.recipients),
            mediators=check.actors(item.mediators),
            date=check.date(item.date, evidence) or UNDATED,
            place=check.text(place) if place else None,
            topics=check.all_words(item.topics, evidence),
            attribution=check.label(item.attribution, self.attributions),
            instrument=check.label(item.instrument, self.instruments),
        )
        if not any(_same_event(event, other) for other in self.layers.events):
            self.layers.events.append(event)

    def _provision(self, item: ProvisionItem) -> None:
        check = self.check.of(f"provision {item.action[:40]!r}")
        evidence = check.spans(item.evidence)
        if evidence is None:
            return
        provision = Provision(
            id=ProvisionId(f"p{len(self.layers.provisions) + 1}"),
            type=item.type,
            action=check.words(item.action, evidence) or check.text(evidence[0]),
            evidence=evidence,
            instrument=check.label(item.instrument, self.instruments),
            bearer=check.words(item.bearer, evidence),
            bearer_actor=next(iter(check.actors([item.bearer_actor] if item.bearer_actor else [])), None),
            purposes=check.all_words(item.purposes, evidence),
            with_=check.all_words(item.with_, evidence),
            deadline=check.due(item.deadline, evidence),
            expires=check.due(item.expires, evidence),
            attribution=check.label(item.attribution, self.attributions),
        )
        if not any(replace(provision, id=p.id) == p for p in self.layers.provisions):
            self.layers.provisions.append(provision)


def _same_event(one: Event, other: Event) -> bool:
    return (one.type, one.trigger, one.status, {*one.actors}, {*one.recipients}) == (
        *(other.type, other.trigger, other.status),
        *({*other.actors}, {*other.recipients}),
    )


def _joined(one: Instrument, other: Instrument) -> Instrument:
    """Return the paper with what another part of the article tells of it."""
    return replace(
        one,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        status=other.status,
        symbol=one.symbol or other.symbol,
        body=one.body or other.body,
        proposers=tuple(dict.fromkeys([*one.proposers, *other.proposers])),
        parties=tuple(dict.fromkeys([*one.parties, *other.parties])),
        dates=tuple(dict.fromkeys([*one.dates, *other.dates])),
    )
