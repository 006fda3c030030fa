"""A record that has something of everything, made by hand: no model is needed to see how it is shown."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest

from dateline import Actor, Article, Attribution, Event, Instrument, Provision, Record, Timex
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

TEXT = (
    "OSLO, April 9 (Harbour Wire) -- Ada Berg met Ivo Kral in Oslo on Monday with Norway as host, "
    "the mission said, Vela reported.\r\n"
    "Berg denied that patrols had fired. She will visit Bergen on Friday.\r\n"
    "The draft lets patrols stay until May and replaces <b>an older</b> plan."
)


def at(words: str) -> Span:
    """Return where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def day(value: str) -> DateRange:
    """Return an event's date of one day."""
    return DateRange(value=value, earliest=value, latest=value)


@pytest.fixture(scope="session")
def place() -> Callable[[str], Span]:
    return at


@pytest.fixture(scope="session")
def record() -> Record:
    return Record(
        article=Article(
            text=TEXT, published=date(2031, 4, 9), outlet="Harbour Wire", title="Berg & Kral", place="Oslo"
        ),
        actors=(
            Actor(
                id="a1", name="Ada Berg", kind=ActorKind.PERSON, mentions=(at("Ada Berg"), at("She")), office="Envoy"
            ),
            Actor(id="a2", name="Ivo Kral", kind=ActorKind.PERSON, mentions=(at("Ivo Kral"),), sector=Sector.GOV),
            Actor(id="a3", name="mission", kind=ActorKind.ORGANIZATION, mentions=(at("the mission"),)),
            Actor(id="a4", name="Norway", kind=ActorKind.COUNTRY, mentions=(at("Norway"),), country="NOR"),
        ),
        times=(
            Timex(span=at("Monday"), type=TimexType.DATE, value="2031-04-07"),
            Timex(span=at("May"), type=TimexType.DATE, value=None, why="no year"),
        ),
        attributions=(
            Attribution(
                id="s1",
                kind=AttributionKind.INDIRECT,
                source=(at("the mission"),),
                cue=(at("said"),),
                content=(at("Ada Berg met Ivo Kral in Oslo on Monday"),),
                speaker="a3",
                chain=(
                    ChainLink(name="mission", role=ChainRole.SPEAKER, actor="a3"),
                    ChainLink(name="Vela", role=ChainRole.AGENCY),
                    ChainLink(name="Harbour Wire", role=ChainRole.OUTLET),
                ),
            ),
            Attribution(
                id="s2",
                kind=AttributionKind.INDIRECT,
                source=(at("Berg denied"),),
                cue=(at("denied"),),
                content=(at("that patrols had fired"),),
            ),
        ),
        events=(
            Event(
                id="e1",
                type=EventType.CONSULT,
                mode="visit",
                status=EventStatus.PLANNED,
                trigger=at("visit"),
                evidence=(at("She will visit Bergen on Friday"),),
                actors=("a1",),
                date=day("2031-04-11"),
                place="Bergen",
            ),
            Event(
                id="e2",
                type=EventType.ASSAULT,
                mode="firearms",
                status=EventStatus.DENIED,
                trigger=at("fired"),
                evidence=(at("that patrols had fired"),),
                attribution="s2",
            ),
            Event(
                id="e3",
                type=EventType.CONSULT,
                status=EventStatus.OCCURRED,
                trigger=at("met"),
                evidence=(at("Ada Berg met Ivo Kral in Oslo on Monday with Norway as host"),),
                actors=("a1",),
                recipients=("a2",),
                mediators=("a4",),
                date=day("2031-04-07"),
                topics=("fishing",),
                attribution="s1",
                instrument="i1",
            ),
        ),
        instruments=(
            Instrument(
                id="i1",
                kind=InstrumentKind.DRAFT_RESOLUTION,
                name="draft",
                evidence=(at("The draft"),),
                status=InstrumentStatus.PROPOSED,
                proposers=("a4",),
                dates=(StagedDate(stage=Stage.EXPIRES, value="../2031-05"),),
                relations=(Relation(type=RelationType.SUCCEEDS, target="i2", part=True),),
            ),
            Instrument(
                id="i2",
                kind=InstrumentKind.PLAN,
                name="<b>older</b> plan",
                evidence=(at("<b>an older</b> plan"),),
                status=InstrumentStatus.EXPIRED,
            ),
        ),
        provisions=(
            Provision(
                id="p1",
                type=ProvisionType.AUTHORIZATION,
                action="stay",
                evidence=(at("lets patrols stay until May"),),
                instrument="i1",
                bearer="patrols",
                purposes=("watch the fish",),
                with_=("Ivo Kral",),
                deadline="P60D",
                expires="2031-05-31",
            ),
            Provision(id="p2", type=ProvisionType.DEMAND, action="leave", evidence=(at("stay"),), bearer_actor="a2"),
        ),
        notes=("no publication date",),
        generated_by="dateline 9",
    )


VOID = {"meta", "input", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed in its order. Keeps texts, ids, links and names of elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._in_text = 0
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"an attribute twice on <{tag}>"
        if tag in VOID:
            return
        self.open.append(tag)
        if ("class", "text") in attrs:
            self.texts.append("")
            self._in_text = len(self.open)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if len(self.open) < self._in_text:
            self._in_text = 0

    def handle_data(self, data):
        if self._in_text:
            self.texts[-1] += data

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if attrs.get(name) is not None]


@pytest.fixture(scope="session")
def read_page() -> type[Page]:
    return Page
