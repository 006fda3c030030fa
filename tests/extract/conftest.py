"""What the tests of the events step share: the acts of a short text, with the names of those who take part."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from spacy.tokens import Doc

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import find_words, read_word
from dateline.extract.events import find_acts
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons
from dateline.records import Article


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
        acts = find_acts(doc, Article(text=text, published=published), readings, cast, times, lex.events)
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
