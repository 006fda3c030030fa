"""Mentions -> Paper: which of them speak of one paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extract.cast import Cast
from dateline.extract.instrument_mention import Mention, governed_only, is_act, is_named
from dateline.extract.instrument_stages import Calendar, Fact, How, find_facts, keys
from dateline.lexicons.instruments import InstrumentLexicon, NounRule
from dateline.records import ActorId, InstrumentKind, Stage

# Kinds that one paper may be called by in turn.
_FAMILIES = {
    InstrumentKind.AGREEMENT: "agreement",
    InstrumentKind.TREATY: "agreement",
    InstrumentKind.DRAFT_RESOLUTION: "resolution",
    InstrumentKind.RESOLUTION: "resolution",
}
# How many sentences back "the accord" may look for an accord that it shares no other word with.
MAX_GAP = 8
_PRONOUN_GAP = 1


@dataclass(slots=True)
class Paper:
    """One paper while its mentions are being gathered."""

    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    owners: set[ActorId] = field(default_factory=set)

    @property
    def kind(self) -> InstrumentKind:
        """What its first telling mention calls it."""
        return next(m.kind for m in self.mentions if m.kind is not None)

    @property
    def family(self) -> str:
        """Kinds that one paper may be called by in turn share a family."""
        return family(self.kind)

    @property
    def words(self) -> frozenset[str]:
        """All modifiers of its mentions."""
        return frozenset().union(*(m.words for m in self.mentions))

    @property
    def symbol(self) -> str | None:
        """Its number or code."""
        return next((m.symbol for m in self.mentions if m.symbol), None)

    @property
    def plural(self) -> bool:
        """Are they several papers, spoken of together?"""
        return self.mentions[0].plural

    @property
    def last(self) -> int:
        """Where it was spoken of last."""
        return self.mentions[-1].i

    def take(self, other: "Paper") -> None:
        """Add another paper's mentions and facts to this one's."""
        self.mentions = sorted([*self.mentions, *other.mentions], key=lambda m: m.i)
        self.facts += other.facts
        self.owners |= other.owners

    def reached(self, stage: Stage) -> bool:
        """Does the text say that it came so far?"""
        return any(f.rule.stage is stage and f.how is How.DONE for f in self.facts)


def family(kind: InstrumentKind) -> str:
    """Return the name that kinds share which one paper may be called by in turn."""
    return _FAMILIES.get(kind, str(kind))


def gather(mentions: Iterable[Mention], cast: Cast, calendar: Calendar, lexicon: InstrumentLexicon) -> list[Paper]:
    """Return the papers in the order of their first mentions."""
    papers: list[Paper] = []
    for mention in mentions:
        facts = list(find_facts(mention, calendar, lexicon))
        if governed_only(mention) and not _governed(mention, facts):
            continue
        owners = mention.owners | _makers(facts, cast, mention)
        paper = _find(mention, owners, facts, papers, lexicon)
        if paper is None:
            if mention.kind is None:
                continue
            paper = Paper()
            papers.append(paper)
        elif mention.lemma == "it" and not _may_be_paper(mention, facts):
            continue
        elif (bare := _just_concluded(mention, paper, papers)) is not None:
            papers.remove(bare)
            paper.take(bare)
        paper.mentions.append(mention)
        paper.facts += facts
        paper.owners |= owners
    return _merged(papers, cast)


def sentence(mention: Mention) -> int:
    """Return where the mention's sentence begins."""
    return int(mention.head.sent.start)


def _governed(mention: Mention, facts: Sequence[Fact]) -> bool:
    rule = mention.rule
    return isinstance(rule, NounRule) and any(f.rule.stage in rule.governed and f.how is not How.NOT for f in facts)


def _makers(facts: Iterable[Fact], cast: Cast, mention: Mention) -> frozenset[ActorId]:
    """Who proposes or issues it, by the words around it."""
    doers = (t for f in facts if f.rule.part == "proposers" and f.how is not How.NOT for t in f.doers)
    return frozenset(a for t in doers if (a := cast.at(t) or cast.covering(t)) is not None)


def _may_be_paper(mention: Mention, facts: Sequence[Fact]) -> bool:
    """Does 'it' do or undergo what papers do or undergo?"""
    if facts:
        return True
    verb = mention.head.head
    return mention.head.dep_ in ("nsubj", "nsubjpass") and bool(_PAPER_VERBS.intersection(keys(verb)))


_PAPER_VERBS = frozenset(
    {
        *("authorise", "authorize", "include", "call for", "call on", "urge", "demand", "require", "stipulate"),
        *("provide for", "envisage", "ask", "oblige", "allow", "contain", "mandate", "impose"),
    }
)


def _find(
    mention: Mention,
    owners: frozenset[ActorId],
    facts: Sequence[Fact],
    papers: Sequence[Paper],
    lexicon: InstrumentLexicon,
) -> Paper | None:
    """Return the paper that the mention speaks of, None where it is a new one."""
    if is_act(mention):
        return None
    recent = [p for p in sorted(papers, key=lambda p: -p.last) if _compatible(mention, owners, p)]
    if mention.symbol:
        return next((p for p in recent if p.symbol == mention.symbol), None)
    if mention.lemma == "it":
        return _prominent(mention, recent)
    if mention.lemma == "one":
        return next((p for p in recent if p.owners & mention.owners), None)
    if mention.determiner == "indefinite" or (mention.determiner == "none" and mention.plural):
        known = (p for p in recent if _told_again(mention, owners, p) or _introduced(mention, facts, p))
        return next(known, None)
    alike = [p for p in recent if p.words & mention.words or (owners and owners & p.owners)]
    if alike:
        return alike[0]
    near = [p for p in recent if _sentences_between(p.mentions[-1], mention) <= MAX_GAP]
    if mention.kind is None:  # "the text" is rather that of a resolution than of a deal
        near.sort(key=lambda p: p.family != "resolution")
    if mention.words and not _is_stand_in(mention, lexicon):
        near = [p for p in near if not p.words]
    return near[0] if near and mention.determiner == "definite" and (mention.owners <= near[0].owners) else None


def _just_concluded(mention: Mention, paper: Paper, papers: Sequence[Paper]) -> Paper | None:
    """Return the paper without a name whose conclusion was told since `paper` was last spoken of, if there is one.

    "The truce talks went on. On Friday they signed an agreement. The truce took effect at noon": it is one paper.
    """
    if mention.determiner != "definite" or mention.plural or mention.lemma == "it":
        return None
    for other in papers:
        near = other is not paper and other.last > paper.last and len(other.mentions) == 1
        if near and other.family == paper.family and not other.words and not other.plural and not other.owners:
            done = any(f.how is How.DONE and f.rule.stage in (Stage.SIGNED, Stage.AGREED) for f in other.facts)
            if done and _sentences_between(other.mentions[0], mention) <= 1:
                return other
    return None


def _is_stand_in(mention: Mention, lexicon: InstrumentLexicon) -> bool:
    return mention.kind is None or mention.lemma in lexicon.words.stand_ins


def _compatible(mention: Mention, owners: frozenset[ActorId], paper: Paper) -> bool:
    if mention.kind is not None and family(mention.kind) != paper.family:
        return False
    if mention.kind is InstrumentKind.STATEMENT and mention.lemma != paper.mentions[0].lemma:
        return False
    if mention.lemma != "it" and mention.kind is not None and mention.plural != paper.plural:
        return False
    if mention.symbol and paper.symbol and mention.symbol != paper.symbol:
        return False
    if any(_are_apart(m, mention) for m in paper.mentions[-2:]):
        return False
    if mention.kind is not None and is_named(mention) and not mention.words & paper.words:
        return False
    return not (owners and paper.owners and not owners & paper.owners)


def _are_apart(first: Mention, second: Mention) -> bool:
    """Are they two arguments of one verb ("the accord replaces the treaty"), so that they cannot be one paper?"""
    same = first.top.head.i == second.top.head.i and first.i != second.i
    return same and first.top.dep_ in _ARGUMENTS and second.top.dep_ in _ARGUMENTS


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def _told_again(mention: Mention, owners: frozenset[ActorId], paper: Paper) -> bool:
    """Is it introduced a second time, as reports do that repeat their first sentence?"""
    if owners and owners <= paper.owners and mention.lemma == paper.mentions[0].lemma:
        return mention.kind is InstrumentKind.STATEMENT or bool(mention.words & paper.words) or not mention.words
    return bool(mention.words) and mention.words == paper.mentions[0].words and mention.lemma == paper.mentions[0].lemma


def _introduced(mention: Mention, facts: Sequence[Fact], paper: Paper) -> bool:
    """Is it told only now how a paper came about that the first sentences spoke of as known ("the truce")?"""
    first = paper.mentions[0]
    if first.determiner != "definite" or mention.plural or not mention.words & paper.words:
        return False
    concluded = (Stage.SIGNED, Stage.AGREED)
    return any(f.how is How.DONE and f.rule.stage in concluded for f in facts) and not any(
        map(paper.reached, concluded)
    )


def _prominent(mention: Mention, recent: Sequence[Paper]) -> Paper | None:
    """Return what 'it' speaks of: the paper of its sentence or the one before that stands highest in its clause."""
    near = [p for p in recent if _sentences_between(p.mentions[-1], mention) <= _PRONOUN_GAP]

    def distance(paper: Paper) -> tuple[int, int, bool]:
        last = paper.mentions[-1]
        return _sentences_between(last, mention), _depth(last), last.top.dep_ not in ("nsubj", "nsubjpass")

    return min(near, key=distance, default=None)


def _depth(mention: Mention) -> int:
    return sum(1 for _ in mention.top.ancestors)


def _sentences_between(first: Mention, second: Mention) -> int:
    """Return how many sentences lie between: 0 for the same one."""
    start, end = first.head.sent.start, second.head.sent.start
    count, token = 0, first.head.sent.end
    doc = first.head.doc
    while start < end and token <= end and token < len(doc) and count <= MAX_GAP:
        count, token = count + 1, doc[token].sent.end
    return count


def _merged(papers: list[Paper], cast: Cast) -> list[Paper]:
    """Return the papers without those that are told twice: the same kind, parties and step."""
    kept: list[Paper] = []
    for paper in papers:
        twin = next((k for k in kept if _same(k, paper, cast)), None)
        if twin is None:
            kept.append(paper)
        else:
            twin.take(paper)
    return kept


def _same(first: Paper, second: Paper, cast: Cast) -> bool:
    if first.family != second.family or first.plural or second.plural or first.family != "agreement":
        return False
    ours, theirs = signatories(first, cast), signatories(second, cast)
    if len(ours) < 2 or ours != theirs or (first.words and second.words and not first.words & second.words):
        return False
    stages = [{(f.rule.stage, f.date) for f in p.facts if f.how is How.DONE and f.rule.stage} for p in (first, second)]
    return not stages[0] or not stages[1] or bool(stages[0] & stages[1])


def signatories(paper: Paper, cast: Cast) -> frozenset[ActorId]:
    """Return who concluded it, as far as the verbs around it tell."""
    doers = (t for f in paper.facts if f.rule.part == "parties" and f.how is not How.NOT for t in f.doers)
    return frozenset(a for t in doers if (i := cast.at(t)) is not None for a in cast.members(i))
