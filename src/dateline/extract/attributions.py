"""Doc -> Attribution: who says what, and through whom."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.extract.attribution_chain import Chains, date_said
from dateline.extract.attribution_claims import Claim, Page, Range
from dateline.extract.attribution_cues import cue_range
from dateline.extract.attribution_orphans import orphan_claims, without_covered
from dateline.extract.attribution_roles import actor_at
from dateline.extract.attribution_search import continue_quotes, find_claims, find_colons, find_phrases
from dateline.extract.attribution_sources import antecedent, source_range
from dateline.extract.attribution_weights import Reading, best_of_each_cue, outermost, scores
from dateline.extract.cast import Cast
from dateline.lexicons.cues import CueLexicon
from dateline.records import (
    ActorId,
    Article,
    Attribution,
    AttributionId,
    AttributionKind,
    ChainLink,
    ChainRole,
    Span,
    Timex,
)


def find_attributions(
    doc: Doc,
    cast: Cast,
    times: tuple[Timex, ...],
    lexicon: CueLexicon,
    *,
    article: Article | None = None,
    reading: Reading = "record",
) -> tuple[Attribution, ...]:
    """Return the attributions in text order.

    article: where its outlet is known and another agency filed it, each chain ends with that agency.
    reading: "record" as RECORD.md has it; "broad" takes in every attitude and nothing that is nested.
    """
    page, claims = all_claims(doc, lexicon)
    weighed = scores(claims, page, lexicon.weights, reading)
    kept = best_of_each_cue(claims, weighed, lenient=reading == "record")
    if reading == "broad":
        kept = [c for c, outer in zip(kept, outermost(kept), strict=True) if outer is None]
    kept = without_covered(kept)
    kept.sort(key=lambda c: (c.first, c.cue.i))
    return _attributions(kept, Chains(page, cast, lexicon.roles), times, _filed_by(article), reading)


def all_claims(doc: Doc, lexicon: CueLexicon) -> tuple[Page, list[Claim]]:
    """Return every claim that the lexicon's words may tell of, and the page that they stand on."""
    page, claims = find_claims(doc, lexicon)
    claims += find_phrases(page, lexicon)
    claims += find_colons(page, claims)
    told = {c.content for c in claims if c.kind == "verb"}
    claims = [c for c in claims if c.kind != "noun" or c.content not in told]  # "said in a statement that"
    claims.sort(key=lambda c: c.cue.i)
    claims = continue_quotes(claims, page)
    return page, sorted([*claims, *orphan_claims(claims, page)], key=lambda c: c.cue.i)


def _attributions(
    claims: Sequence[Claim], chains: Chains, times: Sequence[Timex], filed_by: ChainLink | None, reading: Reading
) -> tuple[Attribution, ...]:
    numbers = {id(claim): number for number, claim in enumerate(claims, start=1)}
    outer = outermost(claims)
    over = {id(claim): o for claim, o in zip(claims, outer, strict=True)}
    found = []
    for claim in claims:
        links = list(chains.own(claim))
        above, seen = over[id(claim)], {id(claim)}
        while above is not None and id(above) not in seen:
            links += [link for link in chains.own(above) if link.name is not None and link not in links]
            seen.add(id(above))
            above = over[id(above)]
        if filed_by is not None and not any(link.name == filed_by.name for link in links):
            links.append(filed_by)
        holder = over[id(claim)]
        within = AttributionId(f"s{numbers[id(holder)]}") if holder is not None else None
        number = AttributionId(f"s{numbers[id(claim)]}")
        found.append(_attribution(number, claim, tuple(links), chains, times, within, reading))
    return tuple(found)


def _attribution(
    number: AttributionId,
    claim: Claim,
    chain: tuple[ChainLink, ...],
    chains: Chains,
    times: Sequence[Timex],
    within: AttributionId | None,
    reading: Reading,
) -> Attribution:
    page = chains.page
    doc, head = page.doc, chains.voice(claim)
    named = antecedent(head) if head is not None and reading == "record" else head
    source = source_range(named, page) if named is not None else ()
    speaker = chain[0].actor
    others = (actor_at(t, chains.cast) for t in head.conjuncts if t.i > head.i) if head is not None and speaker else ()
    speakers: list[ActorId] = [speaker] if speaker else []
    speakers += [a for a in dict.fromkeys(others) if a is not None and a not in speakers]
    return Attribution(
        id=number,
        kind=_kind(claim, page),
        source=tuple(_span(doc, s) for s in source),
        cue=(_span(doc, cue_range(claim)),),
        content=tuple(_span(doc, c) for c in claim.content),
        speaker=speaker,
        speakers=tuple(speakers),
        chain=chain,
        date=date_said(claim, page, times),
        within=within,
    )


def _filed_by(article: Article | None) -> ChainLink | None:
    """Return the agency that filed the article for another outlet, None where it is the outlet's own or unknown."""
    if article is None or not article.agency or not article.outlet or article.agency.lower() in article.outlet.lower():
        return None
    return ChainLink(name=article.agency, role=ChainRole.AGENCY)


def _kind(claim: Claim, page: Page) -> AttributionKind:
    inside = [q for q in page.quotations if any(s <= q.start and q.end <= e for s, e in claim.content)]
    if not inside:
        return AttributionKind.INDIRECT
    quoted = sum(q.end - q.start for q in inside)
    return AttributionKind.DIRECT if quoted >= claim.size() - 1 else AttributionKind.MIXED


def _span(doc: Doc, tokens: Range) -> Span:
    last = doc[tokens[1] - 1]
    return doc[tokens[0]].idx, last.idx + len(last)
