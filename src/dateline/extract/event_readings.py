"""Doc -> readings: each word that may show an act, with the rules that fire there and the types that it may be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts
from dateline.extract.event_features import (
    clause_features,
    governing,
    party_features,
    rule_features,
    speech_features,
    word_features,
)
from dateline.extract.event_frames import Frame, adjective_frame, noun_frame, verb_frame
from dateline.extract.event_matching import Candidate, find_candidates, lemma
from dateline.extract.event_papers import is_provision
from dateline.extract.event_parts import find_parts, innermost
from dateline.lexicons.events import EventLexicon, EventRule
from dateline.records import ActorKind, Attribution, EventType

NO_EVENT = "-"
_KNOWN = frozenset({"the", "this", "that"})
_CLIMB = 6  # words upwards that are asked for an act that this one may stand inside of
_SKIPPED = frozenset({"aux", "auxpass", "compound"})
_PARTS_OF_SPEECH = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


@dataclass(slots=True)
class Word:
    """A word that may show an act. matches: the rules that fire there and find whom they need, with whom they find.

    echo: it only names an act told before, with nobody beside it ('the phone call took place on Saturday').
    """

    frame: Frame
    matches: list[tuple[Candidate, Parts]]
    said_in: Attribution | None
    sentence: int
    echo: bool = False
    features: list[str] = field(default_factory=list)

    @property
    def head(self) -> Token:
        """The word itself."""
        return self.frame.head


@dataclass(frozen=True, slots=True)
class Reading:
    """The act that a word most likely shows, who takes part by its rule, and the chance that it is an event."""

    candidate: Candidate
    parts: Parts
    said_in: Attribution | None
    chance: float


def find_words(
    doc: Doc, cast: Cast, attributions: Sequence[Attribution], lexicon: EventLexicon, *, learning: bool = False
) -> list[Word]:
    """Return the words of the article that may show an act, in text order, with their features.

    learning: with the features of those too where no rule fires; what is no act is learned from them.
    """
    found = list(_words(doc, cast, attributions, lexicon, learning=learning))
    words = [w for w in found if not w.echo]
    types = {w.head.i: w.matches[0][0].rule.type for w in words if w.matches}
    setting = list(_setting(doc, words, cast))
    seen: dict[str, int] = {}
    for word in words:
        low = lemma(word.head, lexicon)
        if word.matches or learning:
            told = _seen(word, low, seen.get(low, 0))
            word.features = ["bias", *setting, *_features(word, types, cast, lexicon), *told]
        seen[low] = seen.get(low, 0) + 1
    return found


def read_word(word: Word, cast: Cast, lexicon: EventLexicon) -> Reading | None:
    """Return the likeliest reading of a word, None where no rule fires or it shows no act.

    Without learned weights the most specific rule decides, and the chance is 1.
    """
    model = lexicon.learned.models.get("reading")
    if not word.matches or word.echo:
        return None
    if model is None:
        return Reading(*word.matches[0], word.said_in, 1.0)
    chances = dict(zip(model.labels, model.chances(word.features), strict=True))
    event = 1 - chances.pop(NO_EVENT)
    if event < lexicon.learned.limits["reading"]:
        return None
    return reading_as(word, EventType(max(chances, key=lambda label: chances[label])), event, cast, lexicon)


def reading_as(word: Word, kind: EventType, chance: float, cast: Cast, lexicon: EventLexicon) -> Reading:
    """Return the reading of a word as an act of this type: by its most specific rule, else by the type's defaults."""
    for candidate, parts in word.matches:
        if candidate.rule.type is kind:
            return Reading(candidate, parts, word.said_in, chance)
    known = word.matches[0][0] if word.matches else None
    candidate = Candidate(
        rule=_learned_rule(kind),
        frame=word.frame,
        words=known.words if known else (word.head,),
        objects=known.objects if known else word.frame.objects,
    )
    return Reading(candidate, find_parts(candidate, word.said_in, cast, lexicon) or Parts(), word.said_in, chance)


@cache
def _learned_rule(kind: EventType) -> EventRule:
    """Return the rule that stands for 'learned from examples': no conditions, the type's defaults."""
    return EventRule(id=f"learned.{kind.lower()}", type=kind, verbs=("*",), fires="")


def _words(
    doc: Doc, cast: Cast, attributions: Sequence[Attribution], lexicon: EventLexicon, *, learning: bool
) -> Iterator[Word]:
    found = {candidates[0].frame.head.i: candidates for candidates in find_candidates(doc, cast, lexicon)}
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            candidates = found.get(token.i)
            if candidates:
                said_in = innermost(attributions, token.idx)
                matches = [(c, p) for c in candidates if (p := find_parts(c, said_in, cast, lexicon)) is not None]
                frame = candidates[0].frame
                if not (matches and is_provision(matches[0][0], cast, lexicon)):
                    yield Word(frame, matches, said_in, number)
                if not matches and _is_known(frame):
                    yield Word(frame, [(candidates[0], Parts())], said_in, number, echo=True)
            elif _may_show_act(token, lexicon):
                # Without a rule a word only counts as seen: what stands around it is for learning alone.
                frame = _frame(token) if learning else Frame(token, "verb", (), (), (), ())
                yield Word(frame, [], innermost(attributions, token.idx) if learning else None, number)


def _is_known(frame: Frame) -> bool:
    return frame.kind == "noun" and any(c.lower_ in _KNOWN for c in frame.head.lefts)


def _may_show_act(token: Token, lexicon: EventLexicon) -> bool:
    if token.dep_ in _SKIPPED or token.pos_ not in _PARTS_OF_SPEECH:
        return False
    low = lemma(token, lexicon)
    return f"{low} {token.pos_[0]}" in lexicon.learned.words or bool(_known_types(token, low, lexicon))


def _known_types(token: Token, low: str, lexicon: EventLexicon) -> frozenset[EventType]:
    """Return the types that the rules know the word by, whether their conditions hold here or not."""
    if low in lexicon.light_verbs or low in lexicon.inverse_verbs:
        return frozenset()
    if token.pos_ in ("VERB", "AUX"):
        return lexicon.types_of.get(f"{low} V", frozenset())
    return lexicon.types_of.get(f"{low} {token.pos_[0]}".replace(" P", " N"), frozenset())


def _frame(token: Token) -> Frame:
    if token.pos_ in ("VERB", "AUX"):
        return verb_frame(token)
    return noun_frame(token) if token.pos_ in ("NOUN", "PROPN") else adjective_frame(token)


def _features(word: Word, types: Mapping[int, EventType], cast: Cast, lexicon: EventLexicon) -> Iterator[str]:
    frame = word.frame
    yield from word_features(frame, lexicon)
    yield from rule_features(word.matches, cast)
    known = _known_types(word.head, lemma(word.head, lexicon), lexicon)
    yield from (f"known-type={kind}" for kind in sorted(known))
    yield f"known={len(known) == 1}"
    yield from party_features(frame, cast)
    yield from clause_features(frame, lexicon)
    yield from speech_features(frame, word.said_in, lexicon)
    yield from _neighbours(frame, types)
    yield f"sentence={min(word.sentence, 6)}"


def _neighbours(frame: Frame, types: Mapping[int, EventType]) -> Iterator[str]:
    """Yield which acts the rules see above the word and inside its clauses."""
    head = frame.head
    for clause in frame.clauses:
        if clause.verb.i in types:
            yield f"clause-type={types[clause.verb.i]}"
    if frame.kind != "verb" and frame.support is not None and frame.support.i in types:
        yield f"support-type={head.dep_}:{types[frame.support.i]}"
    dep, above = governing(head)
    if above is not None and above.i in types:
        yield from (f"above-type={dep}:{types[above.i]}", f"above-type={types[above.i]}")
    token = head
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        if token.i in types and token != above:
            yield f"under={types[token.i]}"
            return


def _seen(word: Word, low: str, times: int) -> Iterator[str]:
    """Yield whether the article has had the word before."""
    yield f"seen={word.frame.kind}:{min(times, 2)}"
    if times:
        yield f"seen+{low}"


def _setting(doc: Doc, words: Sequence[Word], cast: Cast) -> Iterator[str]:
    """Yield what kind of article it is: one of states and their doings, or of something else."""
    kinds = [cast.by_id[m.actor].kind for m in cast.mentions if m.actor in cast.by_id]
    official = sum(k in (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP) for k in kinds)
    acts = sum(bool(w.matches) for w in words)
    yield f"article:official={10 * official // max(1, len(kinds)) // 2}"
    yield f"article:countries={min(len({a.country for a in cast.actors if a.country}), 6)}"
    yield f"article:density={min(20 * acts // max(1, len(list(doc.sents))) // 4, 8)}"
