"""What the readers of clauses share: what was said before, and a clause's words -> Duty."""

import re
from dataclasses import dataclass, replace

from dateline.lexicons.resolutions import ResolutionLexicon
from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms

_PERSON = re.compile(
    r"\b(?P<name>Secretary-General|Special\s+Representative(?:\s+of\s+the\s+Secretary-General)?|Special\s+Envoy|Personal\s+Envoy|Mediator"
    r"|Chief\s+of\s+Staff|Force\s+Commander|Director[\s-]General|High\s+Commissioner|Chairman|President)\b"
)
_PLURAL = re.compile(
    r"\b(?P<name>(?:(?:both|all|Member)\s+)?(?:(?:two|three|Lebanese|Cypriot)\s+)?(?:parties|sides|States|Governments?\s+of\s+[A-Z][\w ]+?\s+and\s+[A-Z]\w+"
    r"|communities|leaders|members|factions|movements|authorities)(?:\s+concerned)?)\b"
)
_THING = re.compile(
    r"\b(?P<name>(?:Government|Republic|Kingdom)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*|[Cc]ommittee|[Cc]ommission|Force|Mission|Secretariat|Organization\s+of\s+[A-Z]\w+\s+Unity)\b"
)
_PEOPLE = re.compile(
    r"^[A-Z](?!ommi)|\b(?:civilians?|populations?|peoples?|refugees?|persons|victims|[Ss]tates|countries|children|women|prisoners|communit(?:y|ies)|families|workers)\b"
)
_FOR_WHOM = re.compile(
    r"\b(?:for\s+the\s+benefit\s+of|on\s+behalf\s+of|protect|protection\s+(?:of|for|to)|(?:assistance|relief|aid|help)\s+(?:to|for)|assist)\s+"
    r"(?:the\s+)?(?P<whom>(?!the\b)[A-Za-z][\w’' -]*?)(?=\s+(?:in|to|as|with|by|from|on|at|for|under|against|through|throughout|who|which|that|and|within|of\s+this)\b|[,;.:()]|$)"
)
_NAMED_BEFORE = {
    **dict.fromkeys(("him", "her", "he", "she"), _PERSON),
    **dict.fromkeys(("them", "they"), _PLURAL),
    "it": _THING,
}
PROVISO = re.compile(
    r"\b(?:subject\s+to\s+the\s+proviso|provided|on\s+condition|on\s+the\s+understanding)\s+that\s+(?P<what>.+)",
    re.DOTALL,
)
TYPES = {
    "request": ProvisionType.REQUEST,
    "demand": ProvisionType.DEMAND,
    "authorization": ProvisionType.AUTHORIZATION,
    "extension": ProvisionType.EXTENSION,
    "termination": ProvisionType.TERMINATION,
    "establishment": ProvisionType.ESTABLISHMENT,
    "repeats": ProvisionType.REQUEST,
}


@dataclass(slots=True)
class Context:
    """What clauses before this one have said: pronouns and 'the end of this period' look here."""

    lex: ResolutionLexicon
    adopted: str | None
    body: str
    bearer: str | None = None
    before: str = ""  # the words of the paragraph before the clause
    period_end: str | None = None


def new_duty(
    number: int, kind: ProvisionType, act: Passage, bearer: str | None, context: Context, *, report: bool = False
) -> Duty:
    """Return the duty that the words of an act make, its days read from them."""
    terms = read_terms(act.text, context.adopted, context.period_end)
    lasting = kind in (
        ProvisionType.ESTABLISHMENT,
        ProvisionType.EXTENSION,
        ProvisionType.AUTHORIZATION,
        ProvisionType.TERMINATION,
    )
    lasts = lasting or terms.rhythm or "term of office" in act.text
    terms = terms if lasts else replace(terms, expires=None)
    proviso = PROVISO.search(act.text)
    return Duty(
        paragraph=number,
        type=kind,
        action=re.sub(r"[\s,;]+(?:and|or|to)$", "", act.text.rstrip(" ;.,:")),
        span=act.span(),
        bearer=bearer,
        beneficiaries=_beneficiaries(act.text),
        deadline=terms.deadline if not lasting or kind is ProvisionType.AUTHORIZATION else None,
        expires=terms.expires,
        starts=terms.starts,
        rhythm=terms.rhythm,
        condition=proviso["what"].rstrip(" ;.,") if proviso else None,
        report=report,
    )


def _beneficiaries(words: str) -> tuple[str, ...]:
    """Return for whose good an act is, where its words say so ("to protect the civilian population")."""
    named = (" ".join(found["whom"].split()) for found in _FOR_WHOM.finditer(words))
    return tuple(dict.fromkeys(name for name in named if _PEOPLE.search(name)))


def stands_for(name: str | None, context: Context) -> str | None:
    """Return whom a pronoun stands for: the bearer of the clause before, else who was named last; itself where nobody was."""
    pronoun = name.split()[0].lower() if name else ""
    if pronoun not in _NAMED_BEFORE:
        return name
    if context.bearer:
        return context.bearer
    named = list(_NAMED_BEFORE[pronoun].finditer(context.before))
    return named[-1]["name"] if named else name


def reports(words: str, lex: ResolutionLexicon) -> bool:
    """Does an act begin with reporting ('to submit ...', 'keep the Council informed')?"""
    return lex.reporting.match(re.sub(r"^\s*to\s+", "", words, flags=re.IGNORECASE)) is not None
