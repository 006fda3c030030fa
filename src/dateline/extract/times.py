"""Doc -> Timex: time expressions and their values."""

from datetime import date

from spacy.tokens import Doc

from dateline.lexicons.times import TimeLexicon
from dateline.records import Timex


def find_times(doc: Doc, lexicon: TimeLexicon, *, anchor: date | None) -> tuple[Timex, ...]:
    """Return the time expressions in text order."""
    return ()
