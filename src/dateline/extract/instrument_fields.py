"""Paper -> its kind, name, body, parties, proposers, status and dates."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dateline.extract.cast import Cast
from dateline.extract.instrument_mention import Mention, modifiers
from dateline.extract.instrument_papers import Paper
from dateline.extract.instrument_stages import Calendar, Fact, How, day
from dateline.extract.syntax import antecedent, phrase, prepositional
from dateline.lexicons.instruments import InstrumentLexicon
from dateline.records import ActorId, InstrumentKind, InstrumentStatus, Stage, StagedDate

_FROM = ("by", "from", "of")
MAX_NAME = 14  # words; longer phrases tell a story rather than a name


def kind_of(paper: Paper) -> InstrumentKind:
    """Return its kind: a resolution that is only tabled, debated or voted down is a draft."""
    kind = paper.kind
    if kind is InstrumentKind.RESOLUTION and not paper.reached(Stage.ADOPTED):
        if any(m.kind is InstrumentKind.DRAFT_RESOLUTION for m in paper.mentions):
            return InstrumentKind.DRAFT_RESOLUTION
        if any(f.rule.status in _TABLED and f.rule.stage is not None for f in paper.facts):
            return InstrumentKind.DRAFT_RESOLUTION
    if kind is InstrumentKind.DRAFT_RESOLUTION and paper.reached(Stage.ADOPTED):
        return InstrumentKind.RESOLUTION
    return kind


_TABLED = (InstrumentStatus.PROPOSED, InstrumentStatus.REJECTED, InstrumentStatus.VETOED)


def name_of(paper: Paper, text: str) -> str:
    """Return the most telling of its mentions, in the text's words, without article."""
    best = max((m for m in paper.mentions if m.kind is not None), key=lambda m: (_telling(m, text), -m.i))
    start, end = best.span
    if best.top.lemma_.lower() == "cessation":
        start = phrase(best.top)[0]
    words = text[start:end].split()
    while len(words) > 1 and words[0].lower() in ("a", "an", "the", "this", "that", "these", "those", "its", "their"):
        words = words[1:]
    return " ".join(words)


def _telling(mention: Mention, text: str) -> int:
    start, end = mention.span
    if len(text[start:end].split()) > MAX_NAME:
        return len(mention.words)
    about = sum(1 for word, _ in prepositional(mention.head) if word in ("on", "for", "of", "between", "with", "in"))
    return 2 * len(mention.words) + 2 * len(mention.owners) + about + (3 if mention.symbol else 0)


def body_of(paper: Paper, cast: Cast, lexicon: InstrumentLexicon) -> str | None:
    """Return the name of the body that adopts, or is to vote on it."""
    for mention in paper.mentions:
        for token in (*modifiers(mention.head), *_objects(mention.head, ("of", "by", "in", "at", "from"))):
            if (name := _body_name(token, cast, lexicon)) is not None:
                return name
    for fact in paper.facts:
        agreed = paper.family == "agreement"
        places = [] if agreed else list(_places(fact.word))
        doers = fact.doers if fact.rule.part == "body" else ()
        for token in (*doers, *places):
            if (name := _body_name(token, cast, lexicon)) is not None:
                return name
    return None


def _places(word: Token) -> Iterator[Token]:
    """Yield the objects of the word's prepositions, and of those on them ("put to a vote at the council")."""
    for _, tokens in prepositional(word):
        for token in tokens:
            yield token
            yield from (t for _, inner in prepositional(token) for t in inner)


def _body_name(token: Token, cast: Cast, lexicon: InstrumentLexicon) -> str | None:
    low = token.lemma_.lower()
    actor = cast.at(token)
    if low.replace(".", "") not in lexicon.words.bodies:
        return None
    if actor is not None:
        return cast.by_id[actor].name
    start = min(t.i for t in (token, *token.lefts))
    words = [t.text for t in token.doc[start : token.i + 1] if t.dep_ not in ("det", "poss", "case")]
    return " ".join(words) if token.text[0].isupper() else None


def parties_of(paper: Paper, kind: InstrumentKind, cast: Cast) -> tuple[ActorId, ...]:
    """Return those between whom it is concluded, in the order that the text names them."""
    found: dict[ActorId, None] = {}
    if kind not in (InstrumentKind.AGREEMENT, InstrumentKind.TREATY):
        return ()
    for mention in paper.mentions:
        for token in _objects(mention.head, ("between", "with", "among")):
            found |= dict.fromkeys(_actors(_named_before(token, cast) or [token], cast))
        found |= dict.fromkeys(sorted(mention.owners))
    for fact in paper.facts:
        if fact.rule.part == "parties" and fact.how is not How.NOT:
            doers = [t for d in fact.doers for t in (_named_before(d, cast) or [d])]
            found |= dict.fromkeys(_actors(doers, cast))
            found |= dict.fromkeys(_actors(_objects(fact.word, ("between", "with", "among")), cast))
    return tuple(found)


def _named_before(doer: Token, cast: Cast) -> list[Token]:
    """Return whom "the parties", "the two sides" stand for where the cast does not know: the last named together."""
    known = cast.at(doer)
    if doer.lemma_.lower() not in ("party", "side") or (known is not None and len(cast.members(known)) > 1):
        return []
    last: list[Token] = []
    for mention in reversed(cast.within(0, doer.i)):
        head = doer.doc[mention.head]
        together = sorted([head, *head.conjuncts], key=lambda t: t.i)
        several = len({a for t in together if (a := cast.at(t)) is not None})
        if several == 2:  # "the two sides", "both", "the parties" are most often two
            return together
        if several > 2 and not last:
            last = together
    return last


def proposers_of(paper: Paper, kind: InstrumentKind, cast: Cast) -> tuple[ActorId, ...]:
    """Return those who put it forward or issue it."""
    if kind in (InstrumentKind.AGREEMENT, InstrumentKind.TREATY):
        return ()
    found: dict[ActorId, None] = {}
    for fact in paper.facts:
        if fact.rule.part == "proposers" and fact.how is not How.NOT:
            found |= dict.fromkeys(_actors(fact.doers, cast))
    if kind not in (InstrumentKind.RESOLUTION, InstrumentKind.DECISION):
        for mention in paper.mentions:
            found |= dict.fromkeys(sorted(mention.owners))
            if kind in (InstrumentKind.STATEMENT, InstrumentKind.PLAN, InstrumentKind.DRAFT_RESOLUTION):
                makers = (t for word, tokens in prepositional(mention.head) if word in _FROM for t in tokens)
                found |= dict.fromkeys(_actors(makers, cast))
    return tuple(found)


def _actors(tokens: Iterable[Token], cast: Cast) -> Iterator[ActorId]:
    for token in tokens:
        actor = cast.at(antecedent(token)) or cast.covering(token)
        if actor is not None:
            yield from cast.members(actor)


def _objects(noun: Token, preps: Iterable[str]) -> list[Token]:
    """Return the objects of the word's prepositions, those of a preposition on its participles too."""
    hosts = [noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB")]
    return [t for host in hosts for word, tokens in prepositional(host) if word in preps for t in tokens]


def dates_of(paper: Paper, kind: InstrumentKind, calendar: Calendar) -> tuple[StagedDate, ...]:
    """Return the dates of its steps, each step and value once, in text order."""
    found: dict[tuple[Stage, str], None] = {}
    dated = False
    for fact in paper.facts:
        stage = _stage(fact, kind)
        if stage is not None and fact.date is not None and fact.how is not How.NOT:
            found[stage, fact.date] = None
            dated = True
    if not dated:
        for mention in paper.mentions:
            timex = calendar.on(mention.head)
            if timex is not None and (stage := _first_stage(paper, kind)) is not None:
                found[stage, day(timex)] = None
                break
    return tuple(StagedDate(stage=stage, value=value) for stage, value in found)


def _stage(fact: Fact, kind: InstrumentKind) -> Stage | None:
    if fact.rule.status is InstrumentStatus.ADOPTED and fact.how is not How.DONE:
        return Stage.VOTE
    if kind is InstrumentKind.STATEMENT and fact.rule.stage is Stage.PROPOSED:
        return None
    return fact.rule.stage


def _first_stage(paper: Paper, kind: InstrumentKind) -> Stage | None:
    """Return the step that a date in the paper's own name tells of ("the 1998 accord")."""
    for fact in paper.facts:
        if fact.how is How.DONE and fact.rule.stage in (Stage.SIGNED, Stage.AGREED, Stage.ADOPTED, Stage.PROPOSED):
            return fact.rule.stage
    if kind in (InstrumentKind.AGREEMENT, InstrumentKind.TREATY):
        return Stage.AGREED
    return Stage.ADOPTED if kind in (InstrumentKind.RESOLUTION, InstrumentKind.DECISION) else Stage.PROPOSED
