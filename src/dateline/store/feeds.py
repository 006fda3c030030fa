"""What a feed was last read with, so that its server need only send what is new."""

from sqlalchemy import Connection, delete, insert, select

from dateline.store.schema import feeds


def read_feed_state(connection: Connection, address: str) -> tuple[str | None, str | None]:
    """Return the ETag and Last-Modified that a feed was last read with; None for what its server did not say."""
    query = select(feeds.c.etag, feeds.c.last_modified).where(feeds.c.address == address)
    row = connection.execute(query).first()
    return (row.etag, row.last_modified) if row else (None, None)


def write_feed_state(
    connection: Connection, address: str, etag: str | None, last_modified: str | None, now: str
) -> None:
    """Keep them in place of those before."""
    connection.execute(delete(feeds).where(feeds.c.address == address))
    state = {"address": address, "etag": etag, "last_modified": last_modified, "checked": now}
    connection.execute(insert(feeds).values(state))
