"""How an article's acts stand to each other: parts of another act, second mentions; and how these are taken together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

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
_VIOLENT = frozenset({"attack", "raid", "blast", "bombing", "explosion", "assault", "strike", "shooting", "clash"})
KNOWN_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "both"})


@dataclass(slots=True)
class Act:
    """A reading with all that was found for it.

    inside: the act that it is a part of (what is asked for, refused, promised). again: the earlier act that it may be
    another mention of. score: how likely it is an event of its own. mentions: later reports of the same act.
    """

    candidate: Candidate
    parts: Parts
    said_in: Attribution | None
    date: DateRange
    status: EventStatus
    mode: str | None
    chance: float
    score: float = 1.0
    inside: "Act | None" = None
    again: "Act | None" = None
    mentions: list["Act"] = field(default_factory=list)

    @property
    def head(self) -> Token:
        """The word that the act hangs on."""
        return self.candidate.frame.head

    @property
    def type(self) -> EventType:
        """The act's type."""
        return self.candidate.rule.type


def relate(acts: Sequence[Act], lexicon: EventLexicon) -> None:
    """Note on each act which other it is a part of, and which earlier one it may tell of again."""
    owner: dict[int, Act] = {}
    for act in acts:
        if _absorbs(act, lexicon):
            for i in _content(act):
                owner.setdefault(i, act)
    before: list[Act] = []
    for act in acts:
        above = owner.get(act.head.i)
        if above is not None and act.date.earliest is None and not _is_anothers(act, above):
            act.inside = above
        else:
            act.again = _linked(act, before) or _told_before(act, before)
            before.append(act)


def select(acts: Sequence[Act], limit: float) -> list[Act]:
    """Return the acts that score at least `limit`, in text order; a word shows one act, the one that scores highest.

    An act that is left out because it tells of a known one again is taken into that one's mentions.
    """
    taken: set[int] = set()
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: -a.score):
        words = {t.i for t in act.candidate.words}
        told_again = act.again is not None and act.type is EventType.ASSAULT and _by_known_act(act)
        if act.score >= limit and not words & taken and not told_again:
            taken |= words
            kept.append(act)
    for act in acts:
        if act.again is not None and act not in kept and act.again in kept and act.chance >= limit:
            _take_in(act.again, act)
    return sorted(kept, key=lambda a: a.head.i)


def take_echo(echo: Act, kept: Sequence[Act]) -> None:
    """Let the latest act that a bare 'the call', 'the attack' may mean have what is told of it there."""
    for act in reversed(kept):
        same = (
            act.type is echo.type
            and act.head.i < echo.head.i
            and (None in (act.mode, echo.mode) or act.mode == echo.mode)
        )
        if same and _compatible(act, echo):
            _take_in(act, echo)
            return


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
    by_known = act.type is EventType.ASSAULT and _by_known_act(act)
    for other in reversed(kept):
        if other.type is act.type and _compatible(other, act) and (by_known or _same_parties(other, act)):
            return other
    return None


def _by_known_act(act: Act) -> bool:
    """Does the act's subject stand for an act told before ('the attack killed six')?"""
    subjects = act.candidate.frame.subjects
    return any(t.lemma_ in _VIOLENT and any(c.lower_ in KNOWN_DETERMINERS for c in t.children) for t in subjects)


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
    if known.mode is None:
        known.mode = act.mode
    known.parts.add("actors", act.parts.actors)
    known.parts.add("recipients", act.parts.recipients)
    known.parts.add("mediators", act.parts.mediators)
