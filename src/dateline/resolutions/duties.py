"""Operative paragraphs -> what they oblige, let or ask whom to do, set up, extend or end, and until when."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.lexicons.resolutions import OperativeVerb, ResolutionLexicon
from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.asks import asked, repeated
from dateline.resolutions.bearers import tidy
from dateline.resolutions.clauses import Clause, find_clauses, infinitive_clause
from dateline.resolutions.decisions import approved, decided, direct
from dateline.resolutions.drafting import TYPES, Context, new_duty, reports, stands_for
from dateline.resolutions.header import Header
from dateline.resolutions.paragraphs import Paragraphs, Read
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms


def find_duties(paragraphs: Paragraphs, header: Header, lex: ResolutionLexicon) -> tuple[Duty, ...]:
    """Return the provisions in text order: one for each directive clause, reports asked for apart."""
    context = Context(lex, header.adopted, header.body or "Security Council")
    duties: list[Duty] = []
    for number, read in enumerate(paragraphs.read, start=1):
        context.bearer = None
        for duty in _of_paragraph(number, read, context):
            context.bearer = duty.bearer or context.bearer
            if duty.type in (ProvisionType.EXTENSION, ProvisionType.ESTABLISHMENT) and duty.expires:
                context.period_end = duty.expires
            duties.append(duty)
    return tuple(duties)


def _of_paragraph(number: int, read: Read, context: Context) -> Iterator[Duty]:
    clauses = find_clauses(read.own.text, context.lex, led=True)
    if not clauses and read.lead:
        yield from _of_item(number, read.lead, read.own, context)
    elif not clauses:
        for item in read.items:
            for clause in find_clauses(item.passage.text, context.lex):
                part = item.passage.part(clause.after, clause.end)
                yield from (replace(d, sub=item.label) for d in _of_clause(number, clause.rule, part, context))
    for clause in clauses:
        context.before = read.own.text[: clause.start]
        part = read.own.part(clause.after, clause.end)
        if read.items and clause is clauses[-1]:
            yield from _with_items(number, clause, part, read, context)
        else:
            yield from _of_clause(number, clause.rule, part, context)


def _with_items(number: int, clause: Clause, part: Passage, read: Read, context: Context) -> Iterator[Duty]:
    """Read a clause that ends in a list: each item a clause of its own ('Decides: (a) To renew ...'), or one act in parts."""
    if not part.text.strip(" :,"):
        for item in read.items:
            yield from (replace(d, sub=item.label) for d in _of_item(number, clause, item.passage, context))
        return
    told = [i for i in read.items if reports(i.passage.text, context.lex)]
    listed = told or all(i.passage.text[:3].lower() == "to " for i in read.items)
    if clause.rule.makes in ("request", "demand", "authorization") and listed and part.text.endswith(":"):
        yield from _listed(number, clause.rule, part, read, context)
    else:
        whole = _joined(part, read)
        yield from (
            replace(d, span=(d.span[0], whole.span()[1])) for d in _of_clause(number, clause.rule, part, context)
        )


def _of_item(number: int, lead: Clause, passage: Passage, context: Context) -> Iterator[Duty]:
    """Read what a verb such as "Decides:" leads in: an infinitive with a rule of its own, or what the verb governs."""
    finite = find_clauses(passage.text, context.lex)
    inner = infinitive_clause(passage.text, context.lex) or (finite[0] if finite else None)
    rule, after = (inner.rule, inner.after) if inner else (lead.rule, 0)
    yield from _of_clause(number, rule, passage.part(after), context)


def _listed(number: int, rule: OperativeVerb, part: Passage, read: Read, context: Context) -> Iterator[Duty]:
    """Read 'Requests the Commission: (a) To report ...; (b) To observe ...': reports together, the rest together."""
    bearer = tidy(part.text.strip(" :"))
    groups: dict[tuple[bool, str | None], list[int]] = {}
    for index, item in enumerate(read.items):
        report = reports(item.passage.text, context.lex)
        terms = read_terms(item.passage.text, context.adopted, context.period_end)
        groups.setdefault((report, terms.deadline if report else None), []).append(index)
    for (report, _), indices in groups.items():
        items = [read.items[i] for i in indices]
        first = items[0].passage
        duty = new_duty(number, TYPES[rule.makes], first, stands_for(bearer, context), context, report=report)
        yield replace(duty, sub=", ".join(i.label for i in items), span=(first.span()[0], items[-1].last().span()[1]))


def _of_clause(number: int, rule: OperativeVerb, part: Passage, context: Context) -> Iterator[Duty]:
    match rule.makes:
        case "obligation":
            yield from decided(number, part, context)
        case "request" | "demand" | "authorization":
            yield from asked(number, TYPES[rule.makes], part, context)
        case "extension" | "termination" | "establishment":
            yield from direct(number, TYPES[rule.makes], part, context)
        case "approval":
            yield from approved(number, part, context)
        case "repeats":
            yield from repeated(number, part, context)


def _joined(part: Passage, read: Read) -> Passage:
    last = read.items[-1].last()
    return Passage(part.text + last.text, part.where + last.where)
