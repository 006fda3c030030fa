"""Doc -> Instrument: the papers that the article speaks of."""

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import Event, Instrument, Timex


def find_instruments(
    doc: Doc, cast: Cast, times: tuple[Timex, ...], events: tuple[Event, ...], lexicon: InstrumentLexicon
) -> tuple[Instrument, ...]:
    """Return the instruments in text order."""
    return ()


def link_events(events: tuple[Event, ...], instruments: tuple[Instrument, ...]) -> tuple[Event, ...]:
    """Return the events, each with the instrument that its words speak of."""
    return events
