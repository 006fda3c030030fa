"""Which actors near a trigger play which part: whom the rule finds, and whom a learned model adds by the grammar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span

from dateline.extract.cast import Cast, Mention
from dateline.extract.event_arguments import EXAMPLES, Parts, spelt_out, stand_for
from dateline.extract.event_features import what_kind
from dateline.extract.event_frames import Frame
from dateline.extract.event_parts import speakers_of
from dateline.extract.event_readings import Reading
from dateline.extract.event_ways import clause_way, path, slot
from dateline.extract.syntax import FIRST_PERSON, is_passive
from dateline.lexicons.events import EventLexicon
from dateline.records import ActorId, ActorKind, EventType

NO_PART = "-"
# Acts that are often only named as the background of others ('talks on the war in Y'): whoever else is in the sentence
# has no part in them. Their parties stand in the noun's own phrase, or the rule finds them by the verb that carries it.
_BACKGROUND = frozenset({EventType.ASSAULT})
_FORMS = {"PRON": "pronoun", "PROPN": "name", "DET": "pronoun"}


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who may take part in an act: an actor, the mention nearest to the trigger if there is one, features.

    role: the part that the rule gives them.
    """

    actor: ActorId
    features: tuple[str, ...]
    mention: Mention | None
    role: str


def assign_parts(reading: Reading, cast: Cast, lexicon: EventLexicon) -> Parts:
    """Return who plays which part: those whom the rule finds, and whom learned weights add to them."""
    model = lexicon.learned.models.get("role")
    if model is None:
        return reading.parts
    parts = Parts()
    frame = reading.candidate.frame
    named = frame.kind == "noun" and reading.candidate.rule.type in _BACKGROUND
    for player in find_players(reading, cast):
        best = player.role
        if best == NO_PART and not (named and _outside(player, frame)):
            chances = dict(zip(model.labels, model.chances(player.features), strict=True))
            chances[NO_PART] *= lexicon.learned.limits["role"]
            best = max(chances, key=lambda label: chances[label])
        if best != NO_PART:
            parts.add(best, _spread(player, frame, cast))  # type: ignore[arg-type]
    return parts


def _outside(player: Player, frame: Frame) -> bool:
    """Does an act that is only named ('the conflict in Gaza') leave this mention out of its own phrase?"""
    head = frame.head
    return player.mention is not None and not head.left_edge.i <= player.mention.head <= head.right_edge.i


def _spread(player: Player, frame: Frame, cast: Cast) -> list[ActorId]:
    """Return the members of a group that the words spell out or only point at ('the parties'), else the actor."""
    if player.mention is None:
        return [player.actor]
    head = frame.head.doc[player.mention.head]
    return spelt_out(head, cast) or stand_for(player.actor, head, cast)


def find_players(reading: Reading, cast: Cast) -> Iterator[Player]:
    """Yield all who may take part: those in the trigger's sentence, those whom the rule finds, the speakers."""
    frame = reading.candidate.frame
    sentence = frame.head.sent
    mentions = _nearest(cast, sentence.start, sentence.end, frame.head.i)
    speakers = speakers_of(reading.said_in)
    by_rule = {a: role for role in ("actors", "recipients", "mediators") for a in getattr(reading.parts, role)}
    everyone = dict.fromkeys([*mentions, *by_rule, *speakers])
    shared = list(_shared(reading, by_rule))
    beside = _beside(sentence, by_rule, cast)
    sides = _Sides.of(reading, speakers, mentions, cast)
    for actor in everyone:
        mention = mentions.get(actor)
        role = by_rule.get(actor, NO_PART)
        features = [*_own(reading, actor, role, actor in speakers, cast), *shared]
        features += [f"beside={beside.get(actor)}:{role}", *sides.features(actor, role, cast)]
        if mention is not None:
            features += _placed(reading, mention, cast)
        else:
            features.append(f"away={role}")
        yield Player(actor, tuple(features), mention, role)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The countries that an act's speakers and doers are of, and those of the others whom the sentence names.

    A country's minister speaks for it and is listed in its place: which one it is depends on who else is there.
    """

    kind: EventType
    speakers: frozenset[ActorId]
    spoken: frozenset[str | None]
    doing: frozenset[str | None]
    named: frozenset[tuple[ActorId, str | None]]

    @classmethod
    def of(cls, reading: Reading, speakers: Iterable[ActorId], mentions: Iterable[ActorId], cast: Cast) -> "_Sides":
        """Return the sides of an act."""
        known = [a for a in mentions if a in cast.by_id]
        return cls(
            kind=reading.candidate.rule.type,
            speakers=frozenset(speakers),
            spoken=frozenset(cast.by_id[a].country for a in speakers if a in cast.by_id) - {None},
            doing=frozenset(cast.by_id[a].country for a in reading.parts.actors if a in cast.by_id) - {None},
            named=frozenset((a, cast.by_id[a].country) for a in known if cast.by_id[a].kind is not ActorKind.COUNTRY),
        )

    def features(self, actor: ActorId, role: str, cast: Cast) -> Iterator[str]:
        """Yield how an actor's country stands to those of the others."""
        who = cast.by_id[actor]
        state = who.kind in (ActorKind.COUNTRY, ActorKind.GOVERNMENT)
        if self.speakers:
            ours = f"{who.country in self.spoken}:{state}:{role}:{actor in self.speakers}"
            yield from (f"speaker-country={ours}", f"speaker-country={ours}:{self.kind}")
        if self.doing and role != "actors":
            same = who.country in self.doing
            yield from (f"doer-country={same}:{state}:{role}", f"doer-country={same}:{self.kind}")
        if state:
            better = any(country == who.country and other != actor for other, country in self.named)
            better = better and who.country is not None
            yield from (f"named-for={better}:{role}", f"named-for={better}:{role}:{self.kind}")


def _beside(sentence: Span, by_rule: Mapping[ActorId, str], cast: Cast) -> dict[ActorId, str]:
    """Return for the actors that are coordinated with one whom the rule finds, or named as such a one, that one's part."""
    mentions = cast.within(sentence.start, sentence.end)
    at = {m.head: m.actor for m in mentions}
    found: dict[ActorId, str] = {}
    for mention in mentions:
        token = sentence.doc[mention.head]
        for other in token.conjuncts:
            if (known := by_rule.get(at.get(other.i, ActorId("")))) is not None:
                found.setdefault(mention.actor, known)
        above = token.head
        if token.dep_ == "pobj" and above.lower_ in EXAMPLES:
            above = above.head
        elif token.dep_ != "appos":
            continue
        if (known := by_rule.get(at.get(above.i, ActorId("")))) is not None:
            found[mention.actor] = f"in-{known}"
    return found


def _nearest(cast: Cast, start: int, end: int, trigger: int) -> dict[ActorId, Mention]:
    found: dict[ActorId, Mention] = {}
    for mention in cast.within(start, end):
        known = found.get(mention.actor)
        if known is None or abs(mention.head - trigger) < abs(known.head - trigger):
            found[mention.actor] = mention
    return dict(sorted(found.items(), key=lambda item: item[1].start))


def _shared(reading: Reading, by_rule: dict[ActorId, str]) -> Iterator[str]:
    """Yield what holds for all players of an act alike."""
    kind = reading.candidate.rule.type
    roles = list(by_rule.values())
    yield from ("bias", f"type={kind}")
    yield f"found={min(roles.count('actors'), 2)},{min(roles.count('recipients'), 2)}"


def _own(reading: Reading, actor: ActorId, role: str, speaks: bool, cast: Cast) -> Iterator[str]:
    kind, rule = reading.candidate.rule.type, reading.candidate.rule
    what = what_kind(cast.by_id[actor])
    yield from (f"role={role}", f"type-role={kind}:{role}", f"rule-role={rule.id}:{role}")
    yield from (f"what={what}", f"type-what={kind}:{what}", f"role-what={role}:{what}")
    yield f"speaks={speaks}:{role}"
    if speaks:
        first = any(t.lower_ in FIRST_PERSON for t in reading.candidate.frame.subjects)
        yield from (f"type-speaks={kind}:{role}", f"first-person={first}")
    for other in ("actors", "recipients"):
        taken = any(a != actor for a in getattr(reading.parts, other))
        yield f"{other}-taken={taken}:{role}"


def _placed(reading: Reading, mention: Mention, cast: Cast) -> Iterator[str]:
    """Yield where a mention stands towards the trigger."""
    frame = reading.candidate.frame
    head, doc = frame.head, frame.head.doc
    token = doc[mention.head]
    kind, rule = reading.candidate.rule.type, reading.candidate.rule
    way = path(head, token)
    voice = "passive" if frame.kind == "verb" and is_passive(head) else frame.kind
    yield from (f"path={voice}:{way}", f"type-path={kind}:{voice}:{way}", f"rule-path={rule.id}:{way}")
    place, verb = slot(token)
    where = clause_way(frame, verb)
    yield from (f"where={where}", f"place={voice}:{where}:{place}", f"type-place={kind}:{voice}:{where}:{place}")
    yield from (f"slot={place}", f"rule-slot={rule.id}:{where}:{place}")
    if verb is not None and where != "own":
        yield f"verb={verb.lemma_.lower()}:{place}"
    if frame.support is not None and frame.kind == "noun":
        above = path(frame.support, token)
        yield from (f"support-path={above}", f"support={frame.support.lemma_}:{above}", f"type-support={kind}:{above}")
    side = "before" if mention.head < head.i else "after"
    gap = abs(mention.head - head.i)
    yield from (f"side={side}:{frame.kind}", f"gap={side}:{min(gap, 12) // 3}", f"type-side={kind}:{side}")
    between = cast.within(min(mention.end, head.i), max(mention.start, head.i))
    yield f"between={side}:{min(len(between), 3)}"
    yield from (f"form={_FORMS.get(token.pos_, 'noun')}", f"dep={token.dep_}", f"type-dep={kind}:{token.dep_}")
    if token.dep_ == "pobj":
        yield from (f"prep={token.head.lower_}", f"type-prep={kind}:{token.head.lower_}")
    yield f"inside={_inside(mention, cast)}:{token.dep_}"
    yield f"holds={_holds(frame, mention)}"


def _inside(mention: Mention, cast: Cast) -> bool:
    """Is the mention part of a longer one ('Israel' in 'the foreign minister of Israel')?"""
    return any(
        m.start <= mention.start and mention.end <= m.end and (m.start, m.end) != (mention.start, mention.end)
        for m in cast.within(mention.start - 12 if mention.start > 12 else 0, mention.end + 12)
    )


def _holds(frame: Frame, mention: Mention) -> bool:
    """Does the mention hold the trigger itself ('the visiting minister')?"""
    return mention.start <= frame.head.i < mention.end
