"""Judgements made and undone: each with who, when and why; what they change is derived in the same transaction."""

from sqlalchemy import Connection, Table, insert, or_, select, update

from dateline.errors import StoreError
from dateline.records.judgement import Judgement, JudgementKind
from dateline.records.packing import check_words
from dateline.store import schema
from dateline.store.batches import chunks
from dateline.store.components import JOINED, rejoin
from dateline.store.correcting import corrections_of, derive_event, event_as_read
from dateline.store.corrections import check_fits, corrected, parse_correction
from dateline.store.following import latest
from dateline.store.judgement_rows import judgement_of, judgement_row
from dateline.store.writing import next_key

JUDGED: tuple[tuple[JudgementKind, Table], ...] = tuple((kind, table) for kind, (table, _) in JOINED.items())


def judge(
    connection: Connection, kind: JudgementKind, subject: str, other: str, *, who: str, why: str, now: str
) -> Judgement:
    """Make a judgement and derive what it changes; one that holds already is returned as it is.

    subject, other: ids; of a correction `other` is "field=value". Raises StoreError for what the archive does not
    have, for a value that no event can have, and for what contradicts a judgement that holds.
    """
    _check_by_whom(who, why)
    check_words(f"judgement of {subject}", subject, other, who, why)
    if kind is JudgementKind.CORRECT:
        subject = latest(connection, subject)
        other = "=".join(parse_correction(other))
        _check_correction(connection, subject, other)
    else:
        joining = _same_kind(connection, kind, subject, other)
    if (there := _held(connection, kind, subject, other)) is not None:
        return there
    pk = next_key(connection, schema.judgements)
    row = judgement_row(pk, kind, subject, other, who=who, why=why, now=now)
    connection.execute(insert(schema.judgements), row)
    if kind is JudgementKind.CORRECT:
        derive_event(connection, subject)
    else:
        _check_apart(connection, rejoin(connection, joining, _keys(connection, joining, subject, other)))
    return judgement_of(row)


def undo(connection: Connection, uid: str, *, who: str, why: str, now: str) -> Judgement:
    """Undo a judgement and derive again what it had changed. uid: or the beginning of one."""
    _check_by_whom(who, why)
    check_words(f"judgement {uid}", uid, who, why)
    judged = schema.judgements.c
    found = _starting_with(connection, uid)
    if found.undone:
        raise StoreError(
            f"judgement {found.uid}: {found.undone_by} undid it on {found.undone[:10]}: {found.undone_why}"
        )
    done = {"undone": now, "undone_by": who, "undone_why": why}
    connection.execute(update(schema.judgements).where(judged.uid == found.uid).values(done))
    if found.kind is JudgementKind.CORRECT:
        derive_event(connection, latest(connection, found.subject))
    elif found.kind in JOINED:
        rejoin(connection, found.kind, _keys(connection, found.kind, found.subject, found.object))
    return judgement_of({**found.to_dict(), **done})


def all_judgements(connection: Connection, *, of: str | None = None, undone: bool = False) -> tuple[Judgement, ...]:
    """Return the judgements, the last first. of: of this id alone; undone: those that were undone too."""
    judged = schema.judgements.c
    query = select(schema.judgements).order_by(judged.pk.desc())
    if of is not None:
        query = query.where(or_(judged.subject == of, judged.object == of))
    if not undone:
        query = query.where(judged.undone.is_(None))
    return tuple(judgement_of(row._asdict()) for row in connection.execute(query))


def _check_by_whom(who: str, why: str) -> None:
    if not who.strip() or not why.strip():
        raise StoreError("a judgement needs who made it and why")


def _check_correction(connection: Connection, uid: str, words: str) -> None:
    events = schema.events.c
    article_pk = connection.execute(select(events.article_pk).where(events.uid == uid)).scalar()
    if article_pk is None:
        raise StoreError(f"{uid}: no event of the archive")
    fields, day = event_as_read(connection, article_pk, uid)
    check_fits(corrected(fields, corrections_of(connection, uid), day), *parse_correction(words))


def _same_kind(connection: Connection, kind: JudgementKind, subject: str, other: str) -> JudgementKind:
    """Return which kind of joining two ids are of. Raises StoreError if they are not two of one kind."""
    if subject == other:
        raise StoreError(f"{subject}: one and the same")
    for joining, table in JUDGED:
        there = set(connection.execute(select(table.c.uid).where(table.c.uid.in_([subject, other]))).scalars())
        if there and kind in (joining, JudgementKind.NOT_SAME):
            if missing := {subject, other} - there:
                raise StoreError(f"{missing.pop()}: no {table.name[:-1]} of the archive")
            return joining
    what = dict(JUDGED)[kind].name[:-1] if kind in JOINED else "actor, event or paper"
    raise StoreError(f"{subject}, {other}: no {what} of the archive")


def _held(connection: Connection, kind: JudgementKind, subject: str, other: str) -> Judgement | None:
    """The same judgement, whichever way round, where one holds. Of a correction: if it is the last of its field."""
    judged = schema.judgements.c
    query = select(schema.judgements).where(judged.kind == kind, judged.undone.is_(None)).order_by(judged.pk.desc())
    if kind is JudgementKind.CORRECT:
        name = other.partition("=")[0]
        query = query.where(judged.subject == subject, judged.object.startswith(f"{name}=", autoescape=True))
        row = connection.execute(query).first()
        return judgement_of(row._asdict()) if row is not None and row.object == other else None
    ends = or_(
        (judged.subject == subject) & (judged.object == other), (judged.subject == other) & (judged.object == subject)
    )
    row = connection.execute(query.where(ends)).first()
    return judgement_of(row._asdict()) if row is not None else None


def _check_apart(connection: Connection, uids: set[str]) -> None:
    """Raise StoreError if of those that were looked at two are one that are judged not to be."""
    judged = schema.judgements.c
    apart = select(schema.judgements).where(judged.kind == JudgementKind.NOT_SAME, judged.undone.is_(None))
    for part in chunks(sorted(uids)):
        for row in connection.execute(apart.where(judged.subject.in_(part))):
            if row.object in uids and _are_one(connection, row.subject, row.object):
                raise StoreError(
                    f"{row.subject} and {row.object}: {row.who} judged them not the same on {row.made[:10]} "
                    f"({row.why}), and other judgements make them one; undo those, or {row.uid}"
                )


def _are_one(connection: Connection, one: str, other: str) -> bool:
    ends = [latest(connection, uid) for uid in (one, other)]
    for table, column in JOINED.values():
        found = connection.execute(select(column).where(table.c.uid.in_(ends))).scalars().all()
        if found:
            return len(set(found)) == 1
    return False


def _keys(connection: Connection, kind: JudgementKind, *uids: str) -> list[int]:
    table, _ = JOINED[kind]
    ends = [latest(connection, uid) if table is schema.events else uid for uid in uids]
    return list(connection.execute(select(table.c.pk).where(table.c.uid.in_([*uids, *ends]))).scalars())


def _starting_with(connection: Connection, uid: str) -> Judgement:
    judged = schema.judgements.c
    query = select(schema.judgements).where(judged.uid.startswith(uid, autoescape=True)).limit(2)
    found = [judgement_of(row._asdict()) for row in connection.execute(query)]
    if not found or not uid:
        raise StoreError(f"{uid!r}: no judgement; `dateline judgements` lists them")
    if len(found) > 1:
        raise StoreError(f"{uid!r}: several judgements begin so; write more of it")
    return found[0]
