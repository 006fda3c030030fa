"""JSON-LD: schema.org for articles and events, PROV-O for who had it from whom, Web Annotation for the words."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from dateline.records import Actor, ActorKind, ChainRole
from dateline.records.told import Told
from dateline.render.plain import one_line

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dateline": "urn:dateline:",
}
AROUND = 32  # characters before and after a quote, as the Web Annotation model's own examples have them
Node = dict[str, Any]


def document(told: Iterable[Told]) -> Node:
    """Return one document whose graph holds every article, actor, event and annotation once."""
    graph: dict[str, Node] = {}
    for item in told:
        for node in _nodes(item):
            graph.setdefault(node["@id"], node)
    return {"@context": CONTEXT, "@graph": list(graph.values())}


def _nodes(item: Told) -> Iterator[Node]:
    event, article = item.event, item.record.article
    report = _article(item)
    yield report
    parties = (*event.actors, *event.recipients, *event.mediators)
    for local in parties:
        yield _actor(item, local)
    voices = list(_voices(item))
    yield from voices
    yield from _annotations(item, report["@id"])
    day = {"prov:generatedAtTime": _day(article.published.isoformat())} if article.published else {}
    yield {
        "@id": f"dateline:event/{item.uid}",
        "@type": ["Event", "prov:Entity"],
        "name": one_line(item.quote),
        "additionalType": f"urn:plover:{event.type.value}" + (f":{event.mode}" if event.mode else ""),
        "dateline:status": event.status.value,
        "dateline:group": item.group,
        **_dates(item),
        **({"location": _place(item)} if event.place else {}),
        **_parties(item),
        "prov:wasQuotedFrom": {"@id": report["@id"]},
        "prov:wasDerivedFrom": [{"@id": v["@id"]} for v in voices],
        **({"prov:hadPrimarySource": {"@id": voices[0]["@id"]}} if voices else {}),
        "prov:wasAttributedTo": [{"@id": v["@id"]} for v in voices[:1]],
        **day,
    }


def _article(item: Told) -> Node:
    article = item.record.article
    node: Node = {
        "@id": article.url if article.url else f"dateline:article/{article.id}",
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": article.id,
        "inLanguage": article.language,
    }
    optional = {
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
        "dateline": article.place,
        "locationCreated": {"@type": "Place", "name": article.place} if article.place else None,
    }
    return node | {key: value for key, value in optional.items() if value}


def _actor(item: Told, local: str) -> Node:
    actor: Actor = item.record.actor(local)
    node: Node = {
        "@id": _actor_id(item, local),
        "@type": ["Person" if actor.kind is ActorKind.PERSON else "Organization", "prov:Agent"],
        "name": actor.name,
    }
    if actor.wikidata:
        node["sameAs"] = f"http://www.wikidata.org/entity/{actor.wikidata}"
    if actor.kind is ActorKind.PERSON and actor.office:
        node["jobTitle"] = actor.office
    return node


def _actor_id(item: Told, local: str) -> str:
    uid = item.actor_uid(local) or f"{item.record.article.id}/{local}"
    return f"dateline:actor/{quote(uid, safe='')}"


def _voices(item: Told) -> Iterator[Node]:
    """Those through whom the report knows it, from the first voice on, each quoting the one before."""
    attribution = item.attribution
    before: str | None = None
    for number, link in enumerate(attribution.chain if attribution else ()):
        named = link.actor is not None
        voice = _actor_id(item, link.actor) if link.actor else f"dateline:voice/{item.uid}/{number}"
        node: Node = {"@id": voice, "@type": ["prov:Agent"], "name": link.name or "unnamed", "dateline:role": link.role}
        if link.role is ChainRole.DOCUMENT:
            node["@type"] = ["prov:Entity"]
        if not named:
            yield node
        statement: Node = {
            "@id": f"dateline:statement/{item.uid}/{number}",
            "@type": ["prov:Entity"],
            "prov:wasAttributedTo": {"@id": voice},
            "dateline:role": link.role,
        }
        if before:
            statement["prov:wasQuotedFrom"] = {"@id": before}
        before = statement["@id"]
        yield statement


def _annotations(item: Told, report: str) -> Iterator[Node]:
    text = item.record.article.text
    for number, (start, end) in enumerate((item.event.trigger, *item.event.evidence)):
        yield {
            "@id": f"dateline:annotation/{item.uid}/{number}",
            "@type": "oa:Annotation",
            "oa:motivatedBy": {"@id": "oa:identifying" if number == 0 else "oa:describing"},
            "oa:hasBody": {"@id": f"dateline:event/{item.uid}"},
            "oa:hasTarget": {
                "oa:hasSource": {"@id": report},
                "oa:hasSelector": [
                    {
                        "@type": "oa:TextQuoteSelector",
                        "oa:exact": text[start:end],
                        "oa:prefix": text[max(0, start - AROUND) : start],
                        "oa:suffix": text[end : end + AROUND],
                    },
                    {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
                ],
            },
        }


def _parties(item: Told) -> Node:
    roles = {
        "performer": item.event.actors,
        "attendee": item.event.recipients,
        "organizer": item.event.mediators,
    }
    return {role: [{"@id": _actor_id(item, i)} for i in ids] for role, ids in roles.items() if ids}


def _dates(item: Told) -> Node:
    date = item.event.date
    given = {"startDate": date.earliest, "endDate": date.latest, "dateline:date": date.value}
    return {key: value for key, value in given.items() if value}


def _place(item: Told) -> Node:
    event = item.event
    place: Node = {"@type": "Place", "name": event.place}
    if event.location and event.location.lat is not None:
        at = {"latitude": event.location.lat, "longitude": event.location.lon}
        place["geo"] = {"@type": "GeoCoordinates", **at}
    return place


def _day(value: str) -> Node:
    return {"@value": value, "@type": "xsd:date"}
