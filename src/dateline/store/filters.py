"""What the archive is asked for: who, to whom, what, when, where, according to whom, about what."""

from dataclasses import dataclass

from dateline.records import EventStatus, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """All of these must hold; None and () ask for nothing.

    actor: who acts, mediates, or belongs to a group that does; recipient: upon whom; party: takes part on any side;
    between: both take part. Each is a name, an id in the archive, or an ISO 3166 code for all who act for a country.
    since, until: ISO days of an event's first day, else of its report. source: an outlet, an agency or a speaker.
    about: words that stand in the event's own clause, topics or paper. gone: also what is no longer current.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    between: tuple[str, str] | None = None
    types: tuple[EventType, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[EventStatus, ...] = ()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    source: str | None = None
    about: str | None = None
    dated: bool = False
    gone: bool = False
