"""Operative paragraphs -> what they oblige, let or ask whom to do, set up, extend or end, and until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.lexicons.resolutions import OperativeVerb, ResolutionLexicon
from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.bearers import Bearer, bearer_that, bearer_to, tidy
from dateline.resolutions.clauses import Clause, find_clauses, infinitive_clause
from dateline.resolutions.header import Header
from dateline.resolutions.paragraphs import Paragraphs, Read
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms

# Where one infinitive ends and the next of the same verb begins: ", and to report", "; to submit".
_NEXT_TO = re.compile(r"(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:(?:also|further|then|[a-z]+ly)\s+)*to\s+(?=[a-z])")
_NEXT_THAT = re.compile(r"[,;]?\s+and\s+(?:further\s+|also\s+)?that\s+")
_THAT = re.compile(r"\s*,?\s*(?:[^,:;]{0,60},\s+)?that\b\s*")
_RECOMMENDED = re.compile(r"\s*to\s+the\s+(?P<body>[A-Z][\w ]+?)\s+(?:that|the)\b")
_REPEATED = re.compile(
    r"\s*(?:its|the|their)\s+(?:[a-z]+\s+)?(?P<what>calls?|demands?|requests?|appeals?|invitations?)\b(?:\s+(?:up)?on\b|\s+to\b|\s+for\b|\s+that\b)?"
)
_MANDATE_OF = re.compile(
    r"\b(?:mandate|stationing|presence|deployment|operations?|stay)\b(?:\s+in\s+[A-Z]\w+)?\s+of\s+(?:the\s+)?(?P<name>[^,;:]+?)(?=,|;|:|\s+for\s|\s+until\s|\s+as\s|\s+set\s|\s+by\s+\d|\s+to\s|\s+contained|\s+established|\s+in\s+|\s+and\s+(?!the\s+[A-Z])|\s+in\s+accordance|$)"
)
_NAMED = re.compile(r"(?:entitled|called|known\s+as|to\s+be\s+known\s+as)\s+(?:the\s+)?[“\"](?P<name>[^”\"]+)")
_SET_UP = re.compile(
    r"to\s+(?:[a-z]+ly\s+)?\w+(?:\s+up)?,?\s+(?:(?:under\s+its\s+authority|in\s+accordance\s+[^,]*|immediately|forthwith|as\s+soon\s+as\s+possible)\s*,?\s+)*(?P<name>[^,;:]+?)(?=,|;|:|\s+to\s+[a-z]|\s+for\s+a\s|\s+in\s+accordance|\s+as\s|\s+under\s|\s+with\s|\s+consisting|\s+composed|\s+which\b|\s+until\b|\s+whose\b|$)"
)
_PROVISO = re.compile(
    r"\b(?:subject\s+to\s+the\s+proviso|provided|on\s+condition|on\s+the\s+understanding)\s+that\s+(?P<what>.+)",
    re.DOTALL,
)
_SEIZED = re.compile(r"\bseized\b|\bon\s+its\s+agenda\b|\bunder\s+(?:active\s+|continuous\s+)?review\b", re.IGNORECASE)
_UNDONE = re.compile(r"not\b")
_FORCE = re.compile(r"\buse\s+of\s+force\b|\ball\s+(?:the\s+)?necessary\s+means\b")
_EXEMPT = re.compile(r"\bshall\s+not\s+apply\b|\bdo(?:es)?\s+not\s+apply\b")


_BE = r"\b(?:(?:shall|should|will|must|to)\s+be|is|are|be)\s+(?:hereby\s+)?(?:\w+ly\s+)?"
# What 'decides that ...' does to its subject, by the participle.
_DONE = {
    ProvisionType.ESTABLISHMENT: re.compile(
        rf"{_BE}(?:established|set\s+up|created|constituted)\b|\bshall\s+have\s+the\s+following\s+mandate\b"
    ),
    ProvisionType.EXTENSION: re.compile(
        rf"{_BE}(?:extended|renewed|prolonged)\b|\bshall\s+(?:remain|continue)\s+in\s+(?:force|effect|being)\b"
    ),
    ProvisionType.TERMINATION: re.compile(
        rf"{_BE}(?:terminated|lifted|discontinued|withdrawn|suspended|dissolved)\b|\bshall\s+cease\s+to\b"
    ),
}


@dataclass(slots=True)
class _Context:
    """What clauses before this one have said: pronouns and 'the end of this period' look here."""

    lex: ResolutionLexicon
    adopted: str | None
    body: str
    bearer: str | None = None
    period_end: str | None = None


def find_duties(paragraphs: Paragraphs, header: Header, lex: ResolutionLexicon) -> tuple[Duty, ...]:
    """Return the provisions in text order: one for each directive clause, reports asked for apart."""
    context = _Context(lex, header.adopted, header.body or "Security Council")
    duties: list[Duty] = []
    for number, read in enumerate(paragraphs.read, start=1):
        context.bearer = None
        for duty in _of_paragraph(number, read, context):
            context.bearer = duty.bearer or context.bearer
            if duty.type in (ProvisionType.EXTENSION, ProvisionType.ESTABLISHMENT) and duty.expires:
                context.period_end = duty.expires
            duties.append(duty)
    return tuple(duties)


def _of_paragraph(number: int, read: Read, context: _Context) -> Iterator[Duty]:
    clauses = find_clauses(read.own.text, context.lex)
    for clause in clauses:
        part = read.own.part(clause.after, clause.end)
        if read.items and clause is clauses[-1]:
            yield from _with_items(number, clause, part, read, context)
        else:
            yield from _of_clause(number, clause.rule, part, context)


def _with_items(number: int, clause: Clause, part: Passage, read: Read, context: _Context) -> Iterator[Duty]:
    """Read a clause that ends in a list: each item a clause of its own ('Decides: (a) To renew ...'), or one act in parts."""
    if not part.text.strip(" :,"):
        for item in read.items:
            inner = infinitive_clause(item.passage.text, context.lex) or next(
                iter(find_clauses(item.passage.text, context.lex)), None
            )
            if inner:
                for duty in _of_clause(number, inner.rule, item.passage.part(inner.after), context):
                    yield replace(duty, sub=item.label)
            else:
                for duty in _of_clause(number, clause.rule, item.passage, context):
                    yield replace(duty, sub=item.label)
        return
    reports = [i for i in read.items if _reports(i.passage.text, context.lex)]
    listed = reports or all(i.passage.text[:3].lower() == "to " for i in read.items)
    if clause.rule.makes in ("request", "demand", "authorization") and listed and part.text.endswith(":"):
        yield from _listed(number, clause.rule, part, read, context)
    else:
        whole = _joined(part, read)
        yield from (
            replace(d, span=(d.span[0], whole.span()[1])) for d in _of_clause(number, clause.rule, part, context)
        )


def _listed(number: int, rule: OperativeVerb, part: Passage, read: Read, context: _Context) -> Iterator[Duty]:
    """Read 'Requests the Commission: (a) To report ...; (b) To observe ...': reports together, the rest together."""
    bearer = tidy(part.text.strip(" :"))
    groups: dict[tuple[bool, str | None], list[int]] = {}
    for index, item in enumerate(read.items):
        report = _reports(item.passage.text, context.lex)
        terms = read_terms(item.passage.text, context.adopted, context.period_end)
        groups.setdefault((report, terms.deadline if report else None), []).append(index)
    for (report, _), indices in groups.items():
        items = [read.items[i] for i in indices]
        first = items[0].passage
        duty = _duty(number, _TYPES[rule.makes], first, _pronoun(bearer, context), context, report=report)
        yield replace(duty, sub=", ".join(i.label for i in items), span=(first.span()[0], items[-1].last().span()[1]))


def _of_clause(number: int, rule: OperativeVerb, part: Passage, context: _Context) -> Iterator[Duty]:
    match rule.makes:
        case "obligation":
            yield from _decided(number, part, context)
        case "request" | "demand" | "authorization":
            yield from _asked(number, _TYPES[rule.makes], part, context)
        case "extension" | "termination" | "establishment":
            yield from _direct(number, _TYPES[rule.makes], part, context)
        case "approval":
            yield from _approved(number, part, context)
        case "repeats":
            if found := _REPEATED.match(part.text):
                kind = ProvisionType.DEMAND if found["what"].startswith("demand") else ProvisionType.REQUEST
                yield from _asked(number, kind, part.part(_after_repeated(part.text, found)), context)


def _after_repeated(text: str, found: re.Match[str]) -> int:
    """Return where what is repeated begins; 'the call in paragraph 3 that ...' is read from its 'that'."""
    if found[0].endswith("that"):
        return found.end() - len("that")
    that = re.search(r"\bthat\b", text[found.end() :])
    return found.end() + that.start() if that and not bearer_to(text[found.end() :]) else found.end()


def _asked(number: int, kind: ProvisionType, part: Passage, context: _Context) -> Iterator[Duty]:
    text = part.text
    if found := _RECOMMENDED.match(text):
        yield _duty(number, kind, part.part(found.end()) if len(text) > found.end() else part, found["body"], context)
        return
    if found := _THAT.match(text):
        yield from _that_clauses(number, kind, part.part(found.end()), context)
        return
    bearer = bearer_to(text)
    if bearer is None:
        yield _duty(number, kind, part, _of_nominal(text), context)
        return
    name = _pronoun(bearer.name, context)
    yield from _infinitives(number, kind, part, bearer.act, name, context)


def _infinitives(
    number: int, kind: ProvisionType, part: Passage, start: int, name: str | None, context: _Context
) -> Iterator[Duty]:
    """Yield one duty for the acts before a report, one for each report, one for the acts after it."""
    cuts = [start, *(found.end() for found in _NEXT_TO.finditer(part.text, start))]
    segments = [(a, b) for a, b in zip(cuts, [*cuts[1:], len(part.text)], strict=True)]
    merged: list[tuple[int, int, bool]] = []
    for a, b in segments:
        report = _reports(part.text[a:], context.lex)
        if merged and not report and not merged[-1][2]:
            merged[-1] = (merged[-1][0], b, False)
        elif merged and not report and _belongs_to_report(part.text[a:b]):
            merged[-1] = (merged[-1][0], b, True)
        else:
            merged.append((a, b, report))
    ahead = read_terms(part.text[:start], context.adopted, context.period_end)
    for a, b, report in merged:
        duty = _duty(number, kind, part.part(a, b), name, context, report=report)
        yield replace(duty, deadline=duty.deadline or ahead.deadline)  # "the Secretary-General, within sixty days, to"


def _belongs_to_report(words: str) -> bool:
    """Is what follows a report only more about it ('to make recommendations to that end')?"""
    return bool(re.match(r"make\s+(?:such\s+)?recommend|recommend\b|propose\b|include\b", words))


def _that_clauses(number: int, kind: ProvisionType, part: Passage, context: _Context) -> Iterator[Duty]:
    cuts = [0, *(found.end() for found in _NEXT_THAT.finditer(part.text))]
    last: Duty | None = None
    for a, b in zip(cuts, [*cuts[1:], len(part.text)], strict=True):
        piece = part.part(a, b)
        if not piece.text:
            continue
        bearer = bearer_that(piece.text, context.lex) or Bearer(None, 0)
        name = None if bearer.modal.endswith("be") else bearer.name
        duty = _duty(
            number,
            kind,
            piece.part(bearer.act) if bearer.act < len(piece.text) else piece,
            _pronoun(name, context),
            context,
        )
        if last is not None and last.bearer == duty.bearer:
            continue
        last = duty
        yield duty


def _decided(number: int, part: Passage, context: _Context) -> Iterator[Duty]:
    text = part.text.lstrip(" ,")
    if _SEIZED.search(text) and not read_terms(text, context.adopted, None).deadline:
        return
    if found := _THAT.match(part.text):
        yield from _decided_that(number, part.part(found.end()), context)
        return
    infinitive = re.search(r"\bto\s+[a-z]", part.text)
    if infinitive is None:
        return
    act = part.part(infinitive.start())
    inner = infinitive_clause(act.text, context.lex)
    if inner and inner.rule.makes not in ("", "extension", "termination", "establishment", "approval"):
        yield from _of_clause(number, inner.rule, act.part(inner.after), context)
        return
    yield from _decided_to(number, act, context)


def _decided_to(number: int, act: Passage, context: _Context) -> Iterator[Duty]:
    patterns = context.lex.decides_to
    for kind in (ProvisionType.ESTABLISHMENT, ProvisionType.EXTENSION, ProvisionType.TERMINATION):
        if patterns[kind.value].match(act.text):
            yield from _direct(number, kind, act, context)
            return
    if patterns["authorization"].match(act.text):
        yield _duty(number, ProvisionType.AUTHORIZATION, act, None, context)
        return
    terms = read_terms(act.text, context.adopted, context.period_end)
    if terms.deadline or (terms.expires and not patterns["review"].match(act.text)):
        yield _duty(number, ProvisionType.OBLIGATION, act, context.body, context)


def _decided_that(number: int, part: Passage, context: _Context) -> Iterator[Duty]:
    cuts = [0, *(found.end() for found in _NEXT_THAT.finditer(part.text))]
    last: Duty | None = None
    for a, b in zip(cuts, [*cuts[1:], len(part.text)], strict=True):
        piece = part.part(a, b)
        duty = _decision(number, piece, context) if piece.text else None
        if duty is None or (last is not None and (last.type, last.bearer) == (duty.type, duty.bearer)):
            continue
        last = duty
        yield duty
        yield from _proviso(number, piece, context)


def _decision(number: int, piece: Passage, context: _Context) -> Duty | None:
    """Return what 'decides that ...' makes, or None where it only states."""
    if _EXEMPT.search(piece.text):
        return _duty(number, ProvisionType.AUTHORIZATION, piece, None, context)
    for kind, pattern in _DONE.items():
        if found := pattern.search(piece.text):
            name = tidy(piece.text[: found.start()])
            measure = name if kind is ProvisionType.ESTABLISHMENT else _mandate(piece.text) or name
            return _duty(number, kind, piece, measure, context)
    bearer = bearer_that(piece.text, context.lex)
    if bearer is None:
        return None
    kind = ProvisionType.AUTHORIZATION if bearer.modal.startswith("may") else ProvisionType.OBLIGATION
    name = None if bearer.modal.endswith("be") else bearer.name
    return _duty(number, kind, piece, _pronoun(name, context), context)


def _direct(number: int, kind: ProvisionType, part: Passage, context: _Context) -> Iterator[Duty]:
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
    yield _duty(number, kind, part, name, context)
    yield from _proviso(number, part, context)


def _proviso(number: int, part: Passage, context: _Context) -> Iterator[Duty]:
    if found := _PROVISO.search(part.text):
        what = part.part(found.start("what"))
        by_council = re.search(r"\breview\b|\bdecision\b|\bdecides\b", what.text)
        duty = _duty(number, ProvisionType.CONDITION, what, context.body if by_council else None, context)
        initial = re.search(r"beyond\s+the\s+(?:initial\s+)?(?P<first>[\w-]+\s+(?:day|week|month)s?)", what.text)
        if initial and duty.deadline is None:
            duty = replace(duty, deadline=read_terms(f"for {initial['first']}", None, None).expires, expires=None)
        yield duty


def _approved(number: int, part: Passage, context: _Context) -> Iterator[Duty]:
    """Read 'Approves the proposal that X should ...' and 'Approves, for implementation from ...' as leave to act."""
    text = part.text
    if found := re.search(r"\b(?:proposals?|recommendations?|intention)\b[^,;]*?\bthat\s+", text):
        inner = part.part(found.end())
        bearer = bearer_that(inner.text, context.lex)
        if bearer and bearer.name:
            yield _duty(number, ProvisionType.AUTHORIZATION, inner, bearer.name, context)
    elif re.match(r"\s*that\s+", text):
        yield from _that_clauses(number, ProvisionType.AUTHORIZATION, part.part(_THAT.match(text).end()), context)  # type: ignore[union-attr]
    elif re.match(r"\s*,\s*for\s+implementation\b", text):
        yield _duty(number, ProvisionType.AUTHORIZATION, part, None, context)


def _duty(
    number: int, kind: ProvisionType, act: Passage, bearer: str | None, context: _Context, *, report: bool = False
) -> Duty:
    terms = read_terms(act.text, context.adopted, context.period_end)
    lasting = kind in (
        ProvisionType.ESTABLISHMENT,
        ProvisionType.EXTENSION,
        ProvisionType.AUTHORIZATION,
        ProvisionType.TERMINATION,
    )
    terms = terms if lasting else replace(terms, expires=terms.expires if _term_of_office(act.text) else None)
    proviso = _PROVISO.search(act.text)
    return Duty(
        paragraph=number,
        type=kind,
        action=act.text.rstrip(" ;.,:"),
        span=act.span(),
        bearer=bearer,
        deadline=terms.deadline if not lasting or kind is ProvisionType.AUTHORIZATION else None,
        expires=terms.expires,
        starts=terms.starts,
        rhythm=terms.rhythm,
        condition=proviso["what"].rstrip(" ;.,") if proviso else None,
        report=report,
    )


_TYPES = {
    "request": ProvisionType.REQUEST,
    "demand": ProvisionType.DEMAND,
    "authorization": ProvisionType.AUTHORIZATION,
    "extension": ProvisionType.EXTENSION,
    "termination": ProvisionType.TERMINATION,
    "establishment": ProvisionType.ESTABLISHMENT,
    "repeats": ProvisionType.REQUEST,
}


def _reports(words: str, lex: ResolutionLexicon) -> bool:
    return lex.reporting.match(re.sub(r"^\s*to\s+", "", words, flags=re.IGNORECASE)) is not None


def _term_of_office(words: str) -> bool:
    return "term of office" in words


def _mandate(words: str) -> str | None:
    found = _MANDATE_OF.search(words)
    return tidy(found["name"]) if found else None


def _measure(words: str) -> str | None:
    found = re.match(
        r"(?:to\s+\w+\s+)?(?P<name>[^,;:]+?)(?=,|;|:|\s+for\s|\s+until\s|\s+in\s+accordance|$)", words.strip()
    )
    return tidy(found["name"]) if found else None


def _of_nominal(words: str) -> str | None:
    """Return whose act a noun asks for: 'an immediate withdrawal of all Northern forces from ...'."""
    found = re.search(r"\bwithdrawal\s+of\s+(?:the\s+)?(?P<name>(?:all\s+)?[A-Z]?[\w ]+?)\s+(?:from|to)\b", words)
    return tidy(found["name"]) if found else None


def _pronoun(name: str | None, context: _Context) -> str | None:
    """Return whom a pronoun stands for: the bearer of the clause before."""
    if name is None or name.lower() not in ("him", "it", "them", "her", "he", "they"):
        return name
    return context.bearer or name


def _joined(part: Passage, read: Read) -> Passage:
    last = read.items[-1].last()
    return Passage(part.text + last.text, part.where + last.where)
