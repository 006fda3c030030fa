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
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_sources import own_subject, quoted_as, verb_source
from dateline.lexicons.cues import CueEntry

MAX_LEAD = 25  # tokens between a verb and the quotation that it leads into ("told reporters in Oslo on Friday: ...")
MAX_TAG = 12  # tokens from a verb to its full stop in a sentence that only says who spoke ("Berg said.")
MAX_NAME = 8  # tokens from a verb to the head of the subject behind it ("said Foreign Minister Ada Berg")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({",", "-", "–", "—", "--"})
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
_SURE = frozenset({"quote", "clause", "prior", "infinitive", "order"})
Found = tuple[str, tuple[Range, ...], tuple[Quotation, ...]]


def verb_claims(verb: Token, entry: CueEntry, page: Page) -> Iterator[Claim]:
    """Yield what the verb may tell, one claim for each place that may hold it; at most one of them is right."""
    source = verb_source(verb, page)
    seen: set[tuple[Range, ...]] = set()
    quoted = False
    for frame, find in _FINDERS:
        if frame not in entry.frames and not (frame == "prep" and entry.preps):
            continue
        found = find(verb, entry, source, page)
        if found is None or (quoted and found[0] in ("prior", "fragment")):
            continue
        name, raw, quotes = found
        quoted = quoted or name == "quote"
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
    before = _quotation_before(_tag_start(verb, source, page), verb, page)
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


def _tag_start(verb: Token, source: Token | None, page: Page) -> int:
    """Return the first token of subject, auxiliaries and verb ("Khatib quoted the king as saying")."""
    anchor = quoted_as(verb) or verb
    left = anchor.i
    for child in anchor.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and anchor.i - child.i < 4:
            left = min(left, child.i)
    subject = own_subject(anchor, page)
    if subject is not None and subject.i < anchor.i:
        left = min(left, subject.left_edge.i)
    elif source is not None and (source.i == left - 1 or _follows_quotation(source, left, page)):
        left = source.left_edge.i
    head = source.i if source is not None and source.i < anchor.i else anchor.i
    for i in range(head - 1, left - 1, -1):  # no subject spans the end of a quotation
        q = page.quotation_at(i)
        if q is not None and q.end == i + 1 and q.start < left + 1:
            return i + 1
    return left


def _follows_quotation(source: Token, left: int, page: Page) -> bool:
    """Does the source stand right behind a quotation, with no more than an apposition between it and the verb?"""
    q = page.quotation_at(source.left_edge.i - 1) if source.left_edge.i > 0 else None
    return q is not None and q.end == source.left_edge.i and source.i < left and page.doc[left - 1].text == ","


def _quotation_before(left: int, verb: Token, page: Page) -> Quotation | None:
    """Return the quotation that ends right before token `left`, as one that goes on into its cue does."""
    doc, i = page.doc, left - 1
    while i >= 0 and (doc[i].text in _DASHES or (doc[i].is_space and "\n" not in doc[i].text)):
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
    if any(t.text in (".", "!", "?") or t.tag_ in _FINITE or (t.tag_ == "VBG" and page.tells(t)) for t in words):
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


def _prior(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A clause before the verb or around it: "Talks failed, X said", "Talks, X said, failed"."""
    if entry.cue_class not in ("speech", "thought", "show") or (verb.dep_ in ("relcl", "acl") and _hangs(source, verb)):
        return None
    doc, (start, stop) = page.doc, page.sentence(verb.i)
    left = _tag_start(verb, source, page)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < left), None)
    if left <= start:
        return _around(verb, page)
    last = left - 1 if not doc[left - 1].is_space else left - 2
    if doc[last].text not in _DASHES and not doc[last].is_quote and clause is None:
        return _around(verb, page)
    if clause is None and verb.tag_ not in _FINITE and quoted_as(verb) is None:
        return None
    if not entry.addressee and any(c.dep_ == "dobj" and not _is_time(c) for c in verb.children):
        return None
    parts: list[Range] = [(start, left)]
    main = clause if clause is not None else (verb.head if verb.head.i != verb.i else None)
    tail = _tail(verb, source)
    goes_on = tail + 1 < stop and doc[tail].text in _DASHES and (main is not None and _resumes(main, verb, tail))
    if goes_on or (tail + 2 < stop and doc[tail + 1].dep_ == "cc" and doc[tail + 2].pos_ in ("AUX", "VERB")):
        parts.append((tail, stop))
    elif not any(t.pos_ in ("VERB", "AUX") for t in doc[start:left]):
        return None
    return "prior", tuple(parts), ()


def _hangs(source: Token | None, verb: Token) -> bool:
    """Is it a relative or participle clause indeed ("the man who said"), not a tag that the parser has hung on a noun?"""
    return verb.tag_ not in _FINITE or source is None or source.tag_ in ("WP", "WDT")


def _around(verb: Token, page: Page) -> Found | None:
    """The sentence around an aside: "as X said, talks failed"."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children):
        return None
    start, end = page.sentence(verb.i)
    return "prior", ((start, max(start, verb.left_edge.i)), (min(end, verb.right_edge.i + 1), end)), ()


def _tail(verb: Token, source: Token | None) -> int:
    """Return the first token after the verb, its subject and its short adjuncts."""
    end = verb.i
    if source is not None and source.i > verb.i and source.head.i == verb.i:
        end = source.right_edge.i
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative", "prep", "npadvmod", "advmod", "prt") and child.i - end < 8:
            end = max(end, child.right_edge.i)
    return end + 1


def _resumes(main: Token, verb: Token, tail: int) -> bool:
    """Do words of the main clause itself, not of the verb, follow the tail?"""
    after = next((c for c in main.children if c.i > tail and c.dep_ != "punct" and c.i != verb.i), None)
    return main.i > tail or (after is not None and main.right_edge.i > tail and after.left_edge.i <= tail + 2)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


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
    ("prior", _prior),
    ("quote", _fragment),
)
