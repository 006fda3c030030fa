"""Verbs that tell of a claim -> claims: the content beside them, in quotation marks or in a clause, before or after."""

from collections.abc import Callable

from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page, Range
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_sources import agent, verb_source
from dateline.extract.syntax import SUBJECTS, is_passive
from dateline.lexicons.cues import CueEntry

MAX_LEAD = 25  # tokens between a verb and the quotation that it leads into ("told reporters in Oslo on Friday: ...")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LOOSE = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "ROOT"})
Found = tuple[str, tuple[Range, ...], tuple[Quotation, ...]]


def verb_claim(verb: Token, entry: CueEntry, page: Page) -> Claim | None:
    """Return what the verb tells, None where it has no content."""
    source = verb_source(verb, page)
    for frame, find in _FINDERS:
        if frame in entry.frames or (frame == "prep" and entry.preps):
            found = find(verb, entry, source, page)
            if found is not None:
                name, ranges, quotes = found
                ranges = page.tidy_all(ranges)
                if ranges and not any(start <= verb.i < end for start, end in ranges):
                    return Claim(
                        verb, "verb", entry.cue_class, entry.lemma, name, source, ranges, quotes, is_passive(verb)
                    )
    return None


def _passive(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """Passives ("X is expected to Y", "is seen as Y"): what is said of the subject, which is part of the content."""
    if not is_passive(verb):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.i > verb.i), None)
    if clause is None:
        clause = next(
            (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("as", "of", "for") and c.i > verb.i), None
        )
        if clause is None or (
            clause.lower_ != "as" and entry.lemma not in ("accuse", "suspect", "blame", "convict", "criticize")
        ):
            return None
    if verb.dep_ == "acl":
        return "passive", (_span(clause),), ()
    if subject is None or (subject.lower_ == "it" and clause.dep_ == "ccomp"):
        return ("passive", (_span(clause),), ()) if clause.dep_ != "prep" or subject is None else None
    return "passive", (_span(subject), _span(clause)), ()


def _quote(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A quotation right before or after the verb and its subject."""
    inside = page.quotation_at(verb.i)
    left = _left_end(verb, source, page)
    before = _quotation_before(left, page)
    after = _quotation_after(verb, source, page, strict=before is not None)
    if before is inside is not None or (before is None and after is None):
        return None
    if before is not None:
        ranges = [_with_lead(before, verb, page)]
        if after is not None:
            ranges.append((after.start, after.end))
        return "quote", tuple(ranges), (before, *([after] if after else []))
    if after is None or entry.cue_class not in ("speech", "show") or _has_clause(verb, after):
        return None
    return "quote", ((after.start, after.end),), (after,)


def _has_clause(verb: Token, quotation: Quotation) -> bool:
    """Does a clause that holds the quotation hang on the verb and begin before it?"""
    return any(
        c.dep_ in ("ccomp", "xcomp", "oprd", "dobj")
        and verb.i < c.left_edge.i < quotation.start <= c.right_edge.i + 1
        and c.dep_ != "dobj"
        for c in verb.children
    )


def _left_end(verb: Token, source: Token | None, page: Page) -> int:
    """Return the first token of subject, auxiliaries and verb."""
    left = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - child.i < 4:
            left = min(left, child.i)
    if (source is not None and source.i < verb.i and source.head.i == verb.i) or (
        source is not None and source.i == left - 1
    ):
        left = min(left, source.left_edge.i)
    i = verb.i - 1
    while i >= left:  # a quotation between the edge and the verb: a subject never spans it
        if (
            page.doc[i].is_quote
            and (q := page.quotation_at(i)) is not None
            and q.end - 1 == i
            and source is not None
            and source.i > i
        ):
            return i + 1
        i -= 1
    return left


def _quotation_before(left: int, page: Page) -> Quotation | None:
    i = left - 1
    while i >= 0 and (page.doc[i].text in (",", "-", "–", "—", "--") or page.doc[i].is_space):
        i -= 1
    if i < 0 or left - i > 3:
        return None
    q = page.quotation_at(i)
    return q if q is not None and q.end == i + 1 else None


def _quotation_after(verb: Token, source: Token | None, page: Page, *, strict: bool) -> Quotation | None:
    """Return the quotation that the verb leads into. strict: only after a comma or colon, as the second part of a quote."""
    doc = page.doc
    begin = (
        max(
            verb.i,
            source.right_edge.i if source is not None and source.i > verb.i and source.head.i == verb.i else verb.i,
        )
        + 1
    )
    q = page.next_quotation(verb.i + 1)
    if q is None or q.start - verb.i > MAX_LEAD:
        return None
    begin = min(begin, q.start)
    gap = doc[begin : q.start]
    lead = gap[-1].text if len(gap) else ""
    words = [t for t in gap if not t.is_space]
    if any(t.text in (".", "!", "?") or (t.tag_ in _FINITE and t.i > begin) for t in words):
        return None
    if strict:
        return q if words and lead in (",", ":") and doc[q.start + 1].is_lower else None
    return q if not words or lead in (",", ":", "that") or len(words) <= 2 else None


def _with_lead(quotation: Quotation, verb: Token, page: Page) -> Range:
    """The quotation, and what stands before it in its sentence where it begins inside one."""
    first = page.doc[quotation.start]
    sentence = first.sent.start
    if sentence < verb.sent.start - 1 and quotation.end < verb.sent.start:
        return quotation.start, quotation.end
    lead = [t for t in page.doc[sentence : quotation.start] if not (t.is_punct or t.is_space or t.dep_ == "cc")]
    if not lead or lead[-1].text == ":" or page.doc[quotation.start - 1].text == ":":
        return quotation.start, quotation.end
    earlier = page.quotation_at(sentence)
    if earlier is not None and earlier is not quotation and earlier.start < sentence:
        return quotation.start, quotation.end
    return sentence, quotation.end


def _clause(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A clause after the verb, with or without "that"."""
    for child in verb.children:
        if (
            child.i <= verb.i
            or child.dep_ not in ("ccomp", "advcl", "xcomp")
            or child.pos_ not in ("VERB", "AUX", "ADJ", "NOUN")
        ):
            continue
        marked = _mark(child)
        if child.dep_ == "advcl" and marked not in ("that", "whether", "if"):
            continue
        if child.dep_ == "xcomp" and (marked == "to" or child.tag_ == "VBG"):
            continue
        if child.dep_ == "ccomp" and marked == "to" and "order" in entry.frames:
            continue
        start = max(child.left_edge.i, verb.i + 1)
        if source is not None and source.i > verb.i:  # "said the envoy, who ..."
            start = max(start, min(source.right_edge.i + 1, child.i))
        return "clause", ((start, _end(child, verb)),), ()
    after = verb.i + 1
    while after < len(page.doc) and after - verb.i < 6 and page.doc[after].lower_ != "that":
        after += 1
    if (
        "prior" in entry.frames
        and after < len(page.doc)
        and page.doc[after].lower_ == "that"
        and page.doc[after].dep_ == "mark"
    ):
        return "clause", ((after, verb.sent.end),), ()
    return None


def _mark(clause: Token) -> str:
    return next(
        (
            c.lower_
            for c in clause.children
            if c.dep_ in ("mark", "aux") and c.i < clause.i and c.lower_ in ("that", "to", "whether", "if")
        ),
        "",
    )


def _end(clause: Token, verb: Token) -> int:
    """The end of a clause; less a later speaker's tag that the parser has put into it."""
    return clause.right_edge.i + 1 if clause.right_edge.i > verb.i else verb.sent.end


def _infinitive(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """The verb's own infinitive: "vowed to go"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "advcl", "ccomp") and child.tag_ == "VB":
            to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is not None and (child.dep_ == "xcomp" or to.i == verb.i + 1):
                if any(c.dep_ == "dobj" and c.i < child.i for c in verb.children):
                    continue
                return "infinitive", ((max(child.left_edge.i, verb.i + 1), child.right_edge.i + 1),), ()
    return None


def _order(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """An object with its infinitive: "urged X to go", "called on X to go"."""
    for child in verb.children:
        if (
            child.i < verb.i
            or child.dep_ not in ("xcomp", "ccomp", "advcl")
            or child.tag_ not in ("VB", "VBN", "JJ", "VBG")
        ):
            continue
        if child.dep_ == "ccomp" and any(c.dep_ in SUBJECTS and c.i > verb.i for c in child.children):
            return "order", ((child.left_edge.i, child.right_edge.i + 1),), ()
        if _mark(child) != "to":
            continue
        for other in verb.children:
            if verb.i < other.i < child.i and (
                other.dep_ in ("dobj", "dative") or (other.dep_ == "prep" and other.lower_ in entry.preps)
            ):
                head = next((c for c in other.children if c.dep_ == "pobj"), other) if other.dep_ == "prep" else other
                return "order", ((head.left_edge.i, child.right_edge.i + 1),), ()
    return None


def _as(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """What somebody is called: "described X as Y", "called X Y"."""
    complement = next(
        (c for c in verb.children if c.i > verb.i and (c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as"))),
        None,
    )
    if complement is None:
        complement = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _mark(c) == ""), None)
        if complement is None or entry.lemma not in (
            "call",
            "brand",
            "label",
            "dub",
            "term",
            "deem",
            "name",
            "consider",
        ):
            return None
        return "as", ((complement.left_edge.i, complement.right_edge.i + 1),), ()
    named = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if named is None:
        return "as", (_span(complement),), ()
    if named.i > verb.i:
        return "as", ((named.left_edge.i, max(named.right_edge.i, complement.right_edge.i) + 1),), ()
    return "as", ((named.i, named.i + 1), _span(complement)), ()


def _prior(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A clause before the verb or around it: "Talks failed, X said", "Talks, X said, failed"."""
    if entry.cue_class not in ("speech", "thought", "show"):
        return None
    doc, sentence = page.doc, verb.sent
    left = _left_end(verb, source, page)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if left <= sentence.start:
        return None
    comma = doc[left - 1].text in (",", "-", "--", "–", "—") or (
        left > 1 and doc[left - 1].is_space and doc[left - 2].text == ","
    )
    if not comma and (clause is None or clause.i > left):
        return _as_said(verb, page)
    if clause is None and not (verb.dep_ in _LOOSE and verb.tag_ in _FINITE):
        return None
    if clause is None and verb.dep_ == "conj" and any(c.dep_ == "dobj" for c in verb.children):
        return None
    begin = clause.left_edge.i if clause is not None and comma is False else sentence.start
    ranges: list[Range] = [(begin, left)]
    main = (
        clause if clause is not None else (verb.head if verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") else None)
    )
    tail = _tail(verb, source)
    if (
        main is not None
        and tail < sentence.end
        and doc[tail].text == ","
        and main.right_edge.i > tail
        and _goes_on(main, verb, tail)
    ):
        ranges.append((tail, min(main.right_edge.i + 1, sentence.end)))
    return "prior", tuple(ranges), ()


def _as_said(verb: Token, page: Page) -> Found | None:
    """The sentence around an aside: "as X said, talks failed"."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children):
        return None
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    sentence = verb.sent
    ranges = [(sentence.start, start), (end, sentence.end)]
    return "prior", tuple(r for r in ranges if page.tidy(*r)), ()


def _tail(verb: Token, source: Token | None) -> int:
    """The first token after the verb, its subject and its short adjuncts."""
    end = verb.i
    if source is not None and source.i > verb.i and source.head.i == verb.i:
        end = source.right_edge.i
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative", "prep", "npadvmod", "advmod", "prt") and child.i - end < 8:
            end = max(end, child.right_edge.i)
    return end + 1


def _goes_on(main: Token, verb: Token, tail: int) -> bool:
    """Do words of the clause itself, not of the verb, follow the tail?"""
    after = [c for c in main.children if c.i > tail and c.i != verb.i and c.dep_ != "punct"]
    return main.i > tail or any(verb.i not in (c.i for c in t.subtree) for t in after[:1])


def _gerund(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """A gerund: "denied doing"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "xcomp" and child.tag_ == "VBG":
            return "gerund", (_span(child),), ()
    return None


def _object(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """An object: "rejected the plan", with what hangs on the verb behind it ("as a coup", "of breaking the truce")."""
    named = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if named is not None and named.lower_.endswith(("self", "selves")):
        return None
    if named is None:
        passive = is_passive(verb) and agent(verb) is not None
        named = next((c for c in verb.children if c.dep_ == "nsubjpass"), None) if passive else None
        return ("object", (_span(named),), ()) if named is not None else None
    if named.i < verb.i:
        return "object", (_span(named),), ()
    end = named.right_edge.i
    for child in verb.children:
        if (
            child.i > named.i
            and child.dep_ in ("prep", "xcomp")
            and child.lower_ in ("of", "for", "as", "to", "on", "over")
        ):
            end = max(end, child.right_edge.i)
    return "object", ((named.left_edge.i, end + 1),), ()


def _prep(verb: Token, entry: CueEntry, source: Token | None, page: Page) -> Found | None:
    """What a preposition leads into: "called for talks"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prep", "prt", "dative") and child.lower_ in entry.preps:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            if inner.ent_type_ in ("DATE", "TIME") or (
                child.lower_ in ("on", "in", "at")
                and entry.cue_class == "speech"
                and entry.lemma not in ("call", "insist", "focus", "comment", "elaborate")
            ):
                continue
            return f"prep:{child.lower_}", ((inner.left_edge.i, inner.right_edge.i + 1),), ()
    return None


def _span(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1


_FINDERS: tuple[tuple[str, Callable[[Token, CueEntry, Token | None, Page], Found | None]], ...] = (
    ("passive", _passive),
    ("quote", _quote),
    ("clause", _clause),
    ("order", _order),
    ("as", _as),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("prior", _prior),
    ("prep", _prep),
    ("object", _object),
)
