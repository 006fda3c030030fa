"""Doc -> Event: who did what to whom."""

import datetime
from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.extract.cast import Cast
from dateline.extract.event_arguments import Parts
from dateline.extract.event_choices import (
    choose_date,
    choose_mode,
    choose_status,
    date_options,
    mode_features,
    status_features,
)
from dateline.extract.event_contexts import find_contexts, find_topics
from dateline.extract.event_counts import find_size, find_victims
from dateline.extract.event_dates import UNDATED, Clock, Told, date_said, find_date
from dateline.extract.event_matching import MAX_TRIGGER, Candidate
from dateline.extract.event_means import mode_of
from dateline.extract.event_merging import Act, relate, select, take_echo
from dateline.extract.event_places import find_place, locate
from dateline.extract.event_readings import Reading, find_words, read_word
from dateline.extract.event_references import refer
from dateline.extract.event_roles import assign_parts
from dateline.extract.event_scoring import score_acts
from dateline.extract.event_status import find_status, settle
from dateline.extract.event_voices import voice_of
from dateline.extract.syntax import clause, trim
from dateline.lexicons.events import EventLexicon
from dateline.records import Article, Attribution, DateRange, Event, EventId, EventType, Span, Timex

# What a speaker does by the very words that an attribution quotes.
_SPEECH_ACTS = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.AGREE, EventType.THREATEN, EventType.SUPPORT}
)


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
    acts = find_acts(doc, article, readings, cast, times, lexicon)
    score_acts(acts, cast, lexicon)
    kept = select(acts, lexicon.learned.limits.get("event", 0.5))
    for act in kept:
        act.mode = choose_mode(list(mode_features(act.candidate, lexicon)), act.candidate, lexicon)
    clock = Clock(doc, times)
    for word in words:
        if word.echo:
            reading = Reading(*word.matches[0], word.said_in, 1.0)
            take_echo(make_act(reading, reading.parts, clock, Told(), article.published, lexicon), kept)
    voices = [voice_of(act.candidate, act.said_in, attributions) for act in kept]
    return tuple(
        _event(number, act, voice, article, cast, lexicon)
        for number, (act, voice) in enumerate(zip(kept, voices, strict=True), start=1)
    )


def find_acts(
    doc: Doc,
    article: Article,
    readings: list[Reading],
    cast: Cast,
    times: tuple[Timex, ...],
    lexicon: EventLexicon,
) -> list[Act]:
    """Return the acts of these readings with all that the text tells of each, and how they stand to each other."""
    clock = Clock(doc, times)
    told = Told()
    acts: list[Act] = []
    for reading in readings:
        parts = assign_parts(reading, cast, lexicon)
        refer(reading, parts, acts, article, cast, lexicon)
        act = make_act(reading, parts, clock, told, article.published, lexicon)
        told.note(act.head, act.parts.actors, act.date)
        acts.append(act)
    relate(acts, lexicon)
    return acts


def make_act(
    reading: Reading, parts: Parts, clock: Clock, told: Told, published: datetime.date | None, lexicon: EventLexicon
) -> Act:
    """Return a reading with its date, its status and its mode.

    told: the days of the acts before: one who 'also urged' did so on the day of the act before.
    """
    candidate, said_in = reading.candidate, reading.said_in
    dated_by_rule, others = date_by_rule(reading, parts, clock, told)
    options = date_options(candidate, dated_by_rule, others, clock)
    when = choose_date(options, dated_by_rule, lexicon)
    by_rule = settle(find_status(candidate.rule, candidate.frame, lexicon), when, published)
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


def date_by_rule(
    reading: Reading, parts: Parts, clock: Clock, told: Told
) -> tuple[DateRange, list[tuple[str, DateRange]]]:
    """Return the date that the rules give, and those that do not hang on the trigger: of the speech, of the actor."""
    frame, rule, said_in = reading.candidate.frame, reading.candidate.rule, reading.said_in
    others: list[tuple[str, DateRange]] = []
    speaks = said_in is not None and said_in.speaker in parts.actors
    if (said := date_said(said_in, clock)) != UNDATED:
        others.append(("said-own" if speaks else "said", said))
    if (known := told.of(parts.actors)) is not None:
        others.append(("told", known))
    if (beside := told.beside(frame.head)) is not None:
        others.append(("beside", beside))
    date = find_date(frame, clock)
    if date == UNDATED and rule.type in _SPEECH_ACTS:
        if speaks:
            date = said
        if date == UNDATED and frame.kind == "verb" and frame.head.tag_ == "VBD" and known is not None:
            date = known
    return date, others


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
