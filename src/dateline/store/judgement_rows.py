"""Judgements <-> their rows. Pure."""

from collections.abc import Mapping
from typing import Any

from dateline.records.ids import content_id
from dateline.records.judgement import Judgement, JudgementKind
from dateline.store.rows import Row


def judgement_row(pk: int, kind: JudgementKind, subject: str, other: str, *, who: str, why: str, now: str) -> Row:
    """Return the row of a new judgement. other: the id it is the same as, or "field=value"."""
    return {
        "pk": pk,
        "uid": content_id("judgement", kind.value, subject, other, pk),
        "kind": kind.value,
        "subject": subject,
        "object": other,
        "who": who,
        "why": why,
        "made": now,
        "undone": None,
        "undone_by": None,
        "undone_why": None,
    }


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """Return the judgement that a row keeps."""
    return Judgement(**{**{key: row[key] for key in row if key != "pk"}, "kind": JudgementKind(row["kind"])})
