"""New actors of a batch -> those of the archive that a rule takes them for, each with its judgement; by an index alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dateline.records import ActorKind, Sector
from dateline.records.folding import fold
from dateline.records.joining import JoinRule, Sighting
from dateline.records.judgement import RULES, JudgementKind
from dateline.store import schema
from dateline.store.judgement_rows import judgement_row
from dateline.store.rows import Counter, Row

CANDIDATES = 6  # of one name that are looked at: where more than one of them fits, nobody is joined


@dataclass(slots=True)
class Joining:
    """What is found of each name while a batch is added. judgements: the rows that say what was joined, and why."""

    connection: Connection
    rule: JoinRule
    counter: Counter
    now: str
    judgements: list[Row] = field(default_factory=list)
    found: dict[str, list[tuple[int, str, Sighting]]] = field(default_factory=dict)  # by folded name

    def place(self, pk: int, uid: str, seen: Sighting) -> int:
        """Return the key of the actor that a new one is taken for: its own where none fits, or more than one."""
        if seen.listed or self.rule(seen, seen) is None:  # no rule would join it to anybody
            return pk
        folded = fold(seen.name)
        if folded not in self.found:
            self.found[folded] = list(self._candidates(folded))
        there = self.found[folded]
        fitting = [(other, name, why) for other, name, known in there if (why := self.rule(seen, known))]
        if len(fitting) != 1:
            if len(there) < CANDIDATES:
                there.append((pk, uid, seen))
            return pk
        other, name, why = fitting[0]
        made = judgement_row(
            self.counter.take("judgements"), JudgementKind.SAME_ACTOR, uid, name, who=RULES, why=why, now=self.now
        )
        self.judgements.append(made)
        return other

    def _candidates(self, folded: str) -> Iterable[tuple[int, str, Sighting]]:
        """The actors of that name that stand for themselves, with the first and last day on which they appear."""
        a, seen = schema.actors.c, schema.appearances.c
        days = select(seen.day).where(seen.actor_pk == a.pk).limit(1)
        first = days.order_by(seen.day).scalar_subquery()
        last = days.order_by(seen.day.desc()).scalar_subquery()
        office = days.with_only_columns(seen.office).order_by(seen.day.desc()).scalar_subquery()
        query = (
            select(a.pk, a.uid, a.name, a.kind, a.country, a.sector, first, last, office)
            .where(a.folded == folded, a.canonical_pk == a.pk)
            .order_by(a.pk)
            .limit(CANDIDATES)
        )
        for key, uid, name, kind, country, sector, since, until, as_printed in self.connection.execute(query):
            yield (
                key,
                uid,
                Sighting(
                    name=name,
                    kind=ActorKind(kind),
                    country=country,
                    sector=Sector(sector) if sector else None,
                    office=as_printed,
                    first=since or "",
                    last=until or "",
                    listed=not uid.startswith("name:"),
                ),
            )
