"""Doc -> Attribution: who says what, and through whom."""

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.lexicons.cues import CueLexicon
from dateline.records import Attribution, Timex


def find_attributions(doc: Doc, cast: Cast, times: tuple[Timex, ...], lexicon: CueLexicon) -> tuple[Attribution, ...]:
    """Return the attributions in text order."""
    return ()
