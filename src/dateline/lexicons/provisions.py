"""Schema and loader of provisions.toml: the words by which papers make or let anyone do something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from dateline.lexicons.loading import Entry, check_unique, read_toml
from dateline.lexicons.wordlists import Words, WordSet
from dateline.records import ProvisionType

PROVISIONS_FILE = "provisions.toml"


class OperativeRule(Entry):
    """Verbs whose subject is a paper, or those who make it, and what they do."""

    id: str
    type: ProvisionType = Field(strict=False)
    verbs: Words
    fires: str
    silent: str


class Sources(Entry):
    """Words that name the paper that a clause is in.

    loose: only where the clause has a modal ("in the accord, both will"). telling: verbs that only report.
    """

    preps: WordSet
    loose: WordSet
    telling: WordSet


class Modals(Entry):
    """Auxiliaries of rights, the words that carry a duty ("is meant to") and those that carry a right ("is allowed to")."""

    authorization: WordSet
    carriers: WordSet
    rights: WordSet


class Deadlines(Entry):
    """Words that set a deadline or an end."""

    words: WordSet
    phrases: Words
    no_deadline: WordSet
    until: WordSet


class Conditions(Entry):
    """Conjunctions and verbs of conditions, and what is needed."""

    marks: WordSet
    needs: WordSet
    needed: WordSet
    nouns: WordSet
    defaults: WordSet


class Exchanges(Entry):
    """Words between the two sides of an exchange."""

    phrases: Words


class Tasks(Entry):
    """How a text lists the tasks of a force, and how long it is to last."""

    nouns: WordSet
    verbs: WordSet
    runs: WordSet
    with_: WordSet = Field(alias="with")


class ProvisionFile(Entry):
    """provisions.toml; the comments beside its tables tell what they are for."""

    acts: dict[Annotated[ProvisionType, Field(strict=False)], WordSet]
    sources: Sources
    modals: Modals
    deadlines: Deadlines
    conditions: Conditions
    exchanges: Exchanges
    tasks: Tasks
    operative: list[OperativeRule]
    pledge: list[OperativeRule]


@dataclass(frozen=True, slots=True)
class ProvisionLexicon:
    """The file, with its rules by verb."""

    words: ProvisionFile
    operative: Mapping[str, OperativeRule]
    pledges: Mapping[str, OperativeRule]


def load_provisions() -> ProvisionLexicon:
    """Return the checked lexicon."""
    words = read_toml(PROVISIONS_FILE, ProvisionFile)
    check_unique(PROVISIONS_FILE, (rule.id for rule in (*words.operative, *words.pledge)))
    return ProvisionLexicon(words=words, operative=_by_verb(words.operative), pledges=_by_verb(words.pledge))


def _by_verb(rules: Iterable[OperativeRule]) -> dict[str, OperativeRule]:
    return {verb: rule for rule in rules for verb in rule.verbs}
