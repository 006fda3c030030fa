"""Mention -> Fact: how far a paper has come by the words around it, who took it there, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from spacy.tokens import Doc, Token

from dateline.extract.instrument_mention import Mention
from dateline.extract.offsets import Offsets
from dateline.extract.syntax import agents, auxiliaries, is_negated, is_passive, subjects
from dateline.lexicons.instruments import ActRule, InstrumentLexicon, StageRule
from dateline.records import Stage, Timex, TimexType

_NEVER = frozenset({"fail", "refuse", "decline", "cancel", "postpone", "abandon"})
_ARRANGED = frozenset({"due", "set", "expect", "plan", "schedule", "be", "go", "intend", "slate", "prepare", "about"})
_FUTURE = frozenset({"will", "'ll", "shall", "wo", "’ll"})
_OPEN_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "must", "'d", "ought"})
_OPEN_MARKS = frozenset({"if", "unless", "until", "before", "whether", "once", "till"})


class How(StrEnum):
    """Whether the step was taken, is arranged, is only spoken of, or was not taken."""

    DONE = "done"
    PLANNED = "planned"
    OPEN = "open"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Fact:
    """A step in a paper's life: its rule, the word that tells of it, how, by whom, and its date as a TIMEX3 value."""

    rule: StageRule
    word: Token
    how: How
    doers: tuple[Token, ...]
    date: str | None = None


class Calendar:
    """The article's time expressions by the noun or verb that each hangs on."""

    def __init__(self, doc: Doc, times: Sequence[Timex]) -> None:
        self._on: dict[int, list[tuple[int, Timex]]] = {}
        offsets = Offsets(doc) if times else None
        for timex in times:
            if timex.value is None or timex.type not in (TimexType.DATE, TimexType.TIME) or "_REF" in timex.value:
                continue
            span = offsets.tokens(timex.span) if offsets else None
            if span is not None:
                host = _host(span.root)
                self._on.setdefault(host.i, []).append((span.root.i, timex))

    def on(self, token: Token) -> Timex | None:
        """Return the time expression that hangs on the word itself, the nearest where there are several."""
        return min(self._on.get(token.i, ()), key=lambda pair: abs(pair[0] - token.i), default=(0, None))[1]

    def around(self, verb: Token) -> Timex | None:
        """Return the time expression of the verb: its own, else that of its object or adjuncts, or a verb it shares."""
        found = self.on(verb)
        if found is not None:
            return found
        for child in verb.children:
            if child.dep_ in ("dobj", "attr", "prep", "agent", "nsubjpass"):
                nouns = [child] if child.dep_ in ("dobj", "attr", "nsubjpass") else list(child.children)
                for noun in nouns:
                    for host in (noun, *_partners(noun)):
                        if (found := self.on(host)) is not None:
                            return found
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ == "VERB":
            return self.on(verb.head)
        return None


def _partners(noun: Token) -> Iterator[Token]:
    """Yield those between whom it is: a date right after them is that of the verb ("between Chad and Mali in May")."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("between", "with", "among"):
            yield from (t for c in prep.children if c.dep_ == "pobj" for t in (c, *c.conjuncts))


def day(timex: Timex) -> str:
    """Return the value of a time expression without its hour: stages are dated by the day."""
    return (timex.value or "").split("T")[0]


def find_facts(mention: Mention, calendar: Calendar, lexicon: InstrumentLexicon) -> Iterator[Fact]:
    """Yield what the words around a mention say of the paper's life."""
    if isinstance(mention.rule, ActRule):
        yield _made(lexicon.stages[mention.rule.stage], mention.head, calendar)
        return
    top = mention.top
    while top.dep_ in ("conj", "appos") and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    yield from _governing(top, calendar, lexicon)
    for noun in _parts(mention):
        if (rule := lexicon.stage_nouns.get(noun.lemma_.lower())) is not None:
            yield _by_noun(rule, noun, calendar)
    for noun in {mention.head, mention.top, top}:
        for child in noun.children:
            if child.pos_ == "VERB" and child.dep_ in ("acl", "relcl"):
                yield from _hanging(child, calendar, lexicon)
            elif child.dep_ == "amod" and child.tag_ == "VBN" and child.lemma_.lower() in lexicon.verbs:
                before = tuple(c for c in child.lefts if c.dep_ in ("npadvmod", "compound", "nmod", "nsubj", "amod"))
                yield Fact(lexicon.verbs[child.lemma_.lower()], child, How.DONE, before)


def keys(verb: Token) -> list[str]:
    """Return the names under which a lexicon may hold the verb: the longest first ("put to vote", "put")."""
    lemma = verb.lemma_.lower()
    longer, found = [], []
    for child in verb.children:
        low = child.lemma_.lower()
        if child.dep_ in ("prt", "advmod") or (child.dep_ == "dobj" and child.i > verb.i):
            found.append(f"{lemma} {low}")
        elif child.dep_ == "prep":
            found.append(f"{lemma} {child.lower_}")
            longer += [f"{lemma} {child.lower_} {t.lemma_.lower()}" for t in child.children if t.dep_ == "pobj"]
    return [*longer, *found, lemma]


def how(verb: Token) -> How:
    """Return whether the text says that the step was taken."""
    if is_negated(verb):
        return How.NOT
    lowers = [a.lower_ for a in auxiliaries(verb)]
    if any(low in _FUTURE for low in lowers):
        return How.PLANNED
    if any(low in _OPEN_MODALS for low in lowers):
        return How.PLANNED if "would" in lowers and _is_reported(verb) else How.OPEN
    if any(c.dep_ == "mark" and c.lower_ in _OPEN_MARKS for c in verb.children):
        return How.OPEN
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not lowers and verb.tag_ == verb.head.tag_:
        return how(verb.head)
    if "to" in lowers:
        return _infinitive(verb)
    if verb.tag_ == "VBG" and "be" in [a.lemma_ for a in auxiliaries(verb)]:
        return How.PLANNED
    return How.DONE


def _is_reported(verb: Token) -> bool:
    """Is it what somebody said would be ("said it would sign")?"""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def _infinitive(verb: Token) -> How:
    head = verb.head
    lemma = head.lemma_.lower()
    if lemma in _NEVER:
        return How.NOT
    if verb.dep_ in ("acl", "relcl") and is_passive(verb):
        return How.PLANNED  # "the accord to be signed"
    if verb.dep_ in ("xcomp", "acl", "relcl", "ccomp") and lemma in _ARRANGED:
        return How.PLANNED
    return How.OPEN


def _parts(mention: Mention) -> Iterator[Token]:
    """Yield the nouns between the paper's own and the one that stands for it ("the signing of the accord")."""
    token = mention.head
    while token is not mention.top and token.i != mention.top.i:
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            yield token


def _governing(top: Token, calendar: Calendar, lexicon: InstrumentLexicon) -> Iterator[Fact]:
    head = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        yield from _fact(head, lexicon, calendar, acted_on=True)
    elif top.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        yield from _fact(head, lexicon, calendar, acted_on=False)
    elif top.dep_ == "pobj":
        above = head.head
        if above.pos_ == "VERB":
            rule = lexicon.verbs.get(f"{above.lemma_.lower()} {head.lower_}")
            if rule is not None:
                yield _made(rule, above, calendar)
        elif head.lower_ in ("of", "on") and above.pos_ == "NOUN":
            rule = lexicon.stage_nouns.get(above.lemma_.lower())
            if rule is not None:
                yield _by_noun(rule, above, calendar)


def _by_noun(rule: StageRule, noun: Token, calendar: Calendar) -> Fact:
    """Return the step that a noun tells of ("the adoption of", "a vote on"), dated by its own words or its verb's."""
    timex = calendar.on(noun)
    if timex is None and noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX"):
        timex = calendar.around(noun.head)
    return Fact(rule, noun, _of_noun(noun), tuple(agents(noun)), _date(timex))


def _of_noun(noun: Token) -> How:
    """'the adoption of' tells of something done, 'for the signing of' and 'a vote is expected' of something to come."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "before", "pending", "until"):
        return How.OPEN
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX"):
        return How.PLANNED if noun.head.lemma_.lower() in _ARRANGED - {"be"} else how(noun.head)
    return How.DONE


def _hanging(verb: Token, calendar: Calendar, lexicon: InstrumentLexicon) -> Iterator[Fact]:
    acts = any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in verb.children)
    participle = verb.dep_ == "acl" and verb.tag_ == "VBG"
    yield from _fact(verb, lexicon, calendar, acted_on=not (acts or participle))


def _fact(verb: Token, lexicon: InstrumentLexicon, calendar: Calendar, *, acted_on: bool) -> Iterator[Fact]:
    table = lexicon.verbs if acted_on else lexicon.intransitive
    for key in keys(verb):
        rule = table.get(key)
        if rule is None or (not acted_on and " " not in key and any(c.dep_ == "dobj" for c in verb.children)):
            continue  # "the truce ending the war" does not end
        fact = _made(rule, verb, calendar)
        yield replace(fact, how=How.PLANNED) if fact.how is How.DONE and _runs_on(verb, acted_on) else fact
        return


def _runs_on(verb: Token, acted_on: bool) -> bool:
    """Is it told in the present of what is still to come ("expires in May")?"""
    return (
        not acted_on
        and verb.tag_ in ("VBZ", "VBP")
        and verb.lemma_ in ("expire", "lapse", "end", "run", "take", "enter")
    )


def _made(rule: StageRule, verb: Token, calendar: Calendar) -> Fact:
    doers = agents(verb) if is_passive(verb) else subjects(verb)
    timex = calendar.around(verb)
    if timex is None and rule.stage is Stage.PROPOSED:
        timex = _told_on(verb, calendar)
    return Fact(rule, verb, how(verb), tuple(doers), _date(timex))


def _told_on(verb: Token, calendar: Calendar) -> Timex | None:
    """Return when it was said that a paper is put forward: that is when it is ("said on Friday that it proposes")."""
    for _ in range(3):
        if verb.dep_ not in ("xcomp", "ccomp"):
            return None
        verb = verb.head
        if (timex := calendar.on(verb)) is not None:
            return timex
    return None


def _date(timex: Timex | None) -> str | None:
    return day(timex) if timex is not None else None


def _host(root: Token) -> Token:
    """Return the noun or verb that a time expression hangs on, past its preposition."""
    token = root
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
            return token
    return token
