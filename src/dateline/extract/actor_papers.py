"""Pronouns that stand for a paper: "it authorises the force" after "the draft". A plan or resolution is no actor."""

from dateline.extract.actor_phrases import Phrase
from dateline.extract.actor_words import Words

_NEUTER = frozenset({"it", "its"})
_PAPERS = frozenset(
    {
        *("resolution", "draft", "plan", "agreement", "treaty", "accord", "document", "text", "proposal", "blueprint"),
        *(
            "deal",
            "bill",
            "charter",
            "pact",
            "convention",
            "declaration",
            "roadmap",
            "protocol",
            "constitution",
            "motion",
        ),
    }
)
_PAPERS_DO = frozenset(
    {
        *(
            "include",
            "contain",
            "comprise",
            "provide",
            "envisage",
            "envision",
            "foresee",
            "stipulate",
            "authorise",
            "authorize",
        ),
        *("enshrine", "expire", "read", "entail", "specify", "oblige", "bind", "enter", "cover", "apply", "lapse"),
    }
)
_DONE_TO_PAPERS = frozenset(
    {
        *(
            "put",
            "sign",
            "adopt",
            "table",
            "submit",
            "circulate",
            "publish",
            "draft",
            "endorse",
            "ratify",
            "veto",
            "approve",
        ),
        *("implement", "sponsor", "amend", "negotiate", "initial", "conclude", "word", "pass", "reject", "present"),
    }
)


def stands_for_paper(phrase: Phrase, words: Words) -> bool:
    """Does the pronoun take up a paper of its sentence or the one before, as the subject of what only papers do or suffer?"""
    head = phrase.head
    if phrase.form != "pronoun" or words.lower[head] not in _NEUTER:
        return False
    verb = words.lemma[words.head[head]].lower()
    fits = {"nsubj": _PAPERS_DO, "nsubjpass": _DONE_TO_PAPERS}.get(words.dep[head], frozenset())
    return verb in fits and _follows_paper(head, words)


def _follows_paper(head: int, words: Words) -> bool:
    sentence = words.sentence[head]
    for i in range(head - 1, -1, -1):
        if words.sentence[i] < sentence - 1:
            return False
        if words.lemma[i].lower() in _PAPERS and words.pos[i] in ("NOUN", "PROPN"):
            return True
    return False
