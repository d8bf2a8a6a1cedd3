"""`cablegram formats`: every carrier of the parser is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import CARRIERS

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_carrier_is_listed(cablegram: Callable) -> None:
    done = cablegram("formats")
    assert done.status == 0
    for carrier in CARRIERS:
        assert f"{carrier.title}\n  recognised by {carrier.recognised_by}" in done.out
        assert f"  | {carrier.example.splitlines()[0]}" in done.out
