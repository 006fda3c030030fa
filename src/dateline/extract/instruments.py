"""Doc -> Instrument: the papers that the article speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.instrument_fields import body_of, dates_of, kind_of, name_of, parties_of, proposers_of
from dateline.extract.instrument_mention import Mention, is_act
from dateline.extract.instrument_mentions import find_mentions
from dateline.extract.instrument_papers import Paper, gather
from dateline.extract.instrument_relations import Found, find_relations
from dateline.extract.instrument_scoring import features, probability
from dateline.extract.instrument_stages import Calendar
from dateline.extract.instrument_status import status_of
from dateline.extract.syntax import phrase
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import Event, EventType, Instrument, InstrumentId, Relation, Span, Timex

# Events that no paper is the object of.
_APART = frozenset({EventType.ASSAULT, EventType.CONSULT, EventType.MOBILIZE, EventType.COERCE})
MAX_GAP = 90  # characters between an act and its paper: 30 to 200 tried on the train set


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that the rules find, as a record would have it, and the features that its weight is learned by."""

    instrument: Instrument
    features: tuple[str, ...]


def find_instruments(
    doc: Doc, cast: Cast, times: tuple[Timex, ...], events: tuple[Event, ...], lexicon: InstrumentLexicon
) -> tuple[Instrument, ...]:
    """Return the instruments in text order."""
    calendar = Calendar(doc, times)
    papers = [p for p in _papers(doc, cast, calendar, lexicon) if _score(p, cast, lexicon) >= lexicon.threshold]
    relations, text = find_relations(papers, lexicon), doc.text
    return tuple(
        _instrument(number, paper, relations.get(number, ()), text, cast, calendar, lexicon)
        for number, paper in enumerate(papers)
    )


def instrument_candidates(
    doc: Doc, cast: Cast, times: tuple[Timex, ...], lexicon: InstrumentLexicon
) -> Iterator[Candidate]:
    """Yield all papers that the rules find, whatever their weight, for the weights to be learned."""
    calendar = Calendar(doc, times)
    text = doc.text
    for number, paper in enumerate(_papers(doc, cast, calendar, lexicon)):
        instrument = _instrument(number, paper, (), text, cast, calendar, lexicon)
        yield Candidate(instrument, tuple(features(paper, instrument.kind, len(instrument.parties))))


def link_events(events: tuple[Event, ...], instruments: tuple[Instrument, ...]) -> tuple[Event, ...]:
    """Return the events, each with the instrument that its words speak of: the nearest one in its clause."""
    if not instruments:
        return events
    return tuple(replace(e, instrument=i) if (i := _nearest(e, instruments)) else e for e in events)


def _nearest(event: Event, instruments: Sequence[Instrument]) -> InstrumentId | None:
    if event.type in _APART:
        return None
    start, end = event.trigger
    found = [
        (max(0, s - end, start - e), i.id)
        for i in instruments
        for s, e in i.evidence
        if any(a <= s < b for a, b in event.evidence)
    ]
    distance, instrument = min(found, default=(MAX_GAP + 1, None))
    return instrument if distance <= MAX_GAP else None


def _papers(doc: Doc, cast: Cast, calendar: Calendar, lexicon: InstrumentLexicon) -> list[Paper]:
    return gather(find_mentions(doc, cast, lexicon), cast, calendar, lexicon)


def _score(paper: Paper, cast: Cast, lexicon: InstrumentLexicon) -> float:
    kind = kind_of(paper)
    return probability(features(paper, kind, len(parties_of(paper, kind, cast))), lexicon.instrument_weights)


def _instrument(
    number: int,
    paper: Paper,
    relations: Sequence[Found],
    text: str,
    cast: Cast,
    calendar: Calendar,
    lexicon: InstrumentLexicon,
) -> Instrument:
    kind = kind_of(paper)
    return Instrument(
        id=_id(number),
        kind=kind,
        name=name_of(paper, text),
        symbol=paper.symbol,
        body=body_of(paper, cast, lexicon),
        proposers=proposers_of(paper, kind, cast),
        parties=parties_of(paper, kind, cast),
        status=status_of(paper, kind, lexicon),
        dates=dates_of(paper, kind, calendar),
        relations=tuple(Relation(type=type_, target=_id(target), part=part) for type_, target, part in relations),
        evidence=tuple(sorted({_evidence(m) for m in paper.mentions})),
    )


def _id(number: int) -> InstrumentId:
    return InstrumentId(f"i{number + 1}")


def _evidence(mention: Mention) -> Span:
    return mention.span if is_act(mention) else phrase(mention.top)
