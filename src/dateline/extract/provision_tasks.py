"""What the text tells later of a body that a paper sets up: its tasks, and how long it is to last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.extract.instrument_stages import keys
from dateline.extract.provision_terms import find_expiry, words_of
from dateline.lexicons.provisions import ProvisionLexicon
from dateline.records import Provision, ProvisionType, Timex

_OPEN = frozenset({ProvisionType.AUTHORIZATION, ProvisionType.ESTABLISHMENT, ProvisionType.EXTENSION})
MAX_GAP = 600  # characters from what sets a body up to what tells its tasks


def add_tasks(
    doc: Doc, provisions: Sequence[Provision], times: tuple[Timex, ...], lexicon: ProvisionLexicon
) -> tuple[Provision, ...]:
    """Return the provisions, with the tasks and ends told of them later; the clauses that tell only these are left out."""
    found = list(provisions)
    if not any(p.type in _OPEN for p in found):
        return tuple(found)
    text = doc.text
    for token in doc:
        if token.dep_ != "nsubj" or token.lemma_.lower() not in lexicon.words.tasks.nouns:
            continue
        verb = token.head
        place = _told_of(verb, found)
        if place is None:
            continue
        if lexicon.words.tasks.verbs.intersection(keys(verb)):
            tasks = tuple(_tasks(verb, text))
            found[place] = replace(found[place], purposes=(*found[place].purposes, *tasks))
        elif verb.lemma_.lower() in lexicon.words.tasks.runs:
            clause = (verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge))
            end = find_expiry(clause, times, text, lexicon)
            if end is not None:
                found[place] = replace(found[place], expires=end)
                found = [p for n, p in enumerate(found) if n == place or not _only_runs(p, clause)]
    return tuple(found)


def _told_of(verb: Token, provisions: Sequence[Provision]) -> int | None:
    """Return the place of the last provision before the verb that sets up or lets do something."""
    places = [n for n, p in enumerate(provisions) if p.type in _OPEN and 0 < verb.idx - p.evidence[0][1] < MAX_GAP]
    return places[-1] if places else None


def _only_runs(provision: Provision, clause: tuple[int, int]) -> bool:
    start, end = provision.evidence[0]
    return clause[0] <= start and end <= clause[1] + 1


def _tasks(verb: Token, text: str) -> Iterator[str]:
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "pcomp", "dobj", "attr", "advcl"):
            chain = [child, *(c for c in child.conjuncts if c.i > child.i)]
            yield from (words_of(c, text) for c in chain if c.tag_ in ("VBG", "VB", "NN", "NNS"))
