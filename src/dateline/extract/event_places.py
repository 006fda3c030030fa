"""Where an act took place: the phrase that says so, in the text's words, and where that lies."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.event_contexts import takes_topic
from dateline.extract.event_frames import Frame
from dateline.extract.syntax import phrase, words_of
from dateline.lexicons.places import Gazetteer
from dateline.records import Article, EventType, Location

_LABELS = ("GPE", "LOC", "FAC")
_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "to", "on", "across"})
# What is gone to is where the act takes place; for other acts 'to' names whom it is meant for.
_GONE_TO = frozenset({EventType.CONSULT, EventType.RETREAT, EventType.MOBILIZE})
_DESCRIPTIONS = frozenset(
    {
        *("the", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "capital"),
        *("northeastern", "northwestern", "southeastern", "southwestern", "occupied", "nearby", "town", "city", "of"),
        *("village", "port", "neighbouring", "neighboring", "downtown", "resort", "province"),
    }
)
_VISITED = frozenset({"visit", "tour", "reach", "leave"})


def find_place(kind: EventType, frame: Frame, article: Article) -> tuple[str, Token | None] | None:
    """Return the place that the words around the trigger name, with the name's head; 'here' is the dateline's place."""
    for token in _hosts(frame):
        for child in token.children:
            if (noun := _place_in(child, kind)) is not None:
                return _name(noun), noun
            if child.lower_ == "here" and child.dep_ == "advmod" and article.place is not None:
                return article.place, None
    visited = frame.objects if frame.kind == "verb" and frame.head.lemma_ in _VISITED else ()
    return next(((_name(noun), noun) for noun in visited if noun.ent_type_ in ("GPE", "LOC")), None)


def _place_in(child: Token, kind: EventType) -> Token | None:
    """Return the head of the place that a prepositional phrase names."""
    if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS or (child.lower_ == "to" and kind not in _GONE_TO):
        return None
    return next((n for n in child.children if n.dep_ == "pobj" and n.ent_type_ in _LABELS), None)


def locate(place: str, head: Token | None, article: Article, cast: Cast, gazetteer: Gazetteer) -> Location | None:
    """Return where a place lies, None where that is unknown or not clear.

    Words after the name ('Hebron, West Bank', 'Tripoli in Lebanon') and the article's countries decide between namesakes.
    """
    said = [code for word in _beside(head) if (code := _country_of(word, gazetteer)) is not None] if head else []
    own = [a.country for a in cast.actors if a.country is not None]
    filed = gazetteer.find(article.place) if article.place and article.place != place else None
    names = list(dict.fromkeys(_forms(place, head)))
    for hints in (said, own, [filed.country] if filed and filed.country else []):
        for name in names if hints else ():
            if (found := gazetteer.find(name, hints)) is not None and found.country in hints:
                return found
    return next((found for name in names if (found := gazetteer.find(name, said)) is not None), None)


def _hosts(frame: Frame) -> Iterator[Token]:
    yield frame.head
    if not takes_topic(frame):
        yield from frame.objects[:1]
    if frame.support is not None:
        yield frame.support
    for child in frame.head.children:
        if child.dep_ in ("acl", "relcl") and frame.kind == "noun":
            yield child


def _name(noun: Token) -> str:
    return words_of(noun.doc, phrase(noun))


def _forms(place: str, head: Token | None) -> Iterator[str]:
    """Yield the name as it stands, then with less and less of what only describes it ('the central', 'the capital')."""
    bare = place.split(",", maxsplit=1)[0]
    yield bare
    yield " ".join(w for w in bare.split() if w.lower() not in _DESCRIPTIONS)
    if head is not None:
        names = [c for c in head.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
        yield " ".join(t.text for t in (*names, head))
        yield head.text


def _beside(head: Token) -> Iterator[str]:
    """Yield the names that say more of a place: in apposition, after 'in' or 'of', or as its possessor."""
    for child in head.children:
        if child.dep_ in ("appos", "npadvmod", "nmod", "compound", "poss", "amod"):
            yield _name(child)
        elif child.dep_ == "prep" and child.lower_ in ("in", "of"):
            yield from (_name(c) for c in child.children if c.dep_ == "pobj")


def _country_of(word: str, gazetteer: Gazetteer) -> str | None:
    found = gazetteer.find(word)
    return found.country if found else None
