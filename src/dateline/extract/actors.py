"""Doc -> Cast: who is in the article and where."""

from math import log

from spacy.tokens import Doc

from dateline.extract.actor_attributes import picker, settle
from dateline.extract.actor_entities import Entity
from dateline.extract.actor_extents import extend
from dateline.extract.actor_features import History, mention_features
from dateline.extract.actor_linking import link, listed_words, ranker
from dateline.extract.actor_phrases import Phrase, find_phrases
from dateline.extract.actor_words import Words, read_words
from dateline.extract.cast import Cast, Mention
from dateline.lexicons.actors import ActorLexicon
from dateline.records import Actor, ActorId, ActorKind

# The share of mentions among phrases of this score; 0.35 to 0.5 tried on the dev records, flat between 0.4 and 0.45.
THRESHOLD = log(0.42 / 0.58)


def find_actors(doc: Doc, lexicon: ActorLexicon) -> Cast:
    """Return the article's cast."""
    words = read_words(doc)
    phrases = find_phrases(words, lexicon)
    listed = listed_words(phrases)
    chosen = select(phrases, words, lexicon)
    entities = link(chosen, listed, words, lexicon, ranker(lexicon.weights.get("link", {})))
    settle(
        entities,
        words,
        lexicon,
        listed,
        {model: picker(lexicon.weights.get(model, {})) for model in ("sector", "kind", "country")},
    )
    ids = {id(entity): ActorId(f"a{number}") for number, entity in enumerate(entities, start=1)}
    actors = [_actor(entity, ids, doc) for entity in entities]
    mentions = [
        Mention(place.phrase.start, place.phrase.end, place.phrase.head, ids[id(entity)], place.how)
        for entity in entities
        for place in entity.places
    ]
    return Cast(actors, mentions)


def select(phrases: list[Phrase], words: Words, lexicon: ActorLexicon) -> list[Phrase]:
    """Return the phrases that stand for an actor, by the learned score."""
    weights = lexicon.weights.get("mention", {})
    history = History()
    kept = []
    for phrase in phrases:
        score = sum(weights.get(feature, 0.0) for feature in mention_features(phrase, words, history))
        history.note(phrase, words, taken=score > THRESHOLD)
        if score > THRESHOLD:
            kept.append(extend(phrase, words, lexicon.weights.get("extent", {})))
    return kept


def _actor(entity: Entity, ids: dict[int, ActorId], doc: Doc) -> Actor:
    spans = sorted(((doc[p.phrase.start : p.phrase.end], p.how) for p in entity.places), key=lambda pair: pair[0].start)
    return Actor(
        id=ids[id(entity)],
        name=entity.name,
        kind=entity.kind or ActorKind.ORGANIZATION,
        country=entity.country,
        sector=entity.sector,
        office=entity.office,
        members=tuple(ids[id(m)] for m in entity.members if id(m) in ids),
        mentions=tuple((span.start_char, span.end_char) for span, _ in spans),
        wikidata=entity.wikidata,
        resolved_by=tuple(how.value for _, how in spans),
    )
