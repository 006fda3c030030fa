"""How likely an act that a rule found is one that a reader would note: features of the act, and weights learned once."""

from collections.abc import Iterator, Sequence
from math import exp

from spacy.tokens import Doc, Token

from dateline.extract.cast import Cast
from dateline.extract.event_frames import Frame
from dateline.extract.event_merging import Act
from dateline.lexicons.events import EventLexicon
from dateline.records import ActorId, ActorKind

_DETERMINERS = ("det", "poss", "nummod")
_MANY = 3  # counts above are one: 3 and 8 tell the same


def score_acts(doc: Doc, acts: Sequence[Act], cast: Cast, lexicon: EventLexicon) -> list[float]:
    """Return for each act the probability that it is an event worth noting, by the lexicon's weights."""
    weights = lexicon.weights
    scores = []
    for features in all_features(doc, acts, cast):
        total = sum(weights.get(name, 0.0) for name in features)
        scores.append(1 / (1 + exp(-max(-30.0, min(30.0, total)))))
    return scores


def all_features(doc: Doc, acts: Sequence[Act], cast: Cast) -> Iterator[list[str]]:
    """Yield for each act the names of the features that it has, in the acts' order."""
    setting = list(_setting(doc, acts, cast))
    sentences = {sentence.start: number for number, sentence in enumerate(doc.sents)}
    in_sentence: dict[int, int] = {}
    for act in acts:
        in_sentence[act.head.sent.start] = in_sentence.get(act.head.sent.start, 0) + 1
    for number, act in enumerate(acts):
        start = act.head.sent.start
        yield [
            "bias",
            *setting,
            *_rule_features(act),
            *_part_features(act, cast),
            *_place_in_text(act, acts[:number], sentences[start], in_sentence[start]),
            *_grammar_features(act),
        ]


def _setting(doc: Doc, acts: Sequence[Act], cast: Cast) -> Iterator[str]:
    """What kind of article it is: one of states and their doings, or of something else."""
    kinds = [cast.by_id[m.actor].kind for m in cast.mentions if m.actor in cast.by_id]
    official = sum(k in (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP) for k in kinds)
    yield f"article:official={10 * official // max(1, len(kinds)) // 2}"
    yield f"article:countries={min(len({a.country for a in cast.actors if a.country}), 6)}"
    yield f"article:density={min(20 * len(acts) // max(1, len(list(doc.sents))) // 4, 8)}"


def _rule_features(act: Act) -> Iterator[str]:
    rule, head = act.candidate.rule, act.head
    yield f"rule={rule.id}"
    yield f"type={rule.type}"
    yield f"mode={rule.type}:{rule.mode}"
    yield f"lemma={head.lemma_.lower()}"
    yield f"status={act.status}"
    yield f"type:status={rule.type}:{act.status}"
    yield f"type:dated={rule.type}:{act.date.earliest is not None}"
    yield f"kind={act.candidate.frame.kind}"
    yield f"type:kind={rule.type}:{act.candidate.frame.kind}"


def _part_features(act: Act, cast: Cast) -> Iterator[str]:
    parts, rule = act.parts, act.candidate.rule
    counts = f"{min(len(parts.actors), 2)},{min(len(parts.recipients), 2)}"
    yield f"parts={counts}"
    yield f"type:parts={rule.type}:{counts}"
    for role, ids in (("actor", parts.actors), ("recipient", parts.recipients)):
        for what in sorted({_what(i, cast) for i in ids}):
            yield f"{role}={what}"
            yield f"type:{role}={rule.type}:{what}"
    if act.said_in is not None:
        yield f"said:{act.said_in.kind}"
        yield f"speaker-acts={act.said_in.speaker in parts.actors}"
        yield f"type:said={rule.type}:{act.said_in.speaker in parts.actors}"


def _what(actor_id: ActorId, cast: Cast) -> str:
    actor = cast.by_id[actor_id]
    return f"{actor.kind}:{actor.sector}"


def _place_in_text(act: Act, before: Sequence[Act], sentence: int, companions: int) -> Iterator[str]:
    yield f"sentence={min(sentence, 6)}"
    yield f"companions={min(companions, 5)}"
    same = [a for a in before if a.type is act.type]
    yield f"before={min(len(same), _MANY)}"
    yield f"type:before={act.type}:{min(len(same), _MANY)}"
    mine = act.parts.everyone()
    if any(mine and mine <= a.parts.everyone() for a in same):
        yield f"parties-before={act.candidate.frame.kind}:{act.type}"
    if any(a.head.lemma_ == act.head.lemma_ for a in same):
        yield f"word-before={act.candidate.frame.kind}"
    if act.mentions:
        yield "mentions"


def _grammar_features(act: Act) -> Iterator[str]:
    frame, head = act.candidate.frame, act.head
    yield f"dep={frame.kind}:{head.dep_}"
    yield f"tag={head.tag_}"
    yield f"type:tag={act.type}:{head.tag_}"
    for above in _governors(head):
        yield f"above={above}"
    if frame.kind == "noun":
        yield from _noun_features(frame)
    else:
        yield f"clauses={min(len(frame.clauses), 2)}"
        yield f"objects={bool(frame.objects)}"
        if any(c.dep_ == "mark" and c.lower_ == "if" for c in head.children):
            yield "if"
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children):
            yield f"to={head.head.lemma_.lower()}"
            yield f"to:dep={head.dep_}"


def _noun_features(frame: Frame) -> Iterator[str]:
    head = frame.head
    determiners = [c.lower_ for c in head.lefts if c.dep_ in _DETERMINERS and c.pos_ != "PROPN"]
    yield f"det={determiners[0] if determiners else None}"
    yield f"poss={any(c.dep_ == 'poss' for c in head.lefts)}"
    yield f"modified={any(c.dep_ in ('amod', 'compound') for c in head.lefts)}"
    if head.dep_ == "pobj":
        yield f"after={head.head.lower_}"
    if frame.support is not None:
        yield f"support={frame.support.lemma_.lower()}"
    for word, _ in frame.preps:
        yield f"noun-prep={word}"


def _governors(token: Token) -> Iterator[str]:
    """Yield the lemmas of the next verb above and how the word's clause hangs on it."""
    while token.head.i != token.i:
        dep, token = token.dep_, token.head
        if token.pos_ in ("VERB", "AUX"):
            yield f"{token.lemma_.lower()}"
            yield f"{dep}:{token.lemma_.lower()}"
            return
