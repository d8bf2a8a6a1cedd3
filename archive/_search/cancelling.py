"""Gives a search up when its answer is no longer wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive._errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable


def give_up_when(is_cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    """Return what to call between steps: it raises CancelledError once `is_cancelled` says so."""

    def give_up() -> None:
        if is_cancelled is not None and is_cancelled():
            raise CancelledError

    return give_up
