"""Invented reports for the store's tests: made by hand or by Hypothesis, no model needed."""

from datetime import date, timedelta

from hypothesis import strategies as st
from tests.parts import drawing, spans_in

from dateline import Actor, Article, Attribution, Event, Instrument, Provision, Record, Timex
from dateline.archive import entry
from dateline.records import (
    ActorKind,
    AttributionKind,
    ChainLink,
    ChainRole,
    DateRange,
    EventStatus,
    EventType,
    InstrumentKind,
    InstrumentStatus,
    ProvisionType,
    Relation,
    RelationType,
    Sector,
    Span,
    Stage,
    StagedDate,
    TimexType,
)
from dateline.records.entry import Entry
from dateline.records.plover import MODES

NAMES = ("Ada Berg", "Ivo Kral", "Mira Solheim", "Tarek Odu", "Lena Vask")
PUBLISHED = date(2031, 4, 9)


def report(
    number: int = 1, *, names: tuple[str, str] = NAMES[:2], rules: str = "rules 1", locator: str | None = "", **changed
) -> Entry:
    """Return a report with something of everything. locator: "" for one of its own."""
    text = (
        f"{names[0]} met {names[1]} in Oslo on Monday, the mission said. The draft, S/2031/{number}, lets patrols "
        f"stay until May. They will meet again on 20 April in round {number}."
    )

    def at(words: str) -> Span:
        return text.index(words), text.index(words) + len(words)

    monday, later = "2031-04-07", (PUBLISHED + timedelta(days=11)).isoformat()
    layers = {
        "article": Article(
            text=text, published=PUBLISHED, outlet="Harbour Wire", title=f"Round {number}", place="Oslo"
        ),
        "actors": (
            Actor(
                id="a1", name=names[0], kind=ActorKind.PERSON, country="NOR", mentions=(at(names[0]),), office="Envoy"
            ),
            Actor(id="a2", name=names[1], kind=ActorKind.PERSON, sector=Sector.GOV, mentions=(at(names[1]),)),
            Actor(id="a3", name="mission", kind=ActorKind.ORGANIZATION, mentions=(at("the mission"),)),
        ),
        "times": (Timex(span=at("Monday"), type=TimexType.DATE, value=monday, earliest=monday, latest=monday),),
        "attributions": (
            Attribution(
                id="s1",
                kind=AttributionKind.INDIRECT,
                source=(at("the mission"),),
                cue=(at("said"),),
                content=(at(f"{names[0]} met {names[1]} in Oslo on Monday"),),
                speaker="a3",
                chain=(ChainLink(name="mission", role=ChainRole.SPEAKER, actor="a3"),),
            ),
        ),
        "events": (
            Event(
                id="e1",
                type=EventType.CONSULT,
                mode="visit",
                status=EventStatus.OCCURRED,
                trigger=at("met"),
                evidence=(at(f"{names[0]} met {names[1]} in Oslo on Monday"),),
                rule="consult.meet",
                actors=("a1", "a2"),
                date=DateRange(value=monday, earliest=monday, latest=monday),
                place="Oslo",
                attribution="s1",
            ),
            Event(
                id="e2",
                type=EventType.CONSULT,
                mode=None,
                status=EventStatus.PLANNED,
                trigger=at("meet again"),
                evidence=(at("They will meet again on 20 April"),),
                rule="consult.meet",
                actors=("a1", "a2"),
                date=DateRange(value=later, earliest=later, latest=later),
            ),
        ),
        "instruments": (
            Instrument(
                id="i1",
                kind=InstrumentKind.DRAFT_RESOLUTION,
                name="draft",
                symbol=f"S/2031/{number}",
                evidence=(at("The draft"),),
                status=InstrumentStatus.PROPOSED,
                proposers=("a1",),
                dates=(StagedDate(stage=Stage.EXPIRES, value="2031-05"),),
                relations=(Relation(type=RelationType.AMENDS, target="i1"),),
            ),
        ),
        "provisions": (
            Provision(
                id="p1",
                type=ProvisionType.AUTHORIZATION,
                action="stay until May",
                evidence=(at("lets patrols stay until May"),),
                instrument="i1",
                bearer="patrols",
                expires="2031-05",
            ),
        ),
        "generated_by": rules,
    }
    place = f"https://wire.example/{number}" if locator == "" else locator
    return entry(Record(**{**layers, **changed}), place)


ODD = st.sampled_from(
    [
        "\r\n",
        "\n\n",
        "\t",
        '"',
        "\\u0000",
        "\\",
        "🕊️",
        "👩🏽‍⚖️",
        "e\u0301",
        "\u200f\u0627\u0644",
        "\u2028",
        "\ufeff",
        "\x7f",
        "\ufffe",
        "'",
        "%s",
        ":x",
    ]
)
CHARACTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
TEXTS = st.lists(st.one_of(ODD, st.text(CHARACTERS, max_size=5)), min_size=1, max_size=12).map("".join).filter(len)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
EVENTS = st.sampled_from([(kind, mode) for kind in EventType for mode in (None, *sorted(MODES[kind]))])


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return records whose words are anything that a database can hold, with spans anywhere."""
    text = draw(TEXTS)
    span, spans = spans_in(text)
    some = drawing(draw)

    actors = some(
        Actor,
        id="",
        name=TEXTS,
        kind=st.sampled_from(ActorKind),
        mentions=spans,
        country=st.none() | st.sampled_from(["NOR", "KEN"]),
        office=st.none() | TEXTS,
        wikidata=st.none() | st.sampled_from(["Q1", "Q2"]),
    )
    ids = [a.id for a in actors]
    one, several = (
        (st.none() | st.sampled_from(ids), st.lists(st.sampled_from(ids), max_size=3))
        if ids
        else (
            st.none(),
            st.just([]),
        )
    )
    attributions = some(
        Attribution,
        id="",
        kind=st.sampled_from(AttributionKind),
        source=spans,
        cue=spans,
        content=spans,
        speaker=one,
        date=st.none() | TEXTS | DAYS.map(str),
    )
    instruments = some(
        Instrument,
        id="",
        kind=st.sampled_from(InstrumentKind),
        name=TEXTS,
        evidence=spans.filter(bool),
        status=st.sampled_from(InstrumentStatus),
        symbol=st.none() | st.sampled_from(["S/2031/1", "S/2031/2"]),
        proposers=several.map(tuple),
        dates=st.lists(
            st.builds(StagedDate, stage=st.sampled_from(Stage), value=DAYS.map(str) | TEXTS), max_size=2
        ).map(tuple),
    )

    def event(act, actors, day, **fields):
        fields["date"] = DateRange(value=str(day), earliest=str(day), latest=str(day)) if day else DateRange()
        return Event(type=act[0], mode=act[1], actors=tuple(actors), **fields)

    events = some(
        event,
        act=EVENTS,
        actors=several,
        day=st.none() | DAYS,
        id="",
        status=st.sampled_from(EventStatus),
        trigger=span,
        evidence=spans,
        place=st.none() | TEXTS,
        topics=st.lists(TEXTS, max_size=2).map(tuple),
    )
    return Record(
        article=Article(
            text=text, title=draw(st.none() | TEXTS), outlet=draw(st.none() | TEXTS), published=draw(st.none() | DAYS)
        ),
        actors=actors,
        times=tuple(Timex(span=s, type=TimexType.DATE, value=draw(TEXTS)) for s in draw(st.lists(span, max_size=2))),
        attributions=attributions,
        events=events,
        instruments=instruments,
        provisions=some(
            Provision,
            id="",
            type=st.sampled_from(ProvisionType),
            action=TEXTS,
            evidence=spans.filter(bool),
            bearer=st.none() | TEXTS,
        ),
        generated_by="made for tests",
    )
