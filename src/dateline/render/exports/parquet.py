"""A Parquet file: an event a row, typed, with its words; for polars, pandas, DuckDB, R."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.records.told import Told
from dateline.render.exports import facts

ROWS = 20_000  # of one group: some tens of megabytes while it is written


def write(told: Iterable[Told], out: Path) -> int:
    """Write the events to the file, a group of rows at a time; return how many."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise DatelineError("parquet needs pyarrow: pip install 'dateline[parquet]'") from error
    texts, numbers, lists = pa.string(), pa.int64(), pa.list_(pa.string())
    kinds = {"text": texts, "number": numbers, "real": pa.float64(), "list": lists}
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    rows, count = map(_row, told), 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while part := list(islice(rows, ROWS)):
            writer.write_table(pa.Table.from_pylist(part, schema=schema))
            count += len(part)
    return count


COLUMNS = {
    **dict.fromkeys(("event_id", "group_id", "type", "mode", "status"), "text"),
    "quad": "number",
    "intensity": "real",
    "contexts": "list",
    **dict.fromkeys(("date", "earliest", "latest"), "text"),
    **dict.fromkeys(("actors", "actor_ids", "actor_countries", "actor_sectors"), "list"),
    **dict.fromkeys(("recipients", "recipient_ids", "recipient_countries", "recipient_sectors", "mediators"), "list"),
    **dict.fromkeys(("place", "country"), "text"),
    **dict.fromkeys(("latitude", "longitude"), "real"),
    **dict.fromkeys(("dead", "injured", "size"), "number"),
    "topics": "list",
    **dict.fromkeys(("quote", "trigger"), "text"),
    **dict.fromkeys(("start", "end", "trigger_start", "trigger_end"), "number"),
    **dict.fromkeys(("rule", "speaker", "chain", "instrument"), "text"),
    **dict.fromkeys(("article_id", "url", "title", "outlet", "published", "language", "generated_by"), "text"),
}


def _row(item: Told) -> dict[str, Any]:
    event, article, location = item.event, item.record.article, item.event.location
    instruments = {i.id: i.name for i in item.record.instruments}
    attribution = item.attribution
    return {
        "event_id": item.uid,
        "group_id": item.group,
        "type": event.type.value,
        "mode": event.mode,
        "status": event.status.value,
        "quad": event.quad,
        "intensity": event.score,
        "contexts": list(event.contexts),
        "date": event.date.value,
        "earliest": event.date.earliest,
        "latest": event.date.latest,
        **dict(_parties(item, "actor", event.actors)),
        **dict(_parties(item, "recipient", event.recipients)),
        "mediators": [a.name for a in item.actors(event.mediators)],
        "place": event.place,
        "country": location and location.country,
        "latitude": location and location.lat,
        "longitude": location and location.lon,
        "dead": event.dead,
        "injured": event.injured,
        "size": event.size,
        "topics": list(event.topics),
        "quote": item.quote,
        "trigger": item.record.quote(event.trigger),
        "start": item.evidence[0],
        "end": item.evidence[1],
        "trigger_start": event.trigger[0],
        "trigger_end": event.trigger[1],
        "rule": event.rule,
        "speaker": item.record.actor(attribution.speaker).name if attribution and attribution.speaker else None,
        "chain": facts.chain(item) or None,
        "instrument": instruments.get(event.instrument) if event.instrument else None,
        "article_id": article.id,
        "url": article.url or item.locator,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "generated_by": item.record.generated_by,
    }


def _parties(item: Told, role: str, ids: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    actors = item.actors(ids)
    yield f"{role}s", [a.name for a in actors]
    yield f"{role}_ids", [item.actor_uid(i) or i for i in ids]
    yield f"{role}_countries", [a.country or "" for a in actors]
    yield f"{role}_sectors", [a.sector or "" for a in actors]
