"""One place that speaks of a paper, and what can be asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.lexicons.instruments import ActRule, NounRule
from dateline.records import ActorId, InstrumentKind, Span

Determiner = Literal["definite", "indefinite", "none"]
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod"})
# How deep participles and coordinations before a noun are searched for names.
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a paper.

    head: its noun ("truce", or "it"). top: the noun that stands for it in its clause ("terms" of the truce). kind: None
    for words that stand for any paper. words: the modifiers that tell it from others, lower-case lemmas. owners: actors
    named before or right after it ("Russia's draft", "the US draft"). symbol: "1701", "S/2025/1".
    """

    head: Token
    top: Token
    kind: InstrumentKind | None
    rule: NounRule | ActRule | None
    determiner: Determiner
    words: frozenset[str]
    owners: frozenset[ActorId]
    plural: bool
    symbol: str | None
    span: Span

    @property
    def i(self) -> int:
        """Where it stands."""
        return self.head.i

    @property
    def lemma(self) -> str:
        """Its noun, lower-case."""
        return self.head.lemma_.lower()


def governed_only(mention: Mention) -> bool:
    """Is the noun that of a paper only where a stage is said of it?"""
    return isinstance(mention.rule, NounRule) and bool(mention.rule.governed)


def is_named(mention: Mention) -> bool:
    """Does it bear a name of its own ("the Nystad Treaty")?"""
    return mention.head.text[0].isupper() and mention.head.i > mention.head.sent.start and bool(mention.words)


def is_act(mention: Mention) -> bool:
    """Is it an act that makes a paper which nobody names ("agreed to reopen the border")?"""
    return isinstance(mention.rule, ActRule)


def modifiers(noun: Token, depth: int = _DEPTH) -> Iterator[Token]:
    """Yield the words before a noun that say which one it is, and the words before those."""
    for child in noun.lefts:
        if child.dep_ in _BEFORE or (child.dep_ in ("conj", "advmod") and depth < _DEPTH):
            yield child
            if depth:
                yield from modifiers(child, depth - 1)
                yield from (c for c in child.rights if c.dep_ == "conj")
