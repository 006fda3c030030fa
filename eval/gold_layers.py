"""A labelled record -> the layers that the events step is given: cast, times and attributions.

So events can be measured as if actors, times and attributions had been found without a fault.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from spacy.tokens import Doc

from dateline import Article
from dateline.extract.cast import Cast, Mention
from dateline.records import (
    Actor,
    ActorId,
    ActorKind,
    Attribution,
    AttributionId,
    AttributionKind,
    Sector,
    Span,
    Timex,
    TimexType,
)

Row = dict[str, Any]


def gold_article(row: Row) -> Article:
    """Return the article of a labelled record."""
    fields = row["article"]
    return Article(
        text=fields["text"],
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        published=date.fromisoformat(fields["published"]) if fields.get("published") else None,
    )


def gold_cast(row: Row, doc: Doc) -> Cast:
    """Return the labelled actors with their mentions on the Doc's tokens; members that are no actors are left out."""
    return Cast([_actor(fields, _known(row)) for fields in row["actors"]], _mentions(row, doc))


def gold_times(row: Row) -> tuple[Timex, ...]:
    """Return the labelled time expressions."""
    return tuple(
        Timex(
            span=_span(fields["span"]),
            type=TimexType(fields["type"]),
            value=fields["value"],
            earliest=fields.get("earliest"),
            latest=fields.get("latest"),
            interval=fields.get("interval"),
        )
        for fields in row["times"]
    )


def gold_attributions(row: Row) -> tuple[Attribution, ...]:
    """Return the labelled attributions; a speaker that is none of the labelled actors is left out."""
    known = _known(row)
    return tuple(
        Attribution(
            id=AttributionId(fields["id"]),
            kind=AttributionKind(fields["kind"]),
            source=_spans(fields.get("source")),
            cue=_spans(fields.get("cue")),
            content=_spans(fields["content"]),
            speaker=fields["speaker"] if fields.get("speaker") in known else None,
            speakers=tuple(ActorId(s) for s in fields.get("speakers") or () if s in known),
            date=_day(fields.get("date")),
        )
        for fields in row["attributions"]
    )


def _known(row: Row) -> set[str]:
    return {fields["id"] for fields in row["actors"]}


def _actor(fields: Row, known: set[str]) -> Actor:
    return Actor(
        id=ActorId(fields["id"]),
        name=fields["name"],
        kind=ActorKind(fields["kind"]),
        country=fields.get("country"),
        sector=Sector(fields["sector"]) if fields.get("sector") else None,
        office=fields.get("office"),
        mentions=_spans(fields["mentions"]),
        members=tuple(ActorId(m) for m in fields.get("members") or () if m in known),
    )


def _mentions(row: Row, doc: Doc) -> Iterator[Mention]:
    for fields in row["actors"]:
        for start, end in fields["mentions"]:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                yield Mention(start=span.start, end=span.end, head=span.root.i, actor=ActorId(fields["id"]))


def _day(value: Any) -> str | None:
    return value.get("value") if isinstance(value, dict) else value


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _spans(value: Any) -> tuple[Span, ...]:
    if not value:
        return ()
    pairs = [value] if isinstance(value[0], int) else value
    return tuple(_span(pair) for pair in pairs)
