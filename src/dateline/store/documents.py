"""Papers' own texts <-> rows: a resolution with what it makes anyone do and what falls due by it."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from dateline.records.article import article_id
from dateline.records.due import Due
from dateline.records.entry import Added
from dateline.records.ids import content_id
from dateline.records.packing import check_words, pack_resolution, unpack_resolution
from dateline.records.resolution import Duty, PaperKind, Resolution
from dateline.store import schema
from dateline.store.rows import EMPTY_DAY, Counter, Row, Rows, due_row, paper_row
from dateline.store.writing import existing, insert_rows, new_counter


def add_document(
    connection: Connection, resolution: Resolution, locator: str | None, dues: Sequence[Due], now: str
) -> Added:
    """Add a resolution that is not there yet, within the connection's transaction: a new one, or a new version."""
    check_words(f"{resolution.name}: its address", locator or "")
    text_id = article_id(resolution.text)
    uid = content_id("document", text_id, locator)
    if existing(connection, schema.documents.c.uid, [uid]):
        return Added(known=1)
    counter = new_counter(connection)
    rows: Rows = {}
    version = _follow(connection, locator)
    pk = counter.take("documents")
    paper_pk = _paper(connection, resolution, uid, counter, rows)
    document = {
        "pk": pk,
        "uid": uid,
        "text_id": text_id,
        "locator": locator,
        "version": version,
        "paper_pk": paper_pk,
        "kind": resolution.kind.value,
        "name": resolution.name,
        "adopted": resolution.adopted or EMPTY_DAY,
        "text": resolution.text,
        "resolution": pack_resolution(resolution),
        "added": now,
        "current": True,
    }
    rows["documents"] = [document]
    rows["provisions"] = [_provision(duty, n, uid, counter, document) for n, duty in enumerate(resolution.provisions)]
    rows["dues"] = [due_row(due, counter, document_pk=pk) for due in dues]
    insert_rows(connection, rows)
    return Added(versions=1) if version > 1 else Added(added=1)


def read_document(connection: Connection, pk: int) -> Resolution:
    """Return a document's resolution. KeyError if there is no such document."""
    columns = schema.documents.c
    row = connection.execute(select(columns.resolution, columns.text).where(columns.pk == pk)).first()
    if row is None:
        raise KeyError(pk)
    return unpack_resolution(row.resolution, row.text)


def paper_uid(resolution: Resolution) -> str | None:
    """Return which paper a text is: "unsc:1701:2006", else its symbol's; None where it says neither."""
    of_council = resolution.body == "Security Council" and resolution.kind is PaperKind.RESOLUTION
    if of_council and resolution.number is not None and resolution.year is not None:
        return f"unsc:{resolution.number}:{resolution.year}"
    return f"symbol:{resolution.symbol}" if resolution.symbol else None


def _follow(connection: Connection, locator: str | None) -> int:
    """Mark the versions before as followed, with what they claim; return the new one's number."""
    documents = schema.documents
    if locator is None:
        return 1
    older = select(documents.c.pk).where(documents.c.locator == locator)
    last = connection.execute(select(func.max(documents.c.version)).where(documents.c.locator == locator)).scalar()
    for table in (schema.provisions, schema.dues):
        connection.execute(update(table).where(table.c.document_pk.in_(older)).values(current=False))
    connection.execute(update(documents).where(documents.c.locator == locator).values(current=False))
    return (last or 0) + 1


def _paper(connection: Connection, resolution: Resolution, uid: str, counter: Counter, rows: Rows) -> int:
    known = paper_uid(resolution) or f"name:{content_id('paper', uid)}"
    there = existing(connection, schema.papers.c.uid, [known])
    if known in there:
        return there[known]
    pk = counter.take("papers")
    name, kind = resolution.name, resolution.kind.value
    rows["papers"] = [paper_row(known, pk, name, kind, symbol=resolution.symbol, body=resolution.body)]
    return pk


def _provision(duty: Duty, number: int, uid: str, counter: Counter, document: Row) -> Row:
    words = (duty.type, duty.bearer, duty.action, duty.paragraph, duty.sub)
    start, end = duty.span
    return {
        "pk": counter.take("provisions"),
        "uid": content_id("provision", uid, *words, number),
        "article_pk": None,
        "document_pk": document["pk"],
        "paper_pk": document["paper_pk"],
        "type": duty.type.value,
        "bearer": duty.bearer,
        "action": duty.action,
        "deadline": duty.deadline,
        "expires": duty.expires,
        "paragraph": f"{duty.paragraph} {duty.sub}" if duty.sub else str(duty.paragraph),
        "start": start,
        "end": end,
        "current": True,
    }
