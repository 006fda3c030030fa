"""A sentence and two of its parties -> a Cast of these two, with the pronouns that stand for the first."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast, Mention
from dateline.records import ActorId, Span

ACTOR, RECIPIENT = ActorId("actor"), ActorId("recipient")
# A party as the caller has it: its words, or the places where they stand.
Party = str | Iterable[Span]
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "we", "i", "our", "us"})
# What upsets the parser and tells nothing of the act: an agency's dateline, initials in brackets after a name.
_DATELINE = re.compile(r"[A-Z][\w'. -]{1,30}(?:,[^.:]{1,30})?(?: ?\([A-Za-z ]+\))? (?:--|-|–|—) ")
_INITIALS = re.compile(r" ?\(([A-Z][A-Za-z.&-]{1,11})\)")
_DATELINE_CAPITALS = re.compile(r"[A-Z]{3,}|\([A-Z]")


def tidy(sentence: str) -> str:
    """Return the sentence with its dateline and bracketed initials blanked; every offset stays what it was."""
    if (line := _DATELINE.match(sentence)) and _DATELINE_CAPITALS.search(line[0]):
        sentence = " " * line.end() + sentence[line.end() :]
    return _INITIALS.sub(lambda found: " " * len(found[0]), sentence)


def mark_pair(doc: Doc, actor: Party, recipient: Party) -> Cast:
    """Return the cast of the two parties. One that is not in the sentence has no mention."""
    mentions = [m for party, who in ((actor, ACTOR), (recipient, RECIPIENT)) for m in _mentions(doc, party, who)]
    return Cast((), [*mentions, *_pronouns(doc, mentions)])


def _mentions(doc: Doc, party: Party, who: ActorId) -> Iterator[Mention]:
    for start, end in _places(doc.text, party):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span):
            yield Mention(span.start, span.end, _head(span.root, span.start, span.end).i, who)


def _places(text: str, party: Party) -> list[Span]:
    """Return where the party stands: every place of its words, or of its last word that the sentence has."""
    if not isinstance(party, str):
        return [(start, end) for start, end in party if 0 <= start < end <= len(text)]
    for flags in (0, re.IGNORECASE):
        for words in (party, _INITIALS.sub(" ", party)):
            if places := _find(words, text, flags):
                return places
    for word in reversed(re.findall(r"\w+", party)):
        if len(word) > 2 and (places := _find(word, text, re.IGNORECASE)):
            return places[:1]
    return []


def _find(words: str, text: str, flags: int) -> list[Span]:
    if not words:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    return [m.span() for m in re.finditer(pattern, text, flags)]


def _head(root: Token, start: int, end: int) -> Token:
    """Return the noun that the words hang on; their root may be a preposition or a verb that was taken in."""
    if root.pos_ in _NOMINAL:
        return root
    inside = [t for t in root.doc[start:end] if t.pos_ in ("NOUN", "PROPN")]
    near = [t for t in inside if t.head.i == root.i]
    return (near or inside or [root])[0]


def _pronouns(doc: Doc, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the pronouns after the actor that stand in a clause of whatever the actor says or does."""
    actor = next((m for m in mentions if m.actor == ACTOR), None)
    if actor is None:
        return
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for token in doc:
        if token.i not in taken and token.lower_ in _PRONOUNS and (token.i > actor.end or token.lower_ in ("we", "i")):
            yield Mention(token.i, token.i + 1, token.i, ACTOR)
