"""The first moments: what is on the screen, and keys that come before the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal import Terminal


def test_keys_typed_before_the_reader_is_there_are_kept(
    start: Callable[..., Terminal], library: Path
) -> None:
    terminal = start(library)
    terminal.press("/lemons\rJ")
    terminal.wait("07WICKHAVEN58  2007-07-12")
    terminal.press("Q")
    assert terminal.wait_end() == 0
