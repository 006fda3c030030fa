"""What became of a run's inputs, in numbers."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dateline.errors import ReadError
from dateline.records.entry import Added


@dataclass(slots=True)
class Tally:
    """The counts of a run so far.

    read: articles read by this run, kept or about to be. added, versions, known: new reports, new versions of old ones, reports that were there already. resolutions: of
    those, papers. unchanged: feeds that had nothing new. passed_over: files in folders of no kind that is read.
    """

    read: int = 0
    added: int = 0
    versions: int = 0
    known: int = 0
    resolutions: int = 0
    events: int = 0
    unchanged: int = 0
    passed_over: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False

    @property
    def done(self) -> int:
        """How many inputs the archive has now, by this run or before it."""
        return self.added + self.versions + self.known + self.unchanged

    def count(self, added: Added) -> None:
        """Count what an addition did."""
        self.added += added.added
        self.versions += added.versions
        self.known += added.known

    def refuse(self, error: ReadError) -> None:
        """Count an input that was not read, by its reason."""
        self.refused[error.reason.value] += 1

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as one plain dict."""
        return {
            "added": self.added,
            "versions": self.versions,
            "known": self.known,
            "resolutions": self.resolutions,
            "events": self.events,
            "unchanged_feeds": self.unchanged,
            "passed_over": self.passed_over,
            "refused": self.refused.total(),
            "reasons": dict(self.refused.most_common()),
            "interrupted": self.interrupted,
        }
