"""Clauses that decide, set up, extend, end or approve -> their duties."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.asks import NEXT_THAT, THAT, asked, repeated, that_clauses
from dateline.resolutions.bearers import bearer_that, tidy
from dateline.resolutions.clauses import infinitive_clause
from dateline.resolutions.drafting import PROVISO, TYPES, Context, new_duty, reports, stands_for
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms

_MANDATE_OF = re.compile(
    r"\b(?:mandate|stationing|presence|deployment|operations?|stay)\b(?:\s+in\s+[A-Z]\w+)?\s+of\s+(?:the\s+)?(?P<name>[^,;:]+?)(?=,|;|:|\s+shall\s|\s+be\s|\s+for\s|\s+until\s|\s+as\s|\s+set\s|\s+by\s+\d|\s+to\s|\s+contained|\s+established|\s+in\s+|\s+and\s+(?!the\s+[A-Z])|\s+in\s+accordance|$)"
)
_NAMED = re.compile(r"(?:entitled|called|known\s+as|to\s+be\s+known\s+as)\s+(?:the\s+)?[“\"](?P<name>[^”\"]+)")
_SET_UP = re.compile(
    r"to\s+(?:[a-z]+ly\s+)?\w+(?:\s+up)?,?\s+(?:(?:under\s+its\s+authority|in\s+accordance\s+[^,]*|immediately|forthwith|as\s+soon\s+as\s+possible)\s*,?\s+)*(?P<name>[^,;:]+?)(?=,|;|:|\s+to\s+[a-z]|\s+for\s+a\s|\s+in\s+accordance|\s+as\s|\s+under\s|\s+with\s|\s+consisting|\s+composed|\s+which\b|\s+until\b|\s+whose\b|$)"
)
_SEIZED = re.compile(r"\bseized\b|\bon\s+its\s+agenda\b|\bunder\s+(?:active\s+|continuous\s+)?review\b", re.IGNORECASE)
# "that the Secretary-General be requested to report": asked in the passive.
_ASKED = re.compile(
    r"(?P<name>[^;:]+?)\s+(?:be|is|are|shall\s+be|will\s+be|should\s+be)\s+(?:hereby\s+)?"
    r"(?P<done>requested|instructed|directed|asked|invited|urged|authorized|empowered|permitted)\b(?:,[^;]*?,)?\s+(?=to\s)"
)
# "Approves the recommendation, made in his report, to extend the mandate"
_RECOMMENDED_TO = re.compile(
    r"[^;]*?\b(?:proposals?|recommendations?)\b(?:(?!\bthat\b)[^;])*?\s(?=to\s+(?:authorize|establish|extend|renew|prolong|terminate|create)\b)"
)
_LEAVE = re.compile(r"(?:shall|will)\s+(?:have\s+the\s+(?:authority|right|power)|be\s+(?:entitled|free|allowed))")
_ONLY = re.compile(r"\b(?:shall|will|may)\b[^;]*\bonly\s+(?:upon|if|on|after|when)\b")
_EXEMPT = re.compile(
    r"\bnothing\b[^;]*\bshall\s+(?:prohibit|prevent|preclude|affect|impair)\b|\bshall\s+not\s+apply\b|\bdo(?:es)?\s+not\s+apply\b"
)
_BE = r"\b(?:(?:shall|should|will|must|to)\s+be|is|are|be)\s+(?:hereby\s+)?(?:\w+ly\s+)?"
# What 'decides that ...' does to its subject, by the participle.
_DONE = {
    ProvisionType.ESTABLISHMENT: re.compile(
        rf"{_BE}(?:established|set\s+up|created|constituted)\b|\bshall\s+have\s+the\s+following\s+mandate\b"
    ),
    ProvisionType.EXTENSION: re.compile(
        rf"{_BE}(?:extended|renewed|prolonged)\b|\bshall\s+(?:remain|continue)\s+in\s+(?:force|effect|being)\b"
        r"|\b(?:mandate|mission|force|operation)\b[^,;]*\bshall\s+(?:run|last|expire|continue)\b"
    ),
    ProvisionType.TERMINATION: re.compile(
        rf"{_BE}(?:terminated|lifted|discontinued|withdrawn|suspended|dissolved)\b|\bshall\s+cease\s+to\b"
    ),
}


def decided(number: int, part: Passage, context: Context) -> Iterator[Duty]:
    """Read what follows 'Decides' or 'Resolves'; to remain seized and undated reviews are no duties."""
    text = part.text.lstrip(" ,")
    if _SEIZED.search(text) and not read_terms(text, context.adopted, None).deadline:
        return
    if found := THAT.match(part.text):
        yield from _decided_that(number, part.part(found.end()), context)
        return
    infinitive = re.search(r"(?<!in order )\bto\s+[a-z]", part.text)
    if infinitive is None:
        return
    act = part.part(infinitive.start())
    inner = infinitive_clause(act.text, context.lex)
    if inner and inner.rule.makes not in ("", "extension", "termination", "establishment", "approval"):
        rest = act.part(inner.after)
        if inner.rule.makes == "repeats":
            yield from repeated(number, rest, context)
        elif inner.rule.makes in TYPES:
            yield from asked(number, TYPES[inner.rule.makes], rest, context)
        return
    yield from _decided_to(number, act, context)


def direct(number: int, kind: ProvisionType, part: Passage, context: Context) -> Iterator[Duty]:
    """Read 'to establish a mission ...', 'the mandate of the Force until ...': the bearer is the body or the measure."""
    named = _NAMED.search(part.text)
    if named:
        name: str | None = named["name"]
    elif kind is ProvisionType.ESTABLISHMENT:
        found = _SET_UP.match(part.text) or re.match(
            r"\s*(?P<name>[^,;:]+?)(?=,|;|:|\s+to\s|\s+of\s+\w+\s+members|$)", part.text
        )
        name = tidy(found["name"]) if found else None
    else:
        name = _mandate(part.text) or _measure(part.text)
    yield new_duty(number, kind, part, name, context)
    yield from _proviso(number, part, context)


def approved(number: int, part: Passage, context: Context) -> Iterator[Duty]:
    """Read 'Approves the proposal that X should ...' and 'Approves, for implementation from ...' as leave to act."""
    text = part.text
    if found := _RECOMMENDED_TO.match(text):
        act = part.part(found.end())
        clause = infinitive_clause(act.text, context.lex)
        if clause and clause.rule.makes in TYPES:
            rest = act.part(clause.after)
            reader = direct if clause.rule.makes in ("extension", "establishment", "termination") else asked
            yield from reader(number, TYPES[clause.rule.makes], rest, context)
            if reader is asked:
                yield from _proviso(number, rest, context)
        return
    if found := re.search(r"\b(?:proposals?|recommendations?|intention)\b[^,;]*?\bthat\s+", text):
        inner = part.part(found.end())
        bearer = bearer_that(inner.text, context.lex)
        if bearer and bearer.name:
            yield new_duty(number, ProvisionType.AUTHORIZATION, inner, bearer.name, context)
    elif re.match(r"\s*that\s+", text):
        yield from that_clauses(number, ProvisionType.AUTHORIZATION, part.part(THAT.match(text).end()), context)  # type: ignore[union-attr]
    elif re.match(r"\s*,\s*for\s+implementation\b", text):
        yield new_duty(number, ProvisionType.AUTHORIZATION, part, None, context)


def _decided_to(number: int, act: Passage, context: Context) -> Iterator[Duty]:
    patterns = context.lex.decides_to
    for kind in (ProvisionType.ESTABLISHMENT, ProvisionType.EXTENSION, ProvisionType.TERMINATION):
        if patterns[kind.value].match(act.text):
            yield from direct(number, kind, act, context)
            return
    if patterns["authorization"].match(act.text):
        yield new_duty(number, ProvisionType.AUTHORIZATION, act, None, context)
        return
    terms = read_terms(act.text, context.adopted, context.period_end)
    if terms.deadline or (terms.expires and not patterns["review"].match(act.text)):
        yield new_duty(number, ProvisionType.OBLIGATION, act, context.body, context)


def _decided_that(number: int, part: Passage, context: Context) -> Iterator[Duty]:
    cuts = [0, *(found.end() for found in NEXT_THAT.finditer(part.text))]
    last: Duty | None = None
    for a, b in zip(cuts, [*cuts[1:], len(part.text)], strict=True):
        piece = part.part(a, b)
        duty = _decision(number, piece, context) if piece.text else None
        if duty is None or (last is not None and (last.type, last.bearer) == (duty.type, duty.bearer)):
            continue
        last = duty
        yield duty
        yield from _proviso(number, piece, context)


def _decision(number: int, piece: Passage, context: Context) -> Duty | None:
    """Return what 'decides that ...' makes, or None where it only states."""
    if _EXEMPT.search(piece.text):
        return new_duty(number, ProvisionType.AUTHORIZATION, piece, None, context)
    if _ONLY.search(piece.text):
        return _condition(number, piece, context)
    if asked_of := _ASKED.match(piece.text):
        leave = asked_of["done"] in ("authorized", "empowered", "permitted")
        kind = ProvisionType.AUTHORIZATION if leave else ProvisionType.REQUEST
        act = piece.part(asked_of.end())
        report = reports(act.text, context.lex)
        return new_duty(number, kind, act, tidy(asked_of["name"]), context, report=report)
    for kind, pattern in _DONE.items():
        if found := pattern.search(piece.text):
            name = tidy(piece.text[: found.start()])
            measure = name if kind is ProvisionType.ESTABLISHMENT else _mandate(piece.text) or name
            return new_duty(number, kind, piece, measure, context)
    bearer = bearer_that(piece.text, context.lex)
    if bearer is None:
        return None
    leave = bearer.modal.startswith("may") or _LEAVE.search(piece.text) is not None
    kind = ProvisionType.AUTHORIZATION if leave else ProvisionType.OBLIGATION
    name = None if bearer.modal.endswith("be") else bearer.name
    return new_duty(number, kind, piece, stands_for(name, context), context)


def _proviso(number: int, part: Passage, context: Context) -> Iterator[Duty]:
    if found := PROVISO.search(part.text):
        yield _condition(number, part.part(found.start("what")), context)


def _condition(number: int, what: Passage, context: Context) -> Duty:
    """Return a condition; it is the body's to meet where it speaks of its review or decision."""
    by_council = re.search(r"\breview\b|\bdecision\b|\bdecides\b", what.text)
    duty = new_duty(number, ProvisionType.CONDITION, what, context.body if by_council else None, context)
    beyond = re.search(r"beyond\s+(?:the\s+)?(?:initial\s+)?(?P<first>[\w-]+\s+(?:day|week|month)s?)", what.text)
    if beyond and duty.deadline is None:
        duty = replace(duty, deadline=read_terms(f"for {beyond['first']}", None, None).expires, expires=None)
    return duty


def _mandate(words: str) -> str | None:
    found = _MANDATE_OF.search(words)
    return tidy(found["name"]) if found else None


def _measure(words: str) -> str | None:
    found = re.match(
        r"(?:to\s+\w+\s+)?(?P<name>[^,;:]+?)(?=,|;|:|\s+shall\s|\s+for\s|\s+until\s|\s+in\s+accordance|$)",
        words.strip(),
    )
    return tidy(found["name"]) if found else None
