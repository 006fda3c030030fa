"""The archive: open it, add reports, ask it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self, TypeAlias

from sqlalchemy import Connection, Engine

from dateline.records import Article, Record
from dateline.records.due import Due
from dateline.records.entry import Added, Entry, Reread, Stale, report_uid
from dateline.records.joining import JoinRule
from dateline.records.judgement import Judgement, JudgementKind
from dateline.records.resolution import Resolution
from dateline.store import schema
from dateline.store.documents import add_document, read_document
from dateline.store.feeds import read_feed_state, write_feed_state
from dateline.store.finding import find_uid, offices_printed
from dateline.store.judging import all_judgements, judge, undo
from dateline.store.opening import DEFAULT, lock, open_engine, ours, shown
from dateline.store.reports import last_reading
from dateline.store.rereading import reread_articles
from dateline.store.stale import stale_articles
from dateline.store.writing import add_entries, existing

Asked: TypeAlias = Connection  # what the functions of asking*.py take
DuesOf = Callable[[Resolution], Iterable[Due]]


class Store:
    """An open archive. Every method that writes is one transaction: all of it is kept or nothing."""

    def __init__(
        self, engine: Engine, name: str, *, join: JoinRule | None = None, dues_of: DuesOf | None = None
    ) -> None:
        """Keep the rules that adding needs. join: says why a new actor is one that is there. dues_of: of a resolution."""
        self.engine = engine
        self.name = name
        self._join = join
        self._dues_of = dues_of

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def add(self, entries: Sequence[Entry]) -> Added:
        """Add the reports that are not there yet; return how many were new, new versions, and there already."""
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            return add_entries(connection, entries, _now(), self._join)

    def add_resolution(self, resolution: Resolution, locator: str | None = None) -> Added:
        """Add a paper's own text, with what it makes anyone do and what falls due by it; return as `add` does."""
        dues = tuple(self._dues_of(resolution)) if self._dues_of else ()
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            return add_document(connection, resolution, locator, dues, _now())

    def resolution(self, document_pk: int) -> Resolution:
        """Return a document's resolution as it was parsed. KeyError if there is no such document."""
        with ours(self.name), self.engine.begin() as connection:
            return read_document(connection, document_pk)

    def offices(self, uid: str) -> tuple[tuple[str, str], ...]:
        """Return office and day of publication of each report that gives an actor, or one judged to be it, an office."""
        with ours(self.name), self.engine.begin() as connection:
            return offices_printed(connection, uid)

    def known(self, reports: Sequence[tuple[Article, str | None]]) -> list[bool]:
        """Return for each article and locator whether the archive has it as it is."""
        uids = [report_uid(article.id, locator) for article, locator in reports]
        with ours(self.name), self.engine.begin() as connection:
            there = existing(connection, schema.articles.c.uid, uids)
        return [uid in there for uid in uids]

    def located(self, locators: Sequence[str]) -> list[bool]:
        """Return for each locator whether the archive has any report from there."""
        with ours(self.name), self.engine.begin() as connection:
            there = existing(connection, schema.articles.c.locator, locators)
        return [locator in there for locator in locators]

    def feed_state(self, address: str) -> tuple[str | None, str | None]:
        """Return the ETag and Last-Modified that a feed was last read with."""
        with ours(self.name), self.engine.begin() as connection:
            return read_feed_state(connection, address)

    def set_feed_state(self, address: str, etag: str | None, last_modified: str | None) -> None:
        """Keep what a feed was read with, once all of it is here."""
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            write_feed_state(connection, address, etag, last_modified, _now())

    def judge(self, kind: JudgementKind, subject: str, other: str, *, who: str, why: str) -> Judgement:
        """Make a judgement and return it; one that holds already is returned as it is.

        subject, other: ids of two actors, papers or events; of a correction an event's id and "field=value". Raises
        StoreError for what the archive does not have, and for what contradicts a judgement that holds.
        """
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            return judge(connection, kind, subject, other, who=who, why=why, now=_now())

    def correct(self, event: str, changes: Sequence[str], *, who: str, why: str) -> tuple[Judgement, ...]:
        """Set fields of an event right, all of them or, where one makes no sense, none; return the judgements.

        changes: "field=value"; a type goes before the mode that belongs to it.
        """
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            make = partial(judge, connection, JudgementKind.CORRECT, event, who=who, why=why, now=_now())
            return tuple(make(change) for change in changes)

    def undo(self, uid: str, *, who: str, why: str) -> Judgement:
        """Undo the judgement whose id begins so, and return it. Raises StoreError if there is none, or it was undone."""
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            return undo(connection, uid, who=who, why=why, now=_now())

    def find(self, what: str, given: str) -> str:
        """Return the id of the "actor", "paper" or "event" that an id, the beginning of one or a name stands for.

        Raises StoreError that lists the candidates where it may be several, and where there is none.
        """
        with ours(self.name), self.engine.begin() as connection:
            return find_uid(connection, what, given)

    def judgements(self, *, of: str | None = None, undone: bool = False) -> tuple[Judgement, ...]:
        """Return the judgements, the last first. of: of this id alone; undone: those that were undone too."""
        with ours(self.name), self.engine.begin() as connection:
            return all_judgements(connection, of=of, undone=undone)

    @contextmanager
    def asked(self) -> Iterator[Asked]:
        """Within it the archive stands still for questions: the functions of asking*.py take the connection."""
        with ours(self.name), self.engine.begin() as connection:
            yield connection

    def stale(
        self,
        generated_by: str,
        *,
        after: int = 0,
        limit: int = 64,
        since: str = "",
        until: str = "",
        outlet: str | None = None,
    ) -> tuple[Stale, ...]:
        """Return articles that other rules have read, in the order of their keys, from the one after `after` on.

        since, until: days of publication, ends included. What a language model has read is left as it is, and so are
        versions that another has followed.
        """
        with ours(self.name), self.engine.begin() as connection:
            return stale_articles(connection, generated_by, after, limit, since=since, until=until, outlet=outlet)

    def reread(self, entries: Sequence[tuple[int, Entry]]) -> Reread:
        """Write new readings of articles, by their keys: what they claim as before stays, what is gone is marked."""
        with ours(self.name), self.engine.execution_options(writes=True).begin() as connection:
            lock(connection)
            return reread_articles(connection, entries, _now(), self._join)

    def record(self, article_pk: int) -> Record:
        """Return an article's record as it was last read, also where a newer version of the article has followed.

        KeyError if there is no such article.
        """
        with ours(self.name), self.engine.begin() as connection:
            return last_reading(connection, article_pk).record


def open_store(
    address: str = DEFAULT, *, create: bool = True, join: JoinRule | None = None, dues_of: DuesOf | None = None
) -> Store:
    """Return the archive at an address: a file's path or "postgresql://user@host/name"; made if there is none.

    join, dues_of: what adding needs, see `dateline.archive.open_archive`. Raises StoreError for what is no archive, one
    of another version, and a server that cannot be reached.
    """
    return Store(open_engine(address, create=create), shown(address), join=join, dues_of=dues_of)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
