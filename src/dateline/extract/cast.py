"""The cast of an article: its actors, and which words stand for which of them. What the later finders ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from dateline.records import Actor, ActorId, ActorKind

ANY_KIND = frozenset(ActorKind)


class How(StrEnum):
    """By what a mention was found to stand for its actor."""

    NAME = "name"
    SURNAME = "surname"
    ABBREVIATION = "abbreviation"
    METONYM = "metonym"
    ADJECTIVE = "adjective"
    TITLE = "title"
    ROLE = "role"
    APPOSITION = "apposition"
    PRONOUN = "pronoun"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that stands for an actor: tokens [start, end) of the Doc with their head's index, and how that is known."""

    start: int
    end: int
    head: int
    actor: ActorId
    how: How = How.NAME


class Cast:
    """Who is in the article, and who stands at which word.

    Mentions may nest ("his office": the whole is the office, "his" the man).
    """

    def __init__(self, actors: Iterable[Actor], mentions: Iterable[Mention]) -> None:
        self.actors = tuple(actors)
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
        self.by_id: Mapping[ActorId, Actor] = {a.id: a for a in self.actors}
        self._by_head: dict[int, Mention] = {}
        self._covering: dict[int, Mention] = {}
        for mention in self.mentions:  # the longest first, so that the innermost is the one that stays
            self._by_head.setdefault(mention.head, mention)
            for i in range(mention.start, mention.end):
                self._covering[i] = mention

    def at(self, token: Token) -> ActorId | None:
        """Return the actor of the mention whose head is this token."""
        mention = self._by_head.get(token.i)
        return mention.actor if mention else None

    def mention_at(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token."""
        return self._by_head.get(token.i)

    def covering(self, token: Token) -> ActorId | None:
        """Return the actor of the innermost mention that this token is part of."""
        mention = self._covering.get(token.i)
        return mention.actor if mention else None

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie in tokens [start, end), in text order."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def kinds(self, actor: ActorId) -> frozenset[ActorKind]:
        """Return what kinds of actor it may be: all of them where only its place in the sentence is known."""
        known = self.by_id.get(actor)
        return frozenset({known.kind}) if known else ANY_KIND

    def chain(self, actor: ActorId) -> list[Mention]:
        """Return the mentions of an actor in text order, each with how it was resolved."""
        return [m for m in self.mentions if m.actor == actor]

    def members(self, actor: ActorId) -> tuple[ActorId, ...]:
        """Return the members of a group, or the actor alone."""
        known = self.by_id.get(actor)
        return (known.members if known else ()) or (actor,)
