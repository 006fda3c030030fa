"""Labelled articles -> what each model of the events step learns from: features and the right answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.gold_layers import gold_article, gold_attributions, gold_cast, gold_times
from spacy.tokens import Doc, Token

from dateline.extract.actors import find_actors
from dateline.extract.attributions import find_attributions
from dateline.extract.cast import Cast
from dateline.extract.event_choices import NO_MODE, mode_features, status_features
from dateline.extract.event_dating import Asked
from dateline.extract.event_merging import Act
from dateline.extract.event_readings import NO_EVENT, Reading, Word, find_words, reading_as
from dateline.extract.event_roles import NO_PART, find_players
from dateline.extract.event_scoring import score_features
from dateline.extract.event_status import find_status, settle
from dateline.extract.event_story import Story
from dateline.extract.times import find_times
from dateline.lexicons import Lexicons, load_lexicons
from dateline.lexicons.events import EventLexicon
from dateline.records import Attribution, DateRange, EventType, Timex
from tools.choice_model import Group

Row = dict[str, Any]
Layers = tuple[Cast, tuple[Timex, ...], tuple[Attribution, ...]]
Sample = tuple[Sequence[str], str]  # an example's features and its label


@dataclass(slots=True)
class Labelled:
    """An article with the layers that the events step is given, its words, and the event that each word shows."""

    row: Row
    doc: Doc
    cast: Cast
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    words: list[Word]
    events: dict[int, Row]
    doubtful: set[int]


def label(row: Row, doc: Doc, layers: Layers, lexicon: EventLexicon) -> Labelled:
    """Return an article with its words labelled."""
    words = [w for w in find_words(doc, layers[0], layers[2], lexicon, learning=True) if not w.echo]
    events: dict[int, Row] = {}
    doubtful: set[int] = set()
    for event in row["events"]:
        start, end = event["trigger"]
        here = [w for w in words if w.head.idx < end and w.head.idx + len(w.head) > start]
        here.sort(key=lambda w: (_depth(w.head), w.head.i))
        sure = [w for w in here if any(c.rule.type == event["type"] for c, _ in w.matches)]
        free = [w for w in (*sure, *here) if w.head.i not in events]
        if free:
            events[free[0].head.i] = event
            doubtful.update(w.head.i for w in here if w is not free[0])
    return Labelled(row, doc, *layers, words, events, doubtful - set(events))


def labelled(pairs: Iterable[tuple[Row, Doc]], lexicon: EventLexicon) -> list[Labelled]:
    """Return the articles with their words labelled, each twice: with the labelled layers and with those found."""
    every = load_lexicons()
    return [label(row, doc, layers, lexicon) for old, doc in pairs for row, layers in layers_of(old, doc, every)]


def reading_samples(articles: Iterable[Labelled]) -> Iterator[Sample]:
    """Yield what each word shows."""
    for article in articles:
        for word in article.words:
            event = article.events.get(word.head.i)
            if word.head.i not in article.doubtful:
                yield word.features, event["type"] if event else NO_EVENT


def role_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield which part each actor near an event's trigger plays."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        roles = {a: role for role in ("mediators", "recipients", "actors") for a in event.get(role) or ()}
        for player in find_players(reading, article.cast):
            yield player.features, roles.get(player.actor, NO_PART)


def date_groups(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Group]:
    """Yield for each event the dates that it may have, and which of them are right."""
    for article in articles:
        story = Story(article.doc, article.times, article.attributions, gold_article(article.row).published)
        for word, reading in _readings(article, lexicon):
            event = article.events.get(word.head.i)
            asked = Asked(reading, reading.parts, story, find_status(reading.candidate.rule, word.frame, lexicon))
            if event is not None:
                options = asked.options()
                right = frozenset(i for i, (when, _) in enumerate(options) if _same(when, _days(event)))
                yield [features for _, features in options], right
            story.note(reading.candidate, reading.parts, asked.date_by_rule())


def _readings(article: Labelled, lexicon: EventLexicon) -> Iterator[tuple[Word, Reading]]:
    """Yield the words that show an event or at which a rule fires, read as that event's type or the rule's."""
    for word in article.words:
        event = article.events.get(word.head.i)
        if event is not None or word.matches:
            kind = EventType(event["type"]) if event else word.matches[0][0].rule.type
            yield word, reading_as(word, kind, 1.0, article.cast, lexicon)


def status_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield each event's status."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        when, published = _days(event), gold_article(article.row).published
        by_rule = settle(find_status(reading.candidate.rule, word.frame, lexicon), when, published)
        yield list(status_features(reading.candidate, by_rule, when, published, word.said_in)), event["status"]


def mode_samples(articles: Iterable[Labelled], lexicon: EventLexicon) -> Iterator[Sample]:
    """Yield each event's mode."""
    for article, word, event in _events(articles):
        reading = reading_as(word, EventType(event["type"]), 1.0, article.cast, lexicon)
        yield list(mode_features(reading.candidate, lexicon)), event.get("mode") or NO_MODE


def event_samples(article: Labelled, acts: Sequence[Act]) -> Iterator[Sample]:
    """Yield for each act of an article whether it is an event of its own."""
    for act, features in zip(acts, score_features(acts, article.cast), strict=True):
        if act.head.i not in article.doubtful:
            yield features, "event" if act.head.i in article.events else "none"


def layers_of(row: Row, doc: Doc, lexicons: Lexicons) -> Iterator[tuple[Row, Layers]]:
    """Yield an article's labels with the labelled layers, and again, by the ids found, with those that the finders find.

    Learning from both, the models trust good layers and can do with worse ones.
    """
    yield row, (gold_cast(row, doc), gold_times(row), gold_attributions(row))
    cast = find_actors(doc, lexicons.actors)
    times = find_times(doc, lexicons.times, anchor=gold_article(row).published)
    yield renamed(row, cast), (cast, times, find_attributions(doc, cast, times, lexicons.cues))


def renamed(row: Row, cast: Cast) -> Row:
    """Return the labels with the ids of the actors that were found, those that share the most mentions being the same."""
    shares = sorted(
        (
            (sum(any(a < d and c < b for c, d in found.mentions) for a, b in known["mentions"]), known["id"], found.id)
            for known in row["actors"]
            for found in cast.actors
        ),
        key=lambda share: -share[0],
    )
    names: dict[str, str] = {}
    for share, known_id, found_id in shares:
        if share and known_id not in names and found_id not in names.values():
            names[known_id] = found_id
    events = [
        event
        | {
            role: [names.get(a, f"?{a}") for a in event.get(role) or ()]
            for role in ("actors", "recipients", "mediators")
        }
        for event in row["events"]
    ]
    return row | {"events": events}


def _events(articles: Iterable[Labelled]) -> Iterator[tuple[Labelled, Word, Row]]:
    for article in articles:
        for word in article.words:
            if (event := article.events.get(word.head.i)) is not None:
                yield article, word, event


def _days(event: Row) -> DateRange:
    return DateRange(**(event.get("date") or {}))


def _same(one: DateRange, other: DateRange) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
