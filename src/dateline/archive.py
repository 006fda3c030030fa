"""An archive with the rules that adding needs; and what it keeps of an article: its record, its papers, what falls due."""

from typing import TYPE_CHECKING

from dateline.records import Record
from dateline.records.entry import Entry
from dateline.records.packing import pack
from dateline.views.due import due_in_record, due_in_resolution

if TYPE_CHECKING:
    from dateline.store import Store


def open_archive(address: str, *, create: bool = True) -> "Store":
    """Return the store at an address, with the rules that say which actors are one and what falls due by a resolution.

    Raises StoreError as `dateline.store.open_store` does.
    """
    # Here and not above: whoever reads articles for an archive in another process needs no database.
    from dateline.link.actors import same_actor  # noqa: PLC0415
    from dateline.store import open_store  # noqa: PLC0415

    return open_store(address, create=create, join=same_actor, dues_of=due_in_resolution)


def entry(record: Record, locator: str | None = None, *, reader: str = "rules") -> Entry:
    """Return a record ready for the store. Pure, and the costly part of adding: it runs where the article is read.

    Raises StoreError if the record holds a character that no database keeps.
    """
    papers = tuple((i.id, f"symbol:{i.symbol}") for i in record.instruments if i.symbol)
    return Entry(
        record=record,
        locator=locator,
        dues=tuple(due_in_record(record)),
        papers=papers,
        reader=reader,
        packed=pack(record),
    )
