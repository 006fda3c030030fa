"""A provision as the words have it, and what is asked of its words."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract.syntax import auxiliaries
from dateline.records import Instrument, InstrumentKind, ProvisionType

VERBAL = ("VERB", "AUX")
BINDING = frozenset(InstrumentKind) - {InstrumentKind.STATEMENT}
# A paper's content may be told on for so many sentences without its being named again.
TOLD_ON = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision as the words have it.

    how: by which construction it was found. core: the verb or noun of the action. lead: the first word of what shows
    it. bearers: who is to act, or is let act.
    """

    how: str
    type: ProvisionType
    core: Token
    lead: Token
    bearers: tuple[Token, ...]
    instrument: Instrument | None
    modal: str = ""


def has_to(verb: Token) -> bool:
    """Is the verb an infinitive with 'to'?"""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def modal_of(verb: Token) -> str:
    """Return the verb's modal, lower-case, or nothing."""
    return next((a.lower_ for a in auxiliaries(verb) if a.tag_ == "MD"), "")


def sentences(token: Token, place: int) -> int:
    """Return how many sentences before the word's a place lies, up to one more than matters."""
    doc = token.doc
    start, count = token.sent.start, 0
    while start > place and count <= TOLD_ON:
        start, count = doc[start - 1].sent.start, count + 1
    return count
