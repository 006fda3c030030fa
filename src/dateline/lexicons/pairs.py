"""Schema and loader of pairs.toml and pairs_weights.csv: what the act between two parties of one sentence is coded as."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from dateline.lexicons.loading import Entry, TableRow, read_csv, read_toml
from dateline.records import EventStatus, EventType

Type = Annotated[EventType, Field(strict=False)]
Status = Annotated[EventStatus, Field(strict=False)]
Rules = Annotated[frozenset[str], Field(strict=False)]


class PairWeight(TableRow):
    """A row of pairs_weights.csv: what a feature of a sentence weighs for a type."""

    feature: str
    type: EventType
    weight: float


class PairLexicon(Entry):
    """pairs.toml: types by rule, then by status. Where neither has an entry, the rule's own type stands.

    marked: by type, the type that it means where one of the words stands in the sentence.
    joint: by rule, the type where both parties do it together. carriers: rules whose object says, in a clause of its
    own, what is done ('signed a decree granting ...'). declaring: verbs that make what they announce a fact.
    """

    ontology: Literal["PLOVER 2.0 draft"]
    carriers: Rules = frozenset()
    declaring: Rules = frozenset()
    marked: dict[Type, dict[Type, Rules]] = Field({})
    joint: dict[str, Type] = Field({})
    rule: dict[str, Type] = Field({})
    status: dict[Status, dict[Type, Type]]

    @cached_property
    def weights(self) -> Mapping[str, Mapping[EventType, float]]:
        """The fallback's weights, read when a sentence first needs them."""
        found: dict[str, dict[EventType, float]] = {}
        for row in read_csv("pairs_weights.csv", PairWeight):
            found.setdefault(row.feature, {})[row.type] = row.weight
        return found

    def meant(self, rule: str, own: EventType, words: Collection[str], *, together: bool) -> EventType:
        """Return the type that a rule means between two parties, whatever the act's status.

        words: the sentence's lemmas. together: both do it side by side.
        """
        kind = self.rule.get(rule, own)
        for other, marks in self.marked.get(kind, {}).items():
            if not marks.isdisjoint(words):
                return other
        return self.joint.get(rule, kind) if together else kind

    def coded(self, kind: EventType, status: EventStatus) -> EventType:
        """Return the type that an act of this type and status is coded as."""
        return self.status.get(status, {}).get(kind, kind)


def load_pairs() -> PairLexicon:
    """Return the checked tables of pairs.toml."""
    return read_toml("pairs.toml", PairLexicon)
