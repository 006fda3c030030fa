"""What the archive keeps of an article: its record, which papers it speaks of, what falls due by it."""

from dateline.records import Record
from dateline.records.entry import Entry
from dateline.records.packing import pack
from dateline.views.due import due_in_record


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
