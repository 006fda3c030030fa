"""Schema and loader of lexicons/cues.toml and cue_weights.csv: the words that tell of a claim, and what they weigh."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from dateline.lexicons.cue_roles import RoleLexicon, load_roles
from dateline.lexicons.loading import Entry, TableRow, check_unique, read_csv, read_toml

CueClass = Literal["speech", "thought", "intent", "stance", "show", "appearance"]
CueKind = Literal["verb", "noun", "adjective", "adverb", "phrase"]
Frame = Literal["quote", "clause", "prior", "infinitive", "order", "object", "as", "gerund", "passive"]
Words = Annotated[tuple[str, ...], Field(strict=False)]


class CueRule(Entry):
    """One rule: the words, the class of what they tell, and where their content may stand."""

    id: str
    kind: CueKind = "verb"
    cue_class: CueClass = Field(alias="class")
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    words: Words = ()
    frames: Annotated[frozenset[Frame], Field(strict=False)] = frozenset()
    preps: Annotated[frozenset[str], Field(strict=False)] = frozenset()
    passive_preps: Annotated[frozenset[str], Field(strict=False)] = frozenset()
    addressee: bool = False
    names: bool = False
    slack: float = 0.0
    fires: str
    silent: str | None = None

    @model_validator(mode="after")
    def _check(self) -> "CueRule":
        if not self.lemmas:
            raise ValueError(f"cue {self.id}: no words; give verbs, nouns, adjectives or words")
        return self

    @property
    def lemmas(self) -> tuple[str, ...]:
        """All words of the rule."""
        return (*self.verbs, *self.nouns, *self.adjectives, *self.words)


class CueFile(Entry):
    """The whole file."""

    misread: dict[str, str] = {}
    cue: Annotated[tuple[CueRule, ...], Field(strict=False)]


class WeightRow(TableRow):
    """What a feature weighs in the two readings: the record's, and the broad one of all attitudes."""

    feature: str
    record: float
    broad: float


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What is known of one word: class and group (the id) of its first rule, the rest from all its rules.

    addressee: its object is who is told ("told reporters"). names: its object may have a name for complement without
    "as" ("called X Y"). slack: how far below zero its claims may weigh and are still kept.
    """

    lemma: str
    cue_class: CueClass
    group: str
    frames: frozenset[str]
    preps: frozenset[str]
    passive_preps: frozenset[str] = frozenset()
    addressee: bool = False
    names: bool = False
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Cues by lemma, a table for each kind of word; weights by feature."""

    rules: tuple[CueRule, ...]
    verbs: Mapping[str, CueEntry]
    nouns: Mapping[str, CueEntry]
    adjectives: Mapping[str, CueEntry]
    adverbs: Mapping[str, CueEntry]
    phrases: Mapping[str, CueEntry]
    weights: Mapping[str, tuple[float, float]]
    roles: RoleLexicon


def load_cues() -> CueLexicon:
    """Return the checked lexicon. Raises LexiconError that names the file and the key."""
    file = read_toml("cues.toml", CueFile)
    check_unique("cues.toml", (rule.id for rule in file.cue))
    tables = {
        kind: _table(r for r in file.cue if r.kind == kind)
        for kind in ("verb", "noun", "adjective", "adverb", "phrase")
    }
    for read, lemma in file.misread.items():
        if lemma in tables["verb"]:
            tables["verb"][read] = tables["verb"][lemma]
    return CueLexicon(
        rules=file.cue,
        verbs=tables["verb"],
        nouns=tables["noun"],
        adjectives=tables["adjective"],
        adverbs=tables["adverb"],
        phrases=tables["phrase"],
        weights={row.feature: (row.record, row.broad) for row in read_csv("cue_weights.csv", WeightRow)},
        roles=load_roles(),
    )


def _table(rules: Iterable[CueRule]) -> dict[str, CueEntry]:
    table: dict[str, CueEntry] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            old = table.get(lemma)
            table[lemma] = CueEntry(
                lemma,
                old.cue_class if old else rule.cue_class,
                old.group if old else rule.id,
                rule.frames | (old.frames if old else frozenset()),
                rule.preps | (old.preps if old else frozenset()),
                rule.passive_preps | (old.passive_preps if old else frozenset()),
                rule.addressee or (old is not None and old.addressee),
                rule.names or (old is not None and old.names),
                max(rule.slack, old.slack if old else 0.0),
            )
    return table
