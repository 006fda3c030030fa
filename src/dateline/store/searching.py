"""The full-text index over titles and texts: FTS5 on SQLite, a GIN index on PostgreSQL."""

from sqlalchemy import Connection, text

# Words as they are written, without accents and endings cut off: names matter here, and stemmers break them.
SQLITE = (
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='articles', content_rowid='pk', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_indexed AFTER INSERT ON articles BEGIN "
    "INSERT INTO articles_fts(rowid, title, text) VALUES (new.pk, new.title, new.text); END",
)
VECTOR = "to_tsvector('simple', coalesce(title, '') || ' ' || left(text, 300000))"  # a tsvector holds one megabyte
POSTGRES = (f"CREATE INDEX articles_fts ON articles USING gin ({VECTOR})",)


def create_index(connection: Connection) -> None:
    """Make the index in a store that has none yet."""
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRES:
        connection.execute(text(statement))
