"""Nouns, adjectives, adverbs and phrases that tell of a claim ("fears that", "confident that", "reportedly") -> claims."""

from spacy.tokens import Token

from dateline.extract.attribution_claims import Claim, Page, Range
from dateline.extract.attribution_sources import noun_source, verb_source
from dateline.lexicons.cues import CueEntry

MAX_TAG = 12  # tokens of a tag that says who reported, from its comma


def noun_claim(noun: Token, entry: CueEntry, page: Page) -> Claim | None:
    """Return what a noun holds: a clause or an infinitive on it, or what its preposition leads into."""
    found = _complement(noun, entry)
    if found is None:
        return None
    frame, content = found
    ranges = page.tidy_all([content])
    source = noun_source(noun, page)
    if not ranges or (source is not None and ranges[0][0] <= source.i < ranges[0][1]):
        return None
    return Claim(noun, "noun", entry.cue_class, entry.group, entry.lemma, frame, source, ranges)


def adjective_claim(adjective: Token, entry: CueEntry, page: Page) -> Claim | None:
    """Return what somebody is sure, afraid or ready of."""
    found = _complement(adjective, entry)
    if found is None:
        return None
    frame, content = found
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "conj", "attr") else None
    source = verb_source(verb, page) if verb is not None and verb.pos_ in ("VERB", "AUX") else None
    if source is None and adjective.dep_ in ("amod", "acl", "appos"):
        source = adjective.head
    if source is not None and source.dep_ == "expl":
        source = None
    ranges = page.tidy_all([content])
    return (
        Claim(adjective, "adjective", entry.cue_class, entry.group, entry.lemma, frame, source, ranges)
        if ranges
        else None
    )


def adverb_claim(adverb: Token, entry: CueEntry, page: Page) -> Claim | None:
    """Return what is "reportedly" so: the clause that the adverb stands in, without the adverb."""
    head = adverb.head
    if head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN") or head.i == adverb.i:
        return None
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.dep_ == "relcl":
        start = max(start, min(c.i for c in head.children))
    if not start <= adverb.i < end:
        return None
    ranges = page.tidy_all([(start, adverb.i), (adverb.i + 1, end)])
    return (
        Claim(adverb, "adverb", entry.cue_class, entry.group, entry.lemma, "adverb", None, ranges) if ranges else None
    )


def phrase_claim(first: Token, last: Token, entry: CueEntry, page: Page) -> Claim | None:
    """Return what is so "according to" somebody: the sentence around the phrase."""
    doc, (begin, stop) = page.doc, page.sentence(first.i)
    source = next((c for c in last.children if c.dep_ in ("pobj", "pcomp")), None) or _noun_after(last, stop)
    if source is None:
        return None
    start, end = first.i, source.right_edge.i + 1
    if end < stop and end - start > 25:
        end = next((i for i in range(start, end) if doc[i].text == "," and i > source.i), end)
    if all(t.is_punct or t.is_space or t.dep_ == "cc" for t in doc[begin:start]):  # "According to X, ..."
        ranges = page.tidy_all([(end, stop)])
    else:
        before = begin, start
        quote = page.quotation_at(start - 1) or page.quotation_at(start - 2) if start > 1 else None
        if quote is not None and quote.end >= start - 1:
            before = min(before[0], quote.start), start
        goes_on = end < stop and doc[end].text == "," and _resumes(first, end) and not _is_tag(end, stop, page)
        after = (end, stop) if goes_on else (end, end)
        ranges = page.tidy_all([before, after])
    if not ranges or any(s <= source.i < e for s, e in ranges):
        return None
    return Claim(
        first, "phrase", entry.cue_class, entry.group, entry.lemma, "phrase", source, ranges, slack=entry.slack
    )


def _noun_after(word: Token, stop: int) -> Token | None:
    """Return the head of the noun phrase right behind a word that the parser has not seen as a preposition."""
    nouns = (t for t in word.doc[word.i + 1 : min(word.i + 8, stop)] if t.pos_ in ("NOUN", "PROPN", "PRON"))
    return next((t for t in nouns if t.dep_ not in ("compound", "poss", "amod", "nmod")), None)


def _resumes(first: Token, end: int) -> bool:
    """Does the sentence's main verb come after the phrase?"""
    top = first
    while top.head.i != top.i:
        top = top.head
    return top.i > end


def _is_tag(start: int, stop: int, page: Page) -> bool:
    """Do the tokens only say who passes it on (", Kyodo reported")?"""
    words = [t for t in page.doc[start:stop] if t.tag_ in ("VBD", "VBZ", "VBN")]
    return stop - start <= MAX_TAG and len(words) == 1 and page.tells(words[0])


def _complement(token: Token, entry: CueEntry) -> tuple[str, Range] | None:
    for child in token.rights:
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl", "advcl") and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            mark = next((c.lower_ for c in child.children if c.dep_ in ("mark", "aux") and c.i < child.i), "")
            if mark in ("that", "whether", "if") and "clause" in entry.frames and child.dep_ != "relcl":
                return "clause", (child.left_edge.i, child.right_edge.i + 1)
            if mark == "to" and child.tag_ == "VB" and "infinitive" in entry.frames:
                return "infinitive", (child.left_edge.i, child.right_edge.i + 1)
            if child.dep_ == "ccomp" and child.left_edge.i > token.i and "clause" in entry.frames:
                return "clause", (child.left_edge.i, child.right_edge.i + 1)
    for child in token.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in entry.preps:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and inner.ent_type_ not in ("DATE", "TIME"):
                return f"prep:{child.lower_}", (inner.left_edge.i, inner.right_edge.i + 1)
    return None
