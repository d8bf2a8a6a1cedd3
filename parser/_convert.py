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

_PLAIN: Final = (str, int, bool, str | None, int | None)
"""Annotations of values that are plain already."""
_NAMES: Final = {"date": date, "datetime": datetime}
"""Names of annotations that the model imports for type checkers only."""


def to_dict(cable: Cable) -> dict[str, Any]:
    """Write a cable as plain JSON values: dictionaries, lists, texts, numbers, booleans."""
    plain: dict[str, Any] = _writer(Cable)(cable)
    return plain


def from_dict(value: Mapping[str, Any]) -> Cable:
    """Read back what :func:`to_dict` wrote; `from_dict(to_dict(cable)) == cable`."""
    cable: Cable = _reader(Cable)(value)
    return cable


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Return what turns a value of `kind`, which is not None, into a plain one."""
    if isinstance(kind, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
    if is_dataclass(kind) and isinstance(kind, type):
        return _class_writer(kind)
    if get_origin(kind) is tuple and get_args(kind)[0] not in {str, int}:
        inner = _writer(get_args(kind)[0])
        return lambda value: [inner(part) for part in value]
    if kind is Span or get_origin(kind) is tuple:
        return list
    if kind in {date, datetime}:
        return lambda value: value.isoformat()
    return (lambda value: value.value) if issubclass(kind, Enum) else lambda value: value


def _class_writer(kind: type) -> Callable[[Any], dict[str, Any]]:
    hints = get_type_hints(kind, localns=_NAMES)
    parts = [
        (one.name, _empty(one), None if hint in _PLAIN else _writer(hint))
        for one, hint in zip(fields(kind), hints.values(), strict=True)
    ]

    def write(value: Any) -> dict[str, Any]:
        plain = {}
        for name, empty, writer in parts:
            part = getattr(value, name)
            if part != empty:
                plain[name] = part if writer is None or part is None else writer(part)
        return plain

    return write


def _empty(field: Field[Any]) -> Any:
    """Return the value of a field that need not be written."""
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
    readers = {name: _reader(hint) for name, hint in hints.items() if hint not in _PLAIN}

    def read(value: Mapping[str, Any]) -> Any:
        return kind(
            **{
                name: readers[name](part) if name in readers else part
                for name, part in value.items()
            }
        )

    return read
