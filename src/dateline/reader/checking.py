"""One field of an answer at a time: found in the text or in our tables, else left out, with a line that says so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.extract.provision_terms import last_day
from dateline.reader.answer import Quote
from dateline.reader.dates import Dates
from dateline.reader.grounding import Grounding
from dateline.reader.people import Labels
from dateline.records import CONTEXTS, MODES, ActorId, DateRange, EventType, Span, TimexType

Id = TypeVar("Id")


class Checking:
    """The checks of one item's fields."""

    def __init__(self, ground: Grounding, dates: Dates, labels: Labels, refused: list[str], item: str = "") -> None:
        self.labels = labels
        self._ground, self._dates, self._refused, self._item = ground, dates, refused, item

    def of(self, item: str) -> "Checking":
        """Return the checks of another item."""
        return Checking(self._ground, self._dates, self.labels, self._refused, item)

    def text(self, span: Span) -> str:
        """Return the words under a span."""
        return self._ground.text[slice(*span)]

    def spans(self, quotes: Iterable[Quote]) -> tuple[Span, ...] | None:
        """Return the places of all quotations; None, and the item is dropped, if one of them is not in the text."""
        found: list[Span] = []
        for quote in quotes:
            span = self._ground.find(quote, near=found)
            if span is None:
                self._refuse(f"dropped, {_brief(quote.words)} is not in the text")
                return None
            found.append(span)
        return tuple(dict.fromkeys(sorted(found)))

    def span(self, quote: Quote | None, near: Sequence[Span], what: str) -> Span | None:
        """Return the place of a quotation, the nearest to `near`."""
        if quote is None:
            return None
        span = self._ground.find(quote, near)
        if span is None:
            self._refuse(f"its {what} {_brief(quote.words)} is not in the text")
        return span

    def words(self, words: str | None, evidence: Sequence[Span]) -> str | None:
        """Return words that the text has, or that are all in the evidence, in their order there; else None."""
        if not words or not words.strip():
            return None
        if found := self._ground.holds(words):
            return found
        shown = iter([w for span in evidence for w in _words(self.text(span))])
        asked = _words(words)
        if asked and all(w in shown for w in asked):  # each `in` goes on where the last one stopped
            return " ".join(words.split())
        self._refuse(f"{_brief(words)} are not the text's words")
        return None

    def all_words(self, many: Iterable[str], evidence: Sequence[Span]) -> tuple[str, ...]:
        """Return those of the words that the text has."""
        return tuple(found for words in many if (found := self.words(words, evidence)))

    def date(self, quote: Quote | None, near: Sequence[Span]) -> DateRange | None:
        """Return the date that the words tell, as our finder computes it."""
        span = self.span(quote, near, "date")
        if span is None:
            return None
        found = self._dates.range(span)
        if found is None:
            self._refuse(f"its date {_brief(self.text(span))} tells no day that we can compute")
        return found

    def due(self, quote: Quote | None, near: Sequence[Span]) -> str | None:
        """Return a deadline or an end: an ISO day or duration where the words tell one, else the words."""
        span = self.span(quote, near, "term")
        if span is None:
            return None
        timex = self._dates.at(span)
        if timex is None or timex.value is None:
            return self.text(span)
        return timex.value if timex.type is TimexType.DURATION else last_day(timex)

    def actors(self, labels: Iterable[str]) -> tuple[ActorId, ...]:
        """Return the actors of these labels, each once."""
        for label in (known := list(labels)):
            if label not in self.labels:
                self._refuse(f"no actor {_brief(label)}")
        return tuple(dict.fromkeys(self.labels[label] for label in known if label in self.labels))

    def label(self, label: str | None, known: Mapping[str, Id]) -> Id | None:
        """Return what a label stands for."""
        if label is not None and label not in known:
            self._refuse(f"nothing is labelled {_brief(label)}")
        return known.get(label) if label is not None else None

    def mode(self, kind: EventType, mode: str | None) -> str | None:
        """Return the mode if the type has it."""
        if mode is not None and mode not in MODES[kind]:
            self._refuse(f"{kind} has no mode {_brief(mode)}")
            return None
        return mode

    def contexts(self, contexts: Iterable[str]) -> tuple[str, ...]:
        """Return the contexts that PLOVER has."""
        for context in (known := list(dict.fromkeys(contexts))):
            if context not in CONTEXTS:
                self._refuse(f"there is no context {_brief(context)}")
        return tuple(c for c in known if c in CONTEXTS)

    def _refuse(self, reason: str) -> None:
        self._refused.append(f"{self._item}: {reason}")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _brief(words: str) -> str:
    return repr(" ".join(words.split())[:60])
