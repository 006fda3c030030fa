"""Doc -> Timex: time expressions and their values. Pure; words and rules in lexicons/times.toml, times_rules.toml.

One walk over the text's words finds them from left to right; each is read against the day of publication, the tense
of the verb that governs it and the dates told before it. Then the words around set the bounds.
"""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dateline.extract.offsets import Offsets
from dateline.extract.syntax import auxiliaries, governor, phrase
from dateline.extract.time_around import Around
from dateline.extract.time_calendar import precision
from dateline.extract.time_guards import GUARDS
from dateline.extract.time_intervals import bound_all
from dateline.extract.time_scene import Reading, Scene
from dateline.extract.time_tense import Way, way_of
from dateline.extract.time_values import read_hit, reading_days
from dateline.extract.time_words import Hit, find_hits, split_words
from dateline.lexicons.times import TimeLexicon
from dateline.records import Span, Timex, TimexType

# A publication date so near the calendar's ends is no date of an article, and steps from it would leave the calendar.
FIRST_YEAR, LAST_YEAR = 1000, 9000


def find_times(doc: Doc, lexicon: TimeLexicon, *, anchor: date | None) -> tuple[Timex, ...]:
    """Return the time expressions in text order.

    anchor: the day of publication; without it what is relative to it has no value, and says why.
    """
    return tuple(timex for _, timex in find_by_rule(doc, lexicon, anchor=anchor))


def find_by_rule(doc: Doc, lexicon: TimeLexicon, *, anchor: date | None) -> tuple[tuple[str, Timex], ...]:
    """Return the time expressions in text order, each after the id of the rule that found it: its class."""
    if anchor is not None and not FIRST_YEAR <= anchor.year <= LAST_YEAR:
        anchor = None
    scene = _scene(doc, lexicon, anchor)
    around = Around(doc, scene, lexicon)
    readings = bound_all(list(_read(doc, lexicon, scene, around)), anchor)
    return tuple((hit.rule.id, _timex(hit, reading, scene, around)) for hit, reading in readings)


def fired_rules(doc: Doc, lexicon: TimeLexicon, *, anchor: date) -> set[str]:
    """Return the ids of the rules that fire on a text: what the rules' own examples are tested with."""
    scene = _scene(doc, lexicon, anchor)
    return {hit.rule.id for hit, _ in _read(doc, lexicon, scene, Around(doc, scene, lexicon))}


def _read(doc: Doc, lexicon: TimeLexicon, scene: Scene, around: Around) -> Iterator[tuple[Hit, Reading]]:
    """Yield each expression with its reading; the next one is looked for only after that, as it may start from it."""

    def accept(hit: Hit) -> bool:
        return hit.rule.guard is None or GUARDS[hit.rule.guard](hit, around)

    for hit in find_hits(split_words(doc.text, lexicon), lexicon, accept):
        reading = read_hit(hit, scene)
        scene.note(hit, reading)
        yield hit, reading


def _scene(doc: Doc, lexicon: TimeLexicon, anchor: date | None) -> Scene:
    places = Offsets(doc)
    return Scene(
        lexicon.vocabulary, anchor, lambda hit: _way(hit, places, lexicon), lambda hit: _spoken_now(hit, places)
    )


def _spoken_now(hit: Hit, places: Offsets) -> bool:
    """Does the expression stand within quotation marks, in a clause in the present tense?"""
    before = hit.words.text[max(0, hit.span[0] - 400) : hit.span[0]].rpartition("\n")[2]
    opened = before.count("“") - before.count("”") + before.count('"') % 2
    span = places.tokens(hit.span)
    if opened <= 0 or span is None:
        return False
    verb = governor(span.root) or span.root
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "acl"):  # "the cost of not dealing with it today is high"
        verb = governor(verb) or verb
    return verb.tag_ in ("VBZ", "VBP") or any(a.tag_ in ("VBZ", "VBP") and a.lemma_ == "be" for a in auxiliaries(verb))


def _way(hit: Hit, places: Offsets, lexicon: TimeLexicon) -> Way:
    span = places.tokens(hit.span)
    if span is None:
        return Way.UNKNOWN
    root = span.root if span.root.dep_ != "det" else span[-1]  # "the weekend attack": both words hang on a third
    return way_of(root, lexicon.lists)


def _timex(hit: Hit, reading: Reading, scene: Scene, around: Around) -> Timex:
    first, last = reading_days(reading, hit, scene)
    return Timex(
        span=hit.span,
        type=reading.type,
        value=reading.value,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        interval=_interval(hit, reading, around),
        why=reading.why,
        precision=precision(reading.value) if reading.value else None,
        mod=reading.mod,
        zone=reading.zone,
        anchor=_anchor_words(hit, around) if reading.type is TimexType.DURATION else None,
    )


def _interval(hit: Hit, reading: Reading, around: Around) -> str | None:
    """Return the reading's bound, as far as the parse bears it out, or the one that a clause with 'since' sets."""
    if reading.interval is not None:
        source = hit.beside(-1) == "from" and reading.interval.endswith("/..") and _names_a_source(around.head(hit))
        return None if source else reading.interval
    dated = reading.type is TimexType.DATE and reading.value is not None and not reading.value.endswith("REF")
    if dated and "since" in hit.words.lowers and _in_since_clause(around.head(hit)):
        return f"{reading.value}/.."
    return None


def _names_a_source(token: Token | None) -> bool:
    """Does 'from' hang on a noun or adjective: "returns from 1995", "different from 2012"?"""
    return token is not None and token.head.lower_ == "from" and token.head.head.pos_ in ("NOUN", "PROPN", "ADJ")


def _in_since_clause(token: Token | None) -> bool:
    """Does it date a clause that opens with 'since' ("since the war broke out in March")?"""
    if token is None:
        return False
    verb = governor(token)
    return verb is not None and any(c.lower_ == "since" and c.dep_ == "mark" for c in verb.children)


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
