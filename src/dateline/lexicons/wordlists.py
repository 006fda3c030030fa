"""Types of word lists in lexicon files: TOML's arrays as tuples, where order counts, or as sets."""

from typing import Annotated

from pydantic import Field

Words = Annotated[tuple[str, ...], Field(strict=False)]
WordSet = Annotated[frozenset[str], Field(strict=False)]
