"""What a model answers, checked at the door item by item: words, labels and types; no offsets, no computed dates."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dateline.errors import ReaderError
from dateline.records import (
    CONTEXTS,
    MODES,
    ActorKind,
    AttributionKind,
    ChainRole,
    EventStatus,
    EventType,
    InstrumentKind,
    InstrumentStatus,
    ProvisionType,
    RelationType,
    Sector,
    Stage,
)

Label = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Words = Annotated[str, StringConstraints(min_length=1)]


class Part(BaseModel):
    """A part of an answer. Keys that we did not ask for are passed over."""

    model_config = ConfigDict(extra="ignore")


class Quote(Part):
    """Words of the article, and longer words around them where they stand at several places."""

    words: Words
    around: str | None = None


class ActorItem(Part):
    """Somebody, by the words that stand for them."""

    label: Label
    name: Words
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    mentions: list[Quote] = Field(min_length=1)


class Voice(Part):
    """A voice between the speaker and the article."""

    words: Quote
    role: ChainRole
    actor: Label | None = None


class AttributionItem(Part):
    """Somebody says something."""

    label: Label
    kind: AttributionKind
    source: Quote | None = None
    cue: Quote | None = None
    content: list[Quote] = Field(min_length=1)
    speakers: list[Label] = []
    role: ChainRole = ChainRole.SPEAKER
    via: list[Voice] = []
    said: Quote | None = None
    within: Label | None = None


class EventItem(Part):
    """One act."""

    type: EventType
    mode: str | None = None
    status: EventStatus
    contexts: list[str] = []
    trigger: Quote
    evidence: list[Quote] = Field(min_length=1)
    actors: list[Label] = []
    recipients: list[Label] = []
    mediators: list[Label] = []
    date: Quote | None = None
    place: Quote | None = None
    topics: list[str] = []
    attribution: Label | None = None
    instrument: Label | None = None


class StageItem(Part):
    """When a paper reached a stage, in the article's words."""

    stage: Stage
    date: Quote


class RelationItem(Part):
    """How one paper stands to another."""

    type: RelationType
    target: Label
    part: bool = False


class InstrumentItem(Part):
    """A paper."""

    label: Label
    kind: InstrumentKind
    name: Words
    symbol: str | None = None
    body: str | None = None
    status: InstrumentStatus
    evidence: list[Quote] = Field(min_length=1)
    proposers: list[Label] = []
    parties: list[Label] = []
    dates: list[StageItem] = []
    relations: list[RelationItem] = []


class ProvisionItem(Part):
    """What a paper makes somebody do."""

    type: ProvisionType
    instrument: Label | None = None
    bearer: str | None = None
    bearer_actor: Label | None = None
    action: Words
    purposes: list[str] = []
    with_: list[str] = Field(default=[], alias="with")
    deadline: Quote | None = None
    expires: Quote | None = None
    evidence: list[Quote] = Field(min_length=1)
    attribution: Label | None = None


LAYERS: dict[str, type[Part]] = {
    "actors": ActorItem,
    "attributions": AttributionItem,
    "events": EventItem,
    "instruments": InstrumentItem,
    "provisions": ProvisionItem,
}


@dataclass(slots=True)
class Answer:
    """The items that are as they should be, and a line for each that is not."""

    actors: list[ActorItem] = field(default_factory=list)
    attributions: list[AttributionItem] = field(default_factory=list)
    events: list[EventItem] = field(default_factory=list)
    instruments: list[InstrumentItem] = field(default_factory=list)
    provisions: list[ProvisionItem] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class _Whole(Part):
    actors: list[ActorItem]
    attributions: list[AttributionItem]
    events: list[EventItem]
    instruments: list[InstrumentItem]
    provisions: list[ProvisionItem]


def answer_schema() -> dict[str, Any]:
    """Return the JSON schema that the model is asked to keep to: every key required, nothing else allowed."""
    schema: dict[str, Any] = _strict(_Whole.model_json_schema(by_alias=True))
    event = schema["$defs"]["EventItem"]["properties"]
    event["mode"] = {"anyOf": [{"enum": sorted(set().union(*MODES.values()))}, {"type": "null"}]}
    event["contexts"] = {"type": "array", "items": {"enum": sorted(CONTEXTS)}}
    return schema


def read_answer(content: str) -> Answer:
    """Return what can be used of an answer. Raises ReaderError if it holds no list that we asked for."""
    if not content.strip():
        raise ReaderError("the model's answer is empty")
    lists, note = _lists(content)
    if not lists:
        raise ReaderError("the model's answer holds no JSON with any list that was asked for")
    answer = Answer(refused=[note] if note else [])
    for layer, items in lists.items():
        for number, item in enumerate(items, 1):
            try:
                getattr(answer, layer).append(LAYERS[layer].model_validate(item))
            except ValidationError as error:
                answer.refused.append(f"{layer[:-1]} {number} of the answer: {_first(error)}")
    return answer


def _lists(content: str) -> tuple[dict[str, list[Any]], str]:
    """Return the answer's lists by name, and what was wrong around them."""
    try:
        return _layers(json.loads(content)), ""
    except (ValueError, RecursionError):
        pass
    for start in (m.start() for m in re.finditer(r"\{", content)):
        try:
            data, end = json.JSONDecoder().raw_decode(content, start)
        except (ValueError, RecursionError):
            break  # broken off: what comes within it is no whole answer
        if found := _layers(data):
            return found, f"answer: {len(content) - (end - start)} characters around the JSON passed over"
    lists = {layer: items for layer in LAYERS if (items := list(_whole_items(content, layer)))}
    return lists, "answer: the JSON is broken; only its whole items are read" if lists else ""


def _layers(data: object) -> dict[str, list[Any]]:
    if not isinstance(data, dict):
        return {}
    return {layer: data[layer] for layer in LAYERS if isinstance(data.get(layer), list)}


def _whole_items(content: str, layer: str) -> Iterator[Any]:
    """Yield the items of a list up to where it breaks off."""
    for opening in re.finditer(rf'"{layer}"\s*:\s*\[\s*(?=\{{)', content):
        place = opening.end()
        while content[place : place + 1] == "{":
            try:
                item, place = json.JSONDecoder().raw_decode(content, place)
            except (ValueError, RecursionError):
                return
            if "label" in item or "evidence" in item:  # an event's "actors" are labels, not items
                yield item
            between = re.compile(r"\s*,\s*").match(content, place)
            if not between:
                return
            place = between.end()


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(str(p) for p in first['loc'])}: {first['msg']}"[:200]


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(n) for n in node]
    if not isinstance(node, dict):
        return node
    kept = {k: _strict(v) for k, v in node.items() if k not in ("default", "description", "minLength", "maxLength")}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    if kept.get("type") == "object" and "properties" in kept:
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept
