"""What came back from a model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """The content, and the tokens that the server counted (0 where it says nothing). cached: kept from before."""

    content: str
    tokens_in: int = 0
    tokens_out: int = 0
    cached: bool = False
