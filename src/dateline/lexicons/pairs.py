"""Schema and loader of pairs.toml: what the act between two parties of one sentence is coded as."""

from typing import Annotated, Literal

from pydantic import Field

from dateline.lexicons.loading import Entry, read_toml
from dateline.records import EventStatus, EventType

Type = Annotated[EventType, Field(strict=False)]
Status = Annotated[EventStatus, Field(strict=False)]
Rules = Annotated[frozenset[str], Field(strict=False)]


class PairLexicon(Entry):
    """pairs.toml: types by rule, then by status. Where neither has an entry, the rule's own type stands.

    joint: by rule, the type where both parties do it together. carriers: rules whose object says, in a clause of its
    own, what is done ('signed a decree granting ...'). declaring: verbs that make what they announce a fact.
    """

    ontology: Literal["PLOVER 2.0 draft"]
    carriers: Rules = frozenset()
    declaring: Rules = frozenset()
    joint: dict[str, Type] = Field({})
    rule: dict[str, Type] = Field({})
    status: dict[Status, dict[Type, Type]]

    def coded(self, rule: str, own: EventType, status: EventStatus, *, together: bool) -> EventType:
        """Return the type that a pair is coded as, by the rule that fired, its type and the act's status."""
        kind = self.rule.get(rule, own)
        if together:
            kind = self.joint.get(rule, kind)
        return self.status.get(status, {}).get(kind, kind)


def load_pairs() -> PairLexicon:
    """Return the checked tables of pairs.toml."""
    return read_toml("pairs.toml", PairLexicon)
