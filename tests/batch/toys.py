"""Readers and an archive without a model or a database; readers are functions of a module, as processes need them."""

import os
import signal
import time
from pathlib import Path

from dateline import Article, ModelError, ReaderError, Record
from dateline.batch.archive import Archive
from dateline.records.entry import Added


def toy_reader():
    """Read each article to an empty record, or as its text says."""

    def read(articles):
        for article in articles:
            _obey(article.text)
            yield Record(article=article, generated_by=str(os.getpid()))

    return read


def _obey(text):
    word, _, argument = text.partition(" ")
    match word:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "die-once" if not Path(argument).exists():
            Path(argument).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case "fail":
            raise ReaderError("the model says nothing")
        case "bug":
            raise ZeroDivisionError("a bug")
        case "sleep":
            time.sleep(float(argument.split()[0]))


def no_model():
    raise ModelError("no such model")


def dead_at_start():
    os.kill(os.getpid(), signal.SIGKILL)


class Shelf(Archive):
    """An archive in memory that keeps what was written together."""

    def __init__(self):
        self.batches: list[list] = []
        self.feeds: dict[str, tuple[str | None, str | None]] = {}
        self.resolutions: list = []

    @property
    def entries(self):
        return [entry for batch in self.batches for entry in batch]

    def known(self, reports):
        there = {(e.record.article.text, e.locator) for e in self.entries}
        return [(article.text, locator) in there for article, locator in reports]

    def located(self, locators):
        there = {e.locator for e in self.entries}
        return [locator in there for locator in locators]

    def add(self, entries):
        there = {e.locator for e in self.entries if e.locator}
        versions = sum(e.locator in there for e in entries)
        self.batches.append(list(entries))
        return Added(added=len(entries) - versions, versions=versions)

    def add_resolution(self, resolution, locator):
        self.resolutions.append((resolution, locator))
        return Added(added=1)

    def feed_state(self, address):
        return self.feeds.get(address, (None, None))

    def set_feed_state(self, address, etag, last_modified):
        self.feeds[address] = (etag, last_modified)


def article(text: str = "Talks.") -> Article:
    return Article(text=text)
