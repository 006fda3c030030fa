"""An event's columns, derived again from its reading and the corrections that hold."""

from sqlalchemy import Connection, select, update

from dateline.records.judgement import JudgementKind
from dateline.store import schema
from dateline.store.claims import event_fields
from dateline.store.corrections import corrected, parse_correction
from dateline.store.following import predecessors
from dateline.store.reports import readings
from dateline.store.rows import Row, published
from dateline.store.uids import Uids


def derive_event(connection: Connection, uid: str) -> None:
    """Write what an event is: as it was read, with the corrections of it and of what it has followed.

    An event that another has followed is as it was read: its corrections are the other's.
    """
    columns = schema.events.c
    event = connection.execute(
        select(columns.pk, columns.uid, columns.article_pk, columns.followed_by).where(columns.uid == uid)
    ).one()
    fields, day = event_as_read(connection, event.article_pk, uid)
    if event.followed_by is None:
        fields = corrected(fields, corrections_of(connection, uid), day)
    connection.execute(update(schema.events).where(columns.pk == event.pk).values(fields))
    parties, dues = schema.parties, schema.dues
    connection.execute(update(parties).where(parties.c.event_pk == event.pk).values(day=fields["day"]))
    if fields["latest"]:  # else it falls due no more, which who asks for dues sees
        moved = {"earliest": fields["earliest"] or fields["latest"], "latest": fields["latest"]}
        connection.execute(update(dues).where(dues.c.event_pk == event.pk).values(moved))


def corrections_of(connection: Connection, uid: str) -> list[tuple[str, str]]:
    """Return field and value of the corrections of an event that hold, in the order in which they were made."""
    judged = schema.judgements.c
    uids = [uid, *predecessors(connection, [uid])]
    query = (
        select(judged.object)
        .where(judged.kind == JudgementKind.CORRECT, judged.undone.is_(None), judged.subject.in_(uids))
        .order_by(judged.pk)
    )
    return [parse_correction(words) for words in connection.execute(query).scalars()]


def event_as_read(connection: Connection, article_pk: int, uid: str) -> tuple[Row, str]:
    """Return an event's fields as the last reading that found it has them, and the day of publication."""
    for entry in readings(connection, article_pk):
        local = {made: name for name, made in Uids(entry).events.items()}.get(uid)
        if local is not None:
            event = next(e for e in entry.record.events if e.id == local)
            return event_fields(event, published(entry)), published(entry)
    raise KeyError(uid)
