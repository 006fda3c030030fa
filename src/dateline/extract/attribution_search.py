"""Doc -> claims: every cue of the lexicon tried at every word; quotations that a cue does not lead to may go on with one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.attrs import LOWER, POS
from spacy.tokens import Doc, Token

from dateline.extract.attribution_claims import Claim, Page
from dateline.extract.attribution_nouns import adjective_claim, adverb_claim, noun_claim, phrase_claim
from dateline.extract.attribution_quotes import Quotation
from dateline.extract.attribution_verbs import MAX_LEAD, OTHER_VERB, verb_claims
from dateline.lexicons.cues import CueEntry, CueLexicon

MAX_LINK = 2  # words between a speaker's sentence and the quotation that goes on with it ("But now, ...")
MAX_TAGGED = 40  # words between a quotation and a verb behind it that no list has: the longest subjects are shorter
_OTHERS: dict[str, tuple[str, Callable[[Token, CueEntry, Page], Claim | None]]] = {
    "NOUN": ("nouns", noun_claim),
    "ADJ": ("adjectives", adjective_claim),
    "ADV": ("adverbs", adverb_claim),
}
_SPOKEN = frozenset({"quote", "fragment", "clause", "prior", "phrase", "order"})


def find_claims(doc: Doc, lexicon: CueLexicon) -> tuple[Page, list[Claim]]:
    """Return the claims in the order of their cues, all that the lexicon knows, the doubtful ones too."""
    page = Page(doc, lexicon.verbs)
    may_tell = {doc.vocab.strings[pos] for pos in ("VERB", *_OTHERS)}
    classes = doc.to_array([POS]).tolist()
    return page, [
        claim for i, pos in enumerate(classes) if pos in may_tell for claim in _claims_at(doc[i], lexicon, page)
    ]


def _claims_at(token: Token, lexicon: CueLexicon, page: Page) -> Iterator[Claim]:
    pos = token.pos_
    if pos == "VERB":
        entry = lexicon.verbs.get(token.lemma_.lower(), OTHER_VERB)
        if token.dep_ not in ("amod", "compound") and (
            entry is not OTHER_VERB or page.near_quotation(token.i, MAX_TAGGED, MAX_LEAD)
        ):
            yield from verb_claims(token, entry, page)
    elif pos in _OTHERS:
        table, find = _OTHERS[pos]
        found = getattr(lexicon, table).get(token.lower_ if pos != "NOUN" else token.lemma_)
        claim = find(token, found, page) if found is not None else None
        if claim is not None:
            yield claim


def find_phrases(page: Page, lexicon: CueLexicon) -> list[Claim]:
    """Return the claims of "according to" and its like."""
    doc = page.doc
    firsts = {doc.vocab.strings[phrase.split()[0]] for phrase in lexicon.phrases}
    found = []
    for i in [i for i, word in enumerate(doc.to_array([LOWER]).tolist()) if word in firsts]:
        for phrase, entry in lexicon.phrases.items():
            words = phrase.split()
            if [t.lower_ for t in doc[i : i + len(words)]] == words:
                claim = phrase_claim(doc[i], doc[i + len(words) - 1], entry, page)
                if claim is not None:
                    found.append(claim)
    return found


def find_colons(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of quotations that follow a name and a colon ("Berg: "No talks""), where no verb leads to them."""
    doc = page.doc
    led = {q.start for c in claims for q in c.quotes if c.lemma != "*"}
    found = []
    for q in page.quotations:
        i = q.start - 1
        while i > 0 and doc[i].is_space:
            i -= 1
        kinds = ("PROPN",) if q.start in led else ("PROPN", "NOUN")
        if i < 1 or doc[i].text != ":" or doc[i - 1].pos_ not in kinds:
            continue
        source = doc[i - 1]
        while (
            source.head.i < i and source.head.i != source.i and source.head.pos_ == "PROPN" and source.dep_ != "appos"
        ):
            source = source.head
        content = page.tidy_all([(q.start, q.end)])
        found.append(Claim(doc[i], "colon", "speech", "colon", ":", "quote", source, content, (q,)))
    return found


def continue_quotes(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """Return the claims, and those of who spoke last before a quotation without a cue once more, with it added.

    Where a quotation goes on over a paragraph's end, the shorter claim is no reading.
    """
    result = list(claims)
    covered = {q.start for c in claims if c.cue_class in ("speech", "show") and c.lemma != "*" for q in c.quotes}
    covered |= {q.start for q in page.quotations for c in claims if c.kind == "phrase" and c.holds(q.start)}
    for q in page.quotations:
        if q.start in covered or not _whole(q, page):
            continue
        k = _speaker_before(q, result, page)
        k = _speaker_of_next(q, result, page) if k is None else k
        if k is None:
            continue
        cue, longest = result[k].cue.i, len(result[k].quotes)
        far = "-far" if "\n\n" in page.text[slice(*sorted((result[k].cue.idx, q.left)))] else "-on"
        for n, claim in enumerate(result[:]):  # every reading of that cue that has room for a quotation
            bare = claim.frame == claim.place or claim.frame.endswith(("-on", "-far"))
            if claim.cue.i == cue and bare and claim.place in _SPOKEN and not claim.holds(q.start):
                content = page.tidy_all([*claim.content, (q.start, q.end)])
                longer = replace(claim, content=content, quotes=(*claim.quotes, q), frame=claim.place + far)
                if q.reopened:
                    result[n] = longer
                elif len(claim.quotes) >= longest or not claim.quotes:
                    result.append(longer)
    return sorted(result, key=lambda c: c.cue.i)


def _reach(claim: Claim) -> tuple[int, int]:
    return claim.cue.i, claim.content[-1][1] if claim.quotes else 0


def _whole(q: Quotation, page: Page) -> bool:
    """Is it one or more whole sentences, at the start of one?"""
    doc = page.doc
    before = doc[q.start - 1] if q.start > 0 else None
    start = page.sentence(q.start)[0]
    linked = q.start - start <= MAX_LINK + 1 and all(t.pos_ in ("CCONJ", "ADV", "PUNCT") for t in doc[start : q.start])
    if not (linked or before is None or before.is_space or before.is_quote or before.text[-1:] in ".!?"):
        return False
    inner = page.text[q.left : q.right].strip("\"“”'‘’`„«» ")
    return q.reopened or (inner[:1].isupper() and (inner[-1:] in ".!?…," or q.open_end))


def _speaker_of_next(q: Quotation, claims: Sequence[Claim], page: Page) -> int | None:
    """Return which claim the quotation in the next paragraph belongs to, if ours is left open and that one re-opens it."""
    after = page.next_quotation(q.end) if q.open_end else None
    if after is None or not after.reopened:
        return None
    return next((k for k, c in enumerate(claims) if after in c.quotes), None)


def _speaker_before(q: Quotation, claims: Sequence[Claim], page: Page) -> int | None:
    """Return which claim a quotation without a cue goes on with: the last spoken one before it.

    Only white space may lie between, or the end of the claim's own sentence; a paragraph of its own must be a quotation
    as a whole, and follow one.
    """
    best = None
    for k, claim in enumerate(claims):
        spoken = claim.cue_class == "speech" and claim.kind in ("verb", "phrase") and claim.place in _SPOKEN
        spoken = spoken and claim.lemma != "*" and page.quotation_at(claim.cue.i) is None
        before = max(claim.cue.i, claim.content[-1][1] - 1) < q.start
        if spoken and before and (best is None or _reach(claim) > _reach(claims[best])):
            best = k
    if best is None:
        return None
    claim = claims[best]
    end = max(page.sentence(claim.cue.i)[1], claim.content[-1][1])
    gap = page.doc[end : q.start].text if end < q.start else ""
    if q.reopened:
        return best
    words = [t for t in page.doc[end : q.start] if not (t.is_space or t.is_punct)]
    if len(words) > MAX_LINK or any(t.pos_ in ("VERB", "AUX", "PROPN", "PRON") for t in words):
        return None
    if "\n" in page.doc[end - 1].text or "\n" in gap:
        alone = q.end >= len(page.doc) or page.doc[q.end].is_space
        return best if alone and claim.quotes else None
    return best
