"""What an article says of a paper, held against the paper's own text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.records.spans import Span


class Verdict(StrEnum):
    """What the paper's text says to a claim about it."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One claim and the passage that bears on it.

    claim: the provision's words; quote, quote_span: where the article says it. ref, passage, passage_span: the
    paragraph of the paper ("op 3"), None where nothing there bears on the claim. details: what agrees and what does
    not ("ends: 2027-12-31, the text has 2027-06-30").
    """

    claim: str
    verdict: Verdict
    quote: str
    quote_span: Span
    ref: str | None = None
    passage: str | None = None
    passage_span: Span | None = None
    details: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as a plain dict."""
        return {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
