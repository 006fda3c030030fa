"""Schema and loader of lexicons/instruments.toml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentLexicon:
    """To be filled."""


def load_instruments() -> InstrumentLexicon:
    """Return the checked lexicon."""
    return InstrumentLexicon()
