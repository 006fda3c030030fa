"""Plain dicts and lists, as JSON has them -> the dataclasses of this package, checked field by field."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.errors import RecordError

T = TypeVar("T")


def build(cls: type[T], data: object, where: str) -> T:
    """Return `data` as the dataclass `cls`. Raises RecordError that names the place of what does not fit.

    Keys that `cls` does not have are passed over: a record may come from a later version, which only adds fields.
    """
    if not isinstance(data, Mapping):
        raise RecordError(f"{where}: not an object but {_shown(data)}")
    values = {}
    for name, hint, needed in _schema(cls):  # type: ignore[arg-type]  # classes are hashable
        key = name.rstrip("_")
        if key in data:
            values[name] = _value(hint, data[key], f"{where}.{key}")
        elif needed:
            raise RecordError(f"{where}: no {key!r}")
    return cls(**values)


@cache
def _schema(cls: type) -> tuple[tuple[str, Any, bool], ...]:
    """Each field's name, type and whether it must be there."""
    if not is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is no dataclass")
    hints = get_type_hints(cls)
    return tuple((f.name, hints[f.name], f.default is MISSING and f.default_factory is MISSING) for f in fields(cls))


def _value(hint: Any, value: object, where: str) -> Any:
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    if get_origin(hint) in (Union, UnionType):  # Union is what NewType | None makes before Python 3.14
        if value is None and NoneType in get_args(hint):
            return None
        (hint,) = (h for h in get_args(hint) if h is not NoneType)
        return _value(hint, value, where)
    if get_origin(hint) is tuple:
        return _items(get_args(hint), value, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return build(hint, value, where)
    return _atom(hint, value, where)


def _items(hints: tuple[Any, ...], value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise RecordError(f"{where}: not a list but {_shown(value)}")
    if hints[-1] is Ellipsis:
        hints = hints[:1] * len(value)
    if len(hints) != len(value):
        raise RecordError(f"{where}: {len(value)} items, not {len(hints)}")
    return tuple(_value(h, v, f"{where}[{n}]") for n, (h, v) in enumerate(zip(hints, value, strict=True)))


def _atom(hint: type, value: object, where: str) -> object:
    try:
        if isinstance(value, str) and hint is date:
            return date.fromisoformat(value)
        if isinstance(value, str) and issubclass(hint, StrEnum):
            return hint(value)
    except ValueError:
        raise RecordError(f"{where}: {value!r} is no {hint.__name__}") from None
    if hint is float and type(value) is int:  # JSON writes 60.0 as it likes
        return float(value)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise RecordError(f"{where}: not {hint.__name__} but {_shown(value)}")
    return value


def _shown(value: object) -> str:
    return "null" if value is None else f"{type(value).__name__} {str(value)[:40]!r}"
