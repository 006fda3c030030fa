"""What several formats ask of an event in the same way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.lexicons.coding_tables import country_codes
from dateline.records import Actor, EventStatus, EventType
from dateline.records.told import Told
from dateline.render.plain import one_line
from dateline.render.wording import act, status

# PLOVER's manual: an act of these types that is still to come is an agreement to it.
PROMISED = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
HAPPENED = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z])|\n\s*\n")


def as_plover(told: Iterable[Told]) -> Iterator[Told]:
    """Yield the events that formats without a status can tell truly.

    What happened stays; what is planned becomes AGREE where PLOVER's manual has it so; the rest is left out: a denied
    or cancelled act without its status would be told as done.
    """
    for item in told:
        event = item.event
        if event.status in HAPPENED:
            yield item
        elif event.status is EventStatus.PLANNED and event.type in PROMISED:
            yield replace(item, event=replace(event, type=EventType.AGREE, mode=None))


def exact_day(item: Told) -> str | None:
    """Return the event's day where it is known to the day; None else: a month's first day would be made up."""
    date = item.event.date
    return date.earliest if date.earliest and date.earliest == date.latest else None


def recipients(item: Told) -> tuple[str, ...]:
    """Return the ids of those acted upon: of a joint act among several, all but the first are the recipients."""
    event = item.event
    return event.recipients or event.actors[1:]


def actors(item: Told) -> tuple[str, ...]:
    """Return the ids of those who act; of a joint act without recipients the first."""
    event = item.event
    return event.actors if event.recipients else event.actors[:1]


def cow(actor: Actor) -> str | None:
    """Return the Correlates of War number of the actor's country."""
    codes = country_codes().get(actor.country or "")
    return str(codes.cow) if codes and codes.cow else None


def alpha2(country: str | None) -> str | None:
    """Return a country's two letters, in lower case."""
    codes = country_codes().get(country or "")
    return codes.alpha2.lower() if codes else None


def sentence_number(item: Told) -> int:
    """Return the number of the sentence that the event stands in, from 1, as full stops and empty lines part them."""
    return 1 + len(SENTENCE_END.findall(item.record.article.text, 0, item.event.trigger[0]))


def nearest_mention(item: Told, actor: Actor) -> int:
    """Return where the actor's mention nearest to the event's words begins; -1 if it has none."""
    at = item.event.trigger[0]
    return min((start for start, _ in actor.mentions), key=lambda start: abs(start - at), default=-1)


def headline(item: Told) -> str:
    """Return the event in a few words: "Ada Berg, Ivo Kral: talks (planned)"."""
    event = item.event
    names = ", ".join(one_line(a.name) for a in item.actors((*event.actors, *event.recipients)))
    # What has not happened is told apart in words: colours do not reach everybody.
    told = status(event)
    return f"{names or 'Unnamed'}: {act(event)}" + (f" ({told})" if told else "")


def source(item: Told) -> str | None:
    """Return who published the report: its outlet, else the agency of its date line."""
    return item.record.article.outlet or item.record.article.agency


def chain(item: Told) -> str:
    """Return the voices from the one who speaks to the outlet: "Ivo Kral (speaker) < Harbour Wire (agency)"."""
    attribution = item.attribution
    links = attribution.chain if attribution else ()
    return " < ".join(f"{link.name or 'unnamed'} ({link.role.value})" for link in links)
