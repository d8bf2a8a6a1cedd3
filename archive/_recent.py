"""Keeps what was used last, up to a bound."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

K = TypeVar("K", bound="Hashable")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key; those not used for longest are dropped first. For many threads."""

    def __init__(self, most: int) -> None:
        """Make an empty one.

        Args:
            most: what all values kept may weigh together.
        """
        self._most = most
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def of(self, keys: Iterable[K]) -> dict[K, V]:
        """Return the values that are kept of these keys."""
        found = {}
        with self._lock:
            for key in keys:
                if kept := self._kept.get(key):
                    found[key] = kept[0]
                    self._kept.move_to_end(key)
        return found

    def keep(self, key: K, value: V, weight: int = 1) -> None:
        """Keep a value; nothing happens when one is kept under this key."""
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = (value, weight)
            self._weight += weight
            while self._weight > self._most:
                _, (_, dropped) = self._kept.popitem(last=False)
                self._weight -= dropped
