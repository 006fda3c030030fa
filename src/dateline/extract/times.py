"""Doc -> Timex: time expressions and their values. Pure; words and rules in lexicons/times.toml, times_rules.toml.

One walk over the text's words finds them from left to right; each is read against the day of publication, the tense
of the verb that governs it and the dates told before it. Then the words around set the bounds.
"""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dateline.extract.syntax import phrase
from dateline.extract.time_guards import GUARDS, Around
from dateline.extract.time_intervals import bound_all
from dateline.extract.time_scene import Reading, Scene
from dateline.extract.time_tense import Way, way_of
from dateline.extract.time_values import read_hit, reading_days
from dateline.extract.time_words import Hit, find_hits, split_words
from dateline.lexicons.times import TimeLexicon
from dateline.records import Span, Timex, TimexType


def find_times(doc: Doc, lexicon: TimeLexicon, *, anchor: date | None) -> tuple[Timex, ...]:
    """Return the time expressions in text order.

    anchor: the day of publication; without it what is relative to it has no value, and says why.
    """
    scene = Scene(lexicon.vocabulary, anchor, lambda hit: _way(hit, doc))
    around = Around(doc, scene, lexicon)
    readings = bound_all(list(_read(doc, lexicon, scene, around)))
    return tuple(_timex(hit, reading, scene, around) for hit, reading in readings)


def fired_rules(doc: Doc, lexicon: TimeLexicon, *, anchor: date) -> set[str]:
    """Return the ids of the rules that fire on a text: what the rules' own examples are tested with."""
    scene = Scene(lexicon.vocabulary, anchor, lambda hit: _way(hit, doc))
    return {hit.rule.id for hit, _ in _read(doc, lexicon, scene, Around(doc, scene, lexicon))}


def _read(doc: Doc, lexicon: TimeLexicon, scene: Scene, around: Around) -> Iterator[tuple[Hit, Reading]]:
    """Yield each expression with its reading; the next one is looked for only after that, as it may start from it."""

    def accept(hit: Hit) -> bool:
        return hit.rule.guard is None or GUARDS[hit.rule.guard](hit, around)

    for hit in find_hits(split_words(doc.text, lexicon), lexicon, accept):
        reading = read_hit(hit, scene)
        scene.note(hit, reading)
        yield hit, reading


def _way(hit: Hit, doc: Doc) -> Way:
    span = doc.char_span(*hit.span, alignment_mode="expand")
    return way_of(span.root) if span is not None and len(span) else Way.UNKNOWN


def _timex(hit: Hit, reading: Reading, scene: Scene, around: Around) -> Timex:
    first, last = reading_days(reading, hit, scene)
    return Timex(
        span=hit.span,
        type=reading.type,
        value=reading.value,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        interval=reading.interval,
        why=reading.why,
        mod=reading.mod,
        zone=reading.zone,
        anchor=_anchor_words(hit, around) if reading.type is TimexType.DURATION else None,
    )


def _anchor_words(hit: Hit, around: Around) -> Span | None:
    """Return the words that a duration is counted from ("within 90 days of adoption"), None where there are none."""
    prep = around.beside(hit, 1)
    if prep is None or not _counts_from(prep, hit):
        return None
    noun = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    return phrase(noun) if noun is not None and noun.i > prep.i else None


def _counts_from(prep: Token, hit: Hit) -> bool:
    low = prep.lower_
    return low in ("after", "from", "following", "before") or (low == "of" and hit.beside(-1) in ("within", "inside"))
