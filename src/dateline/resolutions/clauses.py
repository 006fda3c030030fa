"""The words of an operative paragraph -> its clauses: each finite verb of the body with what it governs."""

import re
from dataclasses import dataclass

from dateline.errors import LexiconError
from dateline.lexicons.resolutions import OperativeVerb, ResolutionLexicon

BODY_LED = re.compile(
    r"(?:therefore,?\s+|(?:in|to|at|with)\s+(?:this|that|the)\s+[a-z]+(?:\s+[a-z]+)?,\s+)?the\s+(?:security\s+council|general\s+assembly|council)\s*,?\s+",
    re.IGNORECASE,
)
# Between a verb and a later one, these make the later one somebody else's.
_RELATIVE = re.compile(r"\b(?:which|who|whom|whose)\b[^,;]*$")
# Phrases that stand beside the verb and say where, not how, it acts.
_ASIDE = re.compile(r"^(?:in|at|to|with)\s[a-z ]+,\s*|,?\s+(?:in|at|with|to this)\s+[a-z ]+$", re.IGNORECASE)
# "Acting under Chapter VII of the Charter, calls upon States": a participle before the verb.
_LEAD_IN = re.compile(
    r"(?:acting|having|pursuant|bearing|taking|noting|recalling|in\s+accordance)\b[^;:]*?,\s+", re.IGNORECASE
)
_INFINITIVE = re.compile(r"to\s+(?P<verb>[a-z]+)(?P<tail>\s+(?:upon|on|for))?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of the body ("Decides also"), its rule, and [start, end) of the clause in the passage."""

    words: str
    rule: OperativeVerb
    start: int
    after: int
    end: int


def find_clauses(text: str, lex: ResolutionLexicon, *, led: bool = False) -> list[Clause]:
    """Return the clauses in order; empty where the words begin with no operative verb.

    led: a participle may stand before the verb ("Acting under Chapter VII, calls upon"); as it may in a paragraph that
    its number shows to be operative.
    """
    lead = BODY_LED.match(text)
    offset = lead.end() if lead else 0
    first = lex.operative.match(text, offset)
    if not first and led and (lead := _LEAD_IN.match(text, offset)):
        first = lex.coordinated.search(text, lead.end() - 2)
        offset = first.start("whole") if first else offset
    if not first:
        return []
    starts = [(offset, first.end(), " ".join(text[offset : first.end()].split()), first["verb"])]
    for found in lex.coordinated.finditer(text, first.end()):
        if _RELATIVE.search(text, starts[-1][1], found.start()) is None:
            starts.append((found.start("whole"), found.end(), " ".join(found["whole"].split()), found["verb"]))
    ends = [start for start, *_ in starts[1:]] + [len(text)]
    return [
        Clause(_capital(_ASIDE.sub("", words)), rule_of(verb, lex), start, after, end)
        for (start, after, words, verb), end in zip(starts, ends, strict=True)
    ]


def infinitive_clause(text: str, lex: ResolutionLexicon) -> Clause | None:
    """Return the clause of an item such as '(b) To renew the mandate', or None where its verb is no operative one."""
    found = _INFINITIVE.match(text)
    if not found:
        return None
    for verb in (f"{found['verb']}s{found['tail'] or ''}", f"{found['verb']}s", f"{found['verb']}es"):
        name = " ".join(verb.lower().split())
        if name in lex.verbs:
            after = found.end() if name.endswith((found["tail"] or "\0").strip()) else found.end("verb")
            return Clause(_capital(name), lex.verbs[name], 0, after, len(text))
    return None


def rule_of(words: str, lex: ResolutionLexicon) -> OperativeVerb:
    """Return the rule of a matched verb with its adverbs: that of the longest verb it begins with."""
    found = words.lower().replace(",", " ").split()
    for count in range(len(found), 0, -1):
        name = " ".join(found[:count])
        for spelt in (name, re.sub(r"is(?=es\b)", "iz", name)):
            if spelt in lex.verbs:
                return lex.verbs[spelt]
    raise LexiconError(f"resolutions.toml: no verb begins {words!r}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
