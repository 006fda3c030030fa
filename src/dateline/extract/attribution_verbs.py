"""Verbs that tell of a claim -> claims: which of the places beside a verb holds what it tells."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page, Range
from dateline.extract.attribution_complements import (
    find_as,
    find_charge,
    find_clause,
    find_gerund,
    find_infinitive,
    find_object,
    find_order,
    find_passive,
    find_prep,
    find_told,
)
from dateline.extract.attribution_prior import DASHES, FINITE, find_prior, tag_start
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_sources import verb_source
from dateline.lexicons.cues import CueEntry

MAX_LEAD = 25  # tokens between a verb and the quotation that it leads into ("told reporters in Oslo on Friday: ...")
MAX_TAG = 12  # tokens from a verb to its full stop in a sentence that only says who spoke ("Berg said.")
MAX_NAME = 8  # tokens from a verb to the head of the subject behind it ("said Foreign Minister Ada Berg")
# Any verb may lead into a quotation ("sang", "blared"); what it weighs is learned for all such verbs together.
OTHER_VERB = CueEntry("*", "speech", "*", frozenset({"quote"}), frozenset())
# Words that open, behind a comma, what is no longer somebody's words but the reporter's.
_ADDITIONS = frozenset(
    {
        "which",
        "who",
        "where",
        "while",
        "although",
        "though",
        "whose",
        "prompting",
        "despite",
        "after",
        "as",
        "but",
        "when",
        "following",
        "amid",
    }
)
# Frames in which a cue that hardly ever misleads is taken at its word.
_SURE = frozenset({"quote", "clause", "prior", "infinitive", "order", "passive"})
Found = tuple[str, tuple[Range, ...], tuple[Quotation, ...]]


def verb_claims(verb: Token, entry: CueEntry, page: Page) -> Iterator[Claim]:
    """Yield what the verb may tell, one claim for each place that may hold it; at most one of them is right."""
    source = verb_source(verb, page)
    seen: set[tuple[Range, ...]] = set()
    quoted = told_before = False
    for frame, find in _FINDERS:
        if frame not in entry.frames and not (frame == "prep" and entry.preps):
            continue
        found = find(verb, entry, source, page)
        if found is None or (quoted and found[0] in ("prior", "fragment")):
            continue
        name, raw, quotes = found
        if told_before and name == "clause":
            continue
        quoted = quoted or name == "quote"
        told_before = told_before or (name == "quote" and quotes[0].start < verb.i)
        for suffix, ranges in _cuts(page.tidy_all(raw), page):
            if ranges not in seen and not any(start <= verb.i < end for start, end in ranges):
                seen.add(ranges)
                slack = entry.slack if name in _SURE else 0.0
                yield Claim(
                    verb,
                    "verb",
                    entry.cue_class,
                    entry.group,
                    entry.lemma,
                    name + suffix,
                    source,
                    ranges,
                    quotes,
                    slack,
                )


def _cuts(ranges: tuple[Range, ...], page: Page) -> Iterator[tuple[str, tuple[Range, ...]]]:
    """Yield the content, and the content without a trailing clause that only adds to it (", which ...")."""
    if not ranges:
        return
    yield "", ranges
    start, end = ranges[-1]
    for i in range(start + 3, end - 2):
        if page.doc[i].text == "," and page.doc[i + 1].lower_ in _ADDITIONS and page.quotation_at(i) is None:
            yield "-cut", (*ranges[:-1], (start, i))
            return


def _quote(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A quotation right before or after the verb and its subject."""
    inside = page.quotation_at(verb.i)
    before = _quotation_before(tag_start(verb, source, page), verb, page)
    if before is not None and before is inside:
        return None
    after = _quotation_after(verb, source, page, strict=before is not None)
    if before is not None:
        parts = [_with_lead(before, page), *([(after.start, after.end)] if after else [])]
        return "quote", tuple(parts), (before, *([after] if after else []))
    if after is None or _has_clause(verb, after) or _runs_on(after, page):
        return None
    if entry.cue_class not in ("speech", "show") and page.doc[after.start - 1].text not in (":", ","):
        return None
    more = _joined(after, page)
    return "quote", tuple((q.start, q.end) for q in more), more


def _joined(quotation: Quotation, page: Page) -> tuple[Quotation, ...]:
    """Return the quotation and those that are joined to it by "and" or a comma."""
    found = [quotation]
    while (q := page.next_quotation(found[-1].end)) is not None and 0 < q.start - found[-1].end <= 2:
        if any(t.lower_ not in ("and", "or", ",") for t in page.doc[found[-1].end : q.start]):
            break
        found.append(q)
    return tuple(found)


def _fragment(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A quotation after the verb that its sentence goes on from ("said "of course" it would")."""
    after = _quotation_after(verb, source, page, strict=False)
    if after is None or entry.cue_class not in ("speech", "show"):
        return None
    return "fragment", ((after.start, page.sentence(after.end - 1)[1]),), (after,)


def _runs_on(quotation: Quotation, page: Page) -> bool:
    """Does the sentence go on after the quotation without a stop or comma?"""
    doc, end = page.doc, quotation.end
    if (
        end >= len(doc)
        or doc[end - 2].text in (".", ",", "!", "?", "...", "…")
        or doc[end].is_punct
        or doc[end].is_space
    ):
        return False
    return doc[end].lower_ not in (
        "and",
        "but",
        "or",
        "as",
        "when",
        "while",
        "after",
        "before",
        "on",
        "in",
        "during",
        "at",
    )


def _has_clause(verb: Token, quotation: Quotation) -> bool:
    """Does a clause that holds the quotation hang on the verb and begin before it?"""
    return any(
        c.dep_ in ("ccomp", "xcomp", "oprd") and verb.i < c.left_edge.i < quotation.start <= c.right_edge.i + 1
        for c in verb.children
    )


def _quotation_before(left: int, verb: Token, page: Page) -> Quotation | None:
    """Return the quotation that ends right before token `left`, as one that goes on into its cue does."""
    doc, i = page.doc, left - 1
    while i >= 0 and (doc[i].text in DASHES or (doc[i].is_space and "\n" not in doc[i].text)):
        i -= 1
    q = page.quotation_at(i) if i >= 0 and left - i <= 3 else None
    if q is None or q.end != i + 1 or q.end - q.start < 3:
        return None
    stopped = i == left - 1 and doc[i - 1].text == "." and doc[left].is_title  # the quotation ended a sentence
    rest = any(c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > verb.i for c in verb.children)
    alone = page.sentence(verb.i)[1] - verb.i < MAX_TAG and page.tells(verb) and not rest
    return None if stopped and not alone else q


def _quotation_after(verb: Token, source: Token | None, page: Page, *, strict: bool) -> Quotation | None:
    """Return the quotation that the verb leads into. strict: as the second part of a quote, only after a comma."""
    doc = page.doc
    q = page.next_quotation(verb.i + 1)
    if q is None or q.start - verb.i > MAX_LEAD:
        return None
    inverted = source is not None and verb.i < source.i < min(verb.i + MAX_NAME, q.start)
    begin = min((source.right_edge.i if inverted and source is not None else verb.i) + 1, q.start)
    words = [t for t in doc[begin : q.start] if not t.is_space]
    if any(t.text in (".", "!", "?") or t.tag_ in FINITE or (t.tag_ == "VBG" and page.tells(t)) for t in words):
        return None
    lead = words[-1].text if words else ""
    if lead == "as" and len(words) < 3:
        return None
    if strict:
        return q if lead == "," or (inverted and doc[q.start - 1].text == ",") else None
    return q if not words or lead in (",", ":", "that") or len(words) <= 2 else None


def _with_lead(quotation: Quotation, page: Page) -> Range:
    """The quotation, and what stands before it in its sentence where it begins inside one."""
    start = page.sentence(quotation.start)[0]
    lead = [t for t in page.doc[start : quotation.start] if not (t.is_punct or t.is_space or t.dep_ == "cc")]
    if not lead or page.doc[quotation.start - 1].text in (":", "-", "--", "–", "—") or page.tells(lead[-1]):
        return quotation.start, quotation.end
    return start, quotation.end


_FINDERS: tuple[tuple[str, Callable[[Token, CueEntry, Token | None, Page], Found | None]], ...] = (
    ("passive", find_passive),
    ("quote", _quote),
    ("clause", find_clause),
    ("order", find_order),
    ("order", find_told),
    ("as", find_as),
    ("infinitive", find_infinitive),
    ("gerund", find_gerund),
    ("prep", find_prep),
    ("object", find_object),
    ("object", find_charge),
    ("prior", find_prior),
    ("quote", _fragment),
)
