"""Events that a later reading of the same words has followed: from the old to what it is now, and back."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.store import schema
from dateline.store.batches import chunks


def latest(connection: Connection, uid: str) -> str:
    """Return the id of what an event has become: its own where nothing has followed it."""
    events = schema.events.c
    while following := connection.execute(select(events.followed_by).where(events.uid == uid)).scalar():
        uid = following
    return uid


def predecessors(connection: Connection, uids: Iterable[str]) -> dict[str, str]:
    """Return by the id of each event that was followed, at any remove, the one of these that it has become."""
    events = schema.events.c
    found: dict[str, str] = {}
    coming = {uid: uid for uid in uids}
    while coming:
        older: dict[str, str] = {}
        for part in chunks(list(coming)):
            query = select(events.uid, events.followed_by).where(events.followed_by.in_(part))
            older.update((uid, coming[by]) for uid, by in connection.execute(query))
        coming = {uid: last for uid, last in older.items() if uid not in found}
        found.update(coming)
    return found
