"""Cables as plain JSON values, and back.

What is empty is left out; moments and days are written as ISO 8601, spans as pairs. How a class is
converted follows from its annotations and is worked out once.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from parser._model import Cable, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NAMES: Final = {"date": date, "datetime": datetime}
"""Names of annotations that the model imports for type checkers only."""


def to_dict(cable: Cable) -> dict[str, Any]:
    """Write a cable as plain JSON values: dictionaries, lists, texts, numbers, booleans."""
    plain: dict[str, Any] = _plain(cable)
    return plain


def from_dict(value: Mapping[str, Any]) -> Cable:
    """Read back what :func:`to_dict` wrote; `from_dict(to_dict(cable)) == cable`."""
    cable: Cable = _reader(Cable)(value)
    return cable


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: _plain(part)
            for name, empty in _fields(type(value))
            if (part := getattr(value, name)) != empty
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return names of fields, and the value of each that need not be written."""
    return tuple((field.name, _empty(field)) for field in fields(kind))


def _empty(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what turns a plain value into one of `kind`."""
    if isinstance(kind, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
        inner = _reader(kind)
        return lambda value: None if value is None else inner(value)
    if kind is Span:
        return lambda value: Span(*value)
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if kind in {date, datetime}:
        read: Callable[[Any], Any] = kind.fromisoformat
        return read
    if is_dataclass(kind) and isinstance(kind, type):
        return _class_reader(kind)
    return kind if issubclass(kind, Enum) else lambda value: value


def _tuple_reader(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if parts[-1] is not Ellipsis or parts[0] in {str, int}:
        return tuple
    inner = _reader(parts[0])
    return lambda value: tuple(map(inner, value))


def _class_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind, localns=_NAMES)
    direct = {name for name, hint in hints.items() if hint in {str, int, bool, str | None}}
    readers = {name: _reader(hint) for name, hint in hints.items() if name not in direct}

    def read(value: Mapping[str, Any]) -> Any:
        return kind(
            **{
                name: readers[name](part) if name in readers else part
                for name, part in value.items()
            }
        )

    return read
