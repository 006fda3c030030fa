"""Answers that are there already, in a small SQLite file: a run that broke off goes on where it was."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dateline.errors import ReaderError
from dateline.reader.reply import Reply

TABLE = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, content TEXT, tokens_in INTEGER, tokens_out INTEGER)"


class Cache:
    """Answers by (text, model, prompt, rules). Each call opens the file: threads and other runs may use it too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as database, database:
                database.execute(TABLE)

    def get(self, key: str) -> Reply | None:
        """Return the answer, None if there is none."""
        with self._told(), closing(self._open()) as database:
            row = database.execute(
                "SELECT content, tokens_in, tokens_out FROM answers WHERE key = ?", (key,)
            ).fetchone()
        return Reply(row[0], row[1], row[2], cached=True) if row else None

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer."""
        with self._told(), closing(self._open()) as database, database:
            database.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                (key, reply.content, reply.tokens_in, reply.tokens_out),
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what goes wrong with the file into a ReaderError that names it."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise ReaderError(f"{self._path}: cannot keep answers there ({error}); give another file") from error

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=30)


def answer_key(text: str, model: str, prompt: str, rules: str) -> str:
    """Return the key of an answer: it changes when what was asked, who was asked or how we read it changes."""
    parts = (text.encode("utf-8", "surrogatepass"), model.encode(), prompt.encode(), rules.encode())
    return hashlib.sha256(b"\0".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()
