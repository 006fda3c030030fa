"""TimelineJS's document: a slide an event, its uncertainty in the date that is shown."""

import html
from collections.abc import Iterable
from typing import Any

from dateline.records.told import Told
from dateline.render.exports import facts
from dateline.render.plain import one_line
from dateline.render.wording import when


def document(told: Iterable[Told], *, title: str = "Dateline") -> dict[str, Any]:
    """Return the document. Events without a date have no place on a line of time and are left out."""
    return {
        "title": {"text": {"headline": html.escape(title), "text": ""}},
        "events": [_slide(item) for item in told if item.event.date.earliest],
        "eras": [],
    }


def _slide(item: Told) -> dict[str, Any]:
    event, date, article = item.event, item.event.date, item.record.article
    slide: dict[str, Any] = {
        "unique_id": item.uid,
        "group": event.type.value,
        "start_date": {**_parts(date.earliest or ""), "display_date": when(date)},
        "text": {
            "headline": html.escape(facts.headline(item)),
            "text": f"<p>“{html.escape(one_line(item.quote))}”</p>",
        },
    }
    if date.latest and date.latest != date.earliest:
        slide["end_date"] = _parts(date.latest)
    if article.url:
        caption = html.escape(article.title or "")
        slide["media"] = {"url": article.url, "caption": caption, "credit": html.escape(facts.source(item) or "")}
    return slide


def _parts(day: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=False))
