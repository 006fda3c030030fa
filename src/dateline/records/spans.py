"""Places in a text: `[start, end)` offsets in code points, and the check that they are places."""

from collections.abc import Iterable

from dateline.errors import RecordError

Span = tuple[int, int]


def check_spans(spans: Iterable[Span], what: str, length: int | None = None) -> None:
    """Raise RecordError if a span is empty, reversed or, with `length`, outside a text of that length."""
    for start, end in spans:
        if not 0 <= start < end:
            raise RecordError(f"{what}: span [{start}:{end}] is empty or reversed")
        if length is not None and end > length:
            raise RecordError(f"{what}: span [{start}:{end}] ends outside a text of {length} characters")
