"""What stands beside a time expression, in its words and in the parse: what guards look at. Pure."""

from spacy.tokens import Doc, Token

from dateline.extract.offsets import Offsets
from dateline.extract.time_scene import Scene
from dateline.extract.time_words import Hit
from dateline.lexicons.times import TimeLexicon


class Around:
    """What a guard may look at beside the words: the parse, what was read so far, the lexicon."""

    def __init__(self, doc: Doc, scene: Scene, lexicon: TimeLexicon) -> None:
        self.doc, self.scene, self.lexicon = doc, scene, lexicon
        self._places = Offsets(doc)

    def head(self, hit: Hit) -> Token | None:
        """Return the word of the expression that its other words hang on."""
        span = self._places.tokens(hit.span)
        return span.root if span is not None else None

    def beside(self, hit: Hit, step: int) -> Token | None:
        """Return the token right before (-1) or after (1) the expression."""
        span = self._places.tokens(hit.span)
        if span is None:
            return None
        at = span.start - 1 if step < 0 else span.end
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def listed(self, word: str, name: str) -> bool:
        """Is the word in the lexicon's list of that name?"""
        return word in self.lexicon.lists[name]


def no_noun(hit: Hit, around: Around) -> bool:
    """Does no noun follow that the expression could belong to?"""
    after = around.beside(hit, 1)
    return after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")


def capital(hit: Hit, step: int) -> bool:
    """Does the expression's first word (0), or the word beside it, have a capital?"""
    at = hit.start if step == 0 else hit.start + step if step < 0 else hit.end + step - 1
    if not 0 <= at < len(hit.words.starts):
        return False
    return hit.words.text[hit.words.starts[at]].isupper()


def name_within(hit: Hit) -> bool:
    """Does a capital within a sentence make the last word part of a name ("60 Minutes", "the Six-Day War")?"""
    words, last = hit.words, hit.end - 1
    exact = words.text[words.starts[last] : words.ends[last]]
    if not exact[0].isupper() or exact.isupper() or last == 0:
        return False
    before = words.text[words.starts[last - 1] : words.ends[last - 1]]
    return last > hit.start or before[:1].isalnum()
