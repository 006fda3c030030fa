"""Reports, readings, actors, papers and days due -> their rows, keys counted from where the tables end. Pure."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from dateline.records import Actor
from dateline.records.due import Due
from dateline.records.entry import Entry
from dateline.records.folding import fold
from dateline.records.joining import Sighting
from dateline.records.packing import pack

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # by table
EMPTY_DAY = ""


class Joiner(Protocol):
    """Who says which actor of the archive a new one is."""

    def place(self, pk: int, uid: str, seen: Sighting) -> int:
        """Return the key of the actor that a new one is taken for: its own where there is no reason to join it."""
        ...


@dataclass(slots=True)
class Counter:
    """The next key of each table, the keys of actors and papers by their uid, and the actors' as they are judged."""

    next_key: dict[str, int]
    actors: dict[str, int] = field(default_factory=dict)
    papers: dict[str, int] = field(default_factory=dict)
    canonical: dict[int, int] = field(default_factory=dict)  # an actor's key -> that of the one it was judged to be
    joiner: Joiner | None = None

    def take(self, table: str) -> int:
        """Return a key that no row has yet."""
        key = self.next_key[table]
        self.next_key[table] = key + 1
        return key

    def judged(self, actor_pk: int) -> int:
        """Return the key of the actor that this one was judged to be."""
        return self.canonical.get(actor_pk, actor_pk)


def published(entry: Entry) -> str:
    """Return the day of publication, "" where it is not known."""
    day = entry.record.article.published
    return day.isoformat() if day else EMPTY_DAY


def article_row(entry: Entry, pk: int, version: int, now: str) -> Row:
    """Return the row of a report."""
    article = entry.record.article
    return {
        "pk": pk,
        "uid": entry.uid,
        "text_id": article.id,
        "locator": entry.locator,
        "version": version,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": published(entry),
        "language": article.language,
        "place": article.place,
        "agency": article.agency,
        "text": article.text,
        "added": now,
        "current": True,
    }


def reading_row(entry: Entry, article_pk: int, counter: Counter, now: str) -> Row:
    """Return the row of a reading: the record as it was made."""
    return {
        "pk": counter.take("readings"),
        "article_pk": article_pk,
        "reader": entry.reader,
        "generated_by": entry.record.generated_by,
        "made": now,
        "record": entry.packed or pack(entry.record),
        "current": True,
    }


def due_row(
    due: Due,
    counter: Counter,
    *,
    article_pk: int | None = None,
    document_pk: int | None = None,
    event_pk: int | None = None,
) -> Row:
    """Return the row of something that falls due."""
    return {
        "pk": counter.take("dues"),
        "uid": due.uid,
        "article_pk": article_pk,
        "document_pk": document_pk,
        "event_pk": event_pk,
        "earliest": due.earliest,
        "latest": (due.until or "9999-12-31") if due.rhythm else due.latest,
        "due": due.to_json(),
        "current": True,
    }


def actor_row(actor: Actor, uid: str, pk: int, canonical: int) -> Row:
    """Return the row of an actor that the archive did not have. canonical: the key of the one it is taken for."""
    return {
        "pk": pk,
        "uid": uid,
        "name": actor.name,
        "folded": fold(actor.name),
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector.value if actor.sector else None,
        "wikidata": actor.wikidata,
        "canonical_pk": canonical,
    }


def paper_row(uid: str, pk: int, name: str, kind: str, *, symbol: str | None, body: str | None) -> Row:
    """Return the row of a paper that the archive did not have."""
    return {
        "pk": pk,
        "uid": uid,
        "name": name,
        "folded": fold(name),
        "kind": kind,
        "symbol": symbol,
        "body": body,
        "canonical_pk": pk,
    }
