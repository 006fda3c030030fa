"""FollowTheMoney 4 entities, one a line: articles, those who act, events, and the documentation that joins them."""

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.records import Actor, ActorKind
from dateline.records.ids import content_id
from dateline.records.told import Told
from dateline.render.exports import facts
from dateline.render.plain import one_line

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.COUNTRY: "PublicBody",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.FORCE: "Organization",
    ActorKind.PEOPLE: "LegalEntity",
}
LONGEST_NAME = 380  # FollowTheMoney refuses names of more than 384 characters
Entity = dict[str, Any]


def objects(told: Iterable[Told]) -> Iterator[Entity]:
    """Yield each entity once, before the first that refers to it."""
    given: set[str] = set()
    for item in told:
        for entity in _entities(item):
            if entity["id"] not in given:
                given.add(entity["id"])
                yield entity


def _entities(item: Told) -> Iterator[Entity]:
    event, date = item.event, item.event.date
    article = _article(item)
    yield article
    who = {i: _actor(item, i) for i in (*event.actors, *event.recipients, *event.mediators)}
    yield from who.values()
    exact = date.earliest and date.earliest == date.latest
    entity = _entity(
        item.uid,
        "Event",
        name=facts.headline(item)[:LONGEST_NAME],
        summary=one_line(item.quote),
        date=date.value if _is_partial_day(date.value) else date.earliest if exact else None,
        startDate=None if exact else date.earliest,
        endDate=None if exact else date.latest,
        location=event.place,
        country=facts.alpha2(event.location.country if event.location else None),
        involved=[e["id"] for e in who.values()],
        organizer=[who[i]["id"] for i in event.mediators],
        sourceUrl=_address(item),
        publisher=facts.source(item),
        proof=article["id"],
        keywords=[event.type.value, event.status.value, *event.contexts],
    )
    yield entity
    yield _entity(
        content_id("documentation", item.uid, article["id"]),
        "Documentation",
        document=article["id"],
        entity=item.uid,
        role="report",
        summary=one_line(item.quote),
        status=event.status.value,
        date=_published(item),
        sourceUrl=_address(item),
    )


def _article(item: Told) -> Entity:
    article = item.record.article
    return _entity(
        content_id("article", article.id, item.locator),
        "Article",
        title=article.title,
        publishedAt=_published(item),
        author=facts.source(item),
        publisher=article.outlet,
        bodyText=article.text,
        sourceUrl=_address(item),
        language={"en": "eng"}.get(article.language),
    )


def _actor(item: Told, local: str) -> Entity:
    actor: Actor = item.record.actor(local)
    uid = item.actor_uid(local) or content_id("actor", item.record.article.id, actor.name)
    return _entity(
        content_id("entity", uid),
        SCHEMATA[actor.kind],
        name=actor.name,
        country=facts.alpha2(actor.country),
        wikidataId=actor.wikidata,
        position=actor.office if actor.kind is ActorKind.PERSON else None,
    )


def _entity(uid: str, schema: str, **properties: Any) -> Entity:
    """The entity with those properties that have a value, each a list."""
    given = {k: v if isinstance(v, list) else [v] for k, v in properties.items() if v}
    return {"id": f"dateline-{uid}", "schema": schema, "properties": {k: _refer(k, v) for k, v in given.items()}}


def _refer(name: str, values: list[str]) -> list[str]:
    """References name the whole id."""
    if name not in ("entity", "involved", "organizer", "proof", "document"):
        return values
    return [v if v.startswith("dateline-") else f"dateline-{v}" for v in values]


def _address(item: Told) -> str | None:
    address = item.record.article.url or item.locator
    return address if address and address.startswith("http") else None


def _published(item: Told) -> str | None:
    day = item.record.article.published
    return day.isoformat() if day else None


def _is_partial_day(value: str | None) -> bool:
    """Is this a year, month or day?"""
    return bool(value) and len(value or "") in (4, 7, 10) and (value or "").replace("-", "").isdigit()
