"""Paired paragraphs -> what changed between them: strength, bearer, dates, wording; and their words side by side."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from dateline.lexicons.resolutions import OperativeVerb, ResolutionLexicon
from dateline.records.comparison import Change, Difference, Words
from dateline.records.resolution import Duty
from dateline.resolutions.clauses import rule_of
from dateline.resolutions.header import DAY, read_day
from dateline.resolutions.units import Unit, is_content, tokens

_PIECE = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_MARK = re.compile(r"([,;.])\s\d{1,3}(?=\s+[a-z]|\s*$)|(?<=[a-z])\s\d{1,3}(?=[,;.]?\s*$)")  # a footnote's number
_NO_SPACE_BEFORE = re.compile(r"[,.;:)\]”’!?]")
# How binding a clause is by its modal, where the verbs of both sides are alike.
_MODALS = {"shall": 3, "must": 3, "will": 3, "should": 2, "ought": 2, "may": 1, "can": 1, "could": 1}


def classify(left: Sequence[Unit], right: Sequence[Unit], lex: ResolutionLexicon, *, moved: bool) -> Difference:
    """Return the difference between paragraphs that belong together."""
    crosses = left[0].operative != right[0].operative
    place = [(Change.MOVED, f"{left[0].side.ref} -> {right[0].side.ref}")] if moved or crosses else []
    found = [*_shape(left, right), *place]
    if crosses:
        stronger = right[0].operative
        ways = ("preambular", "operative") if stronger else ("operative", "preambular")
        found.append((Change.STRONGER if stronger else Change.WEAKER, f"part: {ways[0]} -> {ways[1]}"))
    one, other = " ".join(u.side.text for u in left), " ".join(u.side.text for u in right)
    if _plain(one) != _plain(other):
        told = [*_strength(left[0], right[0], lex), *_bearers(left, right), *_dates(one, other, left, right)]
        found += told
        if not told or _rest_differs(one, other, told):
            found.append((Change.REWORDED, ""))
    changes = tuple(dict.fromkeys(change for change, _ in found)) or (Change.SAME,)
    return Difference(
        left=tuple(u.side for u in left),
        right=tuple(u.side for u in right),
        changes=changes,
        details=tuple(detail for _, detail in found if detail),
        words=tuple(word_diff(one, other)),
    )


def dropped(unit: Unit) -> Difference:
    """Return the difference of a paragraph that only the first text has."""
    words = (Words(change=Change.DROPPED, text=unit.side.text),)
    return Difference(left=(unit.side,), right=(), changes=(Change.DROPPED,), words=words)


def added(unit: Unit) -> Difference:
    """Return the difference of a paragraph that only the second text has."""
    words = (Words(change=Change.ADDED, text=unit.side.text),)
    return Difference(left=(), right=(unit.side,), changes=(Change.ADDED,), words=words)


def word_diff(left: str, right: str) -> Iterator[Words]:
    """Yield runs of words: those that both have, those of the first alone, those of the second alone."""
    a, b = _PIECE.findall(left), _PIECE.findall(right)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(change=Change.SAME, text=_spell(a[i1:i2]))
            continue
        if i1 < i2:
            yield Words(change=Change.DROPPED, text=_spell(a[i1:i2]))
        if j1 < j2:
            yield Words(change=Change.ADDED, text=_spell(b[j1:j2]))


def _shape(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[tuple[Change, str]]:
    refs = " -> ".join(" + ".join(u.side.ref for u in side) for side in (left, right))
    if len(right) > 1:
        yield Change.SPLIT, refs
    if len(left) > 1:
        yield Change.MERGED, refs


def _strength(left: Unit, right: Unit, lex: ResolutionLexicon) -> Iterator[tuple[Change, str]]:
    if not (left.operative and right.operative and left.verbs and right.verbs):
        return
    before, after = (_rule(u.verbs[0], lex) for u in (left, right))
    if before.verb != after.verb and before.strength != after.strength:
        change = Change.STRONGER if after.strength > before.strength else Change.WEAKER
        yield change, f"verb: {left.verbs[0]} -> {right.verbs[0]}"
        return
    modals = [_modal(u) for u in (left, right)]
    if modals[0] and modals[1] and _MODALS[modals[0]] != _MODALS[modals[1]]:
        change = Change.STRONGER if _MODALS[modals[1]] > _MODALS[modals[0]] else Change.WEAKER
        yield change, f"modal: {modals[0]} -> {modals[1]}"


def _rule(verb: str, lex: ResolutionLexicon) -> OperativeVerb:
    match = lex.operative.match(verb)
    return rule_of(match["verb"] if match else verb, lex)


def _modal(unit: Unit) -> str | None:
    return next((w.lower() for w in unit.words if w.lower() in _MODALS), None)


def _bearers(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[tuple[Change, str]]:
    before, after = ([d for u in side for d in u.duties] for side in (left, right))
    for a, b in zip(before, after, strict=False):
        if a.type == b.type and a.bearer and b.bearer and _plain(a.bearer) != _plain(b.bearer):
            yield Change.OTHER_BEARER, f"bearer: {a.bearer} -> {b.bearer}"


def _dates(one: str, other: str, left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[tuple[Change, str]]:
    before, after = (_days(text, [d for u in side for d in u.duties]) for text, side in ((one, left), (other, right)))
    if before != after and (before or after):
        told = " -> ".join(", ".join(sorted(days)) or "none" for days in (before - after, after - before))
        yield Change.OTHER_DATE, f"date: {told}"


def _days(text: str, duties: Sequence[Duty]) -> set[str]:
    printed = {day for found in DAY.finditer(text) if (day := read_day(found[0]))}
    terms = {term for d in duties for term in (d.deadline, d.expires, d.starts, d.rhythm) if term}
    return printed | terms


def _rest_differs(one: str, other: str, told: Sequence[tuple[Change, str]]) -> bool:
    """Do words differ that no told change explains?"""
    explained = {w.lower().replace("-", "") for _, detail in told for w in tokens(detail)}
    differing = [
        w for run in word_diff(_plain(one), _plain(other)) if run.change is not Change.SAME for w in tokens(run.text)
    ]
    dates = Change.OTHER_DATE in [change for change, _ in told]
    return any(is_content(w) and w.lower() not in explained and not (dates and _of_date(w)) for w in differing)


def _of_date(word: str) -> bool:
    return word.isdigit() or bool(
        re.fullmatch(
            r"(?i)(?:jan|febr|mar|apr|may|june?|july?|aug|sept|oct|nov|dec)\w*|\w*(?:day|week|month|year)s?|until|by|one|two|three|six|nine|twelve|thirty|sixty|ninety",
            word,
        )
    )


def _plain(text: str) -> str:
    """Return the words as far as they tell: no case, no hyphens, no footnote marks."""
    return " ".join(w.lower().replace("’", "'").replace("-", "") for w in tokens(_MARK.sub(r"\1", text)))


def _spell(pieces: Sequence[str]) -> str:
    spelled = ""
    for piece in pieces:
        close = not spelled or _NO_SPACE_BEFORE.fullmatch(piece) or spelled[-1] in "([“‘"
        spelled += piece if close else f" {piece}"
    return spelled
