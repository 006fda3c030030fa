"""What the tests of the finders share: the acts of a short text by name, and a cast by name.

The cast keeps the tests of papers from moving with the actor finder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from spacy.tokens import Doc

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast, Mention
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import find_words, read_word
from dateline.extract.event_story import Story
from dateline.extract.events import find_acts
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons
from dateline.records import Actor, ActorId, ActorKind, Article

COUNTRIES = {
    "Norway": "NOR",
    "Denmark": "DNK",
    "Chad": "TCD",
    "Niger": "NER",
    "Mali": "MLI",
    "Egypt": "EGY",
    "Brazil": "BRA",
    "France": "FRA",
    "Russia": "RUS",
    "Cuba": "CUB",
    "Sweden": "SWE",
    "Nepal": "NPL",
}
BODIES = ("ministry", "council", "cabinet", "parliament", "rebels", "agency", "board")


@dataclass(frozen=True, slots=True)
class Told:
    """One act of a text: its type, who takes part by name, and the act itself."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    mediators: frozenset[str]
    act: Act


@pytest.fixture(scope="session")
def tell(parse: Callable[[str], Doc], lex: Lexicons) -> Callable[..., list[Told]]:
    """Text (and day of publication) -> all acts that the step sees in it, before it chooses those worth noting."""

    def told(text: str, published: date | None = date(2012, 5, 16)) -> list[Told]:
        doc = parse(text)
        cast = find_actors(doc, lex.actors)
        times = find_times(doc, lex.times, anchor=published)
        attributions = find_attributions(doc, cast, times, lex.cues)
        words = find_words(doc, cast, attributions, lex.events)
        readings = [r for word in words if (r := read_word(word, cast, lex.events)) is not None]
        story = Story(doc, times, attributions, published)
        acts = find_acts(Article(text=text, published=published), readings, cast, story, lex.events)
        names = {actor.id: actor.name for actor in cast.actors}
        return [
            Told(
                type=act.type.value,
                actors=frozenset(names[a] for a in act.parts.actors),
                recipients=frozenset(names[a] for a in act.parts.recipients),
                mediators=frozenset(names[a] for a in act.parts.mediators),
                act=act,
            )
            for act in acts
        ]

    return told


@pytest.fixture(scope="session")
def cast_of() -> Callable[[Doc], Cast]:
    """Doc -> the cast of the states and bodies above that it names."""

    def cast(doc: Doc) -> Cast:
        places: dict[str, list[int]] = {}
        for token in doc:
            if token.text in COUNTRIES or token.text in BODIES:
                places.setdefault(token.text, []).append(token.i)
        actors = [
            Actor(
                id=ActorId(f"a{number}"),
                name=name,
                kind=ActorKind.COUNTRY if name in COUNTRIES else ActorKind.ORGANIZATION,
                country=COUNTRIES.get(name),
                mentions=tuple((doc[i].idx, doc[i].idx + len(name)) for i in found),
            )
            for number, (name, found) in enumerate(places.items(), start=1)
        ]
        return Cast(actors, [Mention(i, i + 1, i, a.id) for a in actors for i in places[a.name]])

    return cast
