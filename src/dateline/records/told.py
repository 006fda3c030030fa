"""An event as an archive tells it: who claims it, in which report, and which other reports tell the same."""

from dataclasses import dataclass

from dateline.records.actor import Actor
from dateline.records.attribution import Attribution
from dateline.records.event import Event
from dateline.records.record import Record
from dateline.records.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event of one report.

    uid: the claim's id in the archive. group: the id that all claims judged to be of one event share; the uid where it
    stands alone. event: as judged, so a corrected field differs from the record's. actor_uids: of each actor of the
    record, who it is in the archive.
    """

    uid: str
    group: str
    record: Record
    event: Event
    locator: str | None = None
    actor_uids: tuple[tuple[str, str], ...] = ()

    @property
    def attribution(self) -> Attribution | None:
        """Who says so, where the text tells."""
        return next((a for a in self.record.attributions if a.id == self.event.attribution), None)

    @property
    def evidence(self) -> Span:
        """The first span of the event's evidence."""
        return self.event.evidence[0] if self.event.evidence else self.event.trigger

    @property
    def quote(self) -> str:
        """The words under it, as they stand in the text."""
        return self.record.quote(self.evidence)

    def actor_uid(self, local: str) -> str | None:
        """Return who an actor of the record is in the archive; None where that does not know it."""
        return next((uid for known, uid in self.actor_uids if known == local), None)

    def actors(self, ids: tuple[str, ...]) -> list[Actor]:
        """Return the record's actors with these ids."""
        return [self.record.actor(i) for i in ids]
