"""How likely an act is an event that a careful reader would note as one of its own."""

from collections.abc import Iterator, Sequence

from dateline.extract.cast import Cast
from dateline.extract.event_features import governing, standing, what_kind
from dateline.extract.event_merging import KNOWN_DETERMINERS, Act
from dateline.lexicons.events import EventLexicon

# Steps on the scale of chances; below the first nothing is an event.
STEPS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
# Steps of an act's place among all by chance, a sentence of the article being 1: articles tell about one act a sentence.
PLACES = (0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.5, 2.0)
_MANY = 3  # counts above are one: 3 and 8 tell the same


def score_acts(acts: Sequence[Act], cast: Cast, lexicon: EventLexicon) -> None:
    """Set each act's score. Without learned weights all are events but parts and second mentions of others."""
    model = lexicon.learned.models.get("event")
    if model is None:
        for act in acts:
            act.score = float(act.inside is None and act.again is None)
        return
    right = model.labels.index("event")
    for act, features in zip(acts, score_features(acts, cast), strict=True):
        act.score = model.chances(features)[right]


def score_features(acts: Sequence[Act], cast: Cast) -> Iterator[list[str]]:
    """Yield for each act the names of the features that it has, in the acts' order."""
    in_sentence: dict[int, int] = {}
    for act in acts:
        in_sentence[act.head.sent.start] = in_sentence.get(act.head.sent.start, 0) + 1
    order = {id(act): place for place, act in enumerate(sorted(acts, key=lambda a: -a.chance))}
    sentences = max(1, len(list(acts[0].head.doc.sents))) if acts else 1
    best: dict[int, float] = {}
    for act in acts:
        best[act.head.sent.start] = max(best.get(act.head.sent.start, 0.0), act.chance)
    public = list(_public(acts, cast))
    for number, act in enumerate(acts):
        yield [
            "bias",
            *public,
            *_chance(act),
            *_told(act),
            *_parties(act, cast),
            *_relations(act),
            *_before(act, acts[:number]),
            *(f"place>={step}" for step in PLACES if order[id(act)] / sentences >= step),
            f"best={best[act.head.sent.start] == act.chance}",
            f"companions={min(in_sentence[act.head.sent.start], 5)}",
        ]


def _public(acts: Sequence[Act], cast: Cast) -> Iterator[str]:
    """Yield how much of the article is of states and their doings."""
    sides = [len({cast.by_id[a].country for a in act.parts.everyone()} - {None}) for act in acts]
    shared = sum(n > 1 for n in sides)
    yield f"article:shared={min(10 * shared // max(1, len(sides)), 6)}"
    countries = [cast.by_id[m.actor].country for m in cast.mentions if cast.by_id[m.actor].country is not None]
    most = max((countries.count(c) for c in set(countries)), default=0)
    yield f"article:foremost={10 * most // max(1, len(countries)) // 2}"
    yield f"article:countries={min(len(set(countries)), 6)}"


def _chance(act: Act) -> Iterator[str]:
    yield from (f"chance>={step}" for step in STEPS if act.chance >= step)
    yield from (f"type={act.type}", f"rule={act.candidate.rule.id}", f"kind={act.candidate.frame.kind}")
    yield f"type-kind={act.type}:{act.candidate.frame.kind}"


def _told(act: Act) -> Iterator[str]:
    yield from (f"status={act.status}", f"type-status={act.type}:{act.status}")
    dated = act.date.earliest is not None or act.date.latest is not None
    yield from (f"dated={dated}", f"type-dated={act.type}:{dated}")
    dep, above = governing(act.head)
    yield f"above={dep}:{above.lemma_.lower() if above is not None else None}"
    if act.said_in is not None:
        speaks = act.said_in.speaker in act.parts.actors
        yield from (f"said={act.said_in.kind}:{speaks}", f"type-said={act.type}:{speaks}")


def _parties(act: Act, cast: Cast) -> Iterator[str]:
    for name in standing(act.parts, cast):
        yield from (name, f"{act.type}:{name}")
    counts = f"{min(len(act.parts.actors), 2)},{min(len(act.parts.recipients), 2)}"
    yield from (f"parts={counts}", f"type-parts={act.type}:{counts}", f"kind-parts={act.candidate.frame.kind}:{counts}")
    for role, ids in (("actor", act.parts.actors), ("recipient", act.parts.recipients)):
        for what in sorted({what_kind(cast.by_id[i]) for i in ids}):
            yield from (f"{role}={what}", f"type-{role}={act.type}:{what}")


def _relations(act: Act) -> Iterator[str]:
    kind = act.candidate.frame.kind
    if act.inside is not None:
        yield from (f"inside={act.inside.type}", f"inside-kind={kind}:{act.inside.chance >= 0.4}")
    if act.again is not None:
        known = any(c.lower_ in KNOWN_DETERMINERS or c.dep_ == "poss" for c in act.head.children)
        sure = act.again.chance >= 0.4
        yield from (f"again={act.type}:{kind}", f"again={kind}:{known}:{sure}", f"again-type={act.type}:{sure}")


def _before(act: Act, before: Sequence[Act]) -> Iterator[str]:
    same = [a for a in before if a.type is act.type]
    yield from (f"before={min(len(same), _MANY)}", f"type-before={act.type}:{min(len(same), _MANY)}")
    mine = act.parts.everyone()
    if mine and any(mine <= a.parts.everyone() for a in same):
        yield from (f"parties-before={act.candidate.frame.kind}", f"type-parties-before={act.type}")
    if any(a.head.lemma_ == act.head.lemma_ for a in same):
        yield f"word-before={act.candidate.frame.kind}"
    if same and any(a.date.earliest == act.date.earliest for a in same if act.date.earliest is not None):
        yield f"day-before={act.type}"
