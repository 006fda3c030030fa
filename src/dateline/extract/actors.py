"""Doc -> Cast: who is in the article and where."""

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.lexicons.actors import ActorLexicon


def find_actors(doc: Doc, lexicon: ActorLexicon) -> Cast:
    """Return the article's cast."""
    return Cast((), ())
