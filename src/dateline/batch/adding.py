"""What was gathered -> the archive: known articles left out, the others read, entries written a batch in one transaction."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.archive import entry
from dateline.batch.archive import Archive
from dateline.batch.gathering import FeedRead, Gathered, Gathering, KnownEntry, PassedOver
from dateline.batch.reading import Report, not_read
from dateline.batch.tally import Tally
from dateline.batch.workers import Readers
from dateline.errors import DatelineError, ReadError
from dateline.records import Article, Record
from dateline.records.entry import Entry
from dateline.records.resolution import Resolution

log = logging.getLogger(__name__)

# Articles that go to a reading process together. Read alone they take 1.4 times as long each, by 16 no less than by 8.
BATCH_ARTICLES = 8
BATCH_CHARACTERS = 60_000  # or so many characters: a batch should take a second or two
BATCH_SECONDS = 1.0  # or what came in so many seconds, where articles come one by one from the network
WRITE_ENTRIES = 64  # entries in one transaction
WRITE_SECONDS = 2.0  # or what was read in so many seconds: that much work a crash may cost

Complete = Callable[[Article], Article]


@dataclass(slots=True, kw_only=True)
class Adding:
    """One run. complete: fills in what an article's own first lines say. refuse, progress: told what becomes of it."""

    archive: Archive
    readers: Readers
    complete: Complete
    refuse: Callable[[ReadError], None]
    progress: Callable[[Tally], None]
    tally: Tally = field(default_factory=Tally)
    _entries: list[Entry] = field(default_factory=list)
    _written: float = field(default_factory=time.monotonic)
    _reading: set[str] = field(default_factory=set)  # locators of articles that are being read
    _feeds: list[FeedRead] = field(default_factory=list)

    def run(self, gathered: Iterable[Gathering]) -> Tally:
        """Add everything and return the counts.

        On KeyboardInterrupt what is read so far is kept, and `tally.interrupted` is set. Raises StoreError if the
        archive fails; all batches before that are kept.
        """
        try:
            for batch in self._batches(gathered):
                self._read(batch)
            while self.readers.busy:
                self._take(None)
            self._write()
            for feed in self._feeds:
                if feed.validators:
                    self.archive.set_feed_state(feed.address, feed.validators.etag, feed.validators.last_modified)
        except KeyboardInterrupt:
            self.tally.interrupted = True
            self._write()
        log.info("added %d, %d refused", self.tally.added + self.tally.versions, self.tally.refused.total())
        return self.tally

    def _batches(self, gathered: Iterable[Gathering]) -> Iterator[list[Report]]:
        """Yield the articles in batches to read; what need not be read is dealt with at once."""
        batch: list[Report] = []
        begun = 0.0
        for item in gathered:
            if not isinstance(item, Gathered) or not isinstance(item.what, Article):
                self._keep(item)
                continue
            if any(item.locator == locator for _, locator in batch if locator):
                yield batch  # another version of the same: it must come later
                batch = []
            begun = begun if batch else time.monotonic()
            batch.append((self.complete(item.what), item.locator))
            if _is_full(batch) or time.monotonic() - begun > BATCH_SECONDS:
                yield batch
                batch = []
        if batch:
            yield batch

    def _keep(self, item: Gathering) -> None:
        match item:
            case FeedRead(validators=validators):
                self.tally.unchanged += validators is None
                self._feeds.append(item)
            case KnownEntry():
                self.tally.known += 1
            case PassedOver():
                self.tally.passed_over += 1
            case Gathered(what=ReadError() as error):
                self._refuse(error)
            case Gathered(what=Record() as record, locator=locator):
                self._keep_record(record, locator)
            case Gathered(what=Resolution() as resolution, locator=locator):
                self._keep_resolution(resolution, locator)
        self.progress(self.tally)

    def _keep_record(self, record: Record, locator: str | None) -> None:
        try:
            self._enter(entry(record, locator))
        except DatelineError as error:
            self._refuse(not_read(record.article, str(error)))

    def _keep_resolution(self, resolution: Resolution, locator: str | None) -> None:
        self.tally.count(self.archive.add_resolution(resolution, locator))
        self.tally.resolutions += 1

    def _read(self, batch: Sequence[Report]) -> None:
        """Hand over what the archive does not have, as soon as a reader has room."""
        known = self.archive.known(batch)
        self.tally.known += sum(known)
        new = [report for report, there in zip(batch, known, strict=True) if not there]
        locators = {locator for _, locator in new if locator}
        while not self.readers.has_room() or locators & self._reading:
            self._take(None)
        if new:
            self._reading |= locators
            self.readers.put(new)
        self._take(0)

    def _take(self, seconds: float | None) -> None:
        for reports, outcomes in self.readers.take(seconds):
            self._reading -= {locator for _, locator in reports if locator}
            for outcome in outcomes:
                if isinstance(outcome, ReadError):
                    self._refuse(outcome)
                else:
                    self._enter(outcome)
        self.progress(self.tally)

    def _enter(self, new: Entry) -> None:
        self._entries.append(new)
        self.tally.read += 1
        self.tally.events += len(new.record.events)
        if len(self._entries) >= WRITE_ENTRIES or time.monotonic() - self._written > WRITE_SECONDS:
            self._write()

    def _write(self) -> None:
        if self._entries:
            added = self.archive.add(self._entries)
            self._entries = []
            self.tally.count(added)
        self._written = time.monotonic()

    def _refuse(self, error: ReadError) -> None:
        self.tally.refuse(error)
        self.refuse(error)


def _is_full(batch: Sequence[Report]) -> bool:
    return len(batch) >= BATCH_ARTICLES or sum(len(article.text) for article, _ in batch) >= BATCH_CHARACTERS
