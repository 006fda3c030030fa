"""Which of an article's acts are events of their own: parts of another act and second mentions are not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from dateline.extract.event_arguments import Parts
from dateline.extract.event_frames import deep_verbs
from dateline.extract.event_matching import Candidate
from dateline.lexicons.events import EventLexicon
from dateline.records import Attribution, DateRange, EventStatus, EventType

# Types whose acts are told again by naming their parties; what is asked, blamed or promised twice is two acts.
_MERGED_BY_PARTIES = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.RETREAT, EventType.COERCE})
_UNREAL = (EventStatus.DENIED, EventStatus.CANCELLED, EventStatus.CONDITIONAL)
# By these an act of violence and its victims are one: 'an attack that killed', 'shot and wounded', 'killed in a raid'.
_LINKS = frozenset(
    {"conj", "advcl", "acl", "relcl", "nsubj", "nsubjpass", "pobj", "prep", "agent", "dobj", "pcomp", "xcomp"}
)
KNOWN_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "both"})


@dataclass(slots=True)
class Act:
    """A candidate with all that was found for it; mentions: later reports of the same act."""

    candidate: Candidate
    parts: Parts
    said_in: Attribution | None
    date: DateRange
    status: EventStatus
    mentions: list["Act"] = field(default_factory=list)

    @property
    def head(self) -> Token:
        """The word that the act hangs on."""
        return self.candidate.frame.head

    @property
    def type(self) -> EventType:
        """The act's type."""
        return self.candidate.rule.type


def merge_acts(acts: Sequence[Act], lexicon: EventLexicon) -> list[Act]:
    """Return the acts that are events of their own, in text order; what they leave out goes into their mentions."""
    kept: list[Act] = []
    for act in _outside(acts, lexicon):
        if (known := _linked(act, kept)) is not None or (known := _told_before(act, kept)) is not None:
            _take_in(known, act)
        else:
            kept.append(act)
    return kept


def _outside(acts: Sequence[Act], lexicon: EventLexicon) -> Iterator[Act]:
    """Yield the acts that are no part of another: its light verb's noun, or what it asks for, refuses or promises."""
    owner: dict[int, Act] = {}
    nouns: set[int] = set()
    for act in acts:
        nouns.update(t.i for t in act.candidate.met if t in act.candidate.words)
        if _absorbs(act, lexicon):
            for i in _content(act):
                owner.setdefault(i, act)
    for act in acts:
        if act.head.i in nouns and act.candidate.frame.kind == "noun":
            continue
        if act.head.i in owner and act.date.earliest is None and not _is_anothers(act, owner[act.head.i]):
            continue
        yield act


def _is_anothers(act: Act, owner: Act) -> bool:
    """Is the act inside a word of somebody else's ('rejected Egypt's proposal', 'accepted their request')."""
    own = act.parts.actors
    return act.candidate.frame.kind == "noun" and bool(own) and not set(own) & set(owner.parts.actors)


def _absorbs(act: Act, lexicon: EventLexicon) -> bool:
    rule = act.candidate.rule
    return lexicon.defaults[rule.type].absorbs if rule.absorbs is None else rule.absorbs


def _content(act: Act) -> Iterator[int]:
    """Yield the words that name the act inside: the verbs of its complement, its objects and what they act on."""
    frame = act.candidate.frame
    for clause in frame.clauses:
        for verb in deep_verbs(clause):
            yield verb.i
            yield from (t.i for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "prt") for t in (c, *c.conjuncts))
            for prep in (c for c in verb.children if c.dep_ == "prep"):
                yield from (c.i for c in prep.children)
    for noun in act.candidate.objects:
        if noun.i > frame.head.i or frame.kind == "verb":
            yield noun.i
            yield from (c.i for p in noun.children if p.dep_ == "prep" for c in p.children)


def _linked(act: Act, kept: Iterable[Act]) -> Act | None:
    """Return the act of violence in the same sentence that this one is a part or a consequence of."""
    if act.type is not EventType.ASSAULT:
        return None
    for other in kept:
        same = other.type is act.type and other.head.sent == act.head.sent and _compatible(other, act)
        if same and (_hangs_on(act.head, other.head) or _hangs_on(other.head, act.head)):
            return other
    return None


def _hangs_on(token: Token, other: Token) -> bool:
    for _ in range(4):
        if token.head.i == token.i or token.dep_ not in _LINKS:
            return False
        token = token.head
        if token.i == other.i:
            return True
    return False


def _told_before(act: Act, kept: Sequence[Act]) -> Act | None:
    """Return the earlier event that this act is another mention of, the nearest one."""
    for other in reversed(kept):
        if other.type is act.type and _compatible(other, act) and _same_parties(other, act):
            return other
    return None


def _compatible(one: Act, other: Act) -> bool:
    """May two acts be one, as far as their dates and status tell?"""
    if (one.status in _UNREAL or other.status in _UNREAL) and one.status is not other.status:
        return False
    a, b = one.date, other.date
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _same_parties(one: Act, other: Act) -> bool:
    mine, theirs = one.parts.everyone(), other.parts.everyone()
    if other.candidate.frame.kind == "noun" and _is_known(other.head):
        return theirs <= mine
    if other.type not in _MERGED_BY_PARTIES or len(theirs) < (1 if other.type is EventType.CONSULT else 2):
        return False
    return theirs <= mine


def _is_known(noun: Token) -> bool:
    """Does the noun stand for something told before ('the talks', 'his visit', 'Tuesday's blast')."""
    return any(c.lower_ in KNOWN_DETERMINERS or c.dep_ == "poss" for c in noun.children)


def _take_in(known: Act, act: Act) -> None:
    """Add to a known event what another mention of it tells: a date, a mode, parties."""
    known.mentions.append(act)
    if known.date.earliest is None:
        known.date = act.date
    if known.candidate.rule.mode is None and act.candidate.rule.mode is not None:
        known.candidate = replace(
            known.candidate, rule=known.candidate.rule.model_copy(update={"mode": act.candidate.rule.mode})
        )
    known.parts.add("actors", act.parts.actors)
    known.parts.add("recipients", act.parts.recipients)
    known.parts.add("mediators", act.parts.mediators)
