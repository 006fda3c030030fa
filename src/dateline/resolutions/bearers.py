"""The words after an operative verb -> who is to act, and where the act begins."""

import re
from dataclasses import dataclass

from dateline.lexicons.resolutions import ResolutionLexicon

_PHRASE = r"(?:in|on|as|within|by|pursuant|having|taking|through|without|with|at|when|where|if|upon|after|before|for|inter|acting|bearing|using|under|not|particularly|especially|notably|including|consistent|subject|where|during|once|until|drawing|based|notwithstanding|pending|as\s+appropriate)"
_LEADING = re.compile(rf"\s*,\s*{_PHRASE}\b[^,]*,\s*")
_ASIDE = re.compile(rf"^\s*,?\s*{_PHRASE}\b[^,]*,\s*")
# 'to' with a plain verb after it, not 'to the', 'to which', 'to Lebanon'.
_TO_VERB = re.compile(
    r"(?<!\bup),?\s+(?P<not>not\s+)?(?:(?:also|further|again|immediately|urgently|forthwith|therefore|promptly|fully|scrupulously|strictly|[a-z]+ly)\s+)*to\s+"
    r"(?!the\b|a\b|an\b|its\b|their\b|his\b|all\b|any\b|both\b|which\b|whom\b|this\b|that\b|these\b|those\b|such\b|resolutions?\b|paragraphs?\b|date\b|international\b|it\b|them\b|him\b|do\s+so\b|[A-Z\d])[a-z]",
)
# "all States continuing to trade": these words take an infinitive that is not yet the act.
_GOVERNS = re.compile(
    r"\b(?:continuing|wishing|willing|able|unable|seeking|ready|obliged|entitled|position|order|designed|intended)$"
)
# "all factions explicitly and publicly": how, not who.
_HOW = re.compile(r"(?:\s+(?:and\s+)?(?!(?:assembly|family|supply|ally)\b)[a-z]+ly)+$")
# "the payment of full compensation by ...": an act named by a noun, not somebody who is to act.
_ACT = re.compile(
    r"(?:[a-z-]+\s+){0,3}(?:[a-z-]+(?:tion|sion|ance|ence|ease|ure|awal|val)|(?!government)[a-z]+ment|withdrawal|end|halt|exercise|restraint|return|respect)"
    r"(?:\s+and\s+[a-z-]+)?\s+(?:of|to|for|by|in|from|between)\b"
)
_UPON = re.compile(r"^\s*,?\s*(?:up)?on\s+")
_STATED = re.compile(r"(?<!which)(?<!who)(?<!that)\s(?:is|are|was|were|constitutes?)\s")
_MODAL = re.compile(r"\s(?:shall|should|must|may|will|can|would|ought)\b")
_CUT = re.compile(
    rf"\s*,\s*(?:{_PHRASE}\b|to\b|which\b|who\b|that\b|and\s+in\s+particular\b).*|\s+(?:which|who|whose)(?:\s.*)?$|\s+(?:of|comprising)\s+up(?:\s+to\b.*)?$|\s+(?:composed|consisting)(?:\s.*)?$|\s+for\s+the\s+(?:purpose|following)\b.*|\s+(?:as\s+of|as\s+from|with\s+effect\s+from|effective)\s.*|\s+in\s+(?:this\s+(?:context|regard|connection|connexion)|\w+ing)\b.*|\s*,\s*\w+\s+(?:days|weeks|months)\s+(?:after|before)\b.*|\s+(?:and|to|of|or|forthwith|immediately|urgently|again|once\s+more|therefore|thereupon|thereafter)$",
    re.DOTALL,
)
# A loose number is a footnote mark, save after words that have numbers of their own.
_FOOTNOTE = re.compile(
    r"(?<=[a-z,)])(?<!paragraph)(?<!paragraphs)(?<!resolution)(?<!rticle)(?<!\sto)(?<!\sand)(?<!\sof)(?<!least)\s\d{1,3}(?=\s|,|$)"
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is to act (None where nobody is named), and the offset at which the act begins. passive: nobody acts."""

    name: str | None
    act: int
    modal: str = ""


def bearer_to(words: str) -> Bearer | None:
    """Read 'the Secretary-General, in this context, to report ...'; None where no 'to' with a verb follows."""
    upon = _UPON.match(words)
    lead = _LEADING.match(words, upon.end() if upon else 0)
    start = lead.end() if lead else upon.end() if upon else 0
    found = next((f for f in _TO_VERB.finditer(words, start) if not _GOVERNS.search(words, start, f.start())), None)
    if not found or ";" in words[start : found.start()] or names_act(words[start:]):
        return None
    act = found.start("not") if found["not"] else found.end() - 1
    return Bearer(tidy(words[start : found.start()]), act)


def bearer_that(words: str, lex: ResolutionLexicon) -> Bearer | None:
    """Read 'all States shall ...' or, with a plain verb, 'all parties withdraw ...': the words after 'that'."""
    lead = _ASIDE.match(words)
    start = lead.end() if lead else 0
    modal = _MODAL.search(words, start)
    plain = lex.plain.search(words, start)
    if plain and (not modal or plain.start() < modal.start()):
        if _STATED.search(words, start, plain.start()):
            return None
        name = None if plain["be"] else tidy(words[start : plain.start()])
        return Bearer(name, plain.start() + 1, "be" if plain["be"] else "")
    if not modal:
        return None
    after = words[modal.end() :].lstrip()
    passive = re.match(r"(?:not\s+)?(?:[a-z]+ly\s+)?be\s+[a-z]+(?:ed|en|wn|ld|ade|ut|et|ept)\b", after)
    name = tidy(words[start : modal.start()])
    return Bearer(
        name, modal.end() + 1, f"{modal[0].strip()} be" if passive else f"{modal[0].strip()} {after[:4]}".strip()
    )


def names_act(words: str) -> bool:
    """Do the words begin with an act named by a noun ('an immediate end to the fighting')?"""
    return _ACT.match(re.sub(r"^\s*,?\s*(?:for\s+)?(?:[Tt]he|[Aa]n?|[Aa]ny)\s+|^\s*for\s+", "", words)) is not None


def tidy(words: str) -> str | None:
    """Return a bearer's name without articles, asides, relative clauses and footnote marks; None where nothing is left."""
    words = _ASIDE.sub("", _FOOTNOTE.sub("", words.strip(" ,;:")))
    name = _HOW.sub("", _CUT.sub("", re.sub(r"^in\s+the\s+meantime\s+", "", words)))
    name = re.sub(
        r"^(?:the|a|an|both the|to the|to|upon the|upon|on the|on)\s+",
        "",
        name.strip(" ,;:"),
        flags=re.IGNORECASE,
    )
    return " ".join(name.split()) or None
