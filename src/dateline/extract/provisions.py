"""Doc -> Provision: what the papers oblige, allow or ask."""

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import Attribution, Instrument, Provision, Timex


def find_provisions(
    doc: Doc,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[Instrument, ...],
    lexicon: InstrumentLexicon,
) -> tuple[Provision, ...]:
    """Return the provisions in text order."""
    return ()
