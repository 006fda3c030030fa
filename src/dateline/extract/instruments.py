"""Doc -> Instrument: the papers that the article speaks of."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.instrument_fields import body_of, dates_of, kind_of, name_of, parties_of, proposers_of, status_of
from dateline.extract.instrument_mentions import Mention, find_mentions
from dateline.extract.instrument_papers import Paper, gather
from dateline.extract.instrument_relations import Found, find_relations
from dateline.extract.instrument_scoring import features, probability
from dateline.extract.instrument_stages import Calendar
from dateline.extract.syntax import phrase
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import Event, EventType, Instrument, InstrumentId, Relation, Span, Timex

# Events that may be acts on a paper.
_ON_PAPER = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST, EventType.COOPERATE})


def find_instruments(
    doc: Doc, cast: Cast, times: tuple[Timex, ...], events: tuple[Event, ...], lexicon: InstrumentLexicon
) -> tuple[Instrument, ...]:
    """Return the instruments in text order."""
    calendar = Calendar(doc, times)
    papers = [p for p in find_papers(doc, cast, calendar, lexicon) if score(p, cast, lexicon) >= lexicon.threshold]
    relations = find_relations(papers, lexicon)
    return tuple(
        _instrument(number, paper, relations.get(number, ()), cast, calendar, lexicon)
        for number, paper in enumerate(papers)
    )


def find_papers(doc: Doc, cast: Cast, calendar: Calendar, lexicon: InstrumentLexicon) -> list[Paper]:
    """Return all papers that the rules find with their mentions, in the order of the first ones."""
    return gather(find_mentions(doc, cast, lexicon), cast, calendar, lexicon)


def score(paper: Paper, cast: Cast, lexicon: InstrumentLexicon) -> float:
    """Return how likely the paper is one that a reader would note."""
    kind = kind_of(paper)
    return probability(features(paper, kind, len(parties_of(paper, kind, cast))), lexicon.instrument_weights)


def link_events(events: tuple[Event, ...], instruments: tuple[Instrument, ...]) -> tuple[Event, ...]:
    """Return the events, each with the instrument that its words speak of."""
    return events


def _instrument(
    number: int,
    paper: Paper,
    relations: Sequence[Found],
    cast: Cast,
    calendar: Calendar,
    lexicon: InstrumentLexicon,
) -> Instrument:
    kind = kind_of(paper)
    return Instrument(
        id=_id(number),
        kind=kind,
        name=name_of(paper),
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
    return phrase(mention.top)
