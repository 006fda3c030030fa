"""Schema and loader of lexicons/cues_roles.toml: which voice in a chain a source is, by its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from dateline.lexicons.loading import Entry, check_unique, read_toml
from dateline.records import ChainRole

Words = Annotated[tuple[str, ...], Field(strict=False)]
WordSet = Annotated[frozenset[str], Field(strict=False)]


class RoleRule(Entry):
    """One role and the words that show it."""

    role: ChainRole = Field(strict=False)
    names: Words = ()
    nouns: Words = ()
    heads: Words = ()
    words: Words = ()
    definite: Words = ()
    fires: str
    silent: str | None = None


class Medium(Entry):
    """What a speaker speaks in, who passes it on, and how a text says that somebody is not named."""

    documents: WordSet
    preps: WordSet
    carriers: WordSet
    anonymity: WordSet
    unnamed: Words


class RoleFile(Entry):
    """The whole file."""

    role: Annotated[tuple[RoleRule, ...], Field(strict=False)]
    medium: Medium


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """Roles by names (tuples of words), by the head's lemma, by its last word and by phrases; nouns that name nobody even after "the"."""

    rules: tuple[RoleRule, ...]
    names: Mapping[str, tuple[tuple[tuple[str, ...], ChainRole], ...]]
    nouns: Mapping[str, ChainRole]
    heads: Mapping[str, ChainRole]
    words: Mapping[str, tuple[tuple[tuple[str, ...], ChainRole], ...]]
    definite: frozenset[str]
    medium: Medium


def load_roles() -> RoleLexicon:
    """Return the checked lexicon. Raises LexiconError that names the file and the key."""
    file = read_toml("cues_roles.toml", RoleFile)
    check_unique("cues_roles.toml", (rule.role for rule in file.role))
    nouns: dict[str, ChainRole] = {}
    heads: dict[str, ChainRole] = {}
    for rule in file.role:
        for noun in rule.nouns:
            nouns.setdefault(noun, rule.role)
        heads |= dict.fromkeys(rule.heads, rule.role)
    return RoleLexicon(
        rules=file.role,
        names=_index((name, rule.role) for rule in file.role for name in rule.names),
        nouns=nouns,
        heads=heads,
        words=_index((word, rule.role) for rule in file.role for word in rule.words),
        definite=frozenset(noun for rule in file.role for noun in rule.definite),
        medium=file.medium,
    )


def _index(pairs: Iterable[tuple[str, ChainRole]]) -> dict[str, tuple[tuple[tuple[str, ...], ChainRole], ...]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], ChainRole]]] = {}
    for phrase, role in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, role))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}
