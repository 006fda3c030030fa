"""What a reader needs to know of its input; fetch makes one, and so may a program that has the bytes already."""

from typing import Protocol


class Source(Protocol):
    """The bytes of one input and what came with them."""

    @property
    def data(self) -> bytes:
        """All of its bytes."""

    @property
    def name(self) -> str:
        """What messages call it; its ending may tell the format."""

    @property
    def content_type(self) -> str | None:
        """The Content-Type header that a server sent."""

    @property
    def url(self) -> str | None:
        """Where it lies on the web."""
