"""Schema and loader of the event rules: what triggers an act, under which conditions, and who plays which part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from dateline.errors import LexiconError
from dateline.lexicons.loading import Entry, check_unique, read_toml
from dateline.lexicons.places import Gazetteer
from dateline.lexicons.weights import EventWeights, load_weights
from dateline.records import CONTEXTS, MODES, ActorKind, EventStatus, EventType

ONTOLOGY = "PLOVER 2.0 draft"
TYPES_FILE, CONTEXTS_FILE, STATUS_FILE = "events_types.toml", "contexts.toml", "statuses.toml"
# What a clause in complement is like: its form, and whose act it is: the subject's own or another's.
Complement = Literal["infinitive", "that", "gerund", "own", "other"]
Part = Literal["actors", "recipients", "mediators", "none"]
Words = Annotated[tuple[str, ...], Field(strict=False)]
WordSet = Annotated[frozenset[str], Field(strict=False)]
Kinds = Annotated[frozenset[Annotated[ActorKind, Field(strict=False)]], Field(strict=False)]
# Conditions that say what the words around a trigger are; the more a rule has, the more specific it is.
_STRONG = ("objects", "complement_verbs", "subjects", "modifiers")
_WEAK = ("modals", "object_kinds", "subject_kinds", "with_preps", "complement", "transitive")


class EventRule(Entry):
    """One rule: triggers, conditions that must all hold, and parts. docs/rules.md tells each key."""

    id: str
    type: EventType = Field(strict=False)
    mode: str | None = None
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    objects: WordSet = frozenset()
    object_kinds: Kinds = frozenset()
    subjects: WordSet = frozenset()
    subject_kinds: Kinds = frozenset()
    complement: Annotated[frozenset[Complement], Field(strict=False)] = frozenset()
    complement_verbs: WordSet = frozenset()
    with_preps: WordSet = frozenset()
    modifiers: WordSet = frozenset()
    needs: list[Literal["object", "actor", "recipient"]] = []
    modals: WordSet = frozenset()
    negated: bool | None = None
    transitive: bool | None = None
    quoted: bool = False
    without_objects: WordSet = frozenset()
    without_subjects: WordSet = frozenset()
    without_modifiers: WordSet = frozenset()
    without_preps: WordSet = frozenset()
    subject: Part | None = None
    object: Part | None = None
    joint: bool | None = None
    preps: dict[str, Part] = {}
    status: EventStatus | None = Field(default=None, strict=False)
    absorbs: bool | None = None
    actor_from: Literal["speaker"] | None = None
    fires: str
    silent: str | None = None

    @model_validator(mode="after")
    def _check(self) -> "EventRule":
        if self.mode is not None and self.mode not in MODES[self.type]:
            raise ValueError(
                f"rule {self.id}: {self.type} has no mode {self.mode!r}; it has {sorted(MODES[self.type])}"
            )
        if not (self.verbs or self.nouns or self.adjectives):
            raise ValueError(f"rule {self.id}: no trigger; give verbs, nouns or adjectives")
        return self

    @cached_property
    def specificity(self) -> int:
        """How much the rule asks of the words around its trigger."""
        weak = sum(bool(getattr(self, name)) for name in _WEAK) + (self.negated is True) + self.quoted
        return 2 * sum(bool(getattr(self, name)) for name in _STRONG) + weak


class RuleFile(Entry):
    """One file of rules, with the word lists that rules name as "@list"."""

    ontology: Literal["PLOVER 2.0 draft"]
    lists: dict[str, list[str]] = {}
    rule: list[EventRule] = []


class TypeDefaults(Entry):
    """What holds for a type's rules unless they say otherwise: parts of the object and of prepositional objects.

    noun_status: what a bare noun says ("sanctions" are in force, an "attack" has occurred).
    """

    joint: bool = False
    absorbs: bool = False
    subject: Part = "actors"
    object: Part = "recipients"
    verb_preps: dict[str, Part] = {}
    noun_preps: dict[str, Part] = {}
    noun_status: EventStatus = Field(default=EventStatus.OCCURRED, strict=False)


class TypesFile(Entry):
    """events_types.toml: the types' defaults, the verbs that only carry a noun, and slips of the lemmatizer.

    light_verbs: their subject does what their noun says ('held talks'). inverse_verbs: their subject undergoes it
    ('faced criticism'). occasion_preps: before a noun that the subject of the verb takes part in ('came for talks').
    """

    ontology: Literal["PLOVER 2.0 draft"]
    light_verbs: WordSet
    inverse_verbs: WordSet
    occasion_preps: WordSet
    papers: WordSet
    paper_parts: WordSet
    containing: WordSet
    empowering: WordSet
    meant: WordSet
    lemmas: dict[str, str]
    type: dict[str, TypeDefaults]

    @field_validator("type")
    @classmethod
    def _all_types(cls, value: dict[str, TypeDefaults], _: ValidationInfo) -> dict[str, TypeDefaults]:
        if unknown := set(value) - set(EventType):
            raise ValueError(f"no PLOVER types: {sorted(unknown)}")
        return value


class StatusWords(Entry):
    """statuses.toml: the words that make an act planned, cancelled, denied and so on; each list says which words."""

    planning: WordSet
    proposing: WordSet
    hoping: WordSet
    denying: WordSet
    failing: WordSet
    cancelling: WordSet
    trying: WordSet
    achieving: WordSet
    planned_modifiers: WordSet
    proposed_modifiers: WordSet
    conditional_modifiers: WordSet
    ongoing_modifiers: WordSet
    conditional_modals: WordSet
    conditional_marks: WordSet
    ongoing_verbs: WordSet


class ContextsFile(Entry):
    """contexts.toml: for each context the lemmas (or two lemmas, 'human right') that show it; types that imply one."""

    ontology: Literal["PLOVER 2.0 draft"]
    context: dict[str, list[str]]
    types: dict[Annotated[EventType, Field(strict=False)], list[str]] = {}

    @model_validator(mode="after")
    def _known(self) -> "ContextsFile":
        if unknown := {*self.context, *(c for names in self.types.values() for c in names)} - CONTEXTS:
            raise ValueError(f"no PLOVER contexts: {sorted(unknown)}")
        return self


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One trigger of a rule: its head lemma's further words (particles after a verb, modifiers before a noun)."""

    rule: EventRule
    words: tuple[str, ...]
    rank: tuple[int, int, int]


Index = Mapping[str, Sequence[TriggerEntry]]


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All event rules, found by the lemma of their trigger; the most specific first."""

    rules: tuple[EventRule, ...]
    verbs: Index
    nouns: Index
    adjectives: Index
    defaults: Mapping[EventType, TypeDefaults]
    light_verbs: frozenset[str]
    inverse_verbs: frozenset[str]
    occasion_preps: frozenset[str]
    papers: frozenset[str]
    paper_parts: frozenset[str]
    containing: frozenset[str]
    empowering: frozenset[str]
    meant: frozenset[str]
    lemmas: Mapping[str, str]
    statuses: StatusWords
    contexts: Mapping[str, tuple[str, ...]]
    type_contexts: Mapping[EventType, tuple[str, ...]]
    types_of: Mapping[str, frozenset[EventType]]
    places: Gazetteer = field(default_factory=Gazetteer)
    learned: EventWeights = field(default_factory=lambda: EventWeights(frozenset(), {}, {}))


def load_events() -> EventLexicon:
    """Return the checked lexicon of all lexicons/events_*.toml with the defaults, statuses and contexts."""
    names = [n for n in sorted(_rule_files()) if n != TYPES_FILE]
    parts = [read_toml(name, RuleFile) for name in names]
    lexicon = build(
        [rule for part in parts for rule in part.rule],
        _pool(parts),
        read_toml(TYPES_FILE, TypesFile),
        read_toml(STATUS_FILE, StatusWords),
        read_toml(CONTEXTS_FILE, ContextsFile),
    )
    return replace(lexicon, learned=load_weights())


def build(
    rules: Sequence[EventRule],
    lists: Mapping[str, Sequence[str]],
    types: TypesFile,
    statuses: StatusWords,
    contexts: ContextsFile,
) -> EventLexicon:
    """Return the lexicon of these rules. Raises LexiconError on a repeated id or an unknown "@list"."""
    check_unique("events_*.toml", (rule.id for rule in rules))
    spread = tuple(_spread(rule, lists) for rule in rules)
    verbs = _index((rule, text.split()) for rule in spread for text in rule.verbs)
    nouns = _index((rule, text.split()[::-1]) for rule in spread for text in rule.nouns)
    adjectives = _index((rule, text.split()) for rule in spread for text in rule.adjectives)
    return EventLexicon(
        rules=spread,
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        types_of=_types_of({"V": verbs, "N": nouns, "A": adjectives}),
        defaults={kind: types.type.get(kind, TypeDefaults()) for kind in EventType},
        light_verbs=types.light_verbs,
        inverse_verbs=types.inverse_verbs,
        occasion_preps=types.occasion_preps,
        papers=types.papers,
        paper_parts=types.paper_parts,
        containing=types.containing,
        empowering=types.empowering,
        meant=types.meant,
        lemmas=types.lemmas,
        statuses=statuses,
        contexts=_by_word(contexts.context),
        type_contexts={kind: tuple(names) for kind, names in contexts.types.items()},
    )


def _rule_files() -> Iterator[str]:
    for file in files("dateline.lexicons").iterdir():
        if file.name.startswith("events_") and file.name.endswith(".toml"):
            yield file.name


def _pool(parts: Iterable[RuleFile]) -> dict[str, list[str]]:
    pooled: dict[str, list[str]] = {}
    for part in parts:
        if twice := pooled.keys() & part.lists.keys():
            raise LexiconError(f"lexicons/events_*.toml: two lists are called {sorted(twice)}")
        pooled |= part.lists
    return pooled


def _spread(rule: EventRule, lists: Mapping[str, Sequence[str]]) -> EventRule:
    """Return the rule with each "@list" replaced by its words."""
    update: dict[str, object] = {}
    for name, value in rule:
        if isinstance(value, tuple | frozenset) and any(str(v).startswith("@") for v in value):
            words = [w for v in value for w in (_named(rule, v, lists) if v.startswith("@") else [v])]
            update[name] = type(value)(words)
    return rule.model_copy(update=update) if update else rule


def _named(rule: EventRule, name: str, lists: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if name[1:] not in lists:
        raise LexiconError(f"rule {rule.id}: no list {name!r}; there are {sorted(lists)}")
    return lists[name[1:]]


def _index(triggers: Iterable[tuple[EventRule, Sequence[str]]]) -> Index:
    found: dict[str, list[TriggerEntry]] = {}
    for order, (rule, (head, *words)) in enumerate(triggers):
        rank = (-rule.specificity - len(words), -len(rule.needs), order)
        found.setdefault(head, []).append(TriggerEntry(rule, tuple(words), rank))
    return {head: tuple(sorted(entries, key=lambda e: e.rank)) for head, entries in found.items()}


def _types_of(indexes: Mapping[str, Index]) -> dict[str, frozenset[EventType]]:
    """Return for each trigger's head, "lemma V", the types of the rules that need no other words than it."""
    found: dict[str, set[EventType]] = {}
    for letter, index in indexes.items():
        for head, entries in index.items():
            types = {e.rule.type for e in entries if not e.words and not e.rule.objects}
            if types and head != "*":
                found.setdefault(f"{head} {letter}", set()).update(types)
    return {word: frozenset(types) for word, types in found.items()}


def _by_word(contexts: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for context, words in contexts.items():
        for word in words:
            found.setdefault(word, []).append(context)
    return {word: tuple(names) for word, names in found.items()}
