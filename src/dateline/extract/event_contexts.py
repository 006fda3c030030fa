"""The rest that a sentence tells of an act: PLOVER contexts by its words, and topics."""

from spacy.tokens import Span as SpacySpan

from dateline.extract.event_frames import Frame
from dateline.extract.syntax import phrase, words_of
from dateline.lexicons.events import EventLexicon
from dateline.records import EventType

_TOPIC_PREPS = ("on", "about", "over", "regarding", "concerning")


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
    """Return what the act is about, in the text's words: the objects of 'on', 'about', 'over'."""
    topics = []
    for word, tokens in frame.preps:
        if word in _TOPIC_PREPS:
            topics += [words_of(t.doc, phrase(t)) for t in tokens if t.ent_type_ not in ("DATE", "TIME")]
    return tuple(dict.fromkeys(topics))
