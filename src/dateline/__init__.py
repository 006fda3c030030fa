"""Dateline reads the news of diplomacy and keeps the record: who did what to whom, when, according to whom."""

from collections.abc import Iterable
from datetime import date

from dateline.errors import (
    DatelineError,
    FetchError,
    LexiconError,
    ModelError,
    ReaderError,
    ReadError,
    RecordError,
    RefusedError,
)
from dateline.records import (
    Actor,
    Article,
    Attribution,
    Coding,
    Event,
    Instrument,
    Provision,
    Record,
    Span,
    Timex,
)
from dateline.records.resolution import Resolution


def read(
    text: str,
    *,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str | None = None,
) -> Record:
    """Return the record of one article's text.

    published: day of publication; without it a date line in the text is used, and without that relative dates stay
    open, as `Record.notes` says. model: an installed spaCy pipeline in place of the default. The language model is
    loaded on the first call and kept.
    """
    from dateline import flow  # spaCy takes a second to load, and whoever imports dateline may not read at all

    return flow.read(text, published=published, title=title, outlet=outlet, url=url, model=model)


def classify(
    sentence: str,
    actor: str | Iterable[Span],
    recipient: str | Iterable[Span],
    *,
    model: str | None = None,
) -> Coding:
    """Return what the actor does to the recipient in this sentence, as a PLOVER type, with the rule that decided.

    actor, recipient: their words in the sentence, or the spans of characters where they stand.
    """
    from dateline import flow  # spaCy takes a second to load

    return flow.classify(sentence, actor, recipient, model=model)


def parse_resolution(text: str) -> Resolution:
    """Return the resolution, draft or presidential statement that the text holds; `notes` say what it lacks.

    No language model is needed. Raises RefusedError if the text has neither a resolution's head nor an operative
    paragraph.
    """
    from dateline import resolutions  # its lexicon needs pydantic

    return resolutions.parse_resolution(text)


__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Coding",
    "DatelineError",
    "Event",
    "FetchError",
    "Instrument",
    "LexiconError",
    "ModelError",
    "Provision",
    "ReadError",
    "ReaderError",
    "Record",
    "RecordError",
    "RefusedError",
    "Resolution",
    "Timex",
    "classify",
    "parse_resolution",
    "read",
]
