"""Schema and loader of the Security Council's rules and of its members since 1946."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator

from dateline.lexicons.loading import Entry, TableRow, check_unique, read_csv, read_toml


class VotingRule(Entry):
    """How many votes a decision needed in a time. since, until: both included; open where absent."""

    id: str
    article: str
    votes: int
    text: str
    since: date = date.min
    until: date = date.max


class ProceduralQuestion(Entry):
    """A question of procedure, known by the words (a regular expression, any case) of the decision."""

    id: str
    article: str
    words: str
    fires: str
    silent: str


class Seat(TableRow):
    """One state's time on the Council, both days included; until is open for those who sit on."""

    state: str
    since: date
    until: Annotated[date, BeforeValidator(lambda value: value or date.max)]
    permanent: Annotated[bool, BeforeValidator({"yes": True, "no": False}.get)]


class _File(Entry):
    rule: list[VotingRule]
    procedural: list[ProceduralQuestion]
    texts: dict[str, str]
    names: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class CouncilLexicon:
    """Rules, seats, wordings of reasons, and other names of members: name in lower case -> states so called."""

    rules: tuple[VotingRule, ...]
    procedural: tuple[tuple[ProceduralQuestion, re.Pattern[str]], ...]
    seats: tuple[Seat, ...]
    texts: dict[str, str]
    names: dict[str, tuple[str, ...]]


@cache
def load_council() -> CouncilLexicon:
    """Return the checked lexicon. Raises LexiconError."""
    file = read_toml("council.toml", _File)
    check_unique("council.toml", [r.id for r in file.rule] + [p.id for p in file.procedural])
    procedural = tuple((p, re.compile(p.words, re.IGNORECASE | re.DOTALL)) for p in file.procedural)
    seats = read_csv("council_members.csv", Seat)
    names: dict[str, tuple[str, ...]] = {}
    for state in dict.fromkeys(seat.state for seat in seats):
        for name in (state, *file.names.get(state, ())):
            names[name.lower()] = (*names.get(name.lower(), ()), state)
    return CouncilLexicon(tuple(file.rule), procedural, seats, file.texts, names)
