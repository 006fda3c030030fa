"""Quotations -> claims whose words no cue leads to: by who spoke last, who speaks next, or whom the sentence is about.

Most quotations have a cue beside them; of the rest many are slogans, titles and irony. So each is a reading like any
other, its cue's place taken by the quotation itself, and is weighed by what stands around it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.syntax import SUBJECTS

MIN_ORPHAN = 5  # tokens with the marks: shorter quotations are nearly all names, titles and irony
MAX_PARAGRAPHS = 1  # between a speaker and his quotation
_LENGTHS = (6, 9, 14, 25, 45)


def orphan_claims(claims: Sequence[Claim], page: Page) -> Iterator[Claim]:
    """Yield the readings of each quotation as words of somebody near it."""
    spoken = [c for c in claims if c.kind in ("verb", "phrase") and c.cue_class == "speech" and c.source is not None]
    spoken = [c for c in spoken if c.lemma != "*" and page.quotation_at(c.cue.i) is None]
    at = [c.cue.i for c in spoken]
    for q in page.quotations:
        if q.end - q.start < MIN_ORPHAN or not (content := page.tidy_all([(q.start, q.end)])):
            continue
        mark = page.doc[q.start]
        k = bisect_right(at, q.start)
        near = [("before", spoken[k - 1])] if k else []
        near += [("after", spoken[k])] if k < len(spoken) else []
        for place, other in near:
            left, right = sorted((other.cue.idx, q.left))
            if page.text.count("\n\n", left, right) <= MAX_PARAGRAPHS:
                yield _orphan(mark, other.cue, other.source, f"orphan-{place}", content, q)
        subject = _subject(q, page)
        if subject is not None:
            yield _orphan(mark, subject.head, subject, "orphan-subject", content, q)


def _orphan(
    mark: Token, told: Token, source: Token | None, frame: str, content: tuple[tuple[int, int], ...], q: Quotation
) -> Claim:
    return Claim(mark, "orphan", "speech", "orphan", "*", frame, source, content, (q,), told=told)


def _subject(q: Quotation, page: Page) -> Token | None:
    """Return the subject of the sentence that the quotation stands in, outside it, else of the sentence before."""
    start, end = page.sentence(q.start)
    for begin, stop in ((start, end), page.sentence(start - 1) if start else (0, 0)):
        found = [t for t in page.doc[begin:stop] if t.dep_ in SUBJECTS and page.quotation_at(t.i) is None]
        if found:
            return min(found, key=lambda t: abs(t.i - q.start))
    return None


def without_covered(kept: Sequence[Claim]) -> list[Claim]:
    """Return the claims less the orphans whose words another claim has, each orphan with the cue of who spoke."""
    others = [c for c in kept if c.told is None]
    alone = [
        replace(c, cue=c.told, frame="quote", told=None)
        for c in kept
        if c.told is not None and not any(o.holds(i) for o in others for i in range(*c.content[0]))
    ]
    return others + alone


def orphan_features(claim: Claim, page: Page) -> Iterator[str]:
    """Yield what holds of a quotation without a cue and of what stands around it."""
    doc, q, place = page.doc, claim.quotes[0], claim.frame
    before = doc[q.start - 1] if q.start else None
    after = doc[q.end] if q.end < len(doc) else None
    last = doc[q.end - 2].text
    lead = "start" if before is None or before.is_space else before.text if before.is_punct else before.pos_
    rest = "end" if after is None or after.is_space else after.text if after.is_punct else after.pos_
    size = sum(q.end - q.start > n for n in _LENGTHS)
    title = doc[q.start + 1].is_title
    words = [t for t in doc[q.start + 1 : q.end - 1] if t.is_alpha]
    capitals = sum(t.is_title for t in words) * 2 > len(words)
    gap = page.text.count("\n\n", *sorted((claim.told.idx, q.left))) if claim.told is not None else 0
    own = claim.told is not None and page.sentence(q.start)[0] <= claim.told.i < page.sentence(q.end - 1)[1]
    yield f"{place} size={size} capital={title}"
    yield f"{place} lead={lead} rest={rest}"
    yield f"{place} lead={lead} capital={title} last={last if last in '.,!?' else 'word'}"
    yield f"{place} rest={rest} last={last if last in '.,!?' else 'word'}"
    yield f"{place} gap={gap} alone={lead == 'start' and rest == 'end'} open={q.open_end} again={q.reopened}"
    yield f"{place} own sentence={own} size={size}"
    yield f"{place} names={capitals} size={size}"
    yield f"{place} verb={any(t.pos_ in ('VERB', 'AUX') for t in words)} size={size}"
    if before is not None and before.is_alpha:
        yield f"orphan word before={before.lemma_.lower()}"
