"""POLECAT's 40 columns, and the evidence that they have no room for, keyed by Event ID."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.records import QUADS, Actor, ActorKind
from dateline.records.told import Told
from dateline.render.exports import facts
from dateline.render.plain import one_line

MISSING = "None"
QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.FORCE})
EVENT = ("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts")
PARTY = (
    "{} Name",
    "{} Country",
    "{} COW",
    "Primary {} Sector",
    "{} Sectors",
    "{} Title",
    "{} Name Raw",
    "Wikipedia {} ID",
)
PLACE = ("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID")
REST = (
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
COLUMNS = (*EVENT, *(c.format("Actor") for c in PARTY), *(c.format("Recipient") for c in PARTY), *PLACE, *REST)
EVIDENCE = (
    *(
        "Event ID",
        "Event Group",
        "Status",
        "Date Value",
        "Date Earliest",
        "Date Latest",
        "Quote",
        "Quote Start",
        "Quote End",
    ),
    *("Trigger", "Trigger Start", "Trigger End", "Rule", "URL", "Title", "Article ID"),
    *("Attribution Kind", "Attribution Speaker", "Attribution Chain", "Attribution Quote", "Mediators", "Version"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """What the columns about the whole story hold, worked out once for all its events."""

    people: str
    organizations: str
    locations: str


def rows(told: Iterable[Told]) -> Iterator[list[str]]:
    """Yield a row an event, in the order of COLUMNS."""
    last: tuple[object, Story] | None = None
    for item in told:
        if last is None or last[0] is not item.record:
            last = (item.record, _story(item))
        yield [value or MISSING for value in _row(item, last[1])]


def evidence_rows(told: Iterable[Told]) -> Iterator[list[str]]:
    """Yield for each event the words that show it, where they stand and who says so, in the order of EVIDENCE."""
    for item in told:
        yield [value or MISSING for value in _evidence(item)]


def _row(item: Told, story: Story) -> Iterator[str | None]:
    event, article = item.event, item.record.article
    yield from (item.uid, facts.exact_day(item), event.type.value, event.mode)
    yield None if event.score is None else f"{event.score:g}"
    yield QUAD_NAMES[QUADS[event.type]]
    yield "; ".join(event.contexts)
    yield from _party(item.actors(facts.actors(item)))
    yield from _party(item.actors(facts.recipients(item)))
    location = event.location
    place = event.place and one_line(event.place)
    city = place if location and location.lat is not None else None  # countries have no point in the gazetteer
    yield from (place, city, None, location.admin1 if location else None)
    yield location.country if location else None
    yield None if location is None or location.lat is None else f"{location.lat:g}"
    yield None if location is None or location.lon is None else f"{location.lon:g}"
    yield from (None, place, None, facts.source(item))
    yield article.published.isoformat() if article.published else None
    yield from (story.people, story.organizations, story.locations, article.language, item.record.generated_by)


def _party(actors: list[Actor]) -> Iterator[str]:
    def each(value: Callable[[Actor], str | None]) -> str:
        return "; ".join(one_line(value(a) or MISSING) for a in actors)

    yield each(lambda a: a.name)
    yield each(lambda a: a.country)
    yield each(facts.cow)
    yield (actors[0].sector or "") if actors else ""
    yield each(lambda a: a.sector)
    yield each(lambda a: a.office)
    yield each(lambda a: a.name)
    yield each(lambda a: a.wikidata)


def _story(item: Told) -> Story:
    record = item.record
    places = dict.fromkeys(e.place for e in record.events if e.place)

    def names(kinds: frozenset[ActorKind]) -> str:
        return "; ".join(one_line(a.name) for a in record.actors if a.kind in kinds)

    locations = "; ".join(one_line(place) for place in places)
    return Story(names(frozenset({ActorKind.PERSON})), names(BODIES), locations)


def _evidence(item: Told) -> Iterator[str | None]:
    event, article, attribution = item.event, item.record.article, item.attribution
    date = event.date
    yield from (item.uid, item.group, event.status.value, date.value, date.earliest, date.latest)
    yield from (one_line(item.quote), *map(str, item.evidence))
    yield from (one_line(item.record.quote(event.trigger)), *map(str, event.trigger))
    yield from (event.rule, article.url or item.locator, article.title and one_line(article.title), article.id)
    if attribution is None:
        yield from (None, None, None, None)
    else:
        speaker = item.record.actor(attribution.speaker).name if attribution.speaker else None
        said = " ".join(item.record.quote(span) for span in attribution.content)
        yield from (attribution.kind.value, speaker, facts.chain(item), one_line(said))
    yield "; ".join(a.name for a in item.actors(event.mediators))
    yield item.record.generated_by
