"""Parts of records of any words, for Hypothesis: spans anywhere in a text, and layers whose ids are all their own."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import strategies as st


def spans_in(text: str) -> tuple[Any, Any]:
    """Return strategies for a span that lies in a text, and for a few of them."""
    edge = st.integers(0, len(text))
    span = st.tuples(edge, edge).map(lambda ends: (min(ends), max(ends))).filter(lambda s: s[0] < s[1])
    return span, st.lists(span, max_size=3).map(tuple)


def drawing(draw: st.DrawFn) -> Callable[..., tuple[Any, ...]]:
    """Return what draws a few of a kind, from strategies or values for its fields, each with an id that no other has."""
    number = count(1)

    def some(made_of, /, **fields):
        made = st.builds(
            made_of, **{name: s if isinstance(s, st.SearchStrategy) else st.just(s) for name, s in fields.items()}
        )
        return tuple(replace(m, id=f"x{next(number)}") for m in draw(st.lists(made, max_size=3)))

    return some
