"""A time expression's words in the parse -> whether they look back or ahead, by the verb that governs them. Pure."""

from collections.abc import Iterator, Mapping
from enum import Enum

from spacy.tokens import Token

from dateline.extract.syntax import SUBJECTS, auxiliaries, is_negated

TenseWords = Mapping[str, frozenset[str]]


class Way(Enum):
    """Which way a bare weekday, or a day without a year, is to be looked for."""

    BACK = "back"  # the verb that it hangs on itself is past: "signed on Monday"
    LEANS_BACK = "leans back"  # past, but with other words between: "gave no reason for the Monday deadline"
    UNKNOWN = "unknown"
    LEANS_AHEAD = "leans ahead"  # meant once for later: "pledged to sign by Monday"
    NAMES = "names"  # it is part of a name for something: "the February blast", "Monday's vote"
    AHEAD = "ahead"

    @property
    def ahead(self) -> bool:
        """Is it to be looked for from the day of publication on?"""
        return self in (Way.AHEAD, Way.LEANS_AHEAD)


_OPEN = ("acl", "relcl", "ROOT")  # an infinitive here stands for a plan: "envoys to meet on Monday"
_MAX_DEPTH = 3  # clauses
_MAX_CLIMB = 12  # words; deeper trees are lists and broken parses


def way_of(token: Token, words: TenseWords) -> Way:
    """Return which way the words around an expression's head point.

    words: the lexicon's lists.
    """
    while token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):  # "on Monday and Tuesday"
        token = token.head
    path = list(_path(token))
    below = [t for t in path if t.pos_ not in ("VERB", "AUX")]
    if any(_to_come(t, words) for t in path[:3]) or _after_to_come(token, words):
        return Way.LEANS_AHEAD if any(t.lower_ == "effective" for t in path[:3]) else Way.AHEAD
    if any(t.lower_ == "since" for t in below):
        return Way.BACK
    names = token.dep_ in ("compound", "poss", "nmod", "amod", "nummod") and bool(below)
    verb = path[-1] if path and path[-1].pos_ in ("VERB", "AUX") else None
    if verb is None:
        return Way.NAMES if names else Way.UNKNOWN
    return _named_way(below, verb, words) if names else _way(token, below, verb, words)


def _after_to_come(token: Token, words: TenseWords) -> bool:
    """Does "due on", "scheduled for" or the like stand right before, wherever the parse hangs the preposition?"""
    at = token.left_edge.i
    before = [t.lower_ for t in token.doc[max(0, at - 3) : at]]
    if before in (["as", "early", "as"], ["as", "soon", "as"], ["no", "earlier", "than"], ["no", "later", "than"]):
        return True
    return any(_to_come(t, words) and t.lower_ != "effective" for t in token.doc[max(0, at - 2) : at])


def _to_come(token: Token, words: TenseWords) -> bool:
    return token.lower_ in words["to_come"] and token.tag_ not in ("VB", "VBP", "VBD", "NN")


def _path(token: Token) -> Iterator[Token]:
    """Yield the words that the expression hangs on, upwards to the first verb."""
    for _ in range(_MAX_CLIMB):
        if token.head.i == token.i:
            if token.pos_ in ("VERB", "AUX"):
                yield token
            return
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _named_way(below: list[Token], verb: Token, words: TenseWords) -> Way:
    """The way of "Monday's vote": that of what is said of the vote, else open."""
    noun = below[0]
    if noun.head.lower_ in words["ahead_of"] or (
        noun.head.lower_ == "of" and noun.head.head.lower_ in words["ahead_of"]
    ):
        return Way.AHEAD if noun.head.lower_ != "before" else Way.NAMES
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return Way.NAMES
    way = tense(verb, words)
    if way is Way.BACK and verb.lemma_ not in words["setting"]:
        return Way.BACK
    return Way.AHEAD if way is Way.AHEAD and auxiliaries(verb) else Way.NAMES


def _way(token: Token, below: list[Token], verb: Token, words: TenseWords) -> Way:
    """The way of an expression that hangs on a verb, with prepositions or nouns between or with none."""
    prepositions = [t.lower_ for t in below if t.pos_ in ("ADP", "SCONJ", "ADV")]
    nouns = [t for t in below if t.pos_ in ("NOUN", "PROPN", "PRON", "NUM")]
    not_yet = prepositions[:1] == ["until"] and is_negated(verb)  # "Until Monday they had not called it a coup"
    if verb.lemma_ in words["setting"] and prepositions and not not_yet and not any(t.dep_ in SUBJECTS for t in nouns):
        plans = verb.lemma_ in ("plan", "schedule", "expect") and (nouns or verb.tag_ == "VBN")
        if prepositions[0] in words["set_for"] or plans:
            return Way.AHEAD
    if nouns and prepositions[-1:] and prepositions[-1] in words["ahead_of"]:  # "ahead of the vote on Monday"
        return Way.AHEAD
    way = tense(verb, words)
    if way is Way.BACK and (
        nouns or token.dep_ in ("nsubj", "attr") or set(prepositions) & (words["set_for"] | {"by", "before"})
    ):
        return Way.LEANS_BACK
    if way is Way.AHEAD and nouns and (len(prepositions) > 1 or not _modal(verb, words)):
        return Way.AHEAD if _modal(verb, words) and len(prepositions) < 4 and _is_day(token) else Way.UNKNOWN
    return way


def _modal(verb: Token, words: TenseWords) -> bool:
    """Does a modal or a planned infinitive ("is expected to sign") say that the verb's act is still to come?"""
    return any(a.lower_ in words["modals_ahead"] for a in auxiliaries(verb)) or (
        verb.tag_ == "VB" and verb.dep_ == "xcomp"
    )


def _is_day(token: Token) -> bool:
    return token.lower_.endswith("day")


def tense(verb: Token, words: TenseWords, depth: int = 0) -> Way:
    """Return whether what the verb tells lies behind or ahead of the day of writing."""
    helpers = [a for a in auxiliaries(verb) if a.i != verb.i]
    lowers = {a.lower_ for a in helpers}
    if lowers & (words["modals_ahead"] | words["modals_open"]):
        if any(a.lemma_ == "have" and a.tag_ == "VB" for a in helpers):
            return Way.BACK
        negated = is_negated(verb) or _of_nobody(verb)
        return Way.UNKNOWN if negated and not lowers & words["modals_ahead"] else Way.AHEAD
    if any(a.lemma_ == "have" or a.tag_ == "VBD" for a in helpers):
        return Way.BACK
    if "to" in lowers and verb.tag_ != "VB":  # "to be held"
        return _dependent(verb, words, depth) if depth <= _MAX_DEPTH else Way.UNKNOWN
    return _unhelped(verb, words, bool(lowers - {"being", "be", "been"}), depth)


def _unhelped(verb: Token, words: TenseWords, helped: bool, depth: int) -> Way:
    """The tense of a verb without a modal, 'have' or a past auxiliary; helped: with 'is', 'are'."""
    tag = verb.tag_
    if tag == "VBD":
        return Way.BACK
    if tag in ("VBZ", "VBP", "MD"):
        return Way.BACK if verb.lemma_ in words["saying"] else Way.AHEAD
    if tag == "VBN":
        return Way.AHEAD if helped else Way.BACK
    if tag == "VBG" and helped:
        return Way.AHEAD
    if tag == "VB" and verb.dep_ in _OPEN:
        return Way.AHEAD
    if depth > _MAX_DEPTH or verb.head.i == verb.i or verb.dep_ == "acl":
        return Way.UNKNOWN
    return _dependent(verb, words, depth)


def _dependent(verb: Token, words: TenseWords, depth: int) -> Way:
    """The tense of an infinitive or participle, by the word that governs it."""
    head = verb.head
    infinitive = verb.tag_ == "VB" or any(a.lower_ == "to" for a in auxiliaries(verb))
    if infinitive and verb.dep_ in _OPEN:  # "the summit to be held on Monday", "Envoys to meet on Monday"
        return Way.AHEAD
    if infinitive and verb.dep_ == "xcomp" and head.lemma_.lower() in words["planning"]:
        if _had(head):  # "had been due to expire on Friday"
            return Way.BACK
        told = head.tag_ == "VBD" and head.lemma_ not in ("be", "expect")
        return Way.LEANS_AHEAD if told else Way.AHEAD
    if head.lower_ in words["to_come"] and not _had(head):
        return Way.AHEAD
    above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is None:
        return Way.UNKNOWN
    found = tense(above, words, depth + 1)
    if infinitive and verb.dep_ != "conj" and found is Way.BACK:  # "came to sign on Monday": either way
        return Way.UNKNOWN
    return found


def _of_nobody(verb: Token) -> bool:
    """Does its subject deny it: "No official could be reached on Monday"?"""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(w.lower_ in ("no", "nobody", "none", "neither", "nor") for s in subjects for w in (s, *s.children))


def _had(planned: Token) -> bool:
    """Is what was planned told of in the past perfect: something has come of it meanwhile?"""
    verb = planned if planned.pos_ in ("VERB", "AUX") else planned.head
    return any(a.lower_ in ("had", "'d", "’d") and a.lemma_ == "have" for a in auxiliaries(verb))
