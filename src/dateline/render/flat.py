"""Answers -> plain dicts for JSON, and flat ones for tables with commas."""

from collections.abc import Iterable
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from dateline.views.timeline import Entry

_TOLD_OF_REPORT = ("title", "outlet", "published", "url")


def plain(answer: Any) -> dict[str, Any]:
    """Return an answer as dicts and lists; an entry of a timeline with its event's or due's fields among its own."""
    if isinstance(answer, Entry):
        own = {f.name: getattr(answer, f.name) for f in fields(answer) if f.name not in ("item", "reports")}
        return {**own, **plain(answer.item), "reports": answer.reports}
    if not is_dataclass(answer):
        raise TypeError(f"{type(answer).__name__}: no answer of the archive")
    data = asdict(answer)  # type: ignore[arg-type]  # an instance, not a class
    due = data.pop("due", None)
    return {**data, **due} if due else data


def flat(answer: dict[str, Any]) -> dict[str, str]:
    """Return the same with text in every field: lists joined by "; ", of people and papers their names."""
    row: dict[str, str] = {}
    for name, value in answer.items():
        if isinstance(value, dict) and name == "report":
            row |= {key: _text(value[key]) for key in _TOLD_OF_REPORT}
        elif isinstance(value, dict) and "uid" not in value:
            row |= {f"{name}_{key}": _text(part) for key, part in value.items()}
        else:
            row[name] = _text(value)
    return row


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return _of_dict(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(filter(None, map(_text, value)))
    return str(value)


def _of_dict(value: dict[str, Any]) -> str:
    """A nested thing by what it is called: a name, and a number, day or role beside it."""
    name = value.get("name") or value.get("words") or value.get("stage") or value.get("action") or value.get("title")
    beside: Iterable[Any] = (value.get("value"), value.get("number"), value.get("role"), value.get("first"))
    return " ".join(str(part) for part in (name, *beside) if part)
