"""Reports of one event -> how many really know of it, and why. Pure.

A report knows what its first voice knows. So reports that lead to one voice are one, however many print it and
through however many newsrooms; those that copy a report know what that one knows; those that only name an agency know
what the agency knows; a reporter of one's own stands alone. What cannot be known (two hidden officials, a report that
says nothing of where it has it from) makes the bounds part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.records import ChainRole
from dateline.records.folding import fold
from dateline.records.independence import Independence, Rests, Root, Stance, Telling, VoiceHeard

Key = tuple[Rests, str]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a report rests on: the key is the same for all that rest on the same. side: for whom a voice speaks."""

    key: Key
    name: str
    reason: str
    side: str | None = None


def independence(tellings: Sequence[Telling]) -> Independence:
    """Return how many independent roots the reports of one event have. The order of the reports makes no difference."""
    claimed = _Roots([t for t in tellings if t.stance is Stance.CLAIMS])
    denied = _Roots([t for t in tellings if t.stance is Stance.DENIES])
    return Independence(
        count=claimed.count(),
        lower=claimed.lower(),
        upper=len(claimed.roots),
        roots=claimed.roots,
        denials=denied.roots,
        reasons=(*claimed.words(), *denied.words(denial=True), *_owners(tellings)),
    )


class _Roots:
    """Reports of one stance, by what they rest on, the most named ground first."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        found: dict[Key, list[tuple[Telling, _Ground]]] = {}
        for telling in sorted(tellings, key=lambda t: t.report):
            for ground in _grounds(telling, tellings):
                found.setdefault(ground.key, []).append((telling, ground))
        order = list(Rests)
        ranked = sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
        self.roots = tuple(_root(key[0], members) for key, members in ranked)
        grounds = [members[0][1] for _, members in ranked]
        self.voices = {g.key[1] for g in grounds if g.key[0] is Rests.VOICE}
        self.hidden = [g for g in grounds if g.key[0] is Rests.ANONYMOUS]

    def count(self) -> int:
        """Those that are told apart with reason: voices, newsrooms, hidden sources of different sides."""
        apart = sum(r.rests in (Rests.VOICE, Rests.OWN, Rests.AGENCY) for r in self.roots)
        sides = self._hidden_sides()
        hidden = len(sides) or any(g.side is None for g in self.hidden)
        return apart + hidden or bool(self.roots)

    def lower(self) -> int:
        """The fewest that it can be: what is hidden or unsaid may come from one of those who are known."""
        apart = sum(r.rests in (Rests.VOICE, Rests.OWN) for r in self.roots)
        return apart + len(self._hidden_sides()) or bool(self.roots)

    def _hidden_sides(self) -> set[str]:
        """The sides for which only hidden sources speak."""
        return {g.side for g in self.hidden if g.side} - self.voices

    def words(self, *, denial: bool = False) -> Iterator[str]:
        """Say why each root counts once."""
        for root in self.roots:
            reasons = "; ".join(root.reasons)
            if denial:
                yield f"{root.name} denies it, which confirms nothing ({reasons})"
            elif len(root.reports) == 1:
                yield f"{root.name} stands alone ({reasons})"
            else:
                yield f"{root.name} counts once for {len(root.reports)} reports ({reasons})"
        if len(self.hidden) > 1:
            yield f"the {len(self.hidden)} sources that are not named may be fewer"


def _root(rests: Rests, members: Sequence[tuple[Telling, _Ground]]) -> Root:
    return Root(
        rests=rests,
        name=members[0][1].name,
        reports=tuple(t.report for t, _ in members),
        reasons=tuple(f"{t.outlet} {ground.reason}" for t, ground in members),
    )


def _grounds(telling: Telling, tellings: Sequence[Telling]) -> Iterator[_Ground]:
    """What a report rests on: its voices; else what the report or newsroom rests on from which it has it."""
    way = _way(telling, tellings)
    first = way[-1]
    through = "".join(f"has it from {t.outlet}, which " for t in way[1:])
    for ground in _own_grounds(replace(first, voices=telling.voices or first.voices)):
        yield replace(ground, reason=through + ground.reason)


def _way(telling: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """The reports through which it came, from this one back to the first that is here.

    Reports that copy one another in a ring have the first of them by name as their first.
    """
    by_report = {t.report: t for t in tellings}
    newsrooms = {fold(t.outlet): t for t in sorted(tellings, key=lambda t: t.report, reverse=True) if not t.newsroom}
    way = [telling]
    while True:
        here = way[-1]
        there = by_report.get(here.copies or "") or newsrooms.get(fold(here.newsroom or ""))
        if there is None:
            return way
        if there in way:
            ring = way[way.index(there) :]
            first = min(ring, key=lambda t: t.report)
            return [*way[: way.index(there)], first] if first is not telling else [telling]
        way.append(there)


def _own_grounds(first: Telling) -> Iterator[_Ground]:
    """What the first report rests on."""
    if first.voices:
        yield from (_of_voice(voice, first) for voice in first.voices)
    elif first.newsroom:
        key = (Rests.AGENCY, fold(first.newsroom))
        yield _Ground(key, first.newsroom, f"has it from {first.newsroom}, which does not say how it knows")
    elif first.own:
        key = (Rests.OWN, fold(first.outlet))
        yield _Ground(key, f"{first.outlet}'s reporter", "has its own reporter there")
    else:
        yield _Ground((Rests.UNKNOWN, first.report), first.outlet, "does not say how it knows")


def _of_voice(voice: VoiceHeard, first: Telling) -> _Ground:
    via = f" through {first.newsroom}" if first.newsroom else ""
    if voice.role is ChainRole.ANONYMOUS or voice.name is None:
        about = voice.about or "a source that is not named"
        # Within one newsroom a source described in the same words is one: who copies it has no other.
        newsroom = first.newsroom or first.outlet
        key = (Rests.ANONYMOUS, f"{fold(newsroom)}|{fold(about)}")
        return _Ground(key, f"{about} (of {newsroom})", f"rests on {about}{via}", side=voice.side)
    of_side = f", who speaks for {voice.side}" if voice.side and fold(voice.side) != fold(voice.name) else ""
    paper = ", a paper" if voice.role is ChainRole.DOCUMENT else ""
    key = (Rests.VOICE, voice.side or voice.uid or fold(voice.name))
    return _Ground(key, voice.side or voice.name, f"rests on {voice.name}{paper or of_side}{via}", side=voice.side)


def _owners(tellings: Iterable[Telling]) -> Iterator[str]:
    """Who belongs to whom: shown beside the count, and no part of it."""
    owners: dict[str, set[str]] = {}
    for telling in tellings:
        if telling.owner:
            owners.setdefault(telling.owner, set()).add(telling.outlet)
    for owner, outlets in sorted(owners.items()):
        if len(outlets) > 1:
            yield f"{', '.join(sorted(outlets))} belong to {owner}; what counts is what they rest on"
