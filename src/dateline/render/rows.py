"""Record -> its head, events and claims as their readers see them; the terminal and the page share these rows.

A row's key is a letter and a number, its place in the record ("e3"), as in marks.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import (
    ActorId,
    Attribution,
    AttributionKind,
    ChainLink,
    ChainRole,
    Event,
    Record,
    Span,
)
from dateline.render.wording import act, counts, status, when

END_OF_TIME = "9999"
LONGEST_WORDS = 60  # characters of an event's own words: the verb and its object, mostly
SENTENCE = 4  # blanks: "Sunday, 16 November 2031" has three
LONGEST_TITLE = 120  # characters of a first line that stands for a title: headlines have up to 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event. whom: recipients; through: mediators; source: who says so, None where it is the article.

    counts: victims and crowds; about: its topics or its paper; words: where there are none, the text from its trigger on.
    """

    key: str
    event: Event
    when: str
    who: tuple[str, ...]
    what: str
    status: str | None
    whom: tuple[str, ...]
    through: tuple[str, ...]
    counts: tuple[str, ...]
    about: tuple[str, ...]
    words: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One attribution. through: the voices between the speaker and the outlet."""

    key: str
    claim: Attribution
    who: str
    through: tuple[str, ...]
    said: str
    words: str


def title(record: Record) -> str:
    """Return the article's title, or the beginning of its first line that is a sentence and no date."""
    if record.article.title:
        return record.article.title
    lines = [" ".join(line.split()) for line in record.article.text.splitlines() if line.strip()]
    first = next((line for line in lines if line.count(" ") >= SENTENCE), lines[0] if lines else "No title")
    return shorten(first, LONGEST_TITLE)


def known(record: Record) -> tuple[str, ...]:
    """Return what is known of the article's publication: outlet, day, place, agency."""
    article = record.article
    agency = f"from {article.agency}" if article.agency and article.agency != article.outlet else None
    parts = (article.outlet, str(article.published) if article.published else "no date", article.place, agency)
    return tuple(part for part in parts if part)


def shorten(words: str, longest: int) -> str:
    """Return the words if they are not longer than so many characters, else as many as fit, and an ellipsis."""
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"


def event_rows(record: Record) -> tuple[EventRow, ...]:
    """Return the events by date; those without one come last, in text order."""
    voices = {a.id: voice(record, a) for a in record.attributions}
    papers = {i.id: i.name for i in record.instruments}
    return tuple(
        EventRow(
            key=f"e{n}",
            event=e,
            when=when(e.date),
            who=names(record, e.actors),
            what=act(e),
            status=status(e),
            whom=names(record, e.recipients),
            through=names(record, e.mediators),
            counts=counts(e),
            about=(about := e.topics or tuple(papers[i] for i in (e.instrument,) if i)),
            words="" if about else shorten(_from_trigger(record, e), LONGEST_WORDS),
            source=voices.get(e.attribution) if e.attribution else None,
        )
        for n, e in sorted(enumerate(record.events, 1), key=lambda pair: _date_order(pair[1]))
    )


def _from_trigger(record: Record, event: Event) -> str:
    """Return the trigger and what follows it in the same evidence ("signed the accord in Oslo")."""
    start, end = event.trigger
    end = max((e for s, e in event.evidence if s <= start < e), default=end)
    return " ".join(record.quote((start, max(end, event.trigger[1]))).split())


def _date_order(event: Event) -> tuple[str, str, Span]:
    day = event.date
    return day.earliest or day.latest or END_OF_TIME, day.latest or END_OF_TIME, event.trigger


def claim_rows(record: Record) -> tuple[ClaimRow, ...]:
    """Return the attributions in text order."""
    return tuple(
        ClaimRow(
            key=f"s{n}",
            claim=a,
            who=voice(record, a),
            through=tuple(link.name or "" for link in _others(a)),
            said=_said(record, a),
            words=" … ".join(_words(record, a.content)),
        )
        for n, a in sorted(enumerate(record.attributions, 1), key=lambda pair: _text_order(pair[1]))
    )


def _text_order(claim: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*claim.content, *claim.cue)))


def voice(record: Record, claim: Attribution) -> str:
    """Return the name of who speaks: the actors', else as the chain or the text names it, else "unnamed"."""
    speakers = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    first = claim.chain[0].name if claim.chain else ""
    return ", ".join(names(record, speakers)) or first or " ".join(_words(record, claim.source)) or "unnamed"


def _others(claim: Attribution) -> Sequence[ChainLink]:
    """Return the voices after the speakers', but for the outlet: the article's head names it."""
    speakers = {*claim.speakers, claim.speaker} - {None}
    return [
        link
        for link in claim.chain[1:]
        if link.name and link.role is not ChainRole.OUTLET and (link.actor is None or link.actor not in speakers)
    ]


def _said(record: Record, claim: Attribution) -> str:
    return " … ".join(_words(record, claim.cue)) or {AttributionKind.DIRECT: "quoted"}.get(claim.kind, "reported")


def names(record: Record, ids: Iterable[ActorId]) -> tuple[str, ...]:
    """Return the actors' names."""
    return tuple(record.actor(i).name for i in ids)


def _words(record: Record, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(" ".join(record.quote(span).split()) for span in spans)
