"""Papers do not act: which pronouns stand for one, and which words tell only what one would make others do."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.event_matching import Candidate
from dateline.extract.syntax import is_passive
from dateline.lexicons.events import EventLexicon

_CLIMB = 6
_NESTED = frozenset({"conj", "dobj", "xcomp", "pcomp", "prep", "pobj", "attr", "ccomp"})


def stands_for_paper(token: Token, cast: Cast, lexicon: EventLexicon) -> bool:
    """Is the word a paper's name, or an 'it' before which a paper is named last?"""
    if token.lower_ != "it":
        return cast.at(token) is None and token.lemma_.lower() in lexicon.papers
    actor = cast.at(token)
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.pos_ == "NOUN" and before.dep_ != "compound" and before.lemma_.lower() in lexicon.papers:
            return True
        if actor is not None and cast.at(before) == actor:
            return False
    return False


def is_provision(candidate: Candidate, cast: Cast, lexicon: EventLexicon) -> bool:
    """Do the words tell only what a draft or a plan holds ('its tasks include training the police')?"""
    frame = candidate.frame
    head = frame.head
    if head.tag_ == "VB" and head.dep_ == "xcomp" and head.head.lemma_ in lexicon.meant and is_passive(head.head):
        return True
    if frame.kind == "verb" and head.lemma_ in lexicon.empowering and not is_passive(head):
        return any(stands_for_paper(t, cast, lexicon) for t in frame.subjects)
    return any(
        verb.lemma_ in lexicon.containing
        and any(_holds_provisions(c, cast, lexicon) for c in verb.children if c.dep_ in ("nsubj", "csubj"))
        for verb in _above(head)
    )


def _holds_provisions(token: Token, cast: Cast, lexicon: EventLexicon) -> bool:
    return token.lemma_.lower() in lexicon.paper_parts or stands_for_paper(token, cast, lexicon)


def _above(token: Token) -> Iterator[Token]:
    """Yield the words under which the word stands as an object or a part of one."""
    for _ in range(_CLIMB):
        if token.dep_ not in _NESTED:
            return
        token = token.head
        yield token
