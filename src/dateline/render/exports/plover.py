"""PLOVER's JSON: an event a line, with the names of the manual."""

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.records import Actor
from dateline.records.told import Told
from dateline.render.exports import facts


def objects(told: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """Yield an object an event. `date` is as exact as is known ("2027-03"), empty where no date is given."""
    for item in told:
        event, article, date = item.event, item.record.article, item.event.date
        start, end = item.evidence
        long = date.latest and date.latest != date.earliest
        yield {
            "id": item.uid,
            "has_event": True,
            "date": date.earliest if date.earliest and not long else date.value or "",
            "time": "",
            "enddate": date.latest if long else "",
            "endtime": "",
            "actor": [_party(a) for a in item.actors(facts.actors(item))],
            "recipient": [_party(a) for a in item.actors(facts.recipients(item))],
            "event": [event.type.value],
            "event_loc": _place(item),
            "event_text": item.record.quote(event.trigger),
            "quad_code": event.quad,
            "event_scale": event.score,
            "mode": [event.mode] if event.mode else [],
            "context": list(event.contexts),
            "link": item.group if item.group != item.uid else "",
            "text": item.quote,
            "text_info": {
                "sequence": facts.sentence_number(item),
                "start": start,
                "end": end,
                "text_story": article.id,
            },
            "cite_info": {
                "corpus": facts.source(item) or "",
                "citation": item.locator or article.id,
                "url": article.url or "",
                "title": article.title or "",
                "language": article.language,
            },
            "coder": item.record.generated_by,
            "coded_date": "",
            "coded_time": "",
            "comment": f"status: {event.status.value}",
        }


def _party(actor: Actor) -> dict[str, Any]:
    return {
        "text": actor.name,
        "country": actor.country or "",
        "sector": [actor.sector.value] if actor.sector else [],
        "office": actor.office or "",
        "wikidata": actor.wikidata or "",
    }


def _place(item: Told) -> dict[str, Any]:
    event = item.event
    if event.place is None:
        return {}
    known = event.location
    return {
        "text": event.place,
        "country": (known and known.country) or "",
        "latitude": known and known.lat,
        "longitude": known and known.lon,
    }
