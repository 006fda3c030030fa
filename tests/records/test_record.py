import json
from datetime import date

import pytest

from dateline import Actor, Article, Attribution, Event, Instrument, Provision, Record, RecordError, Timex
from dateline.records import (
    MODES,
    QUADS,
    ActorId,
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
    Stage,
    StagedDate,
    TimexType,
    article_id,
)

TEXT = "Envoy Ada Berg met Ivo Kral on Monday, the mission said. Their draft lets patrols stay until May."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def record(**changed: object) -> Record:
    layers: dict[str, object] = {
        "article": Article(text=TEXT, published=date(2031, 4, 9), outlet="Harbour Wire"),
        "actors": (
            Actor(id="a1", name="Ada Berg", kind=ActorKind.PERSON, mentions=(at("Envoy Ada Berg"),), office="Envoy"),
            Actor(id="a2", name="Ivo Kral", kind=ActorKind.PERSON, mentions=(at("Ivo Kral"),), sector=Sector.GOV),
            Actor(id="a3", name="mission", kind=ActorKind.ORGANIZATION, mentions=(at("the mission"),)),
        ),
        "times": (
            Timex(
                span=at("Monday"), type=TimexType.DATE, value="2031-04-07", earliest="2031-04-07", latest="2031-04-07"
            ),
        ),
        "attributions": (
            Attribution(
                id="s1",
                kind=AttributionKind.INDIRECT,
                source=(at("the mission"),),
                cue=(at("said"),),
                content=(at("Envoy Ada Berg met Ivo Kral on Monday"),),
                speaker="a3",
                chain=(ChainLink(name="mission", role=ChainRole.SPEAKER, actor=ActorId("a3")),),
            ),
        ),
        "events": (
            Event(
                id="e1",
                type=EventType.CONSULT,
                status=EventStatus.OCCURRED,
                trigger=at("met"),
                evidence=(at("Envoy Ada Berg met Ivo Kral on Monday"),),
                rule="consult.meet",
                actors=("a1", "a2"),
                date=DateRange(value="2031-04-07", earliest="2031-04-07", latest="2031-04-07"),
                attribution="s1",
                instrument="i1",
            ),
        ),
        "instruments": (
            Instrument(
                id="i1",
                kind=InstrumentKind.PLAN,
                name="draft",
                evidence=(at("Their draft"),),
                status=InstrumentStatus.PROPOSED,
                parties=("a1", "a2"),
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
                with_=("Ivo Kral",),
            ),
        ),
    }
    return Record(**{**layers, **changed})


def test_json_has_the_contracts_names():
    data = json.loads(record().to_json())
    assert data["article"]["published"] == "2031-04-09"
    assert data["provisions"][0]["with"] == ["Ivo Kral"]
    assert data["events"][0]["quad"] == 1
    assert data["events"][0]["trigger"] == list(at("met"))
    assert data["attributions"][0]["chain"][0] == {"name": "mission", "role": "speaker", "actor": "a3"}
    assert "\n" not in record().to_json()


def test_quote_gives_the_words_under_a_span():
    assert record().quote(at("Their draft")) == "Their draft"


def test_actor_is_found_by_id_or_not_at_all():
    assert record().actor("a2").name == "Ivo Kral"
    with pytest.raises(KeyError):
        record().actor("a9")


@pytest.mark.parametrize(
    ("layer", "value", "message"),
    [
        ("times", (Timex(span=(90, 900), type=TimexType.DATE, value="2031"),), "outside a text"),
        ("provisions", (record().provisions[0], record().provisions[0]), "two provisions have one id"),
        ("instruments", (), "which the record does not hold"),
        ("attributions", (), "which the record does not hold"),
        ("actors", record().actors[:1], "which the record does not hold"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(layer, value, message):
    with pytest.raises(RecordError, match=message):
        record(**{layer: value})


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (-1, 4)])
def test_an_empty_or_reversed_span_is_refused(span):
    with pytest.raises(RecordError):
        Timex(span=span, type=TimexType.DATE, value="2031")


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"mode": "phone", "type": EventType.AGREE}, "has no mode"), ({"contexts": ("gossip",)}, "no such contexts")],
)
def test_an_event_keeps_to_the_ontology(changed, message):
    fields = {"type": EventType.CONSULT, "status": EventStatus.OCCURRED, "trigger": (0, 1), "evidence": (), "rule": "r"}
    with pytest.raises(RecordError, match=message):
        Event(id="e1", **{**fields, **changed})


def test_every_type_has_a_quad_and_modes():
    assert set(QUADS) == set(MODES) == set(EventType)


def test_an_article_is_known_by_its_text():
    assert Article(text="a").id == article_id("a") == "ca978112ca1bbdca"
    assert Article(text="a").id != Article(text="b").id
