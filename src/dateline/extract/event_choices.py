"""Status, mode and date of an act: the rules' answers and the words around weighed by learned models."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from dateline.extract.event_dates import UNDATED, Clock, candidates_of
from dateline.extract.event_features import governing
from dateline.extract.event_frames import deep_verbs, negated
from dateline.extract.event_matching import Candidate, lemma
from dateline.extract.event_means import mode_of
from dateline.extract.event_ways import clause_way, path, slot
from dateline.extract.syntax import auxiliaries, is_negated
from dateline.lexicons.events import EventLexicon
from dateline.records import MODES, Attribution, DateRange, EventStatus, EventType

NO_MODE = "-"


def choose_status(features: Sequence[str], by_rule: EventStatus, lexicon: EventLexicon) -> EventStatus:
    """Return the likeliest status; the rules' without learned weights, and where a plain 'not' decides."""
    model = lexicon.learned.models.get("status")
    if model is None or (by_rule is EventStatus.DENIED and "negated=True" in features):
        return by_rule
    chances = model.chances(features)
    return EventStatus(model.labels[chances.index(max(chances))])


def choose_mode(features: Sequence[str], candidate: Candidate, lexicon: EventLexicon) -> str | None:
    """Return the mode that the rule or the means tell, else the likeliest of the type's, None where none is likelier."""
    modes = MODES[candidate.rule.type]
    model = lexicon.learned.models.get("mode")
    known = mode_of(candidate)
    if known is not None or model is None or not modes:
        return known
    chances = dict(zip(model.labels, model.chances(features), strict=True))
    best = max((m for m in (NO_MODE, *sorted(modes))), key=lambda m: chances.get(m, 0.0))
    return None if best == NO_MODE else best


def status_features(
    candidate: Candidate, by_rule: EventStatus, when: DateRange, published: date | None, said_in: Attribution | None
) -> Iterator[str]:
    """Yield what speaks for a status: the rules' answer, tense and mood, what governs the act, its date."""
    frame, rule = candidate.frame, candidate.rule
    head = frame.head
    yield from ("bias", f"rules={by_rule}", f"type-rules={rule.type}:{by_rule}", f"kind-rules={frame.kind}:{by_rule}")
    yield from (
        f"rule={rule.id}",
        f"rule-status={rule.id}:{by_rule}",
        f"type={rule.type}",
        f"tag={frame.kind}:{head.tag_}",
    )
    yield f"lemma={head.lemma_.lower()}"
    time = _time_of(when, published)
    yield from (f"time={time}", f"rules-time={by_rule}:{time}", f"type-time={rule.type}:{time}")
    yield f"said={said_in.kind if said_in else None}"
    yield from (f"dep={frame.kind}:{head.dep_}:{head.tag_}", f"type-dep={rule.type}:{head.dep_}:{head.tag_}")
    yield from (f"type-lemma={rule.type}:{head.lemma_.lower()}", f"negated={negated(frame)}")
    yield f"open={when.earliest is not None and when.latest is None}:{by_rule}"
    yield from (
        f"no-subject={c.lower_}" for s in frame.subjects for c in s.lefts if c.lower_ in ("no", "few", "neither")
    )
    verb = head if frame.kind == "verb" else frame.support
    if verb is not None:
        yield f"verb={verb.lemma_.lower()}:{head.dep_}"
        yield from (f"adverb={c.lower_}" for c in verb.children if c.dep_ in ("advmod", "neg"))
        yield from (f"verb-prep={c.lower_}:{verb.tag_}" for c in verb.children if c.dep_ == "prep")
        helpers = "+".join(a.lower_ for a in auxiliaries(verb))
        yield from (f"aux={frame.kind}:{helpers}:{verb.tag_}", f"type-aux={rule.type}:{helpers}:{verb.tag_}")
        yield from (f"mark={c.lower_}" for c in verb.children if c.dep_ == "mark")
    dep, above = governing(head)
    if above is not None:
        yield f"above-negated={is_negated(above)}"
        yield from (f"above-adverb={c.lower_}" for c in above.children if c.dep_ in ("advmod", "mark"))
        yield from (f"above={dep}:{above.lemma_.lower()}", f"above-tag={dep}:{above.tag_}")
        yield f"above-aux={dep}:{'+'.join(a.lower_ for a in auxiliaries(above))}"
    if frame.kind == "noun":
        yield from (f"left={c.lemma_.lower()}" for c in head.lefts)
        yield f"after={head.head.lower_}"


def _time_of(when: DateRange, published: date | None) -> str:
    if when.earliest is None and when.latest is None:
        return "none"
    if published is None:
        return "unknown"
    today = published.isoformat()
    if when.earliest is not None and when.earliest > today:
        return "future"
    if when.latest is not None and when.latest < today:
        return "past"
    return "today" if when.earliest == when.latest else "around"


def mode_features(candidate: Candidate, lexicon: EventLexicon) -> Iterator[str]:
    """Yield what speaks for a mode: the rule's, the act's own words and those of its clauses, all by type."""
    rule, frame = candidate.rule, candidate.frame
    kind = rule.type
    yield from (f"type={kind}", f"mode={kind}:{rule.mode}", f"rule={rule.id}:{kind}")
    yield f"lemma={kind}:{lemma(frame.head, lexicon)}"
    for clause in frame.clauses:
        for verb in deep_verbs(clause):
            yield from (f"verb={kind}:{lemma(verb, lexicon)}", f"form={kind}:{clause.form}:{clause.own}")
            yield from (f"verb-object={kind}:{lemma(c, lexicon)}" for c in verb.children if c.dep_ == "dobj")
    for noun in candidate.objects[:4]:
        yield f"object={kind}:{lemma(noun, lexicon)}"
        yield from (f"modifier={kind}:{lemma(c, lexicon)}" for c in noun.lefts if c.dep_ in ("amod", "compound"))
        yield from (f"of={kind}:{lemma(t, lexicon)}" for c in noun.rights if c.dep_ == "prep" for t in c.children)
    for word, tokens in frame.preps:
        yield f"prep={kind}:{word}"
        yield from (f"prep-noun={kind}:{lemma(t, lexicon)}" for t in tokens[:3])
    yield from (f"left={kind}:{lemma(c, lexicon)}" for c in frame.head.lefts)
    if kind in (EventType.ASSAULT, EventType.CONSULT, EventType.MOBILIZE):
        yield from (f"near={kind}:{lemma(t, lexicon)}" for t in _near(frame.head))


def _near(head: Token) -> Iterator[Token]:
    """Yield the nouns and verbs of the trigger's sentence near it."""
    for token in head.sent:
        if token.pos_ in ("NOUN", "VERB") and abs(token.i - head.i) <= 10 and token.i != head.i:
            yield token


def choose_date(options: Sequence[tuple[DateRange, list[str]]], by_rule: DateRange, lexicon: EventLexicon) -> DateRange:
    """Return the likeliest date, UNDATED where it is likelier that none is right; without learned weights the rules'."""
    model = lexicon.learned.models.get("date")
    if model is None:
        return by_rule
    right = model.labels.index("right")
    chances: dict[tuple[str | None, str | None], float] = {}
    for when, features in options:
        days = (when.earliest, when.latest)
        chances[days] = max(chances.get(days, 0.0), model.chances(features)[right])
    undated = max(0.0, 1 - sum(chances.values())) * lexicon.learned.limits["date"]
    best = max(chances, key=lambda days: chances[days], default=None)
    if best is None or chances[best] < undated:
        return UNDATED
    return next(when for when, _ in options if (when.earliest, when.latest) == best)


def date_options(
    candidate: Candidate, by_rule: DateRange, others: Sequence[tuple[str, DateRange]], clock: Clock
) -> list[tuple[DateRange, list[str]]]:
    """Return each date that the act may have, with what speaks for it.

    others: dates that do not stand in the sentence, each with where it is from ("said", "told").
    """
    frame, rule = candidate.frame, candidate.rule
    ranks = {id(timex): rank for rank, timex in enumerate(candidates_of(frame, clock))}
    inside = list(clock.within(frame.head.sent))
    options = []
    for root, timex, when in inside:
        way = path(frame.head, root)
        features = [*_date_features(candidate, when, by_rule, "sentence")]
        features += [f"rank={min(ranks.get(id(timex), 9), 9)}", f"path={frame.kind}:{way}"]
        features += [
            f"side={'before' if root.i < frame.head.i else 'after'}:{min(abs(root.i - frame.head.i), 15) // 3}"
        ]
        features += [
            f"timex={timex.type}:{len(timex.value or '')}",
            f"only={len(inside) == 1}",
            f"head={root.head.lower_}",
        ]
        place, verb = slot(root)
        where = clause_way(frame, verb)
        features += [
            f"where={frame.kind}:{where}",
            f"place={where}:{place}",
            f"type-where={rule.type}:{frame.kind}:{where}",
        ]
        if verb is not None:
            features.append(f"verb={where}:{verb.lemma_.lower()}")
        if frame.support is not None and frame.kind != "verb":
            features.append(f"support-path={path(frame.support, root)}")
        options.append((when, features))
    for source, when in others:
        features = [*_date_features(candidate, when, by_rule, source), f"alone={source}:{not inside}"]
        options.append((when, features))
    return options


def _date_features(candidate: Candidate, when: DateRange, by_rule: DateRange, source: str) -> Iterator[str]:
    rule, frame = candidate.rule, candidate.frame
    picked = (when.earliest, when.latest) == (by_rule.earliest, by_rule.latest)
    yield from ("bias", f"source={source}", f"picked={source}:{picked}", f"undated={by_rule == UNDATED}:{source}")
    yield from (
        f"type={rule.type}:{source}:{picked}",
        f"tag={source}:{frame.head.tag_}:{picked}",
        f"kind={source}:{frame.kind}",
    )
