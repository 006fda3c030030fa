"""The rest that a sentence tells of an act: PLOVER contexts by its words, and topics."""

from spacy.tokens import Span as SpacySpan

from dateline.extract.event_frames import Frame
from dateline.extract.syntax import phrase, words_of
from dateline.lexicons.events import EventLexicon
from dateline.records import EventType

_TOPIC_PREPS = ("on", "about", "over", "regarding", "concerning")
# What is done with them is talked about: their object is the topic, and a place in it is not where they met.
_TOPIC_VERBS = frozenset({"discuss", "debate", "review", "examine", "explore", "consider"})


def find_contexts(kind: EventType, sentence: SpacySpan, lexicon: EventLexicon) -> tuple[str, ...]:
    """Return the contexts that an act's type implies and that the words of its sentence show, in their order."""
    found: dict[str, None] = dict.fromkeys(lexicon.type_contexts.get(kind, ()))
    before = ""
    for token in sentence:
        low = token.lemma_.lower()
        for word in (low, f"{before} {low}"):
            for context in lexicon.contexts.get(word, ()):
                found[context] = None
        before = low
    return tuple(found)


def find_topics(frame: Frame) -> tuple[str, ...]:
    """Return what the act is about, in the text's words: what is discussed, else the objects of 'on', 'about', 'over'."""
    if takes_topic(frame):
        return tuple(words_of(o.doc, phrase(o)) for o in frame.objects)
    topics = []
    for word, tokens in frame.preps:
        if word in _TOPIC_PREPS:
            topics += [words_of(t.doc, phrase(t)) for t in tokens if t.ent_type_ not in ("DATE", "TIME")]
    return tuple(dict.fromkeys(topics))


def takes_topic(frame: Frame) -> bool:
    """Is the object of the trigger what the act is about ('discussed the situation in Gaza')?"""
    return frame.kind == "verb" and frame.head.lemma_ in _TOPIC_VERBS
