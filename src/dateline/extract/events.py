"""Doc -> Event: who did what to whom."""

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.lexicons.events import EventLexicon
from dateline.records import Article, Attribution, Event, Timex


def find_events(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    lexicon: EventLexicon,
) -> tuple[Event, ...]:
    """Return the events in text order."""
    return ()
