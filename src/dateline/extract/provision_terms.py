"""Clause -> the words of its action and bearer, its deadline, its end, its purposes, with whom."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.extract.event_dates import as_range
from dateline.extract.provision_clause import Clause, has_to
from dateline.extract.syntax import phrase, prepositional, trim
from dateline.lexicons.provisions import ProvisionLexicon
from dateline.records import ProvisionType, Span, Timex, TimexType

_CUT = frozenset({"parataxis", "punct", "cc", "relcl"})
_FRONT = frozenset({"advmod", "neg", "auxpass"})
MAX_TOKENS = 45  # of an action: what is longer runs into the next clause


def action_span(clause: Clause) -> Span:
    """Return the place of the action: the verb with what belongs to it, or the noun phrase."""
    core = clause.core
    if core.pos_ not in ("VERB", "AUX"):
        start, end = phrase(core)
        for child in core.children:
            if child.dep_ in ("acl", "relcl", "prep") and child.right_edge.i - core.i < MAX_TOKENS:
                end = max(end, trim(core.doc, core.i, child.right_edge.i + 1)[1])
        return start, end
    first = core.i
    while first - 1 >= core.left_edge.i and core.doc[first - 1].head == core and core.doc[first - 1].dep_ in _FRONT:
        first -= 1
    return trim(core.doc, first, _last(core) + 1)


def _last(core: Token) -> int:
    """Return the last token of the clause, before what only comments on it or starts another sentence."""
    last = core.i
    for child in core.rights:
        if child.lower_ in ("per", "according"):  # names the source, and is no part of the act
            break
        if child.dep_ == "parataxis" or (child.dep_ == "conj" and _starts_anew(child, core)):
            break
        last = max(last, child.right_edge.i)
    last = max([last, *(t.i for t in _strays(core))])
    return min(last, core.i + MAX_TOKENS, core.sent.end - 1)


def _starts_anew(verb: Token, core: Token) -> bool:
    """Does a coordinated verb start another clause: with its own subject, or in another form ("to leave and asks")?"""
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return True
    return verb.pos_ in ("VERB", "AUX") and core.tag_ == "VB" and verb.tag_ in ("VBZ", "VBD", "VBP", "VBG")


def evidence_span(clause: Clause, action: Span) -> Span:
    """Return the words that show the provision: from what brings it in to the end of the action."""
    lead = clause.lead
    start = lead.idx
    if clause.bearers and clause.bearers[0].sent.start <= clause.core.i:
        bearer = phrase(clause.bearers[0])
        if bearer[1] <= action[0] and clause.core.sent[0].idx <= bearer[0]:
            start = min(start, bearer[0])
    return min(start, action[0]), max(action[1], start + len(lead))


def bearer_text(clause: Clause, text: str) -> str | None:
    """Return who is to act, in the text's words."""
    if not clause.bearers:
        return None
    first = _spoken_of(clause.bearers[0])
    start, end = phrase(first)
    for other in first.conjuncts:
        if other.i > first.i:
            end = max(end, phrase(other)[1])
    return text[start:end]


def _spoken_of(bearer: Token) -> Token:
    """Return the noun that a pronoun within reported words stands for: who says it ("states said they would")."""
    if bearer.pos_ != "PRON" or bearer.lower_ not in ("they", "it", "he", "she") or bearer.head.dep_ != "ccomp":
        return bearer
    speakers = [c for c in bearer.head.head.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")]
    plural = any(s.tag_ in ("NNS", "NNPS") for s in speakers)
    return speakers[0] if speakers and plural == (bearer.lower_ == "they") else bearer


def find_deadline(action: Span, times: Sequence[Timex], text: str, lexicon: ProvisionLexicon) -> str | None:
    """Return the deadline: a date or duration within the action, or a word for at once; None where none is set."""
    for timex in times:
        start, end = timex.span
        if action[0] <= start and end <= action[1] and timex.value and "_REF" not in timex.value:
            before = text[max(action[0], start - 12) : start].lower().split()
            word = before[-1] if before else ""
            if timex.type is TimexType.DATE and word not in lexicon.words.deadlines.no_deadline:
                return timex.value.split("T")[0]
            if timex.type is TimexType.DURATION and word in ("within", "in"):
                return timex.value
    words = text[action[0] : action[1]].lower()
    for token in lexicon.words.deadlines.phrases:
        if token in words:
            return token
    return next((w for w in words.replace(",", " ").split() if w in lexicon.words.deadlines.words), None)


def find_expiry(action: Span, times: Sequence[Timex], text: str, lexicon: ProvisionLexicon) -> str | None:
    """Return how long it is to last: the last day of "until 2027", or the duration of "for six months"."""
    for timex in times:
        start, end = timex.span
        if not (action[0] <= start and end <= action[1]) or not timex.value:
            continue
        before = text[max(0, start - 14) : end].lower().split()
        if timex.type is TimexType.DATE and lexicon.words.deadlines.until.intersection(before):
            return last_day(timex)
        if timex.type is TimexType.DURATION and "for" in before and timex.value.startswith("P"):
            return timex.value
    return None


def last_day(timex: Timex) -> str | None:
    """Return the last day that a time expression reaches."""
    found = as_range(timex)
    return timex.latest or found.latest or timex.value


def find_purposes(clause: Clause, text: str) -> Iterator[str]:
    """Yield what an authorization or a body is for: infinitives and gerunds that hang on it."""
    if clause.type not in (ProvisionType.AUTHORIZATION, ProvisionType.ESTABLISHMENT):
        return
    core = clause.core
    nouns = [c for c in core.children if c.dep_ in ("dobj", "nsubjpass")] if core.pos_ == "VERB" else [core]
    found = [verb for host in (core, *nouns) for verb in _purposes_on(host)]
    if not found and nouns:  # "a force until the end of 2032 to guard the road": hung on the year
        found = [t for t in core.subtree if t.i > nouns[-1].i and t.pos_ == "VERB" and has_to(t)][:1]
    for verb in found:
        yield from _each(verb, text)


def _purposes_on(host: Token) -> Iterator[Token]:
    for child in host.children:
        if child.i > host.i and child.dep_ in ("advcl", "acl", "relcl") and has_to(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "for":
            yield from (c for c in child.children if c.dep_ == "pcomp")


def _each(verb: Token, text: str) -> Iterator[str]:
    """Yield a verb's words and those of the verbs coordinated with it, each on its own."""
    for one in [verb, *(c for c in verb.conjuncts if c.i > verb.i)]:
        yield words_of(one, text)


def words_of(verb: Token, text: str) -> str:
    """Return a verb with what depends on it, without the verbs coordinated with it."""
    last = verb.i
    for child in verb.rights:
        if child.dep_ in ("conj", "cc", "punct", "parataxis"):
            break
        last = max(last, child.right_edge.i)
    start, end = trim(verb.doc, verb.i, min(last, verb.sent.end - 1) + 1)
    return text[start:end]


def _strays(core: Token) -> Iterator[Token]:
    """Yield nouns that the parser hung on the verb though they go on with a list ("with Chad, Mali and the police")."""
    for verb in (core, core.head):
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and child.i > core.i:
                yield child


def find_partners(clause: Clause, action: Span, text: str, lexicon: ProvisionLexicon) -> Iterator[str]:
    """Yield those with whom it is to be done, in the text's words."""
    for token in clause.core.subtree:
        if action[0] <= token.idx < action[1] and token.dep_ == "prep" and token.lower_ in lexicon.words.tasks.with_:
            for word, tokens in prepositional(token.head):
                if word == token.lower_:
                    for partner in tokens:
                        start, end = phrase(partner)
                        if action[0] <= start and end <= action[1]:
                            yield text[start:end]
                    for partner in _strays(clause.core):
                        start, end = phrase(partner)
                        yield text[start:end]
