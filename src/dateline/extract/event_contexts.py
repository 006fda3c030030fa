"""The rest that a sentence tells of an act: PLOVER contexts by its words, place, topics, counts of victims."""

from collections.abc import Iterator

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from dateline.extract.event_frames import Frame
from dateline.extract.syntax import phrase
from dateline.lexicons.events import EventLexicon

_PLACE_LABELS = ("GPE", "LOC", "FAC")
_TOPIC_PREPS = ("on", "about", "over", "regarding", "concerning")
_DEATHS, _INJURIES = ("kill", "die", "execute", "murder", "massacre"), ("wound", "injure", "hurt")


def find_contexts(sentence: SpacySpan, lexicon: EventLexicon) -> tuple[str, ...]:
    """Return the contexts that the words of a sentence show, in the order of its words."""
    found: dict[str, None] = {}
    before = ""
    for token in sentence:
        low = token.lemma_.lower()
        for word in (low, f"{before} {low}"):
            for context in lexicon.contexts.get(word, ()):
                found[context] = None
        before = low
    return tuple(found)


def find_place(frame: Frame) -> str | None:
    """Return the place that an 'in', 'at' or 'to' phrase on the trigger names, in the text's words."""
    for token in (frame.head, *frame.objects[:1], *([frame.support] if frame.support is not None else [])):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "at", "to", "near", "on"):
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.ent_type_ in _PLACE_LABELS:
                        start, end = phrase(noun)
                        return noun.doc.text[start:end]
    return None


def find_topics(frame: Frame) -> tuple[str, ...]:
    """Return what the act is about, in the text's words: the objects of 'on', 'about', 'over'."""
    topics = []
    for word, tokens in frame.preps:
        if word in _TOPIC_PREPS:
            for token in tokens:
                if token.ent_type_ not in ("DATE", "TIME"):
                    start, end = phrase(token)
                    topics.append(token.doc.text[start:end])
    return tuple(dict.fromkeys(topics))


def find_counts(frame: Frame) -> tuple[int | None, int | None]:
    """Return how many were killed and injured, where the words on the trigger give numbers."""
    dead = injured = None
    for verb in _verbs(frame):
        if verb.lemma_ in _DEATHS:
            dead = dead if dead is not None else _count(verb)
        elif verb.lemma_ in _INJURIES:
            injured = injured if injured is not None else _count(verb)
    return dead, injured


def _verbs(frame: Frame) -> Iterator[Token]:
    head = frame.head if frame.kind == "verb" else frame.support
    if head is None:
        return
    yield head
    yield from head.conjuncts
    for child in frame.head.children:
        if child.dep_ in ("relcl", "acl", "advcl"):
            yield child
            yield from child.conjuncts


def _count(verb: Token) -> int | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            if (number := _number(child)) is not None:
                return number
            for noun in child.children:
                if noun.dep_ == "nummod" and (number := _number(noun)) is not None:
                    return number
    return None


_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()  # noqa: SIM905 - reads as a line of words
    )
}


def _number(token: Token) -> int | None:
    """Return the number that a word stands for, None if it is no plain number."""
    low = token.lower_.replace(",", "")
    if low.isascii() and low.isdigit() and len(low) < 8:
        return int(low)
    return _WORDS.get(low)
