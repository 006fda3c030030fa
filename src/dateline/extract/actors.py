"""Doc -> Cast: who is in the article and where."""

from collections.abc import Mapping
from datetime import date
from math import log

from spacy.tokens import Doc

from dateline.extract.actor_attributes import settle
from dateline.extract.actor_choices import Choices, total
from dateline.extract.actor_entities import Entity
from dateline.extract.actor_extents import extend
from dateline.extract.actor_features import look_ahead, mention_features
from dateline.extract.actor_linking import link
from dateline.extract.actor_offices import identify
from dateline.extract.actor_papers import stands_for_paper
from dateline.extract.actor_phrases import Phrase, find_phrases
from dateline.extract.actor_words import Words, read_words
from dateline.extract.cast import Cast, Mention
from dateline.lexicons.actors import ActorLexicon
from dateline.records import Actor, ActorId, ActorKind

# Scores above which a phrase is taken for a mention: one that others share its actor with, and one that stands alone.
# 0.35 to 0.6 tried for both by threefold cross-validation on the train records; flat around these.
SHARED = log(0.38 / 0.62)
ALONE = log(0.48 / 0.52)


def find_actors(doc: Doc, lexicon: ActorLexicon, published: date | None = None) -> Cast:
    """Return the article's cast. published: its day, on which offices are looked up."""
    words = read_words(doc)
    phrases, listed = find_phrases(words, lexicon)
    scores = score(phrases, words, lexicon)
    ends = lexicon.weights.get("extent", {})
    likely = [
        extend(phrase, words, ends)
        for phrase in phrases
        if scores[phrase.head] > SHARED and not stands_for_paper(phrase, words)
    ]
    choices = Choices(lexicon)
    entities = confirmed(link(likely, listed, words, lexicon, choices), scores)
    identify(entities, words, lexicon, published)
    settle(entities, words, lexicon, listed, choices)
    ids = {id(entity): ActorId(f"a{number}") for number, entity in enumerate(entities, start=1)}
    actors = [_actor(entity, ids, words) for entity in entities]
    mentions = [
        Mention(place.phrase.start, place.phrase.end, place.phrase.head, ids[id(entity)], place.how)
        for entity in entities
        for place in entity.places
    ]
    return Cast(actors, mentions)


def score(phrases: list[Phrase], words: Words, lexicon: ActorLexicon) -> dict[int, float]:
    """Return by its head how much speaks for each phrase standing for an actor."""
    weights = lexicon.weights.get("mention", {})
    history = look_ahead(phrases, words)
    scores = {}
    for phrase in phrases:
        scores[phrase.head] = total(weights, mention_features(phrase, words, history, lexicon.verbs))
        history.note(phrase, words, taken=scores[phrase.head] > SHARED)
    return scores


def confirmed(entities: list[Entity], scores: Mapping[int, float]) -> list[Entity]:
    """Return the actors less those unknown to the tables that one doubtful phrase alone speaks for."""
    kept = [e for e in entities if e.key or len(e.places) > 1 or scores[e.places[0].phrase.head] > ALONE]
    for entity in kept:
        entity.members = [m for m in entity.members if any(m is e for e in kept)]
    return kept


def _actor(entity: Entity, ids: dict[int, ActorId], words: Words) -> Actor:
    places = sorted(entity.places, key=lambda place: place.phrase.start)
    return Actor(
        id=ids[id(entity)],
        name=entity.name,
        kind=entity.kind or ActorKind.ORGANIZATION,
        country=entity.country,
        sector=entity.sector,
        office=entity.office,
        members=tuple(ids[id(m)] for m in entity.members if id(m) in ids),
        mentions=tuple(words.chars(place.phrase.start, place.phrase.end) for place in places),
        wikidata=entity.wikidata,
        known=entity.key,
        resolved_by=tuple(place.how.value for place in places),
    )
