"""Two reports -> whether one copies the other, and how: shared passages weighed against each report's own words. Pure.

What does not make a copy: quotations (two reporters heard the same speaker), stock passages, forms filled in with other
figures, and background: passages that tell neither report's news, which stands in its first sentences.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from dateline.lexicons.outlets import Outlets, load_outlets
from dateline.link.figures import changed_figures, is_template, kept_figures
from dateline.link.passages import Passage, shared_passages, shared_runs
from dateline.link.reports import Report
from dateline.link.shared import shared_quotations, shared_voices
from dateline.link.signs import names_source
from dateline.link.stock import stock_words
from dateline.link.words import Words
from dateline.records.copies import Copy, CopyKind, Shared

LEAD = 2  # sentences in which a report tells its news
HEADLINE = 9  # words; a first line with fewer is no sentence yet
MOST = 0.6  # of a report's own words: it is taken over as a whole
MUCH = 0.3  # with LONG words: no background is so long in so short a report
LONG = 70
HALF = 0.4  # enough, if the lead of one of the two is among it
SOME = 0.2  # enough, if the first sentence of one is (the second is often background already) or it names its source
LITTLE = 0.1  # enough, if both hold
FEWEST_OWN = 20  # own words shared; the short brief has less and is taken over as a whole
FEWEST_NAMED = 14  # where it names its source
ALL = 0.98
LEAD_COVERED = 0.35  # of its words
WHOLE = 0.75  # even without the news: nothing else is left
LATE = 4  # days; what is reprinted later is reprinted whole, what comes back in parts is background
MORE = 0.2  # of the other's words than of its own: it has matter that the other has not
DENSE = 0.75  # share of a stretch that is taken over

WORDING = {
    CopyKind.EXACT_REPRINT: "the same text",
    CopyKind.EDITED_REPRINT: "the same text, edited",
    CopyKind.EXCERPT: "a part of it",
    CopyKind.REWRITE: "rewritten from it",
    CopyKind.MERGED: "it with other matter",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """One report's part: own words, those of them in shared passages, the share covered of its lead and first sentence."""

    own: int
    shared: int
    lead: float
    first: float

    @property
    def share(self) -> float:
        return self.shared / self.own if self.own else 0.0


def compare_reports(
    here: Report, there: Report, outlets: Outlets | None = None, stock: Collection[int] = frozenset()
) -> Copy | None:
    """Return what `here`, the later report, takes over from `there`, or None if it is no copy.

    stock: keys of sentences (signatures) that the archive knows from reports of many days. The kind is told from
    `here`: an excerpt is an excerpt of `there`; swap them if `there` is the later one.
    """
    outlets = outlets or load_outlets()
    a, b = here.words, there.words
    runs = shared_runs(a, b)
    passages = shared_passages(a, b, runs)
    if not passages:
        return None
    changed = changed_figures(passages, a, b)
    apart = _days_apart(here, there)
    if is_template(kept_figures(passages, a), len(changed), other_day=apart != 0):
        return None
    quoted_here, quoted_there = _quoted(passages, a, b)
    one = _side(a, [p.here for p in passages], quoted_here, stock_words(here, stock))
    other = _side(b, [p.there for p in passages], quoted_there, stock_words(there, stock))
    named = names_source(here, there, outlets)
    if not _is_copy(one, other, named=named is not None, late=apart is not None and apart >= LATE):
        return None
    kind = _kind(one, other, passages, named=named is not None)
    return Copy(
        kind=kind,
        passages=tuple(_shared(p, a, b) for p in passages),
        here_share=round(one.share, 3),
        there_share=round(other.share, 3),
        quotations=shared_quotations(here, there, runs),
        voices=shared_voices(here.record, there.record, outlets),
        changed=changed,
        why=_why(kind, one, other, named),
    )


def _quoted(passages: tuple[Passage, ...], here: Words, there: Words) -> tuple[bytearray, bytearray]:
    """Return which words are quoted: of those that both have, the ones that both quote, as marks are lost in editing."""
    one, other = bytearray(here.quoted), bytearray(there.quoted)
    for a, b, n in (run for p in passages for run in p.runs):
        both = bytes(x & y for x, y in zip(one[a : a + n], other[b : b + n], strict=True))
        one[a : a + n] = other[b : b + n] = both
    return one, other


def _side(words: Words, passages: list[range], quoted: bytearray, stock: bytearray) -> _Side:
    taken = bytearray(len(words.words))
    for passage in passages:
        taken[passage.start : passage.stop] = b"\1" * len(passage)
    aside = bytearray(q | s for q, s in zip(quoted, stock, strict=True))
    own = aside.count(0)
    if own < len(aside) * 0.2:  # a text of quotations: a speech, an interview
        aside, own = stock, stock.count(0)
    shared = sum(t and not o for t, o in zip(taken, aside, strict=True))
    news = ([i for i in sentence if not stock[i]] for sentence in words.sentences)
    told = list(dropwhile(lambda sentence: len(sentence) < HEADLINE, news))
    leads = [_covered([i for t in told[:n] for i in t], taken) for n in (LEAD, 1)]
    return _Side(own, shared, *leads)


def _covered(words: list[int], taken: bytearray) -> float:
    return sum(taken[i] for i in words) / len(words) if words else 0.0


def _days_apart(here: Report, there: Report) -> int | None:
    a, b = here.article.published, there.article.published
    return abs((a - b).days) if a and b else None


def _is_copy(here: _Side, there: _Side, *, named: bool, late: bool) -> bool:
    share, words = max(here.share, there.share), max(here.shared, there.shared)
    if share >= WHOLE and (words >= FEWEST_OWN or min(here.own, there.own) < 2 * FEWEST_OWN):
        return True
    if words < (FEWEST_NAMED if named else FEWEST_OWN) or (late and share < MOST and not named):
        return False
    news = max(here.lead, there.lead) >= LEAD_COVERED
    first = max(here.first, there.first) >= LEAD_COVERED
    much = share >= MUCH and words >= LONG
    least = (LITTLE if named else SOME) if first else (SOME if named else HALF if news else WHOLE)
    return much or share >= least


def _kind(one: _Side, other: _Side, passages: tuple[Passage, ...], *, named: bool) -> CopyKind:
    if min(one.share, other.share) >= ALL and _in_order(passages):
        return CopyKind.EXACT_REPRINT
    if one.share >= MOST and (one.share >= WHOLE or other.share < one.share + MORE or not _dense(passages)):
        return CopyKind.EDITED_REPRINT if other.share >= MOST else CopyKind.EXCERPT
    if other.share >= MOST or not named:
        # What is not from there stands together: another story was put before or behind it.
        return CopyKind.MERGED if _dense(passages) else CopyKind.REWRITE
    return CopyKind.REWRITE


def _in_order(passages: tuple[Passage, ...]) -> bool:
    """Whether all words are the same, but for what stands aside at the beginning and the end."""
    runs = [run for p in passages for run in p.runs]
    same = sum(n for _, _, n in runs)
    ordered = all(x[1] < y[1] for x, y in pairwise(runs))
    return ordered and same >= ALL * max(sum(len(p.here) for p in passages), sum(len(p.there) for p in passages))


def _dense(passages: tuple[Passage, ...]) -> bool:
    whole = passages[-1].here.stop - passages[0].here.start
    return sum(len(p.here) for p in passages) >= DENSE * whole


def _shared(passage: Passage, here: Words, there: Words) -> Shared:
    return Shared(
        here=here.place(passage.here.start, passage.here.stop - 1),
        there=there.place(passage.there.start, passage.there.stop - 1),
        words=passage.same,
    )


def _why(kind: CopyKind, one: _Side, other: _Side, named: str | None) -> str:
    source = f"; it names {named}" if named else ""
    return (
        f"{WORDING[kind]}: {one.shared} of its {one.own} own words stand in the other report, "
        f"{other.shared} of whose {other.own} they are{source}"
    )
