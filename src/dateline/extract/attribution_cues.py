"""A claim -> the tokens of its cue: the verb with its auxiliaries, negation, adverbs, particle or preposition."""

from dateline.extract.attribution_claims import Claim, Range
from dateline.extract.attribution_sources import quoted_as

_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
_TO_THE_RIGHT = 3  # tokens between a verb and the preposition of its content, at most


def cue_range(claim: Claim) -> Range:
    """Return the cue's tokens, unbroken: "was quoted as saying", "has repeatedly called for", "it is hoped"."""
    head = claim.cue
    if claim.kind == "phrase":
        return head.i, head.i + len(claim.lemma.split())
    if claim.kind != "verb":
        return head.i, head.i + 1
    quoted = quoted_as(head)
    start, end = (quoted or head).i, head.i + 1
    for child in reversed(list((quoted or head).lefts)):
        expletive = child.dep_ in ("nsubj", "nsubjpass", "expl") and child.lower_ == "it" and claim.source is None
        if (child.dep_ not in _BEFORE and not expletive) or child.i != start - 1 or claim.holds(child.i):
            break
        start = child.i
    for child in head.rights:
        leads = child.dep_ == "prep" and child.i + 1 == claim.first  # "called on | the rebels to ..."
        wanted = child.dep_ == "prt" or leads or claim.frame.startswith(f"prep:{child.lower_}")
        if wanted and child.i - end < _TO_THE_RIGHT and not claim.holds(child.i):
            end = max(end, child.i + 1)
    return start, end
