"""Status and mode of an act: the rules' answers and the words around weighed by learned models."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from dateline.extract.event_dating import time_of
from dateline.extract.event_features import governing
from dateline.extract.event_frames import deep_verbs, negated
from dateline.extract.event_matching import Candidate, lemma
from dateline.extract.event_means import mode_of
from dateline.extract.event_status import is_contested
from dateline.extract.syntax import auxiliaries, is_negated
from dateline.lexicons.events import EventLexicon
from dateline.records import MODES, Attribution, DateRange, EventStatus, EventType

NO_MODE = "-"


def choose_status(features: Sequence[str], by_rule: EventStatus, lexicon: EventLexicon) -> EventStatus:
    """Return the likeliest status; the rules' without learned weights, and where a plain 'not' decides."""
    model = lexicon.learned.models.get("status")
    if model is None or (by_rule is EventStatus.DENIED and not {"negated=True", "contested=True"}.isdisjoint(features)):
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
    time = time_of(when, published.isoformat() if published else None)
    yield from (f"time={time}", f"rules-time={by_rule}:{time}", f"type-time={rule.type}:{time}")
    yield f"said={said_in.kind if said_in else None}"
    yield from (f"dep={frame.kind}:{head.dep_}:{head.tag_}", f"type-dep={rule.type}:{head.dep_}:{head.tag_}")
    yield from (f"type-lemma={rule.type}:{head.lemma_.lower()}", f"negated={negated(frame)}")
    yield f"contested={is_contested(frame, rule.type)}"
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
