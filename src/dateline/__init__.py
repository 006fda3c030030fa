"""Dateline reads the news of diplomacy and keeps the record: who did what to whom, when, according to whom."""

from datetime import date

from dateline.errors import DatelineError, FetchError, LexiconError, ModelError, ReadError, RecordError, RefusedError
from dateline.records import (
    Actor,
    Article,
    Attribution,
    Event,
    Instrument,
    Provision,
    Record,
    Timex,
)


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


__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "DatelineError",
    "Event",
    "FetchError",
    "Instrument",
    "LexiconError",
    "ModelError",
    "Provision",
    "ReadError",
    "Record",
    "RecordError",
    "RefusedError",
    "Timex",
    "read",
]
