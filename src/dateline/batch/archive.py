"""What adding asks of an archive; `store.Store` is one."""

from collections.abc import Sequence
from typing import Protocol

from dateline.records import Article
from dateline.records.entry import Added, Entry
from dateline.records.resolution import Resolution


class Archive(Protocol):
    """Where reports are added. Each method that writes is one transaction."""

    def known(self, reports: Sequence[tuple[Article, str | None]]) -> list[bool]:
        """Return for each article and locator whether exactly this is there already."""

    def located(self, locators: Sequence[str]) -> list[bool]:
        """Return for each locator whether anything from there is there already."""

    def add(self, entries: Sequence[Entry]) -> Added:
        """Add the reports that are not there yet, all or none."""

    def add_resolution(self, resolution: Resolution, locator: str | None = None) -> Added:
        """Add a paper's own text that is not there yet."""

    def feed_state(self, address: str) -> tuple[str | None, str | None]:
        """Return the ETag and Last-Modified that a feed was last read with, None where there is none."""

    def set_feed_state(self, address: str, etag: str | None, last_modified: str | None) -> None:
        """Keep what a feed was read with, once all of it is there."""
