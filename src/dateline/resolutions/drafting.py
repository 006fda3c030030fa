"""What the readers of clauses share: what was said before, and a clause's words -> Duty."""

import re
from dataclasses import dataclass, replace

from dateline.lexicons.resolutions import ResolutionLexicon
from dateline.records import ProvisionType
from dateline.records.resolution import Duty
from dateline.resolutions.passages import Passage
from dateline.resolutions.terms import read_terms

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


def stands_for(name: str | None, context: Context) -> str | None:
    """Return whom a pronoun stands for: the bearer of the clause before."""
    if name is None or name.split()[0].lower() not in ("him", "it", "them", "her", "he", "they"):
        return name
    return context.bearer or name


def reports(words: str, lex: ResolutionLexicon) -> bool:
    """Does an act begin with reporting ('to submit ...', 'keep the Council informed')?"""
    return lex.reporting.match(re.sub(r"^\s*to\s+", "", words, flags=re.IGNORECASE)) is not None
