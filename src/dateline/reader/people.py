"""The actors of an answer -> actors with places in the text, joined with those that our own tables know there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.extract.cast import Cast
from dateline.reader.answer import ActorItem
from dateline.reader.grounding import Grounding
from dateline.records import Actor, ActorId, Span

Labels = Mapping[str, ActorId]


@dataclass(slots=True)
class _Found:
    """An item with its places, and our own actor at the most of them."""

    item: ActorItem
    spans: list[Span]
    ours: ActorId | None = None
    votes: int = 0


class People:
    """The actors of an article, as the parts of it are read."""

    def __init__(self, cast: Cast, countries: Iterable[str]) -> None:
        self._cast = cast
        self._countries = frozenset(countries)
        self._actors: dict[ActorId, Actor] = {}
        self._ours: dict[ActorId, ActorId] = {}  # our own actor -> the one it became
        self._at = {span: actor.id for actor in cast.actors for span in actor.mentions}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in the order of their coming."""
        return tuple(self._actors.values())

    def add(self, items: Iterable[ActorItem], ground: Grounding, refused: list[str]) -> Labels:
        """Take the actors of one part; return the id of each label. What has no place in the text goes to `refused`."""
        found = [f for item in items if (f := self._find(item, ground, refused))]
        taken: set[ActorId] = set()
        labels: dict[str, ActorId] = {}
        for one in sorted(found, key=lambda f: -f.votes):
            if one.ours in taken:
                one.ours = None  # the model tells two apart where our tables see one
            if one.ours is not None:
                taken.add(one.ours)
        for one in found:
            if one.item.label in labels:
                refused.append(f"actor {one.item.label!r}: a second one with this label")
                continue
            labels[one.item.label] = self._join(one, ground, refused, frozenset(labels.values()))
        return labels

    def _find(self, item: ActorItem, ground: Grounding, refused: list[str]) -> _Found | None:
        spans: list[Span] = []
        after = None
        for quote in item.mentions:
            span = ground.find(quote, after=after)
            if span is None:
                refused.append(f"actor {item.label!r}: {_brief(quote.words)} is not in the text")
            elif span not in spans:
                spans.append(span)
                after = span[1]
        if not spans:
            refused.append(f"actor {item.label!r}: no mention of it is in the text")
            return None
        spans.sort()
        votes = Counter(self._at[s] for s in spans if s in self._at)
        named = ground.holds(item.name)
        for actor in self._cast.actors:
            if named and actor.name == named:
                votes[actor.id] += 1
        best = votes.most_common(1)
        return _Found(item, spans, *best[0]) if best else _Found(item, spans)

    def _join(self, one: _Found, ground: Grounding, refused: list[str], own_part: frozenset[ActorId]) -> ActorId:
        """Return the actor that this is one with, or a new one."""
        known = self._ours.get(one.ours) if one.ours else None
        if known is None:
            known = next(
                (a.id for a in self._actors.values() if a.id not in own_part and set(a.mentions) & set(one.spans)), None
            )
        if known is not None:
            actor = self._actors[known]
            self._actors[known] = replace(actor, mentions=tuple(sorted({*actor.mentions, *one.spans})))
            return known
        new = self._new(ActorId(f"a{len(self._actors) + 1}"), one, ground, refused)
        self._actors[new.id] = new
        if one.ours:
            self._ours[one.ours] = new.id
        return new.id

    def _new(self, actor_id: ActorId, one: _Found, ground: Grounding, refused: list[str]) -> Actor:
        item = one.item
        ours = self._cast.by_id[one.ours] if one.ours else None
        country = item.country
        if country is not None and country not in self._countries:
            refused.append(f"actor {item.label!r}: {_brief(country)} is no country's code")
            country = None
        office = ground.holds(item.office)
        if item.office and office is None:
            refused.append(f"actor {item.label!r}: its office {_brief(item.office)} is not in the text")
        longest = max(one.spans, key=lambda s: s[1] - s[0])
        name = ground.holds(item.name) or (ours.name if ours else ground.text[slice(*longest)])
        known = ours if ours and ours.wikidata else None  # a row of our tables knows more than any reader
        return Actor(
            id=actor_id,
            name=name,
            kind=item.kind,
            country=known.country if known and known.country else country,
            sector=item.sector,
            office=office or (ours.office if ours else None),
            mentions=tuple(one.spans),
            wikidata=ours.wikidata if ours else None,
            known=ours.known if ours else None,
        )


def _brief(words: str) -> str:
    return repr(" ".join(words.split())[:60])
