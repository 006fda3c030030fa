"""Schema and loader of the papers' lexicon: nouns of papers, the stages of their lives, what they make anyone do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from dateline.errors import LexiconError
from dateline.lexicons.actors import CountryRow
from dateline.lexicons.loading import Entry, TableRow, check_unique, read_csv, read_toml
from dateline.lexicons.provisions import ProvisionLexicon, load_provisions
from dateline.lexicons.wordlists import Words, WordSet
from dateline.records import InstrumentKind, InstrumentStatus, RelationType, Stage

INSTRUMENTS_FILE, WEIGHTS_FILE = "instruments.toml", "instruments_weights.csv"
Part = Literal["parties", "proposers", "body"]


class NounRule(Entry):
    """A noun that names a paper, and what must or must not stand with it.

    modifiers: one of these before it (or, with of_nouns, as what it is the complement of). governed: only where a
    stage of this name is said of it ("signed a protocol"). proper: only as a name.
    modified: only with words that say which one ("the UN mandate"). silent_of: no paper where these
    nouns have an 'of' ("act of war").
    """

    id: str
    kind: InstrumentKind = Field(strict=False)
    nouns: Words
    modifiers: WordSet = frozenset()
    of_nouns: WordSet = frozenset()
    governed: Annotated[frozenset[Annotated[Stage, Field(strict=False)]], Field(strict=False)] = frozenset()
    proper: bool = False
    modified: bool = False
    without_modifiers: WordSet = frozenset()
    without_preps: WordSet = frozenset()
    silent_of: WordSet = frozenset()
    fires: str
    silent: str

    @property
    def specificity(self) -> int:
        """How much the rule asks for."""
        return 2 * bool(self.modifiers) + bool(self.proper) - 2 * bool(self.governed)


class ActRule(Entry):
    """Verbs whose act makes a paper that nobody names. stage: the id of the step that it shows. joint: by several."""

    id: str
    kind: InstrumentKind = Field(strict=False)
    verbs: Words
    stage: str
    joint: bool = False
    fires: str
    silent: str


class StageRule(Entry):
    """Words that say how far a paper has come; instruments.toml tells each key."""

    id: str
    stage: Stage | None = Field(None, strict=False)
    status: InstrumentStatus | None = Field(None, strict=False)
    planned: InstrumentStatus | None = Field(None, strict=False)
    verbs: Words = ()
    intransitive: Words = ()
    nouns: Words = ()
    part: Part | None = None
    fires: str
    silent: str

    @model_validator(mode="after")
    def _says_something(self) -> "StageRule":
        if self.stage is None and self.status is None:
            raise ValueError(f"stage {self.id}: gives neither a stage nor a status")
        return self


class RelationRule(Entry):
    """Verbs whose subject is a paper that stands so to the paper that is their object."""

    id: str
    type: RelationType = Field(strict=False)
    verbs: Words
    fires: str
    silent: str


class InstrumentFile(Entry):
    """instruments.toml; the comments beside its lists tell what they are for."""

    stand_ins: WordSet
    part_nouns: WordSet
    vague_topics: WordSet
    no_determiners: WordSet
    plain_modifiers: WordSet
    bodies: WordSet
    effect_preps: WordSet
    mass_nouns: WordSet
    truces: WordSet
    rivals: WordSet
    fractions: WordSet
    threshold: float
    provision_threshold: float
    noun: list[NounRule]
    act: list[ActRule]
    stage: list[StageRule]
    relation: list[RelationRule]


class Weight(TableRow):
    """A row of instruments_weights.csv: how much a feature speaks for an instrument or a provision."""

    layer: Literal["instrument", "provision", "status"]
    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class InstrumentLexicon:
    """Everything that the finders of instruments and provisions look up.

    nations: adjectives of countries, lower-case, with the country's ISO code.
    """

    words: InstrumentFile
    nouns: Mapping[str, Sequence[NounRule]]
    acts: Mapping[str, ActRule]
    stages: Mapping[str, StageRule]
    verbs: Mapping[str, StageRule]
    intransitive: Mapping[str, StageRule]
    stage_nouns: Mapping[str, StageRule]
    relations: Mapping[str, RelationType]
    nations: Mapping[str, str]
    instrument_weights: Mapping[str, float]
    provision_weights: Mapping[str, float]
    threshold: float
    provisions: ProvisionLexicon


def load_instruments() -> InstrumentLexicon:
    """Return the checked lexicon."""
    words = read_toml(INSTRUMENTS_FILE, InstrumentFile)
    rules: list[NounRule | ActRule | StageRule | RelationRule] = [
        *words.noun,
        *words.act,
        *words.stage,
        *words.relation,
    ]
    check_unique(INSTRUMENTS_FILE, (rule.id for rule in rules))
    if unknown := {act.stage for act in words.act} - {stage.id for stage in words.stage}:
        raise LexiconError(f"lexicons/{INSTRUMENTS_FILE}: acts name stages that there are not: {sorted(unknown)}")
    weights = read_csv(WEIGHTS_FILE, Weight)
    return InstrumentLexicon(
        words=words,
        nouns=_by_noun(words.noun),
        acts={verb: rule for rule in words.act for verb in rule.verbs},
        stages={rule.id: rule for rule in words.stage},
        verbs={verb: rule for rule in reversed(words.stage) for verb in rule.verbs},
        intransitive={verb: rule for rule in reversed(words.stage) for verb in rule.intransitive},
        stage_nouns={noun: rule for rule in reversed(words.stage) for noun in rule.nouns},
        nations={a.lower(): row.code for row in read_csv("countries.csv", CountryRow) for a in row.adjectives},
        relations={verb: rule.type for rule in words.relation for verb in rule.verbs},
        instrument_weights={w.feature: w.weight for w in weights if w.layer == "instrument"},
        threshold=words.threshold,
        provisions=load_provisions(),
        provision_weights={w.feature: w.weight for w in weights if w.layer == "provision"},
    )


def _by_noun(rules: Iterable[NounRule]) -> dict[str, tuple[NounRule, ...]]:
    found: dict[str, list[NounRule]] = {}
    for rule in rules:
        for noun in rule.nouns:
            found.setdefault(noun, []).append(rule)
    return {noun: tuple(sorted(held, key=lambda r: -r.specificity)) for noun, held in found.items()}
