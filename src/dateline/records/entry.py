"""One report ready for the archive: its record, where it came from, and what the archive is asked for beside it."""

from dataclasses import dataclass

from dateline.records.article import Article
from dateline.records.due import Due
from dateline.records.ids import content_id
from dateline.records.instrument import InstrumentId
from dateline.records.record import Record


def report_uid(text_id: str, locator: str | None) -> str:
    """Return the id of a report: this text from this place. The same text from another place is another report."""
    return content_id("report", text_id, locator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report: a record with its source.

    locator: where the article came from: its address, else its file's, with "#n" for the nth of many; None where it
    came from nowhere that has a name. The same locator with another text is a new version of the same report.
    papers: of each instrument that can be told by a symbol or number, which paper it is ("symbol:S/2026/14").
    reader: who read it: "rules", or "llm" or "both" with the model's name.
    packed: the record as the archive keeps it, made beforehand where it was read; empty where that is left to the store.
    """

    record: Record
    locator: str | None = None
    dues: tuple[Due, ...] = ()
    papers: tuple[tuple[InstrumentId, str], ...] = ()
    reader: str = "rules"
    packed: bytes = b""

    @property
    def uid(self) -> str:
        """The report's id."""
        return report_uid(self.record.article.id, self.locator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an addition did: new reports, new versions of reports that were there, reports that were there as they are."""

    added: int = 0
    versions: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            added=self.added + other.added, versions=self.versions + other.versions, known=self.known + other.known
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What reading again did, in articles and events.

    kept, new, gone: claimed as before, new, claimed no more. followed: how many of those that are gone have become
    another event of the same words.
    """

    articles: int = 0
    kept: int = 0
    new: int = 0
    gone: int = 0
    followed: int = 0

    def __add__(self, other: "Reread") -> "Reread":
        return Reread(
            articles=self.articles + other.articles,
            kept=self.kept + other.kept,
            new=self.new + other.new,
            gone=self.gone + other.gone,
            followed=self.followed + other.followed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An article whose last reading was made by other rules: its key in the archive, and what reading it again takes."""

    pk: int
    article: Article
    locator: str | None
