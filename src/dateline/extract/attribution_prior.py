"""A verb -> the clause before it or around it that it tells: "Talks failed, X said", "Talks, X said, failed"."""

from spacy.tokens import Token

from dateline.extract.attribution_claims import Page, Range
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_sources import own_subject, quoted_as
from dateline.lexicons.cues import CueEntry

Found = tuple[str, tuple[Range, ...], tuple[Quotation, ...]]
DASHES = frozenset({",", "-", "–", "—", "--"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_prior(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A clause before the verb or around it: "Talks failed, X said", "Talks, X said, failed"."""
    if entry.cue_class not in ("speech", "thought", "show") or (verb.dep_ in ("relcl", "acl") and _hangs(source, verb)):
        return None
    doc, (start, stop) = page.doc, page.sentence(verb.i)
    left = tag_start(verb, source, page)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < left), None)
    if left <= start:
        return _around(verb, page)
    last = left - 1 if not doc[left - 1].is_space else left - 2
    if doc[last].text not in DASHES and not doc[last].is_quote and clause is None:
        return _around(verb, page)
    if clause is None and verb.tag_ not in FINITE and quoted_as(verb) is None:
        return None
    if not entry.addressee and any(c.dep_ == "dobj" and not _is_time(c) for c in verb.children):
        return None
    parts: list[Range] = [(start, left)]
    main = clause if clause is not None else (verb.head if verb.head.i != verb.i else None)
    tail = _tail(verb, source)
    goes_on = tail + 1 < stop and doc[tail].text in DASHES and (main is not None and _resumes(main, verb, tail))
    if goes_on or (tail + 2 < stop and doc[tail + 1].dep_ == "cc" and doc[tail + 2].pos_ in ("AUX", "VERB")):
        parts.append((tail, stop))
    elif not any(t.pos_ in ("VERB", "AUX") for t in doc[start:left]):
        return None
    return "prior", tuple(parts), ()


def tag_start(verb: Token, source: Token | None, page: Page) -> int:
    """Return the first token of subject, auxiliaries and verb ("Khatib quoted the king as saying")."""
    anchor = quoted_as(verb) or verb
    left = anchor.i
    for child in anchor.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and anchor.i - child.i < 4:
            left = min(left, child.i)
    subject = own_subject(anchor, page)
    if subject is not None and source is not None and subject.i < source.i < anchor.i:
        subject = source  # another than the parser's
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


def _hangs(source: Token | None, verb: Token) -> bool:
    """Is it a relative or participle clause indeed ("the man who said"), not a tag that the parser has hung on a noun?"""
    return verb.tag_ not in FINITE or source is None or source.tag_ in ("WP", "WDT")


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
