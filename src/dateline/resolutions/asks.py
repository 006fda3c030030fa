"""Clauses that ask, demand or authorize -> their duties: who is to do what, reports apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.bearers import Bearer, bearer_that, bearer_to, tidy
from dateline.resolutions.drafting import Context, new_duty, reports, stands_for
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms

# Where one infinitive ends and the next of the same verb begins: ", and to report", "; to submit".
_NEXT_TO = re.compile(
    r"(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:(?:also|further|then|[a-z]+ly)\s+)*to\s+(?=[a-z])(?!(?:the|an?|its|their|all|any|both|this|that|these|those|such|which|whom|other)\b)"
)
NEXT_THAT = re.compile(r"[,;]?\s+and\s+(?:further\s+|also\s+)?that\s+")
THAT = re.compile(r"\s*,?\s*(?:[^,:;]{0,60},\s+|to\s+th(?:is|at)\s+end\s+)?[Tt]hat\b\s*")
# "demands from the parties the immediate release of ..."
_FROM_WHOM = re.compile(
    r"\s*(?:from|of)\s+(?P<name>[^,;:]+?)\s+(?=(?:the|an?|full|immediate)\s+(?:[a-z-]+,?\s+(?:and\s+)?){0,3}[a-z]+(?:tion|sion|ance|ence|al|ease|end)\b)"
)
_RECOMMENDED = re.compile(r"\s*to\s+the\s+(?P<body>[A-Z](?:(?!\sto\s)[\w ])+?)\s+(?:that|the)\b")
_FOUNDED = re.compile(
    r"\s*the\s+establishment(?:\s+and\s+(?:immediate\s+)?\w+)?(?:\s+by\s+[^,;]+?)?\s+of\s+(?P<name>[^,;:]+?)(?=,|;|:|\s+to\s+[a-z]|\s+for\s|\s+in\s+accordance|$)"
)
# "its demand to Westland for a truce"
_TO_WHOM = re.compile(r"\s+(?P<name>(?:(?!\sto\s|\sthat\s)[^,;:])+?)\s+for(?=\s|:|$)")
_REPEATED = re.compile(
    r"\s*(?:its|the|their)\s+(?:[a-z]+\s+)?(?P<what>calls?|demands?|requests?|appeals?|invitations?)\b(?:\s+(?:up)?on\b|\s+to\b|\s+for\b|\s+that\b)?"
)


def asked(number: int, kind: ProvisionType, part: Passage, context: Context) -> Iterator[Duty]:
    """Read 'the Secretary-General to report ...', 'that all parties withdraw', 'an immediate end to the fighting'."""
    text = part.text
    if found := _RECOMMENDED.match(text):
        yield new_duty(
            number, kind, part.part(found.end()) if len(text) > found.end() else part, found["body"], context
        )
        return
    if kind is ProvisionType.DEMAND and (found := _FROM_WHOM.match(text)):
        yield new_duty(number, kind, part.part(found.end()), tidy(found["name"]), context)
        return
    if found := THAT.match(text):
        yield from that_clauses(number, kind, part.part(found.end()), context)
        return
    if kind is ProvisionType.AUTHORIZATION and (founded := _FOUNDED.match(text)):
        yield new_duty(number, ProvisionType.ESTABLISHMENT, part, tidy(founded["name"]), context)
        return
    bearer = bearer_to(text)
    if bearer is None:
        yield new_duty(number, kind, part, _of_nominal(text), context)
        return
    name = stands_for(bearer.name, context)
    yield from _infinitives(number, kind, part, bearer.act, name, context)


def repeated(number: int, part: Passage, context: Context) -> Iterator[Duty]:
    """Read 'Reiterates its demand that ...': what is demanded, called for or asked once more."""
    if found := _REPEATED.match(part.text):
        kind = ProvisionType.DEMAND if found["what"].startswith("demand") else ProvisionType.REQUEST
        whom = _TO_WHOM.match(part.text, found.end()) if found[0].endswith("to") else None
        if whom and not bearer_to(part.text[found.end() :]):
            yield new_duty(number, kind, part, tidy(whom["name"]), context)
            return
        yield from asked(number, kind, part.part(_after_repeated(part.text, found)), context)


def that_clauses(number: int, kind: ProvisionType, part: Passage, context: Context) -> Iterator[Duty]:
    """Yield one duty for each 'that' with a bearer of its own."""
    cuts = [0, *(found.end() for found in NEXT_THAT.finditer(part.text))]
    last: Duty | None = None
    for a, b in zip(cuts, [*cuts[1:], len(part.text)], strict=True):
        piece = part.part(a, b)
        if not piece.text:
            continue
        bearer = bearer_that(piece.text, context.lex) or Bearer(None, 0)
        name = None if bearer.modal.endswith("be") else bearer.name
        duty = new_duty(
            number,
            kind,
            piece.part(bearer.act) if name and bearer.act < len(piece.text) else piece,
            stands_for(name, context),
            context,
        )
        if last is not None and last.bearer == duty.bearer:
            continue
        last = duty
        yield duty


def _after_repeated(text: str, found: re.Match[str]) -> int:
    """Return where what is repeated begins; 'the call in paragraph 3 that ...' is read from its 'that'."""
    if found[0].endswith("that"):
        return found.end() - len("that")
    that = re.search(r"\bthat\b", text[found.end() :])
    return found.end() + that.start() if that and not bearer_to(text[found.end() :]) else found.end()


def _infinitives(
    number: int, kind: ProvisionType, part: Passage, start: int, name: str | None, context: Context
) -> Iterator[Duty]:
    """Yield one duty for the acts before a report, one for each report, one for the acts after it."""
    joints = list(_NEXT_TO.finditer(part.text, start))
    begins, ends = [start, *(j.end() for j in joints)], [*(j.start() for j in joints), len(part.text)]
    segments = list(zip(begins, ends, strict=True))
    merged: list[tuple[int, int, bool]] = []
    for a, b in segments:
        report = reports(part.text[a:], context.lex)
        if merged and not report and not merged[-1][2]:
            merged[-1] = (merged[-1][0], b, False)
        elif merged and not report and _belongs_to_report(part.text[a:b]):
            merged[-1] = (merged[-1][0], b, True)
        else:
            merged.append((a, b, report))
    ahead = read_terms(part.text[:start], context.adopted, context.period_end)
    for a, b, report in merged:
        duty = new_duty(number, kind, part.part(a, b), name, context, report=report)
        if kind is ProvisionType.AUTHORIZATION:  # "Member States, for a period of twelve months, to"
            yield replace(duty, expires=duty.expires or ahead.expires)
        else:  # "the Secretary-General, within sixty days, to"
            yield replace(duty, deadline=duty.deadline or ahead.deadline, rhythm=duty.rhythm or ahead.rhythm)


def _belongs_to_report(words: str) -> bool:
    """Is what follows a report only more about it ('to make recommendations to that end')?"""
    return bool(re.match(r"make\s+(?:such\s+)?recommend|recommend\b|propose\b|include\b", words))


def _of_nominal(words: str) -> str | None:
    """Return whose act a noun asks for: 'an immediate withdrawal of all Northern forces from ...'."""
    found = re.search(r"\bwithdrawal\s+of\s+(?:the\s+)?(?P<name>(?:all\s+)?[A-Z]?[\w ]+?)\s+(?:from|to)\b", words)
    return tidy(found["name"]) if found else None
