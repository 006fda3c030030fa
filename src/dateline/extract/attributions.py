"""Doc -> Attribution: who says what, and through whom."""

from spacy.tokens import Doc

from dateline.extract.attribution_claims import Claim, Page, Range
from dateline.extract.attribution_search import continue_quotes, find_claims, find_phrases
from dateline.extract.attribution_sources import source_range
from dateline.extract.attribution_weights import Reading, best_of_each_cue, outermost, scores
from dateline.extract.cast import Cast
from dateline.extract.syntax import antecedent
from dateline.lexicons.cues import CueLexicon
from dateline.records import ActorId, Attribution, AttributionId, AttributionKind, ChainLink, ChainRole, Span, Timex


def find_attributions(
    doc: Doc, cast: Cast, times: tuple[Timex, ...], lexicon: CueLexicon, *, reading: Reading = "record"
) -> tuple[Attribution, ...]:
    """Return the attributions in text order.

    reading: "record" as RECORD.md has it; "broad" takes in every attitude and nothing that is nested.
    """
    page, claims = all_claims(doc, lexicon)
    weighed = scores(claims, page, lexicon.weights, reading)
    kept = best_of_each_cue(claims, weighed)
    if reading == "broad":
        kept = [c for c, outer in zip(kept, outermost(kept), strict=True) if outer is None]
    kept.sort(key=lambda c: (c.first, c.cue.i))
    return tuple(_attribution(n, claim, kept, page, cast) for n, claim in enumerate(kept, start=1))


def all_claims(doc: Doc, lexicon: CueLexicon) -> tuple[Page, list[Claim]]:
    """Return every claim that the lexicon's words may tell of, and the page that they stand on."""
    page, claims = find_claims(doc, lexicon)
    claims += find_phrases(page, lexicon)
    claims.sort(key=lambda c: c.cue.i)
    return page, continue_quotes(claims, page)


def _attribution(number: int, claim: Claim, claims: list[Claim], page: Page, cast: Cast) -> Attribution:
    doc = page.doc
    speaker = _actor(claim, cast)
    role = ChainRole.SPEAKER if claim.source is not None else ChainRole.ANONYMOUS
    source = source_range(claim.source, page) if claim.source is not None else ()
    name = cast.by_id[speaker].name if speaker else " ".join(doc.text[slice(*_span(doc, s))] for s in source)
    outer = [
        n for n, c in enumerate(claims, start=1) if c is not claim and c.holds(claim.cue.i) and c.size() > claim.size()
    ]
    inner = min(outer, key=lambda n: claims[n - 1].size(), default=None)
    return Attribution(
        id=AttributionId(f"s{number}"),
        kind=_kind(claim, page),
        source=tuple(_span(doc, s) for s in source),
        cue=(_span(doc, (claim.cue.i, claim.cue.i + 1)),),
        content=tuple(_span(doc, c) for c in claim.content),
        speaker=speaker,
        speakers=(speaker,) if speaker else (),
        chain=(ChainLink(name=name, role=role, actor=speaker),),
        within=AttributionId(f"s{inner}") if inner else None,
    )


def _actor(claim: Claim, cast: Cast) -> ActorId | None:
    if claim.source is None:
        return None
    return cast.at(antecedent(claim.source)) or cast.covering(antecedent(claim.source))


def _kind(claim: Claim, page: Page) -> AttributionKind:
    inside = [q for q in page.quotations if any(s <= q.start and q.end <= e for s, e in claim.content)]
    if not inside:
        return AttributionKind.INDIRECT
    quoted = sum(q.end - q.start for q in inside)
    return AttributionKind.DIRECT if quoted >= claim.size() - 1 else AttributionKind.MIXED


def _span(doc: Doc, tokens: Range) -> Span:
    last = doc[tokens[1] - 1]
    return doc[tokens[0]].idx, last.idx + len(last)
