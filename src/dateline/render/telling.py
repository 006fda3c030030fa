"""A told event or something due -> who, whom, what and according to whom, in words that are short; every view shares them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import ActorKind, ChainRole
from dateline.records.answers import Named, Report, ToldDue, ToldEvent, Voice
from dateline.records.due import DueKind
from dateline.records.folding import fold
from dateline.render.plain import one_line
from dateline.render.rows import shorten
from dateline.render.wording import act
from dateline.views.timeline import Entry, Standing

LONGEST_WORDS = 110  # characters of an act's own words: a clause, mostly
LONGEST_NAME = 48
LONGEST_TITLE = 28
MARKS = {
    Standing.DONE: "●",
    Standing.ONGOING: "◐",
    Standing.PLANNED: "○",
    Standing.PROPOSED: "◌",
    Standing.CONDITIONAL: "◌",
    Standing.DENIED: "✕",
    Standing.CANCELLED: "⊘",
    Standing.PAST: "○",
    Standing.DUE: "◇",
    Standing.WAS_DUE: "◇",
}
_DUE_NAMES = {
    DueKind.VOTE: "vote",
    DueKind.MEETING: "meeting",
    DueKind.ACT: "act",
    DueKind.IN_FORCE: "entry into force",
    DueKind.EXPIRY: "end of mandate",
    DueKind.OBLIGATION: "duty",
    DueKind.REPORT: "report",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """what: the kind of act; words: the text's own; source: who says so, and through whom; id: what `show` takes."""

    who: tuple[str, ...]
    whom: tuple[str, ...]
    through: tuple[str, ...]
    what: str
    words: str
    place: str | None
    source: str
    id: str


def telling(item: ToldEvent | ToldDue) -> Telling:
    """Return what an entry says."""
    return _of_due(item) if isinstance(item, ToldDue) else of_event(item)


def of_event(event: ToldEvent) -> Telling:
    """Return what an event says."""
    return Telling(
        who=names(event.actors, event.members),
        whom=names(event.recipients, ()),
        through=names(event.mediators, ()),
        what=act(event),
        words=shorten(one_line(event.words), LONGEST_WORDS),
        place=event.place,
        source=source(event),
        id=event.short,
    )


def _of_due(told: ToldDue) -> Telling:
    due = told.due
    _, colon, rest = due.what.partition(": ")
    plain = due.kind not in (DueKind.OBLIGATION, DueKind.REPORT) and colon
    return Telling(
        who=(shorten(one_line(due.by).removeprefix("The ").removeprefix("the "), LONGEST_NAME),) if due.by else (),
        whom=(),
        through=(),
        what=_DUE_NAMES[due.kind],
        words=shorten(one_line(rest if plain else due.what), LONGEST_WORDS),
        place=None,
        source=shorten(due.basis.partition(" (")[0], LONGEST_NAME),
        id=told.event or "",
    )


def names(actors: Iterable[Named], members: Iterable[Named]) -> tuple[str, ...]:
    """Return the actors' names; a group is not named beside those of whom it consists."""
    named = list(actors)
    inside = {member.uid for member in members}
    shown = [actor for actor in named if not _stands_for_others(actor, named, inside)]
    return tuple(shorten(one_line(actor.name), LONGEST_NAME) for actor in shown or named)


def _stands_for_others(actor: Named, named: list[Named], inside: set[str]) -> bool:
    """A group, where its members are there too: as the reading has it, or because its name is made of theirs."""
    if actor.kind in (ActorKind.PERSON, ActorKind.COUNTRY) or actor.uid in inside:
        return False
    others = [other for other in named if other is not actor]
    if inside & {other.uid for other in others}:
        return True
    words = f" {fold(actor.name)} ".replace(",", " ")
    return sum(f" {fold(other.name)} " in words for other in others) > 1


def source(event: ToldEvent) -> str:
    """Return who says so, and through which agency or document; where the article itself does, its outlet, else its title."""
    return voices(event.chain) or source_of(event.report)


def voices(chain: Iterable[Voice]) -> str:
    """Return a chain in short: who speaks, and who passes it on to the outlet; nothing where nobody speaks."""
    links = [voice for voice in chain if voice.role != ChainRole.OUTLET]
    if not links:
        return ""
    first = shorten(one_line(links[0].name), LONGEST_NAME) if links[0].name else "unnamed"
    through = [voice.name for voice in links[1:] if voice.name and voice.name != links[0].name]
    return f"{first}, via {through[-1]}" if through else first


def source_of(report: Report) -> str:
    """Return a report's outlet or agency, else the beginning of its title."""
    title = f"“{shorten(one_line(report.title), LONGEST_TITLE)}”" if report.title else ""
    return report.outlet or report.agency or title


def mark(entry: Entry) -> str:
    """Return the sign of how an entry stands."""
    return MARKS[entry.standing]


def standing_word(entry: Entry) -> str:
    """Return the word for it; nothing for what is done, as most acts are."""
    return "" if entry.standing is Standing.DONE else str(entry.standing)
