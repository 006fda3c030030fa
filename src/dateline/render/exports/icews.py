"""ICEWS's 20 columns: an event with CAMEO's code for each pair of who acts and who is acted upon."""

from collections.abc import Iterable, Iterator

from dateline.lexicons.coding_tables import cameo
from dateline.records import Actor
from dateline.records.told import Told
from dateline.render.exports import facts
from dateline.render.plain import one_line

COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)


def rows(told: Iterable[Told]) -> Iterator[list[str]]:
    """Yield a row for each pair of an event, in the order of COLUMNS; what is not known is empty."""
    for item in told:
        sources: list[Actor | None] = [*item.actors(facts.actors(item))] or [None]
        targets: list[Actor | None] = [*item.actors(facts.recipients(item))] or [None]
        for number, (source, target) in enumerate((s, t) for s in sources for t in targets):
            yield _row(item, source, target, number)


def _row(item: Told, source: Actor | None, target: Actor | None, number: int) -> list[str]:
    event, article, location = item.event, item.record.article, item.event.location
    act = cameo(event.type, event.mode)
    return [
        f"{item.uid}-{number}" if number else item.uid,
        facts.exact_day(item) or "",
        *_party(source),
        act.text,
        act.code,
        f"{act.intensity:g}",
        *_party(target),
        article.id,
        str(facts.sentence_number(item)),
        facts.source(item) or "",
        one_line(event.place or ""),
        "",
        (location and location.admin1) or "",
        (location and location.country) or "",
        "" if location is None or location.lat is None else f"{location.lat:g}",
        "" if location is None or location.lon is None else f"{location.lon:g}",
    ]


def _party(actor: Actor | None) -> tuple[str, str, str]:
    if actor is None:
        return "", "", ""
    return one_line(actor.name), actor.sector or "", actor.country or ""
