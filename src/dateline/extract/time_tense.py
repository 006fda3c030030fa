"""A time expression's words in the parse -> whether they look back or ahead, by the verb that governs them. Pure."""

from collections.abc import Iterator
from enum import IntEnum

from spacy.tokens import Token

from dateline.extract.syntax import auxiliaries


class Way(IntEnum):
    """Which way a time without a year, or a bare weekday, is to be looked for."""

    BACK = -1
    UNKNOWN = 0
    AHEAD = 1


# Verbs and adjectives whose complement is still to come when they are said.
_PLANNING = frozenset(
    {
        *(
            "schedule",
            "plan",
            "expect",
            "due",
            "set",
            "slate",
            "intend",
            "prepare",
            "hope",
            "want",
            "agree",
            "decide",
            "vow",
        ),
        *(
            "pledge",
            "promise",
            "propose",
            "ask",
            "call",
            "urge",
            "invite",
            "postpone",
            "delay",
            "extend",
            "adjourn",
            "be",
            "go",
        ),
        *(
            "threaten",
            "offer",
            "arrange",
            "book",
            "bind",
            "tip",
            "anticipate",
            "await",
            "likely",
            "ready",
            "bid",
            "seek",
            "aim",
        ),
        *(
            "need",
            "have",
            "order",
            "tell",
            "allow",
            "wait",
            "demand",
            "require",
            "convene",
            "announce",
            "poise",
            "head",
            "ought",
        ),
    }
)
# Of these, the ones whose date with 'for' or 'on' is the planned act's own.
_DATED_PLANS = frozenset(
    {
        *(
            "schedule",
            "plan",
            "expect",
            "due",
            "set",
            "slate",
            "postpone",
            "delay",
            "extend",
            "adjourn",
            "intend",
            "propose",
        ),
        *("call", "invite", "arrange", "book", "anticipate", "await", "fix", "defer", "reschedule", "tip", "prepare"),
    }
)
_MODALS_AHEAD = frozenset(
    {"will", "'ll", "shall", "wo", "would", "'d", "may", "might", "can", "could", "should", "must", "ca"}
)
_DONE = frozenset({"able", "manage", "fail", "refuse", "begin", "start", "continue", "decline", "help", "force", "use"})
_BEFORE = frozenset({"before", "ahead", "prior"})
_MAX_CLIMB = 12  # words; deeper trees are lists and broken parses


def way_of(token: Token) -> Way:
    """Return which way the words around an expression's head point."""
    path = list(_path(token))
    for child in path:
        if child.lemma_.lower() in ("due", "scheduled", "slated", "planned", "upcoming", "forthcoming"):
            return Way.AHEAD
        if child.pos_ in ("VERB", "AUX"):
            return _of_verb(child, path)
    return Way.UNKNOWN


def _path(token: Token) -> Iterator[Token]:
    """The words that the expression hangs on, upwards."""
    for _ in range(_MAX_CLIMB):
        if token.head.i == token.i:
            if token.pos_ in ("VERB", "AUX"):
                yield token
            return
        token = token.head
        yield token


def _of_verb(verb: Token, path: list[Token]) -> Way:
    """Return the way of the first verb above, unless the words between say otherwise."""
    below = path[: path.index(verb)]
    prepositions = [t.lower_ for t in below if t.pos_ in ("ADP", "SCONJ", "ADV")]
    if verb.lemma_.lower() in _DATED_PLANS and _plans(verb, prepositions):
        return Way.AHEAD
    if len(prepositions) > 1 and prepositions[-1] in _BEFORE:  # "ahead of Monday's vote"
        return Way.AHEAD
    if prepositions and prepositions[-1] in _BEFORE and any(t.pos_ in ("NOUN", "PROPN") for t in below):
        return Way.AHEAD
    way = tense(verb)
    if way is Way.BACK and len(prepositions) > 1 and "for" in prepositions[1:]:  # "arrived for talks on Tuesday"
        return Way.UNKNOWN
    return way


def _plans(verb: Token, prepositions: list[str]) -> bool:
    """Does the time belong to what is planned ('scheduled for Monday'), not to the planning ('on Monday planned')?"""
    if verb.tag_ == "VBN" and verb.lemma_ not in ("call", "invite"):
        return True
    return any(p in ("for", "until", "till", "to", "by") for p in prepositions)


def tense(verb: Token, depth: int = 0) -> Way:
    """Return whether what the verb tells lies behind or ahead of the day of writing."""
    helpers = [a for a in auxiliaries(verb) if a.i != verb.i]
    lowers = {a.lower_ for a in helpers}
    if lowers & _MODALS_AHEAD:
        return Way.BACK if any(a.lemma_ == "have" and a.tag_ == "VB" for a in helpers) else Way.AHEAD
    if any(a.lemma_ == "have" for a in helpers) or any(a.tag_ == "VBD" for a in helpers):
        return Way.BACK
    return _bare(verb, lowers, depth)


def _bare(verb: Token, helpers: set[str], depth: int) -> Way:
    """The tense of a verb without a modal, 'have' or a past auxiliary."""
    tag = verb.tag_
    if tag == "VBD":
        return Way.BACK
    if tag in ("VBZ", "VBP", "MD"):
        return Way.AHEAD if verb.lemma_ not in ("say", "report", "quote") else Way.BACK
    if tag == "VBN":
        if helpers:  # "is held on Monday"
            return Way.AHEAD
        return Way.BACK
    if depth > 3 or verb.head.i == verb.i:
        return Way.UNKNOWN
    if tag == "VB":
        return _infinitive(verb, depth)
    if helpers:  # "is visiting on Monday"
        return Way.AHEAD
    head = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return tense(head, depth + 1) if head is not None else Way.UNKNOWN


def _infinitive(verb: Token, depth: int) -> Way:
    head = verb.head
    if head.lemma_.lower() in _DONE:
        return tense(head, depth + 1) if head.pos_ in ("VERB", "AUX") else Way.BACK
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return tense(head, depth + 1)
    return Way.AHEAD
