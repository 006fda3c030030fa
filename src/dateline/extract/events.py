"""Doc -> Event: who did what to whom."""

import datetime
from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts
from dateline.extract.event_choices import choose_mode, choose_status, mode_features, status_features
from dateline.extract.event_contexts import find_contexts, find_topics
from dateline.extract.event_counts import find_size, find_victims
from dateline.extract.event_dating import date_act
from dateline.extract.event_matching import MAX_TRIGGER, Candidate
from dateline.extract.event_means import mode_of
from dateline.extract.event_merging import Act, relate, select, take_echo
from dateline.extract.event_places import find_place, locate
from dateline.extract.event_readings import Reading, find_words, read_word
from dateline.extract.event_references import refer
from dateline.extract.event_roles import assign_parts
from dateline.extract.event_scoring import score_acts
from dateline.extract.event_status import find_status, settle
from dateline.extract.event_story import Story
from dateline.extract.syntax import clause, trim
from dateline.lexicons.events import EventLexicon
from dateline.records import Article, Attribution, Event, EventId, EventType, Span, Timex


def find_events(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    lexicon: EventLexicon,
) -> tuple[Event, ...]:
    """Return the events in text order."""
    words = find_words(doc, cast, attributions, lexicon)
    readings = [r for word in words if (r := read_word(word, cast, lexicon)) is not None]
    story = Story(doc, times, attributions, article.published)
    acts = find_acts(article, readings, cast, story, lexicon)
    score_acts(acts, cast, lexicon)
    kept = select(acts, lexicon.learned.limits.get("event", 0.5))
    for act in kept:
        act.mode = choose_mode(list(mode_features(act.candidate, lexicon)), act.candidate, lexicon)
    for word in words:
        if word.echo:
            reading = Reading(*word.matches[0], word.said_in, 1.0)
            take_echo(make_act(reading, reading.parts, story, article.published, lexicon), kept)
    voices = [story.voice(act.candidate, act.said_in) for act in kept]
    return tuple(
        _event(number, act, voice, article, cast, lexicon)
        for number, (act, voice) in enumerate(zip(kept, voices, strict=True), start=1)
    )


def find_acts(article: Article, readings: list[Reading], cast: Cast, story: Story, lexicon: EventLexicon) -> list[Act]:
    """Return the acts of these readings with all that the text tells of each, and how they stand to each other."""
    acts: list[Act] = []
    for reading in readings:
        parts = assign_parts(reading, cast, lexicon)
        refer(reading, parts, acts, article, cast, lexicon)
        acts.append(make_act(reading, parts, story, article.published, lexicon))
    relate(acts, lexicon)
    return acts


def make_act(
    reading: Reading, parts: Parts, story: Story, published: datetime.date | None, lexicon: EventLexicon
) -> Act:
    """Return a reading with its date, its status and its mode.

    story: what has been told before: one who 'also urged' did so on the day of the statement before.
    """
    candidate, said_in = reading.candidate, reading.said_in
    told = find_status(candidate.rule, candidate.frame, lexicon)
    when = date_act(reading, parts, story, told, lexicon)
    by_rule = settle(told, when, published)
    status = choose_status(list(status_features(candidate, by_rule, when, published, said_in)), by_rule, lexicon)
    return Act(
        candidate=candidate,
        parts=parts,
        said_in=said_in,
        date=when,
        status=status,
        mode=mode_of(candidate),
        chance=reading.chance,
    )


def _event(
    number: int, act: Act, voice: Attribution | None, article: Article, cast: Cast, lexicon: EventLexicon
) -> Event:
    candidate = act.candidate
    frame = candidate.frame
    dead, injured = _casualties(act)
    place = find_place(act.type, frame, article)
    return Event(
        id=EventId(f"e{number}"),
        type=candidate.rule.type,
        mode=act.mode,
        status=act.status,
        trigger=_trigger(candidate, lexicon),
        evidence=tuple(_evidence(candidate, act, lexicon)),
        rule=candidate.rule.id,
        contexts=find_contexts(act.type, frame.head.sent, lexicon),
        actors=tuple(act.parts.actors),
        recipients=tuple(act.parts.recipients),
        mediators=tuple(act.parts.mediators),
        date=act.date,
        place=place[0] if place else None,
        location=locate(*place, article, cast, lexicon.places) if place else None,
        topics=find_topics(frame),
        attribution=voice.id if voice else None,
        dead=dead,
        injured=injured,
        size=find_size(candidate.rule.type, frame),
    )


def _casualties(act: Act) -> tuple[int | None, int | None]:
    """Return how many an act of violence killed and injured, by its first mention that tells."""
    if act.type is not EventType.ASSAULT:
        return None, None
    found = [find_victims(each.candidate.frame) for each in (act, *act.mentions)]
    return next((d for d, _ in found if d is not None), None), next((i for _, i in found if i is not None), None)


def _trigger(candidate: Candidate, lexicon: EventLexicon) -> Span:
    """Return the span of the words that show the act, the verb that stages a noun's included ('talks resumed')."""
    words = [*candidate.words]
    verb, noun = candidate.frame.support, candidate.frame.head
    if candidate.frame.kind == "noun":
        staged = [verb] if verb is not None and noun.dep_ in ("nsubj", "nsubjpass", "dobj") else []
        staged += [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i]
        words += [v for v in staged if v.lemma_ in lexicon.light_verbs and abs(v.i - noun.i) <= MAX_TRIGGER][:1]
    words.sort(key=lambda t: t.i)
    return words[0].idx, words[-1].idx + len(words[-1])


def _evidence(candidate: Candidate, act: Act, lexicon: EventLexicon) -> Iterator[Span]:
    for each in (candidate, *(other.candidate for other in act.mentions)):
        frame = each.frame
        verb = frame.head if frame.kind == "verb" else (frame.support or frame.head)
        start, end = clause(verb)
        first, last = _trigger(each, lexicon)
        yield (start, end) if start <= first and last <= end else trim(frame.head.doc, frame.head.i, frame.head.i + 1)
