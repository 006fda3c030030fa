"""Instruments on the Doc: which paper stands at a word, who made it, which was spoken of last."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dateline.extract.offsets import Offsets
from dateline.records import ActorId, Attribution, AttributionId, Instrument, InstrumentKind


class Papers:
    """The article's instruments, found again from their evidence."""

    def __init__(self, doc: Doc, instruments: Sequence[Instrument], attributions: Sequence[Attribution]) -> None:
        self._at: dict[int, Instrument] = {}
        self._offsets = Offsets(doc)
        self.text = doc.text  # put together anew whenever it is asked of the Doc
        self._documents: dict[AttributionId, Instrument | None] = {}
        for instrument in instruments:
            for evidence in instrument.evidence:
                span = self._offsets.tokens(evidence)
                if span is not None:
                    self._at[span.root.i] = instrument
        self._places = sorted(self._at)
        self._attributions = attributions
        self.instruments = tuple(instruments)

    def __bool__(self) -> bool:
        return bool(self._at)

    def at(self, token: Token) -> Instrument | None:
        """Return the paper that the word stands for: itself, or what it is a part of ("the terms of the truce")."""
        return self._at.get(token.i)

    def items(self) -> list[int]:
        """Return the places of all mentions, in text order."""
        return self._places

    def last_before(
        self, token: Token, kinds: frozenset[InstrumentKind] | None = None
    ) -> tuple[int, Instrument] | None:
        """Return the mention before the word that is nearest, with its place; of these kinds only, where they are given."""
        for i in reversed(self._places[: bisect_right(self._places, token.i)]):
            if kinds is None or self._at[i].kind in kinds:
                return i, self._at[i]
        return None

    def made_by(self, actor: ActorId | None, name: str | None, token: Token) -> Instrument | None:
        """Return the paper that this actor issued or adopted, the one spoken of last before the word, else the first."""
        if actor is None:
            return None
        ours = [i for i in self.instruments if actor in i.proposers or (name is not None and i.body == name)]
        if len(ours) < 2:
            return ours[0] if ours else None
        for place in reversed(self._places[: bisect_right(self._places, token.i)]):
            if self._at[place] in ours:
                return self._at[place]
        return ours[0]

    def said_in(self, token: Token) -> Attribution | None:
        """Return the innermost attribution whose content covers the word."""
        at = token.idx
        covering = [a for a in self._attributions if any(s <= at < e for s, e in a.content)]
        return min(covering, key=lambda a: sum(e - s for s, e in a.content), default=None)

    def behind(self, said: Attribution | None, token: Token) -> Instrument | None:
        """Return the paper that an attribution's words come from, else the statement that its speaker issued."""
        if said is None:
            return None
        found = self.document_of(said)
        if found is not None:
            return found
        theirs = self.made_by(said.speaker, None, token)
        return theirs if theirs is not None and theirs.kind is InstrumentKind.STATEMENT else None

    def document_of(self, attribution: Attribution) -> Instrument | None:
        """Return the paper that an attribution's words come from: its source, or what stands beside its cue."""
        if attribution.id not in self._documents:
            self._documents[attribution.id] = self._document_of(attribution)
        return self._documents[attribution.id]

    def _document_of(self, attribution: Attribution) -> Instrument | None:
        for place in (*attribution.source, *attribution.cue):
            span = self._offsets.tokens(place)
            if span is None:
                continue
            for token in span:
                if (found := self.at(token)) is not None:
                    return found
            for token in span.root.subtree if len(span) < _LONG else ():
                near = token.i > span.start and token.i - span.end < _LONG
                if near and (found := self.at(token)) is not None and found.kind is InstrumentKind.STATEMENT:
                    return found
        return None


_LONG = 12  # tokens: a cue's own words and the adverbials right after it
