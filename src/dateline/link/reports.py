"""A report as it is compared: an article, its record where there is one, and its words, read once."""

from dataclasses import dataclass
from functools import cached_property

from dateline.lexicons.outlets import Outlet, Outlets
from dateline.link.signatures import Signature, signature
from dateline.link.words import Words, read_words
from dateline.records import Article, Record


@dataclass(frozen=True)
class Report:
    """One report; keep it while it is compared with several others, as its words are read once."""

    article: Article
    record: Record | None = None

    @classmethod
    def of(cls, record: Record) -> "Report":
        """Return the report of a record."""
        return cls(record.article, record)

    @cached_property
    def words(self) -> Words:
        """The words of its text."""
        return read_words(self.article.text)

    @cached_property
    def signature(self) -> Signature:
        """The signature of its text."""
        return signature(self.words)


def publisher(article: Article, outlets: Outlets) -> Outlet | None:
    """Return who publishes an article, by its outlet's name or else its address; None if the tables do not know."""
    return outlets.find(article.outlet, article.url)
