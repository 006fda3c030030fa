"""A claim -> its features and what they weigh: how sure the words around a cue make it that somebody's words follow.

The weights are learned by tools/train_cues.py, for two readings: the record's own (what is said, believed, asked for)
and the broad one, which takes in every attitude ("endorsed the plan", "seems to").
"""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import Literal

from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page
from dateline.extract.attribution_orphans import orphan_features

Reading = Literal["record", "broad"]
QUOTE_SLACK = 0.5  # how far below zero a quotation may weigh: its words are somebody's, and only the cue is in doubt
_LENGTHS = (2, 4, 8, 15, 30)
_OPENERS = frozenset(
    {"that", "whether", "if", "to", "what", "how", "why", "who", "where", "when", "it", "he", "she", "they"}
)
_CLOSED = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "AUX", "PRON"})
_NAMED = {"PERSON": "person", "ORG": "org", "GPE": "place", "NORP": "group", "FAC": "org", "LOC": "place"}


def scores(
    claims: Sequence[Claim], page: Page, weights: Mapping[str, tuple[float, float]], reading: Reading
) -> list[float]:
    """Return what each claim weighs: the exponents are odds, against none of its cue's claims being right."""
    column = 0 if reading == "record" else 1
    outer = outermost(claims)
    found = []
    for k, claim in enumerate(claims):
        total = 0.0
        for feature in features(claim, page, outer[k]):
            pair = weights.get(feature)
            if pair is not None:
                total += pair[column]
        found.append(total)
    return found


def best_of_each_cue(claims: Sequence[Claim], weighed: Sequence[float], *, lenient: bool) -> list[Claim]:
    """Return the likeliest claim of each cue whose claims together weigh more than that none of them is right.

    lenient: a cue that hardly ever misleads is kept although its claims weigh a little less, if somebody is named or it is a passive.
    """
    best: dict[int, int] = {}
    sums: dict[int, float] = {}
    for k, score in enumerate(weighed):
        i = claims[k].cue.i
        sums[i] = sums.get(i, 0.0) + exp(score)
        if i not in best or score > weighed[best[i]]:
            best[i] = k
    kept = []
    for i, k in best.items():
        named = claims[k].source is not None or claims[k].frame == "passive"
        slack = claims[k].slack if lenient and named else 0.0
        if any(q.start == claims[k].first for q in claims[k].quotes):
            slack = max(slack, QUOTE_SLACK)
        if log(sums[i]) >= -slack:
            kept.append(k)
    return [claims[k] for k in sorted(_one_a_quotation(kept, claims, weighed))]


def _one_a_quotation(kept: Sequence[int], claims: Sequence[Claim], weighed: Sequence[float]) -> list[int]:
    """Return which of the kept claims stay: of those that give the same quotation to several speakers, the likeliest."""
    quoted = [k for k in kept if claims[k].told is None and claims[k].quotes]
    best: dict[int, int] = {}
    for k in quoted:
        start = claims[k].quotes[0].start
        if start not in best or weighed[k] > weighed[best[start]]:
            best[start] = k
    return [k for k in kept if k not in quoted or k in best.values()]


def outermost(claims: Sequence[Claim]) -> list[Claim | None]:
    """Return for each claim the smallest one whose content holds its cue, None where it stands on its own."""
    found: list[Claim | None] = []
    told = [c for c in claims if c.told is None]
    for claim in claims:
        i = claim.cue.i
        holding = [c for c in told if c is not claim and c.content[0][0] <= i < c.content[-1][1] and c.holds(i)]
        found.append(min(holding, key=Claim.size, default=None))
    return found


def features(claim: Claim, page: Page, outer: Claim | None) -> Iterator[str]:
    """Yield the names of what holds of a claim: its cue, frame, source, content and place; never a word of its content."""
    if claim.told is not None:
        source = _source_kind(claim.source)
        yield from ("bias", "kind=orphan", f"kind={claim.frame}", f"kind={claim.frame} source={source}")
        yield from orphan_features(claim, page)
        return
    cue, frame, cls = claim.cue, claim.frame, claim.cue_class
    word = f"{claim.lemma}/{claim.kind[0]}"
    yield "bias"
    yield f"cue={word}"
    yield f"cue={word} frame={frame}"
    yield f"class={cls} frame={frame}"
    yield f"group={claim.group} frame={frame}"
    yield f"group={claim.group} source={_source_kind(claim.source)}"
    yield f"kind={claim.kind} frame={frame}"
    yield f"tag={cue.tag_} dep={cue.dep_}"
    yield f"tag={cue.tag_} frame={frame}"
    source = _source_kind(claim.source)
    yield f"source={source}"
    yield f"source={source} class={cls}"
    yield f"source={source} frame={frame}"
    if claim.source is not None and source == "noun":
        yield f"source noun={claim.source.lemma_.lower()}"
    yield f"cue={word} source={source}"
    yield f"class={cls} frame={frame} source={source}"
    yield f"class={cls} frame={frame} outer={outer.cue_class if outer else None}"
    yield f"class={cls} tag={cue.tag_} dep={cue.dep_}"
    yield from _mood(cue, claim.kind)
    quoted = page.quotation_at(cue.i) is not None
    yield f"in quotes={quoted} frame={frame}"
    yield f"outer={outer.cue_class + ' ' + outer.frame if outer else None}"
    yield f"outer={outer.cue_class if outer else None} class={cls}"
    yield from _content(claim, page)


def _source_kind(source: Token | None) -> str:
    if source is None:
        return "none"
    if source.pos_ in ("PRON", "DET"):
        return source.lower_
    if source.pos_ == "PROPN" or source.ent_type_:
        return _NAMED.get(source.ent_type_, "name")
    return "noun"


def _mood(cue: Token, kind: str) -> Iterator[str]:
    if kind == "verb":
        helpers = sorted(
            {c.lemma_.lower() for c in cue.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < cue.i}
        )
        yield f"aux={'+'.join(helpers)}"
        for helper in helpers:
            yield f"aux has={helper} tag={cue.tag_}"
    elif cue.head.i != cue.i:
        yield (
            f"above={cue.head.lemma_.lower()}/{cue.dep_}" if kind in ("noun", "adjective") else f"above={cue.head.pos_}"
        )
        yield f"{kind} dep={cue.dep_}"


def _ending(claim: Claim, page: Page) -> Iterator[str]:
    """What stands behind the content, and whether its last word is the speaker's own clause's."""
    doc, end = page.doc, claim.content[-1][1]
    after = doc[end] if end < len(doc) else None
    word = "end" if after is None or after.is_space else after.lower_ if after.pos_ in _CLOSED else after.tag_
    yield f"behind={word} frame={claim.frame}"
    if after is not None and after.text == "," and end + 1 < len(doc):
        then = doc[end + 1]
        yield f"behind comma={then.lower_ if then.pos_ in _CLOSED else then.tag_} frame={claim.frame}"


def _quoted(claim: Claim, page: Page) -> Iterator[str]:
    doc, q = page.doc, claim.quotes[0]
    yield f"whole quotes={min(len(claim.quotes), 2)} class={claim.cue_class}"
    known = "*" if claim.lemma == "*" else claim.cue_class
    side = "after" if q.start > claim.cue.i else "before"
    lead = doc[q.start - 1].text if side == "after" and q.start else ""
    yield f"side={side} lead={lead if lead in (',', ':') else lead.isalpha()} verb={known}"
    last = doc[q.end - 2].text if q.end - q.start > 2 else ""
    yield f"side={side} closes={last if last in ('.', ',', '!', '?') else 'word'} verb={known}"
    if claim.frame.endswith(("-on", "-far")):
        added = claim.quotes[-1]
        then = page.next_quotation(added.end)
        followed = then is not None and then.start - added.end <= 1
        longer = 2 * (added.end - added.start) > claim.size()
        yield f"{claim.frame} followed={followed} open={added.open_end} quotes={min(len(claim.quotes), 4)}"
        yield f"{claim.frame} longer={longer} quotes={min(len(claim.quotes), 4)}"
    yield f"side={side} words={sum(q.end - q.start > n for n in _LENGTHS)} verb={known} {claim.frame}"


def _content(claim: Claim, page: Page) -> Iterator[str]:
    doc, first = page.doc, claim.first
    size = sum(claim.size() > n for n in _LENGTHS)
    yield f"length={size} frame={claim.frame}"
    yield f"length={size} class={claim.cue_class}"
    if claim.quotes:
        yield from _quoted(claim, page)
    starts = page.quotation_at(first)
    held = any(s <= q.start < e for q in page.quotations for s, e in claim.content)
    yield f"quotation={'first' if starts and starts.start == first else 'held' if held else 'inside' if starts else 'no'} frame={claim.frame}"
    yield from _ending(claim, page)
    opener = doc[first].lower_
    yield f"opener={opener if opener in _OPENERS else doc[first].pos_} frame={claim.frame}"
    gap = first - claim.cue.i if first > claim.cue.i else claim.cue.i - claim.content[0][1] + 100
    yield f"gap={min(gap, 106) if gap > 99 else min(gap, 6)} frame={claim.frame}"
    yield f"parts={len(claim.content)} frame={claim.frame}"
